// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/redis/RedisPlan.h"

#include "core/base/SafeText.h"
#include "core/base/ShellWords.h"
#include "core/runbook/Placeholders.h"

#include <QCoreApplication>

#include <algorithm>

namespace cockpit::adapters::redis {

namespace {

constexpr qint64 mostListed = 100'000;
constexpr qsizetype namedInText = 20;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(RedisStep)
};

Result<QString> filledWord(const QString& word, const QMap<QString, QString>& inputs)
{
    for (const QString& name : placeholderNames(word)) {
        if (!inputs.contains(name))
            return fail(ErrorKind::InvalidInput,
                        Say::tr("The command uses {{%1}}, but the step declares no such input").arg(name));
    }
    const QString rest = fillPlaceholders(word, [](const QString&) { return QString(); });
    if (rest.contains(QLatin1String("{{")))
        return fail(ErrorKind::InvalidInput,
                    Say::tr("\"%1\" holds a placeholder that is not filled").arg(word.left(80)));
    return fillPlaceholders(word, [&](const QString& name) { return inputs.value(name); });
}

Result<Arguments> filled(const QJsonArray& words, const QMap<QString, QString>& inputs)
{
    QJsonArray out;
    for (const QJsonValue& word : words) {
        if (!word.isString()) {
            out.append(word);
            continue;
        }
        if (out.isEmpty() && !placeholderNames(word.toString()).isEmpty())
            return fail(ErrorKind::InvalidInput, Say::tr("The name of the command cannot be an input"));
        const auto text = filledWord(word.toString(), inputs);
        if (!text)
            return text.error();
        out.append(*text);
    }
    return toArguments(out);
}

QString shownWord(const QByteArray& argument)
{
    QString word = safeLine(QString::fromUtf8(argument), 1'000);
    const bool plain = !word.isEmpty() && std::none_of(word.begin(), word.end(), [](QChar c) {
        return c.isSpace() || c == QLatin1Char('"') || c == QLatin1Char('\'') || c == QLatin1Char('\\');
    });
    if (plain)
        return word;
    word.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QLatin1Char('"') + word + QLatin1Char('"');
}

QJsonArray toWords(const Arguments& arguments)
{
    QJsonArray words;
    for (const QByteArray& argument : arguments)
        words.append(QString::fromUtf8(argument));
    return words;
}

Result<RedisPlan::Scan> scanOf(const StepSpec& spec, const QMap<QString, QString>& inputs)
{
    const QJsonObject given = spec.parameters.value(QStringLiteral("scan")).toObject();
    const auto match = filledWord(given.value(QStringLiteral("match")).toString(), inputs);
    if (!match)
        return match.error();
    if (match->isEmpty())
        return fail(ErrorKind::InvalidInput, Say::tr("scan needs a pattern in match, like orders:*"));
    RedisPlan::Scan scan{match->toUtf8()};
    scan.atMost = given.value(QStringLiteral("at_most")).toInteger(scan.atMost);
    scan.atMost = std::max(scan.atMost, spec.parameters.value(QStringLiteral("max_rows")).toInteger(0));
    if (scan.atMost < 1 || scan.atMost > mostListed)
        return fail(ErrorKind::InvalidInput, Say::tr("at_most of scan must be between 1 and %1").arg(mostListed));
    return scan;
}

template <typename T>
T orEmpty(const Result<T>& result)
{
    return result ? *result : T{};
}

Status readRun(RedisPlan& plan, const StepSpec& spec, const QMap<QString, QString>& inputs)
{
    const auto run = filled(spec.parameters.value(QStringLiteral("run")).toArray(), inputs);
    if (!run)
        return run.error();
    if (const Status allowed = checkCommand(*run); !allowed)
        return allowed;
    plan.run = *run;
    if (const auto known = knownDanger(*run); known && known->danger > plan.danger) {
        plan.danger = known->danger;
        plan.raised = known->why;
    }
    const QJsonArray preview = spec.parameters.value(QStringLiteral("preview")).toArray();
    if (preview.isEmpty())
        return Done{};
    const auto question = filled(preview, inputs);
    if (!question)
        return question.error();
    if (const auto allowed = readingCommand(toWords(*question)); !allowed)
        return fail(allowed.error().kind, Say::tr("The preview: %1").arg(allowed.error().message));
    plan.preview = *question;
    return Done{};
}

}  // namespace

Result<RedisPlan> RedisPlan::make(const StepSpec& spec, const QMap<QString, QString>& inputs)
{
    RedisPlan plan;
    plan.danger = spec.danger;
    const bool lists = spec.parameters.contains(QStringLiteral("scan"));
    const bool putsBack = spec.parameters.contains(QStringLiteral("restore"));
    if (int{lists} + int{putsBack} + int{spec.parameters.contains(QStringLiteral("run"))} != 1)
        return fail(ErrorKind::InvalidInput, Say::tr("A redis step has either run or scan"));
    if (putsBack) {
        const auto saved = savedFromJson(spec.parameters.value(QStringLiteral("restore")).toArray());
        if (!saved)
            return saved.error();
        plan.restore = *saved;
        plan.danger = Danger::Destructive;
        if (spec.danger < plan.danger)
            plan.raised = Say::tr("RESTORE replaces keys that are there");
        return plan;
    }
    if (lists) {
        const auto scan = scanOf(spec, inputs);
        if (!scan)
            return scan.error();
        plan.scan = *scan;
        return plan;
    }
    if (const Status read = readRun(plan, spec, inputs); !read)
        return read.error();
    return plan;
}

QJsonObject RedisPlan::toPayload() const
{
    QJsonObject payload{{QStringLiteral("danger"), dangerName(danger)}};
    if (!run.isEmpty())
        payload.insert(QStringLiteral("run"), toWords(run));
    if (!preview.isEmpty())
        payload.insert(QStringLiteral("preview"), toWords(preview));
    if (scan)
        payload.insert(QStringLiteral("scan"), QJsonObject{{QStringLiteral("match"), QString::fromUtf8(scan->match)},
                                                           {QStringLiteral("at_most"), scan->atMost}});
    if (!restore.isEmpty())
        payload.insert(QStringLiteral("restore"), savedToJson(restore));
    return payload;
}

RedisPlan RedisPlan::fromPayload(const QJsonObject& payload)
{
    RedisPlan plan;
    plan.danger = dangerFromName(payload.value(QStringLiteral("danger")).toString());
    plan.run = orEmpty(toArguments(payload.value(QStringLiteral("run")).toArray()));
    plan.preview = orEmpty(toArguments(payload.value(QStringLiteral("preview")).toArray()));
    const QJsonObject scan = payload.value(QStringLiteral("scan")).toObject();
    if (!scan.isEmpty())
        plan.scan = Scan{scan.value(QStringLiteral("match")).toString().toUtf8(),
                         scan.value(QStringLiteral("at_most")).toInteger()};
    plan.restore = orEmpty(savedFromJson(payload.value(QStringLiteral("restore")).toArray()));
    return plan;
}

QString RedisPlan::text() const
{
    QStringList words;
    if (scan)
        return Say::tr("SCAN … MATCH %1, then TYPE and PTTL of at most %2 keys")
            .arg(shownWord(scan->match))
            .arg(scan->atMost);
    if (!restore.isEmpty()) {
        for (const SavedKey& saved : restore.mid(0, namedInText))
            words.append(QStringLiteral("RESTORE %1 … REPLACE ABSTTL").arg(shownWord(saved.key)));
        if (restore.size() > namedInText)
            words.append(Say::tr("… %1 keys in all").arg(restore.size()));
        return words.join(QLatin1Char('\n'));
    }
    for (const QByteArray& argument : run)
        words.append(shownWord(argument));
    return words.join(QLatin1Char(' '));
}

QString RedisPlan::commandLine(const RedisSettings& settings, bool hasPassword) const
{
    if (!restore.isEmpty())
        return {};
    QStringList words;
    if (hasPassword)
        words.append(QStringLiteral("REDISCLI_AUTH=\"$REDISCLI_AUTH\""));
    words << QStringLiteral("redis-cli") << QStringLiteral("-h") << shellQuoted(settings.host) << QStringLiteral("-p")
          << QString::number(settings.port) << QStringLiteral("-n") << QString::number(settings.database);
    if (settings.tls)
        words.append(QStringLiteral("--tls"));
    if (!settings.authorityFile.isEmpty())
        words << QStringLiteral("--cacert") << shellQuoted(settings.authorityFile);
    if (!settings.user.isEmpty())
        words << QStringLiteral("--user") << shellQuoted(settings.user);
    if (scan)
        words << QStringLiteral("--scan") << QStringLiteral("--pattern") << shellQuoted(QString::fromUtf8(scan->match));
    for (const QByteArray& argument : run)
        words.append(shellQuoted(QString::fromUtf8(argument)));
    return words.join(QLatin1Char(' '));
}

}  // namespace cockpit::adapters::redis
