// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/adapters/redis/RedisServer.h"

#include "tests/support/Wait.h"

#include <QElapsedTimer>

namespace cockpit::test {

using namespace adapters::redis;

namespace {

using Contents = QMap<QByteArray, std::pair<QByteArray, qint64>>;

/// Every type, in keys and values that are not text, with and without a time to live.
constexpr const char* fillScript = R"(
for i = 1, 4900 do redis.call('SET', 'k:' .. i, string.rep('v', i % 97) .. i) end
for i = 1, 4900, 7 do redis.call('PEXPIRE', 'k:' .. i, 3600000 + i) end
for i = 1, 20 do
  redis.call('SET', 'b\0\255\r\n' .. i, '\0\1\2\255"\r\n' .. i)
  for j = 1, 30 do
    redis.call('RPUSH', 'list:' .. i, '\200' .. j)
    redis.call('HSET', 'hash:' .. i, 'f' .. j, j)
    redis.call('SADD', 'set:' .. i, 'm' .. j)
    redis.call('ZADD', 'zset:' .. i, j / 3, 'm' .. j)
  end
end
return redis.call('DBSIZE'))";

class RedisDeletionTest : public RedisTest
{
protected:
    static Contents contents()
    {
        QList<QByteArray> keys;
        for (const RedisReply& key : ask({"KEYS", "*"}).items)
            keys.append(key.text);
        QList<Arguments> questions;
        // DUMP of a set gives its members in the order of the table they happen to lie in.
        for (const QByteArray& key : keys)
            questions << (key.startsWith("set:") ? Arguments{"SORT_RO", key, "ALPHA"} : Arguments{"DUMP", key})
                      << Arguments{"PEXPIRETIME", key};
        RedisClient client(*RedisSettings::from(connection()));
        Contents found;
        bool answered = false;
        client.batch(questions, Milliseconds(10'000), [&](const QList<RedisClient::Answer>& answers) {
            for (qsizetype i = 0; i < keys.size(); ++i)
                found.insert(keys.at(i), {answers.at(2 * i).reply->toText().toUtf8() + answers.at(2 * i).reply->text,
                                          answers.at(2 * i + 1).reply->integer});
            answered = true;
        });
        EXPECT_TRUE(waitUntil([&] { return answered; }, 12'000));
        return found;
    }
    static ResolvedStep undoOf(const StepHold& hold, const ResolvedStep& step, adapters::redis::RedisStep& executor)
    {
        StepSpec spec;
        spec.kind = hold.undo->kind;
        spec.danger = Danger::Destructive;
        spec.connection = hold.undo->connectionId.section(QLatin1Char('/'), 1);
        // As it comes back from the evidence store.
        spec.parameters = UndoCapsule::fromJson(hold.undo->toJson())->parameters;
        return *executor.resolve(step.platform, step.runbook, spec, {});
    }
    ResolvedStep approved(const QJsonArray& words, Danger danger = Danger::Destructive)
    {
        StepSpec spec = stepSpec(danger, words);
        spec.deadline = Milliseconds(30'000);
        ResolvedStep step = resolved(spec);
        const StepPreview preview = previewOf(step);
        step.approved = preview.target;
        if (step.spec.danger == Danger::Destructive)
            step.approvedCount = preview.affected;
        return step;
    }
    /// Runs it; `meanwhile` happens after everything is saved and before it is deleted.
    StepOutcome runAfter(const ResolvedStep& step, const std::function<void()>& meanwhile)
    {
        return run(step, [&](StepExecution& execution) {
            QObject::connect(&execution, &StepExecution::holding, &execution, [&](const StepHold&) { meanwhile(); });
        });
    }
};

TEST_F(RedisDeletionTest, AFlushedDatabaseComesBackAsItWas)
{
    ask({"FLUSHALL"});
    const qint64 keys = ask({"EVAL", fillScript, "0"}).integer;
    for (int i = 0; i < 20; ++i) {
        ask({"XADD", "stream", "*", "f", QByteArray(1, static_cast<char>(i))});
        ask({"PFADD", "hll", QByteArray::number(i)});
    }
    ask({"XGROUP", "CREATE", "stream", "workers", "0"});
    const Contents before = contents();
    ASSERT_EQ(before.size(), keys + 2);
    const ResolvedStep flush = approved({QStringLiteral("FLUSHDB")});
    EXPECT_EQ(flush.approvedCount, keys + 2);
    QElapsedTimer timer;
    timer.start();
    const StepOutcome outcome = run(flush);
    const qint64 flushed = timer.restart();
    ASSERT_EQ(outcome.state, StepState::Succeeded) << qPrintable(outcome.summary);
    EXPECT_EQ(outcome.affected, before.size());
    EXPECT_EQ(ask({"DBSIZE"}).integer, 0);
    ASSERT_EQ(holds.size(), 1);
    ASSERT_TRUE(holds.first().undo.has_value()) << qPrintable(holds.first().undoMissing);
    EXPECT_EQ(holds.first().undo->items, before.size());
    ask({"SET", "k:1", "new"});
    const ResolvedStep undo = undoOf(holds.first(), flush, executor);
    EXPECT_EQ(undo.spec.danger, Danger::Destructive);
    const StepPreview preview = previewOf(undo);
    EXPECT_EQ(preview.affected, before.size());
    EXPECT_TRUE(preview.summary.contains(QStringLiteral("1 exist"))) << qPrintable(preview.summary);
    timer.restart();
    const StepOutcome restored = run(undo);
    const qint64 putBack = timer.elapsed();
    ASSERT_EQ(restored.state, StepState::Succeeded) << qPrintable(restored.summary);
    EXPECT_TRUE(contents() == before) << "digest and expiry of every key";
    std::cout << "restored " << before.size()
              << " keys of 7 types to identical content and PEXPIRETIME; flush with save " << flushed << " ms, restore "
              << putBack << " ms\n";
}

TEST_F(RedisDeletionTest, DeletedKeysAreShownSavedAndComeBackExceptThoseThatRanOut)
{
    ask({"SET", "short", "x", "PX", "60000"});
    const QJsonArray words{QStringLiteral("UNLINK"), QStringLiteral("queue"), QStringLiteral("short"),
                           QStringLiteral("nothing"), QStringLiteral("queue")};
    const ResolvedStep step = approved(words, Danger::Write);
    const StepPreview preview = previewOf(step);
    EXPECT_EQ(preview.affected, 2);
    ASSERT_EQ(preview.samples.size(), 3);
    EXPECT_EQ(preview.spared, QList<int>{2});
    EXPECT_EQ(preview.samples.at(1),
              (QStringList{QStringLiteral("short"), QStringLiteral("string"), QStringLiteral("60")}));
    ASSERT_EQ(run(step).state, StepState::Succeeded);
    EXPECT_EQ(ask({"EXISTS", "queue", "short"}).integer, 0);
    ASSERT_TRUE(holds.value(0).undo.has_value());
    // One of the two runs out: its time is set to the past in the capsule, as if it were run later.
    StepHold later = holds.first();
    QJsonArray saved = later.undo->parameters.value(QStringLiteral("restore")).toArray();
    ASSERT_EQ(saved.size(), 2);
    for (qsizetype i = 0; i < saved.size(); ++i) {
        QJsonArray entry = saved.at(i).toArray();
        if (entry.at(1).toInteger() > 0)
            entry[1] = 1'000;
        saved[i] = entry;
    }
    later.undo->parameters.insert(QStringLiteral("restore"), saved);
    const StepOutcome back = run(undoOf(later, step, executor));
    EXPECT_EQ(back.state, StepState::Succeeded);
    EXPECT_EQ(back.affected, 1);
    EXPECT_TRUE(back.summary.contains(QStringLiteral("run out"))) << qPrintable(back.summary);
    EXPECT_EQ(ask({"LLEN", "queue"}).integer, 5);
}

TEST_F(RedisDeletionTest, AnotherCountThanTheApprovedOneIsNotDeleted)
{
    const ResolvedStep flush = approved({QStringLiteral("FLUSHDB")});
    ResolvedStep all = approved({QStringLiteral("FLUSHALL")});
    const ResolvedStep removal = approved({QStringLiteral("DEL"), QStringLiteral("queue"), QStringLiteral("third")});
    ask({"SET", "third", "1"});
    for (const ResolvedStep& step : {flush, all, removal}) {
        const StepOutcome outcome = run(step);
        EXPECT_EQ(outcome.state, StepState::Failed);
        EXPECT_TRUE(outcome.summary.contains(QStringLiteral("instead of %1").arg(step.approvedCount)))
            << qPrintable(outcome.summary);
        EXPECT_TRUE(holds.isEmpty());
    }
    EXPECT_EQ(ask({"DBSIZE"}).integer, 3);
}

TEST_F(RedisDeletionTest, WhatComesBetweenSavingAndDeletingEndsIt)
{
    const QList<std::function<void()>> changes{[] {
                                                   ask({"SET", "new", "1"});
                                               },
                                               [] {
                                                   ask({"RPUSH", "queue", "6"});
                                               },
                                               [] {
                                                   ask({"DEL", "dedup:1"});
                                               }};
    for (const QString& command : {QStringLiteral("FLUSHDB"), QStringLiteral("FLUSHALL")}) {
        for (const auto& change : changes) {
            SetUp();
            const ResolvedStep step = approved({command});
            const StepOutcome outcome = runAfter(step, change);
            EXPECT_EQ(outcome.state, StepState::Failed) << qPrintable(outcome.summary);
            EXPECT_GE(ask({"LLEN", "queue"}).integer, 5) << "nothing was deleted";
        }
    }
    SetUp();
    const ResolvedStep removal = approved({QStringLiteral("DEL"), QStringLiteral("queue")});
    EXPECT_EQ(runAfter(removal, changes.at(1)).state, StepState::Failed);
    EXPECT_EQ(ask({"LLEN", "queue"}).integer, 6);
}

TEST_F(RedisDeletionTest, WhatIsTooMuchToSaveIsSaidSoAndStillCounted)
{
    ask({"EVAL", "for i = 1, 10050 do redis.call('SET', 'n' .. i, i) end", "0"});
    const ResolvedStep many = approved({QStringLiteral("FLUSHDB")});
    EXPECT_TRUE(previewOf(many).notes.last().contains(QStringLiteral("no undo")));
    EXPECT_EQ(runAfter(many, [] { ask({"SET", "new", "1"}); }).state, StepState::Failed) << "counted in the script";
    EXPECT_EQ(ask({"DBSIZE"}).integer, 10'053);
    EXPECT_EQ(run(approved({QStringLiteral("FLUSHDB")})).state, StepState::Succeeded);
    ASSERT_EQ(holds.size(), 1);
    EXPECT_FALSE(holds.first().undo.has_value());
    EXPECT_TRUE(holds.first().undoMissing.contains(QStringLiteral("10053"))) << qPrintable(holds.first().undoMissing);

    // The server weighs a list by a few of its members, so what it says may be far too little.
    for (const char* script :
         {"redis.call('SET', 'big', string.rep('x', 17000000))",
          "for i = 1, 40 do redis.call('RPUSH', 'big', tostring(i)) end "
          "local random = {} for i = 1, 1200000 do random[i] = string.char(math.random(0, 255)) end "
          "for i = 1, 10 do redis.call('RPUSH', 'big', table.concat(random)) end"}) {
        ask({"DEL", "big"});
        ask({"EVAL", script, "0"});
        const StepOutcome outcome = run(approved({QStringLiteral("DEL"), QStringLiteral("big")}));
        EXPECT_EQ(outcome.state, StepState::Succeeded) << qPrintable(outcome.summary);
        ASSERT_EQ(holds.size(), 1);
        EXPECT_FALSE(holds.first().undo.has_value());
        EXPECT_TRUE(holds.first().undoMissing.contains(QStringLiteral("larger than")))
            << qPrintable(holds.first().undoMissing);
        EXPECT_EQ(ask({"EXISTS", "big"}).integer, 0);
    }
}

TEST_F(RedisDeletionTest, SeveralDatabasesAreNotSaved)
{
    ResolvedConnection second = connection();
    second.spec.settings.insert(QStringLiteral("database"), 2);
    ASSERT_TRUE(tell(second, {"SET", "elsewhere", "1"}).ok());
    const ResolvedStep step = approved({QStringLiteral("FLUSHALL")});
    EXPECT_EQ(step.approvedCount, 3);
    EXPECT_EQ(run(step).state, StepState::Succeeded);
    ASSERT_EQ(holds.size(), 1);
    EXPECT_TRUE(holds.first().undoMissing.contains(QStringLiteral("other databases")));
    EXPECT_FALSE(tell(second, {"GET", "elsewhere"})->kind == RedisReply::Kind::Text);
}

TEST_F(RedisDeletionTest, WithoutScriptsOrTransactionsItSaysWhatIsMissing)
{
    ask({"ACL", "SETUSER", "plain", "on", ">pw", "~*", "+@all", "-eval"});
    connections.put(connectionTo(address.port, "pw", QStringLiteral("plain")));
    EXPECT_EQ(runAfter(approved({QStringLiteral("FLUSHDB")}),
                       [] {
                           ask({"RPUSH", "queue", "6"});
                       })
                  .state,
              StepState::Failed);
    EXPECT_EQ(run(approved({QStringLiteral("FLUSHDB")})).state, StepState::Succeeded);
    EXPECT_TRUE(holds.value(0).undo.has_value());
    SetUp();
    ask({"ACL", "SETUSER", "plain", "-@transaction"});
    connections.put(connectionTo(address.port, "pw", QStringLiteral("plain")));
    EXPECT_EQ(run(approved({QStringLiteral("FLUSHDB")})).state, StepState::Succeeded);
    EXPECT_TRUE(holds.value(0).undoMissing.contains(QStringLiteral("may not")))
        << qPrintable(holds.value(0).undoMissing);
    ask({"ACL", "DELUSER", "plain"});
}

TEST_F(RedisDeletionTest, NothingIsDeletedThatIsNotOnTheLogOrWasCancelled)
{
    settles = false;
    const StepOutcome outcome = run(approved({QStringLiteral("FLUSHDB")}));
    EXPECT_EQ(outcome.state, StepState::Failed);
    settles = true;
    const StepOutcome cancelled = run(approved({QStringLiteral("FLUSHDB")}), [](StepExecution& execution) {
        QObject::connect(&execution, &StepExecution::holding, &execution, [&](const StepHold&) { execution.cancel(); });
    });
    EXPECT_EQ(cancelled.state, StepState::Cancelled);
    EXPECT_EQ(ask({"DBSIZE"}).integer, 2);
}

}  // namespace

}  // namespace cockpit::test
