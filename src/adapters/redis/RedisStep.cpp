// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/redis/RedisStep.h"

#include "adapters/redis/RedisCommands.h"
#include "adapters/redis/RedisExecution.h"
#include "adapters/redis/RedisIdentity.h"
#include "core/base/SafeText.h"
#include "core/runbook/Placeholders.h"

#include <QCoreApplication>
#include <QPromise>

#include <algorithm>

namespace cockpit::adapters::redis {

namespace {

constexpr Milliseconds previewTime{10'000};
constexpr qsizetype rememberedTargets = 256;
constexpr size_t maximumSamples = 20;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(RedisStep)
};

/// Placeholders are filled per argument, so a value can never become a second argument or another command.
Result<QJsonArray> filled(const QJsonArray& words, const QMap<QString, QString>& inputs)
{
    QJsonArray out;
    for (const QJsonValue& word : words) {
        if (!word.isString()) {
            out.append(word);
            continue;
        }
        const QStringList names = placeholderNames(word.toString());
        if (out.isEmpty() && !names.isEmpty())
            return fail(ErrorKind::InvalidInput, Say::tr("The name of the command cannot be an input"));
        for (const QString& name : names) {
            if (!inputs.contains(name))
                return fail(ErrorKind::InvalidInput,
                            Say::tr("The command uses {{%1}}, but the step declares no such input").arg(name));
        }
        QString rest = fillPlaceholders(word.toString(), [](const QString&) { return QString(); });
        if (rest.contains(QLatin1String("{{")))
            return fail(ErrorKind::InvalidInput,
                        Say::tr("\"%1\" holds a placeholder that is not filled").arg(word.toString().left(80)));
        out.append(fillPlaceholders(word.toString(), [&](const QString& name) { return inputs.value(name); }));
    }
    return out;
}

/// As it would be typed into redis-cli.
QString shown(const Arguments& arguments)
{
    QStringList words;
    for (const QByteArray& argument : arguments) {
        QString word = safeLine(QString::fromUtf8(argument), 1'000);
        const bool plain = !word.isEmpty() && std::none_of(word.begin(), word.end(), [](QChar c) {
            return c.isSpace() || c == QLatin1Char('"') || c == QLatin1Char('\'') || c == QLatin1Char('\\');
        });
        if (!plain) {
            word.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
            word = QLatin1Char('"') + word + QLatin1Char('"');
        }
        words.append(word);
    }
    return words.join(QLatin1Char(' '));
}

QString keysText(qint64 count)
{
    return Say::tr("%n key(s)", nullptr, static_cast<int>(std::min<qint64>(count, 2'000'000'000)));
}

/// Keys over all databases, from INFO keyspace: "db0:keys=12,expires=0,avg_ttl=0".
qint64 keysInAllDatabases(const QByteArray& info)
{
    qint64 total = 0;
    for (const QByteArray& line : info.split('\n')) {
        const auto at = line.indexOf(":keys=");
        if (line.startsWith("db") && at > 0)
            total += line.mid(at + 6, line.indexOf(',', at) - at - 6).toLongLong();
    }
    return total;
}

void addReplyToPreview(const RedisReply& reply, StepPreview& preview)
{
    preview.columns = {Say::tr("value")};
    if (reply.kind == RedisReply::Kind::Integer)
        preview.affected = reply.integer;
    else if (reply.kind == RedisReply::Kind::List)
        preview.affected = static_cast<qint64>(reply.items.size());
    if (preview.affected >= 0)
        preview.summary = keysText(preview.affected);
    if (reply.kind != RedisReply::Kind::List) {
        preview.samples.append({safeLine(reply.toText())});
        if (preview.summary.isEmpty())
            preview.summary = safeLine(reply.toText(), 80);
        return;
    }
    for (size_t i = 0; i < std::min(reply.items.size(), maximumSamples); ++i)
        preview.samples.append({safeLine(reply.items[i].toText())});
}

/// The exchange of one preview; lives until its promise is settled.
class Previewing
{
public:
    using Settle = std::function<void(Result<StepPreview>)>;

    static void begin(const RedisSettings& settings, const ResolvedStep& step, Settle settle)
    {
        auto* client = new RedisClient(settings);
        const Settle once = [client, settle = std::move(settle)](Result<StepPreview> result) {
            client->deleteLater();
            settle(std::move(result));
        };
        const Milliseconds time = std::min(step.spec.deadline, previewTime);
        readIdentity(*client, time, [=](const Result<RedisIdentity>& identity) {
            if (!identity)
                return once(identity.error());
            look(*client, step, *identity, time, once);
        });
    }

private:
    static void look(RedisClient& client, const ResolvedStep& step, const RedisIdentity& identity, Milliseconds time,
                     const Settle& once)
    {
        StepPreview preview;
        preview.target = identity.target;
        if (step.spec.danger == Danger::Destructive)
            preview.confirmation = client.settings().confirmation();
        const auto run = toArguments(step.payload.value(QStringLiteral("run")).toArray());
        const auto chosen = toArguments(step.payload.value(QStringLiteral("preview")).toArray());
        const bool wipes = run && wipesDatabase(*run);
        const bool wipesAll = wipes && run->first().toLower() == "flushall";
        if (!wipes && !chosen) {
            if (step.spec.danger == Danger::Destructive)
                preview.summary = Say::tr("an unknown number of keys (this step has no preview)");
            return once(preview);
        }
        const Arguments question = wipesAll ? Arguments{"INFO", "keyspace"} : wipes ? Arguments{"DBSIZE"} : *chosen;
        client.command(question, time, [preview, wipesAll, once](const RedisClient::Answer& answer) mutable {
            if (!answer.reply)
                return once(answer.reply.error());
            if (wipesAll) {
                preview.affected = keysInAllDatabases(answer.reply->text);
                preview.summary = Say::tr("%1 in all databases").arg(keysText(preview.affected));
            } else {
                addReplyToPreview(*answer.reply, preview);
            }
            once(preview);
        });
    }
};

}  // namespace

RedisStep::RedisStep(ConnectionResolver& connections)
    : m_connections(connections)
    , m_shown(std::make_shared<QHash<QByteArray, TargetIdentity>>())
{
}

QString RedisStep::kind() const
{
    return QStringLiteral("redis");
}

Result<ResolvedStep> RedisStep::resolve(const QString& platform, const QString& runbook, const StepSpec& spec,
                                        const QMap<QString, QString>& inputs) const
{
    const auto checked = checkInputs(spec, inputs);
    if (!checked)
        return checked.error();
    const auto run = filled(spec.parameters.value(QStringLiteral("run")).toArray(), *checked);
    if (!run)
        return run.error();
    const auto arguments = toArguments(*run);
    if (!arguments)
        return arguments.error();
    if (const Status allowed = checkCommand(*arguments, spec.danger); !allowed)
        return allowed.error();
    ResolvedStep step;
    step.payload = {{QStringLiteral("run"), *run}, {QStringLiteral("danger"), dangerName(spec.danger)}};
    if (spec.parameters.contains(QStringLiteral("preview"))) {
        const auto preview = filled(spec.parameters.value(QStringLiteral("preview")).toArray(), *checked);
        if (!preview)
            return preview.error();
        if (const auto allowed = readingCommand(*preview); !allowed)
            return fail(allowed.error().kind, Say::tr("The preview: %1").arg(allowed.error().message));
        step.payload.insert(QStringLiteral("preview"), *preview);
    }
    step.platform = platform;
    step.runbook = runbook;
    step.spec = spec;
    step.connectionId = platform + QLatin1Char('/') + spec.connection;
    step.text = shown(*arguments);
    step.digest = stepDigest(kind(), step.connectionId, step.payload);
    return step;
}

QFuture<Result<StepPreview>> RedisStep::preview(const ResolvedStep& step)
{
    auto promise = std::make_shared<QPromise<Result<StepPreview>>>();
    promise->start();
    const auto settle = [promise, step, shownTargets = m_shown](Result<StepPreview> result) {
        if (result) {
            if (shownTargets->size() > rememberedTargets)
                shownTargets->clear();
            shownTargets->insert(step.digest, result->target);
        }
        promise->addResult(std::move(result));
        promise->finish();
    };
    m_connections.resolve(step.connectionId).then([step, settle](const Result<ResolvedConnection>& connection) {
        if (!connection)
            return settle(connection.error());
        const auto settings = RedisSettings::from(*connection);
        if (!settings)
            return settle(settings.error());
        Previewing::begin(*settings, step, settle);
    });
    return promise->future();
}

std::unique_ptr<StepExecution> RedisStep::start(const ResolvedStep& step)
{
    std::optional<TargetIdentity> approved;
    if (const auto found = m_shown->constFind(step.digest); found != m_shown->constEnd())
        approved = *found;
    return std::make_unique<RedisExecution>(m_connections, step, approved);
}

}  // namespace cockpit::adapters::redis
