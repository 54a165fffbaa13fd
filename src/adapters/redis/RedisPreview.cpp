// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/redis/RedisPreview.h"

#include "adapters/redis/RedisGate.h"
#include "adapters/redis/RedisKeys.h"
#include "core/base/SafeText.h"

#include <QCoreApplication>

#include <algorithm>

namespace cockpit::adapters::redis {

namespace {

constexpr Milliseconds previewTime{10'000};
constexpr qsizetype mostSamples = 20;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(RedisStep)
};

QString keysText(qint64 count)
{
    return Say::tr("%n key(s)", nullptr, static_cast<int>(std::min<qint64>(count, 2'000'000'000)));
}

QStringList keyColumns()
{
    return {Say::tr("key"), Say::tr("type"), Say::tr("seconds left")};
}

QStringList texts(const ResultTable::Row& row)
{
    QStringList words;
    for (const auto& cell : row)
        words.append(cell.value_or(QString()));
    return words;
}

/// One preview under way; every callback keeps it alive.
struct Look : std::enable_shared_from_this<Look> {
    Look(const RedisSettings& settings, const ResolvedStep& step, RedisPreview::Settle settle)
        : m_owner(new RedisClient(settings))
        , client(*m_owner)
        , plan(RedisPlan::fromPayload(step.payload))
        , time(std::min(step.spec.deadline, previewTime))
        , m_settle(std::move(settle))
    {
    }

    void begin()
    {
        QList<Arguments> more;
        if (!plan.run.isEmpty())
            more.append(factsQuestion(plan.run));
        meet(client, more, time,
             [self = shared_from_this()](const auto& identity, const auto& answers) { self->met(identity, answers); });
    }

private:
    /// The last callback lets go of this from within the client.
    struct Later {
        void operator()(QObject* object) const { object->deleteLater(); }
    };
    std::unique_ptr<RedisClient, Later> m_owner;
    RedisClient& client;
    RedisPlan plan;
    Milliseconds time;

    void met(const Result<RedisIdentity>& identity, const QList<RedisClient::Answer>& answers)
    {
        if (!identity)
            return end(identity.error());
        preview.target = identity->target;
        if (plan.danger == Danger::Destructive)
            preview.confirmation = client.settings().confirmation();
        if (!plan.run.isEmpty()) {
            if (const Status allowed = admit(plan.run, plan.danger, factsFrom(answers.first())); !allowed)
                return end(allowed.error());
        }
        if (!plan.restore.isEmpty())
            return lookAtReplaced();
        if (!plan.run.isEmpty() && wipesDatabase(plan.run))
            return lookAtDatabase();
        if (!plan.preview.isEmpty())
            return lookAtAnswer();
        if (!plan.run.isEmpty() && !removedKeys(plan.run).isEmpty())
            return lookAtKeys(removedKeys(plan.run));
        if (plan.danger == Danger::Destructive)
            preview.summary = Say::tr("an unknown number of keys (this step has no preview)");
        end(preview);
    }

    void ask(const QList<Arguments>& questions, const RedisClient::BatchCallback& then)
    {
        client.batch(questions, time, [self = shared_from_this(), then](const QList<RedisClient::Answer>& answers) {
            if (!answers.last().answered)
                return self->end(answers.last().reply.error());
            then(answers);
        });
    }

    void lookAtDatabase()
    {
        const QList<Arguments> questions{
            countQuestion(plan), {"INFO", "memory"}, {"INFO", "keyspace"}, {"SCAN", "0", "COUNT", "100"}};
        ask(questions, [this](const QList<RedisClient::Answer>& answers) {
            if (!answers.first().reply)
                return end(answers.first().reply.error());
            preview.affected = countIn(plan, *answers.first().reply);
            const bool all = plan.run.first().toLower() == "flushall";
            preview.summary =
                all ? Say::tr("%1 in all databases").arg(keysText(preview.affected)) : keysText(preview.affected);
            if (answers.at(1).reply)
                preview.notes.append(
                    Say::tr("the server uses %1 of memory")
                        .arg(safeLine(QString::fromUtf8(infoField(answers.at(1).reply->text, "used_memory_human")))));
            if (all && answers.at(2).reply)
                noteDatabases(answers.at(2).reply->text);
            if (preview.affected > SaveBudget::keys)
                preview.notes.append(
                    Say::tr("more than %1 keys: the content is not saved, so there is no undo").arg(SaveBudget::keys));
            QList<QByteArray> keys;
            if (answers.at(3).reply && answers.at(3).reply->items.size() == 2) {
                for (const RedisReply& key : answers.at(3).reply->items[1].items) {
                    if (keys.size() < mostSamples)
                        keys.append(key.text);
                }
            }
            if (keys.isEmpty())
                return end(preview);
            ask(keyQuestions(keys), [this, keys](const QList<RedisClient::Answer>& facts) { addSamples(keys, facts); });
        });
    }

    void noteDatabases(const QByteArray& keyspace)
    {
        for (const QByteArray& line : keyspace.split('\n')) {
            if (line.startsWith("db") && line.contains(":keys="))
                preview.notes.append(safeLine(QString::fromUtf8(line.left(line.indexOf(',')))));
        }
    }

    void addSamples(const QList<QByteArray>& keys, const QList<RedisClient::Answer>& answers)
    {
        preview.columns = keyColumns();
        for (const ResultTable::Row& row : keyRows(keys, answers))
            preview.samples.append(texts(row));
        end(preview);
    }

    void lookAtKeys(const QList<QByteArray>& keys)
    {
        ask(keyQuestions(keys), [this, keys](const QList<RedisClient::Answer>& answers) {
            preview.columns = keyColumns();
            preview.affected = 0;
            for (const ResultTable::Row& row : keyRows(keys, answers)) {
                const bool there = row.at(1) != QStringLiteral("none");
                preview.affected += there ? 1 : 0;
                if (preview.samples.size() >= mostSamples)
                    continue;
                if (!there)
                    preview.spared.append(static_cast<int>(preview.samples.size()));
                preview.samples.append(texts(row));
            }
            preview.summary =
                preview.affected == keys.size()
                    ? keysText(preview.affected)
                    : Say::tr("%1 of the %2 that are named").arg(keysText(preview.affected)).arg(keys.size());
            end(preview);
        });
    }

    void lookAtAnswer()
    {
        ask({plan.preview}, [this](const QList<RedisClient::Answer>& answers) {
            if (!answers.first().reply)
                return end(answers.first().reply.error());
            const RedisReply& reply = *answers.first().reply;
            preview.columns = {Say::tr("value")};
            preview.affected = countIn(plan, reply);
            preview.summary = preview.affected >= 0 ? keysText(preview.affected) : safeLine(reply.toText(), 80);
            if (reply.kind != RedisReply::Kind::List)
                preview.samples.append({safeLine(reply.toText())});
            for (size_t i = 0; i < std::min(reply.items.size(), static_cast<size_t>(mostSamples)); ++i)
                preview.samples.append({safeLine(reply.items[i].toText())});
            end(preview);
        });
    }

    void lookAtReplaced()
    {
        QList<Arguments> questions{{"TIME"}};
        for (const SavedKey& saved : plan.restore)
            questions.append({"EXISTS", saved.key});
        ask(questions, [this](const QList<RedisClient::Answer>& answers) {
            if (!answers.first().reply || answers.first().reply->items.empty())
                return end(fail(ErrorKind::Malformed, Say::tr("The server does not tell the time")));
            const qint64 now = answers.first().reply->items[0].text.toLongLong() * 1000;
            qint64 existing = 0;
            qint64 expired = 0;
            preview.columns = {Say::tr("key"), Say::tr("there now")};
            for (qsizetype i = 0; i < plan.restore.size(); ++i) {
                const SavedKey& saved = plan.restore.at(i);
                const RedisClient::Answer& answer = answers.at(i + 1);
                const bool there = answer.reply && answer.reply->integer > 0;
                const bool over = saved.expires > 0 && saved.expires <= now;
                expired += over ? 1 : 0;
                existing += there && !over ? 1 : 0;
                if (preview.samples.size() >= mostSamples)
                    continue;
                if (over)
                    preview.spared.append(static_cast<int>(preview.samples.size()));
                preview.samples.append({keyText(saved.key), there ? Say::tr("yes") : Say::tr("no")});
            }
            preview.affected = plan.restore.size() - expired;
            preview.summary = Say::tr("%1 written, of which %2 exist now and are replaced")
                                  .arg(keysText(preview.affected))
                                  .arg(existing);
            if (expired > 0)
                preview.notes.append(Say::tr("%1 whose time has run out stay away").arg(keysText(expired)));
            end(preview);
        });
    }

    void end(const Result<StepPreview>& result)
    {
        if (const RedisPreview::Settle settle = std::exchange(m_settle, {}))
            settle(result);
    }

    StepPreview preview;
    RedisPreview::Settle m_settle;
};

}  // namespace

Arguments countQuestion(const RedisPlan& plan)
{
    if (plan.run.isEmpty())
        return {};
    if (wipesDatabase(plan.run))
        return plan.run.first().toLower() == "flushall" ? Arguments{"INFO", "keyspace"} : Arguments{"DBSIZE"};
    if (!plan.preview.isEmpty())
        return plan.preview;
    const QList<QByteArray> keys = removedKeys(plan.run);
    return keys.isEmpty() ? Arguments() : Arguments{"EXISTS"} + keys;
}

qint64 countIn(const RedisPlan& plan, const RedisReply& reply)
{
    if (reply.kind == RedisReply::Kind::Integer)
        return reply.integer;
    if (reply.kind == RedisReply::Kind::List)
        return static_cast<qint64>(reply.items.size());
    if (!wipesDatabase(plan.run))
        return -1;
    // INFO keyspace: "db0:keys=12,expires=0,avg_ttl=0".
    qint64 total = 0;
    for (const QByteArray& line : reply.text.split('\n')) {
        const qsizetype at = line.indexOf(":keys=");
        if (line.startsWith("db") && at > 0)
            total += line.mid(at + 6, line.indexOf(',', at) - at - 6).toLongLong();
    }
    return total;
}

void RedisPreview::begin(const RedisSettings& settings, const ResolvedStep& step, const Settle& settle)
{
    std::make_shared<Look>(settings, step, settle)->begin();
}

}  // namespace cockpit::adapters::redis
