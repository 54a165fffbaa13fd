// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// What a step counts, saves and holds before it deletes, and how saved content is put back.
#include "adapters/redis/RedisExecution.h"
#include "adapters/redis/RedisPreview.h"
#include "core/base/SafeText.h"

#include <algorithm>

namespace cockpit::adapters::redis {

namespace {

/// Runs the command only if as many keys are there as were counted; else answers with their number.
constexpr const char* ifAsManyAs = R"(
local n = 0
if string.lower(ARGV[2]) == 'flushall' then
  for keys in string.gmatch(redis.call('INFO', 'keyspace'), 'keys=(%d+)') do n = n + tonumber(keys) end
else
  n = redis.call('DBSIZE')
end
if n ~= tonumber(ARGV[1]) then return n end
return redis.call(unpack(ARGV, 2)))";

bool usesOnlyDatabase(const QByteArray& keyspace, int database)
{
    const QByteArray own = "db" + QByteArray::number(database) + ':';
    const QList<QByteArray> lines = keyspace.split('\n');
    return std::all_of(lines.begin(), lines.end(),
                       [&own](const QByteArray& line) { return !line.contains(":keys=") || line.startsWith(own); });
}

}  // namespace

void RedisExecution::count()
{
    QList<Arguments> questions{countQuestion(m_plan)};
    if (wipesDatabase(m_plan.run))
        questions.append({"EVAL", "return 1", "0"});
    m_client->batch(questions, left(), [this](const QList<RedisClient::Answer>& answers) { counted(answers); });
}

void RedisExecution::counted(const QList<RedisClient::Answer>& answers)
{
    if (m_finished)
        return;
    if (!answers.first().reply) {
        // Only questions were asked so far.
        const RedisClient::Answer harmless{answers.first().reply, false, answers.first().answered};
        return conclude(harmless);
    }
    m_count = countIn(m_plan, *answers.first().reply);
    m_scripts = answers.size() > 1 && answers.last().reply;
    if (m_step.approvedCount >= 0 && m_count != m_step.approvedCount)
        return finish(StepState::Failed, mismatchText(m_count));
    const bool deletes = wipesDatabase(m_plan.run) || !removedKeys(m_plan.run).isEmpty();
    if (!deletes || m_count == 0)
        return send();
    save(*answers.first().reply);
}

QString RedisExecution::mismatchText(qint64 now) const
{
    return tr("it would have hit %1 instead of %2, so nothing was sent; look at the step again")
        .arg(now)
        .arg(m_step.approvedCount >= 0 ? m_step.approvedCount : m_count);
}

void RedisExecution::save(const RedisReply& counted)
{
    const bool wipes = wipesDatabase(m_plan.run);
    if (!m_saveMissing.isEmpty())
        return hold({}, m_saveMissing);
    if (wipes && counted.kind == RedisReply::Kind::Text &&
        !usesOnlyDatabase(counted.text, m_client->settings().database))
        return hold({}, tr("other databases than %1 are in use").arg(m_client->settings().databaseName()));
    if (wipes && m_count > SaveBudget::keys)
        return hold({}, tr("there are %1 keys, and at most %2 are saved").arg(m_count).arg(SaveBudget::keys));
    m_saver = std::make_unique<ContentSaver>(*m_client, SaveBudget{m_step.spec.deadline / 3},
                                             [this](const auto& result) { saved(result); });
    if (wipes)
        m_saver->saveDatabase();
    else
        m_saver->saveKeys(removedKeys(m_plan.run));
}

void RedisExecution::saved(const Result<ContentSaver::Saved>& saved)
{
    if (m_finished)
        return;
    if (saved) {
        m_watching = saved->missing.isEmpty();
        return saved->keys.isEmpty() && m_watching ? send() : hold(saved->keys, saved->missing);
    }
    if (saved.error().kind != ErrorKind::TooLarge)
        return conclude({saved.error(), false, false});
    // One value was larger than an answer may be, and the connection is gone: all over again, without saving.
    m_saveMissing = tr("a single value is larger than %1 MiB").arg(RedisParser::maximumBytes / 1024 / 1024);
    m_saver.release()->deleteLater();
    attempt();
}

void RedisExecution::hold(const QList<SavedKey>& keys, const QString& missing)
{
    StepHold held;
    held.affected = m_count;
    const QString name = QString::fromUtf8(m_plan.run.first()).toUpper();
    if (missing.isEmpty()) {
        held.summary = tr("%n key(s) saved before %1", nullptr, static_cast<int>(keys.size())).arg(name);
        UndoCapsule capsule;
        capsule.kind = m_step.spec.kind;
        capsule.connectionId = m_step.connectionId;
        capsule.parameters = {{QStringLiteral("restore"), savedToJson(keys)}};
        capsule.items = keys.size();
        capsule.summary = tr("%n key(s) of %1 with their expiry; those whose time has run out stay away", nullptr,
                             static_cast<int>(keys.size()))
                              .arg(m_client->settings().databaseName());
        held.undo = capsule;
    } else {
        held.summary = tr("%n key(s) not saved before %1", nullptr, static_cast<int>(m_count)).arg(name);
        held.undoMissing = tr("The content was not saved: %1").arg(missing);
    }
    m_holding = true;
    emit holding(held);
}

void RedisExecution::settle(bool goOn)
{
    if (!std::exchange(m_holding, false) || m_finished)
        return;
    if (!goOn) {
        m_client->abort();
        return finish(StepState::Failed, tr("the old content could not be kept on the log, so nothing was sent"));
    }
    // Later: this may come from within holding().
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_finished)
                send();
        },
        Qt::QueuedConnection);
}

Arguments RedisExecution::finalCommand() const
{
    if (!wipesDatabase(m_plan.run) || !m_scripts)
        return m_plan.run;
    return Arguments{"EVAL", ifAsManyAs, "0", QByteArray::number(m_count)} + m_plan.run;
}

void RedisExecution::send()
{
    if (m_watching)
        return sendWatched();
    m_client->command(finalCommand(), left(), [this](const RedisClient::Answer& answer) {
        if (m_scripts && answer.reply && answer.reply->kind == RedisReply::Kind::Integer)
            return finish(StepState::Failed, mismatchText(answer.reply->integer));
        conclude(answer);
    });
}

void RedisExecution::sendWatched()
{
    // MULTI alone first: were it refused, what follows would run without it.
    m_client->command({"MULTI"}, left(), [this](const RedisClient::Answer& opened) {
        if (m_finished)
            return;
        if (!opened.reply)
            return conclude({opened.reply, false, opened.answered});
        m_client->batch({finalCommand(), {"EXEC"}}, left(),
                        [this](const QList<RedisClient::Answer>& answers) { concludeTransaction(answers); });
    });
}

void RedisExecution::concludeTransaction(const QList<RedisClient::Answer>& answers)
{
    const RedisClient::Answer& executed = answers.last();
    if (!executed.reply)
        return conclude(answers.first().reply ? executed : answers.first());
    if (executed.reply->kind == RedisReply::Kind::Nil)
        return finish(StepState::Failed,
                      tr("another client changed a key while it was being saved, so nothing was deleted; look at the "
                         "step again"));
    if (executed.reply->items.size() != 1)
        return finish(StepState::OutcomeUnknown, tr("the answer to EXEC cannot be read: look before you repeat it"));
    const RedisReply& reply = executed.reply->items[0];
    if (reply.kind == RedisReply::Kind::Error)
        return conclude({m_client->errorOf(reply), true, true});
    if (m_scripts && reply.kind == RedisReply::Kind::Integer)
        return finish(StepState::Failed, mismatchText(reply.integer));
    concludeReply(reply);
}

void RedisExecution::putBack()
{
    m_client->batch({{"TIME"}, {"MULTI"}}, left(), [this](const QList<RedisClient::Answer>& answers) {
        if (m_finished)
            return;
        const RedisClient::Answer& time = answers.first();
        if (!answers.last().reply || !time.reply || time.reply->items.empty())
            return conclude({answers.last().reply ? time.reply : answers.last().reply, false, answers.last().answered});
        putBackNow(time.reply->items[0].text.toLongLong() * 1000);
    });
}

void RedisExecution::putBackNow(qint64 now)
{
    QList<Arguments> commands;
    for (const SavedKey& saved : m_plan.restore) {
        if (saved.expires == 0 || saved.expires > now)
            commands.append(
                {"RESTORE", saved.key, QByteArray::number(saved.expires), saved.payload, "REPLACE", "ABSTTL"});
    }
    const qint64 expired = m_plan.restore.size() - commands.size();
    commands.append({"EXEC"});
    m_client->batch(commands, left(),
                    [this, expired](const QList<RedisClient::Answer>& answers) { concludePutBack(answers, expired); });
}

void RedisExecution::concludePutBack(const QList<RedisClient::Answer>& answers, qint64 expired)
{
    const RedisClient::Answer& executed = answers.last();
    if (!executed.reply) {
        const auto bad = std::find_if(answers.begin(), answers.end(), [](const auto& answer) { return !answer.reply; });
        return conclude(executed.answered ? *bad : executed);
    }
    StepOutcome outcome;
    const auto& replies = executed.reply->items;
    const auto isError = [](const RedisReply& reply) { return reply.kind == RedisReply::Kind::Error; };
    const auto wrong = std::count_if(replies.begin(), replies.end(), isError);
    outcome.affected = static_cast<qint64>(replies.size()) - wrong;
    outcome.summary = tr("%n key(s) put back", nullptr, static_cast<int>(outcome.affected));
    if (expired > 0)
        outcome.summary += tr(", %n whose time has run out left away", nullptr, static_cast<int>(expired));
    outcome.state = wrong == 0 ? StepState::Succeeded : StepState::Failed;
    if (wrong > 0)
        outcome.summary += tr("; %n could not be: %1", nullptr, static_cast<int>(wrong))
                               .arg(m_client->errorOf(*std::find_if(replies.begin(), replies.end(), isError)).message);
    outcome.output = outcome.summary.toUtf8() + '\n';
    finish(outcome);
}

}  // namespace cockpit::adapters::redis
