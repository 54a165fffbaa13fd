// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/redis/RedisExecution.h"

#include "adapters/redis/RedisCommands.h"
#include "adapters/redis/RedisIdentity.h"
#include "core/base/SafeText.h"

namespace cockpit::adapters::redis {

RedisExecution::RedisExecution(ConnectionResolver& connections, const ResolvedStep& step,
                               const std::optional<TargetIdentity>& approved)
    : m_step(step)
    , m_approved(approved)
{
    m_elapsed.start();
    // Queued, so that nothing leaves before the event loop is reached again.
    QMetaObject::invokeMethod(
        this,
        [this, &connections] {
            if (!m_finished)
                connections.resolve(m_step.connectionId).then(this, [this](const Result<ResolvedConnection>& c) {
                    begin(c);
                });
        },
        Qt::QueuedConnection);
}

void RedisExecution::cancel()
{
    if (m_client)
        m_client->abort();
    else
        finish(StepState::Cancelled, tr("cancelled; nothing was sent"));
}

void RedisExecution::begin(const Result<ResolvedConnection>& connection)
{
    if (m_finished)
        return;
    if (!connection)
        return finish(StepState::Failed, connection.error().message);
    const auto settings = RedisSettings::from(*connection);
    if (!settings)
        return finish(StepState::Failed, settings.error().message);
    m_client = std::make_unique<RedisClient>(*settings);
    readIdentity(*m_client, m_step.spec.deadline, [this](const Result<RedisIdentity>& identity) {
        if (identity)
            run(*identity);
        else
            conclude({identity.error(), false, false});
    });
}

void RedisExecution::run(const RedisIdentity& identity)
{
    const TargetIdentity& target = identity.target;
    if (m_approved &&
        (m_approved->serverId != target.serverId || m_approved->name != target.name || m_approved->role != target.role))
        return finish(StepState::Failed,
                      tr("%1 is now another server or database than the one that was shown, so nothing was sent; "
                         "look at the step again")
                          .arg(target.address));
    const auto arguments = toArguments(m_step.payload.value(QStringLiteral("run")).toArray());
    if (!arguments)
        return finish(StepState::Failed, arguments.error().message);
    const Milliseconds left = m_step.spec.deadline - Milliseconds(m_elapsed.elapsed());
    m_client->command(*arguments, std::max(left, Milliseconds(1)),
                      [this](const RedisClient::Answer& answer) { conclude(answer); });
}

void RedisExecution::conclude(const RedisClient::Answer& answer)
{
    if (answer.reply) {
        const RedisReply& reply = *answer.reply;
        const QString text = reply.toText();
        const qint64 affected = reply.kind == RedisReply::Kind::Integer ? reply.integer
                                : reply.kind == RedisReply::Kind::List  ? static_cast<qint64>(reply.items.size())
                                                                        : -1;
        const auto lines = static_cast<int>(text.trimmed().count(QLatin1Char('\n'))) + 1;
        const QString summary = reply.kind == RedisReply::Kind::List
                                    ? tr("%n item(s)", nullptr, static_cast<int>(affected))
                                : lines > 1 ? tr("%n line(s)", nullptr, lines)
                                            : safeLine(text, 120);
        return finish(StepState::Succeeded, summary, text.toUtf8() + '\n', affected);
    }
    const Error& error = answer.reply.error();
    if (answer.sent && !answer.answered && m_step.spec.danger != Danger::Read)
        return finish(StepState::OutcomeUnknown,
                      tr("%1; the command had been sent and may have taken effect: look before you repeat it")
                          .arg(error.message));
    switch (error.kind) {
    case ErrorKind::Cancelled: return finish(StepState::Cancelled, error.message);
    case ErrorKind::TimedOut: return finish(StepState::TimedOut, error.message);
    default: return finish(StepState::Failed, error.message);
    }
}

void RedisExecution::finish(StepState state, const QString& summary, const QByteArray& text, qint64 affected)
{
    if (std::exchange(m_finished, true))
        return;
    StepOutcome outcome;
    outcome.state = state;
    outcome.summary = summary;
    outcome.output = text;
    outcome.affected = affected;
    outcome.elapsed = Milliseconds(m_elapsed.elapsed());
    if (!text.isEmpty())
        emit output(text);
    emit finished(outcome);
}

}  // namespace cockpit::adapters::redis
