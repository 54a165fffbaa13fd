// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/redis/RedisExecution.h"

#include "adapters/redis/RedisErrors.h"
#include "adapters/redis/RedisGate.h"
#include "adapters/redis/RedisPreview.h"
#include "core/base/SafeText.h"

#include <QTimer>

#include <algorithm>

namespace cockpit::adapters::redis {

namespace {

constexpr int mostAttempts = 3;
constexpr Milliseconds retryPause{300};

}  // namespace

RedisExecution::RedisExecution(ConnectionResolver& connections, const ResolvedStep& step,
                               std::shared_ptr<WarmConnections> warm)
    : m_step(step)
    , m_plan(RedisPlan::fromPayload(step.payload))
    , m_warm(std::move(warm))
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
    // Between two exchanges nobody waits for an answer, so nothing told us.
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
    if (mayShare() && askWarm(*settings))
        return;
    if (!m_client)
        m_client = std::make_unique<RedisClient>(*settings);
    attempt();
}

/// Who answers and what was asked in one round trip: only for what reads, where the server has said so on this very
/// connection, so that an answer of the wrong server is thrown away and has changed nothing.
bool RedisExecution::askWarm(const RedisSettings& settings)
{
    auto warm = m_warm->take(m_step.connectionId, settings);
    if (!warm)
        return false;
    m_client = std::move(warm->client);
    m_facts = warm->facts;
    auto facts = m_facts.constFind(fullName(m_plan.run));
    if (facts == m_facts.constEnd())
        facts = m_facts.constFind(m_plan.run.first().toLower());
    if (facts == m_facts.constEnd() || !admit(m_plan.run, m_plan.danger, *facts))
        return false;
    m_client->batch({{"INFO", "server"}, m_plan.run}, left(),
                    [this](const QList<RedisClient::Answer>& answers) { answeredWarm(answers); });
    return true;
}

void RedisExecution::answeredWarm(const QList<RedisClient::Answer>& answers)
{
    if (m_finished)
        return;
    const auto identity = identityFrom(m_client->settings(), answers.first(), answers.first());
    const bool cancelled = !answers.last().reply && answers.last().reply.error().kind == ErrorKind::Cancelled;
    if (cancelled || (identity && !identity->problem && answers.last().answered)) {
        if (cancelled || isWhoWasShown(*identity))
            conclude(answers.last());
        return;
    }
    // A connection that lay idle may have been closed by the other side: once more over a new one, which also tells
    // what else is wrong.
    auto fresh = std::make_unique<RedisClient>(m_client->settings());
    std::exchange(m_client, std::move(fresh)).release()->deleteLater();
    m_facts.clear();
    attempt();
}

void RedisExecution::attempt()
{
    if (m_finished)
        return;
    ++m_attempts;
    QList<Arguments> more;
    if (!m_plan.run.isEmpty())
        more.append(factsQuestion(m_plan.run));
    meet(*m_client, more, left(),
         [this](const Result<RedisIdentity>& identity, const auto& answers) { met(identity, answers); });
}

void RedisExecution::met(const Result<RedisIdentity>& identity, const QList<RedisClient::Answer>& more)
{
    if (m_finished)
        return;
    if (!identity)
        return conclude({identity.error(), false, false});
    if (!isAdmitted(*identity, more))
        return;
    if (m_plan.scan)
        return list();
    if (!m_plan.restore.isEmpty())
        return putBack();
    const bool deletes = wipesDatabase(m_plan.run) || !removedKeys(m_plan.run).isEmpty();
    if (m_plan.danger != Danger::Read && (deletes || m_step.approvedCount >= 0) && !countQuestion(m_plan).isEmpty())
        return count();
    send();
}

bool RedisExecution::isWhoWasShown(const RedisIdentity& identity)
{
    if (m_step.approved && !m_step.approved->isSame(identity.target)) {
        if (identity.problem && !retry(*identity.problem))
            finish(StepState::Failed,
                   tr("%1. Who answers could not be compared with what was shown, so nothing was sent")
                       .arg(identity.problem->message));
        else if (!identity.problem)
            finish(StepState::Failed,
                   tr("%1 is now another server or database than the one that was shown, so nothing was sent; "
                      "look at the step again")
                       .arg(identity.target.address));
        return false;
    }
    return true;
}

bool RedisExecution::isAdmitted(const RedisIdentity& identity, const QList<RedisClient::Answer>& more)
{
    if (!isWhoWasShown(identity))
        return false;
    if (m_plan.run.isEmpty())
        return true;
    const CommandFacts facts = factsFrom(more.first());
    if (facts.state == CommandFacts::State::Told)
        m_facts.insert(facts.name.contains('|') ? fullName(m_plan.run) : m_plan.run.first().toLower(), facts);
    const Status allowed = admit(m_plan.run, m_plan.danger, facts);
    if (!allowed)
        finish(StepState::Failed, allowed.error().message);
    return allowed.ok();
}

void RedisExecution::list()
{
    // The rest of the deadline is for the last page's answer.
    const Milliseconds time = left() * 2 / 3;
    m_list = std::make_unique<KeyList>(*m_client, *m_plan.scan, time, left(), [this](const auto& found) {
        if (!found)
            return conclude({found.error(), false, false});
        StepOutcome outcome;
        outcome.state = StepState::Succeeded;
        outcome.affected = found->table.rowCount;
        outcome.summary = tr("%n key(s)", nullptr, static_cast<int>(outcome.affected));
        if (!found->cut.isEmpty())
            outcome.summary += QStringLiteral("; ") + found->cut;
        outcome.output = found->table.toCsv();
        outcome.outputType = QStringLiteral("text/csv");
        outcome.table = found->table;
        finish(outcome);
    });
    m_list->start();
}

void RedisExecution::conclude(const RedisClient::Answer& answer)
{
    if (answer.reply)
        return concludeReply(*answer.reply);
    const Error& error = answer.reply.error();
    if (answer.sent && !answer.answered && m_plan.danger != Danger::Read)
        return finish(StepState::OutcomeUnknown,
                      tr("%1; the command had been sent and may have taken effect: look before you repeat it")
                          .arg(error.message));
    if (retry(error))
        return;
    switch (error.kind) {
    case ErrorKind::Cancelled: return finish(StepState::Cancelled, error.message);
    case ErrorKind::TimedOut: return finish(StepState::TimedOut, error.message);
    default: return finish(StepState::Failed, error.message);
    }
}

void RedisExecution::concludeReply(const RedisReply& reply)
{
    StepOutcome outcome;
    outcome.state = StepState::Succeeded;
    const QString text = reply.toText();
    if (reply.kind == RedisReply::Kind::Integer)
        outcome.affected = reply.integer;
    else if (reply.kind == RedisReply::Kind::List)
        outcome.affected = static_cast<qint64>(reply.items.size());
    else if (wipesDatabase(m_plan.run.isEmpty() ? Arguments{"-"} : m_plan.run))
        outcome.affected = m_count;
    const auto lines = static_cast<int>(text.trimmed().count(QLatin1Char('\n'))) + 1;
    outcome.summary = reply.kind == RedisReply::Kind::List
                          ? tr("%n item(s)", nullptr, static_cast<int>(outcome.affected))
                      : lines > 1 ? tr("%n line(s)", nullptr, lines)
                                  : safeLine(text, 120);
    outcome.output = text.toUtf8() + '\n';
    finish(outcome);
}

/// A state that passes by itself (loading, a long script, a replica without its master) is waited out, for reads only.
bool RedisExecution::retry(const Error& error)
{
    const Milliseconds pause = retryPause * m_attempts;
    if (m_plan.danger != Danger::Read || !isPassing(error) || m_attempts >= mostAttempts || left() <= pause)
        return false;
    QTimer::singleShot(pause, this, &RedisExecution::attempt);
    return true;
}

Milliseconds RedisExecution::left() const
{
    return std::max(m_step.spec.deadline - Milliseconds(m_elapsed.elapsed()), Milliseconds(1));
}

void RedisExecution::finish(StepState state, const QString& summary)
{
    StepOutcome outcome;
    outcome.state = state;
    outcome.summary = summary;
    finish(outcome);
}

void RedisExecution::finish(StepOutcome outcome)
{
    if (std::exchange(m_finished, true))
        return;
    outcome.elapsed = Milliseconds(m_elapsed.elapsed());
    if (outcome.state == StepState::Succeeded && mayShare() && m_client)
        m_warm->giveBack(m_step.connectionId, {std::move(m_client), m_facts});
    if (!outcome.output.isEmpty())
        emit output(outcome.output);
    emit finished(outcome);
}

}  // namespace cockpit::adapters::redis
