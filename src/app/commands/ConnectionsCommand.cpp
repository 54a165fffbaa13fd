// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "app/commands/CommandContext.h"
#include "app/commands/CommandEngine.h"
#include "app/commands/CommandLoop.h"
#include "app/commands/SecretPrompt.h"

#include "core/connections/ConnectionFile.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace cockpit {

namespace {

const QString usageLine = QStringLiteral(
    "connections list [--json]\n"
    "       incident-cockpit connections add ID --kind KIND --environment production|staging|demo [--title TEXT]\n"
    "                        [--set KEY=VALUE]… [--keychain|--session|--no-secret] [--secret-stdin]\n"
    "       incident-cockpit connections test ID [--json]\n"
    "       incident-cockpit connections remove ID");
constexpr Milliseconds keychainAtMost{15'000};
constexpr Milliseconds testAtMost{30'000};

struct Say {
    Q_DECLARE_TR_FUNCTIONS(ConnectionsCommand)
};

QJsonObject toJson(const ConnectionState& state)
{
    const ConnectionSpec& spec = state.spec;
    return {{QStringLiteral("id"), spec.id},
            {QStringLiteral("kind"), spec.kind},
            {QStringLiteral("title"), spec.title},
            {QStringLiteral("bound"), state.bound},
            {QStringLiteral("environment"), environmentName(spec.environment)},
            {QStringLiteral("secret"), secretStorageName(spec.secretStorage)},
            {QStringLiteral("settings"), spec.settings}};
}

QString settingsText(const QJsonObject& settings)
{
    QStringList words;
    for (auto setting = settings.begin(); setting != settings.end(); ++setting)
        words.append(setting.key() + QLatin1Char('=') + setting.value().toVariant().toString());
    return words.join(QLatin1Char(' '));
}

int list(CommandContext& context, Engine& engine)
{
    if (!context.arguments.isEmpty())
        return usage(context, usageLine);
    const QList<ConnectionState> connections = engine.snapshot().connections;
    if (context.json) {
        QJsonArray entries;
        for (const ConnectionState& state : connections)
            entries.append(toJson(state));
        printJson(context, entries);
        return ExitDone;
    }
    for (const ConnectionState& state : connections) {
        context.out << state.spec.id << "  " << state.spec.kind << "  ";
        if (state.bound)
            context.out << environmentName(state.spec.environment) << "  " << settingsText(state.spec.settings) << '\n';
        else
            context.out << Say::tr("(not set up)") << '\n';
    }
    return ExitDone;
}

/// One KEY=VALUE, typed as the kind's field says.
Status setField(ConnectionSpec& spec, const ConnectionKindInfo& kind, const QString& assignment)
{
    const QString key = assignment.section(QLatin1Char('='), 0, 0);
    const QString value = assignment.section(QLatin1Char('='), 1);
    const auto field =
        std::find_if(kind.fields.begin(), kind.fields.end(), [&](const auto& one) { return one.id == key; });
    if (field == kind.fields.end()) {
        QStringList known;
        for (const ConnectionField& one : kind.fields)
            known.append(one.id);
        return fail(ErrorKind::InvalidInput, Say::tr("A connection of kind %1 has no setting \"%2\"; it has %3")
                                                 .arg(kind.kind, key.left(40), known.join(QStringLiteral(", "))));
    }
    if (field->type == ConnectionField::Type::Number) {
        bool good = false;
        const int number = value.toInt(&good);
        if (!good)
            return fail(ErrorKind::InvalidInput, Say::tr("%1 must be a whole number").arg(key));
        spec.settings.insert(key, number);
    } else if (field->type == ConnectionField::Type::Flag) {
        if (value != QLatin1String("true") && value != QLatin1String("false"))
            return fail(ErrorKind::InvalidInput, Say::tr("%1 must be true or false").arg(key));
        spec.settings.insert(key, value == QLatin1String("true"));
    } else {
        if (!field->choices.isEmpty() && !field->choices.contains(value))
            return fail(ErrorKind::InvalidInput,
                        Say::tr("%1 must be one of %2").arg(key, field->choices.join(QStringLiteral(", "))));
        spec.settings.insert(key, value);
    }
    return Done{};
}

Result<ConnectionKindInfo> kindNamed(const Engine& engine, const QString& name)
{
    QStringList known;
    for (const ConnectionKindInfo& kind : engine.connectionKinds()) {
        if (kind.kind == name)
            return kind;
        known.append(kind.kind);
    }
    return fail(ErrorKind::InvalidInput, Say::tr("There is no connection kind \"%1\"; use one of %2")
                                             .arg(name.left(40), known.join(QStringLiteral(", "))));
}

Result<ConnectionSpec> specFrom(QStringList& arguments, const ConnectionKindInfo& kind)
{
    ConnectionSpec spec;
    spec.kind = kind.kind;
    spec.title = takeOption(arguments, QStringLiteral("--title"));
    const auto environment = parseEnvironment(takeOption(arguments, QStringLiteral("--environment")));
    if (!environment)
        return environment.error();
    spec.environment = *environment;
    for (QString assignment = takeOption(arguments, QStringLiteral("--set")); !assignment.isEmpty();
         assignment = takeOption(arguments, QStringLiteral("--set"))) {
        if (const Status set = setField(spec, kind, assignment); !set)
            return set.error();
    }
    for (const ConnectionField& field : kind.fields) {
        if (field.required && !spec.settings.contains(field.id))
            return fail(ErrorKind::InvalidInput,
                        Say::tr("A connection of kind %1 needs --set %2=…").arg(kind.kind, field.id));
    }
    return spec;
}

/// Where the secret is to be kept and, when one is given now, the secret.
Result<std::optional<Secret>> secretFrom(QStringList& arguments, const ConnectionKindInfo& kind, ConnectionSpec& spec)
{
    const bool session = takeFlag(arguments, QStringLiteral("--session"));
    const bool keychain = takeFlag(arguments, QStringLiteral("--keychain"));
    const bool none = takeFlag(arguments, QStringLiteral("--no-secret"));
    const bool standardInput = takeFlag(arguments, QStringLiteral("--secret-stdin"));
    if (int(session) + int(keychain) + int(none) > 1 || (none && standardInput))
        return fail(ErrorKind::InvalidInput, Say::tr("Choose one of --keychain, --session and --no-secret"));
    if (none || kind.secretLabel.isEmpty())
        return std::optional<Secret>();
    spec.secretStorage = session ? SecretStorage::Session : SecretStorage::Keychain;
    // A secret for this session would be forgotten when this command ends; the window asks for it.
    if (session && !standardInput)
        return std::optional<Secret>();
    auto secret = standardInput ? readSecretFromStandardInput() : promptForSecret(kind.secretLabel);
    if (!secret)
        return secret.error();
    if (secret->isEmpty()) {
        spec.secretStorage = SecretStorage::None;
        return std::optional<Secret>();
    }
    return std::optional<Secret>(*secret);
}

int add(CommandContext& context, Engine& engine)
{
    const auto kind = kindNamed(engine, takeOption(context.arguments, QStringLiteral("--kind")));
    if (!kind) {
        context.err << kind.error().message << '\n';
        return ExitUsage;
    }
    auto spec = specFrom(context.arguments, *kind);
    if (!spec) {
        context.err << spec.error().message << '\n';
        return ExitUsage;
    }
    const QStringList flags{QStringLiteral("--session"), QStringLiteral("--keychain"), QStringLiteral("--no-secret"),
                            QStringLiteral("--secret-stdin")};
    const auto positional = std::count_if(context.arguments.begin(), context.arguments.end(),
                                          [&](const QString& argument) { return !flags.contains(argument); });
    if (positional != 1)
        return usage(context, usageLine);
    const auto secret = secretFrom(context.arguments, *kind, spec.value());
    if (!secret)
        return printError(context, secret.error());
    spec->id = context.arguments.value(0);
    const Status saved = runUntilFinished(engine.saveConnection(*spec, *secret, actorName()), keychainAtMost);
    if (!saved)
        return printError(context, saved.error());
    context.err << Say::tr("%1 is saved; try it with: incident-cockpit connections test %1").arg(spec->id) << '\n';
    return ExitDone;
}

int test(CommandContext& context, Engine& engine)
{
    if (context.arguments.size() != 1)
        return usage(context, usageLine);
    const ConnectionCheck check = runUntilFinished(engine.testConnection(context.arguments.first()), testAtMost);
    const QString sentence = check.sentence.isEmpty() ? Say::tr("No answer in time") : check.sentence;
    if (context.json)
        printJson(context, QJsonObject{{QStringLiteral("ok"), check.ok},
                                       {QStringLiteral("sentence"), sentence},
                                       {QStringLiteral("error"), check.ok ? QString() : errorKindName(check.errorKind)},
                                       {QStringLiteral("elapsed_ms"), static_cast<qint64>(check.elapsed.count())},
                                       {QStringLiteral("target"), check.target.toJson()}});
    else
        context.out << sentence << '\n';
    return check.ok ? ExitDone : ExitUnreachable;
}

int remove(CommandContext& context, Engine& engine)
{
    if (context.arguments.size() != 1)
        return usage(context, usageLine);
    const Status removed =
        runUntilFinished(engine.removeConnection(context.arguments.first(), actorName()), keychainAtMost);
    return removed ? int(ExitDone) : printError(context, removed.error());
}

}  // namespace

int connectionsCommand(CommandContext& context)
{
    const QString action = context.arguments.isEmpty() ? QString() : context.arguments.takeFirst();
    const auto actions = {std::pair{"list", &list}, {"add", &add}, {"test", &test}, {"remove", &remove}};
    const auto chosen = std::find_if(actions.begin(), actions.end(),
                                     [&](const auto& one) { return action == QLatin1String(one.first); });
    if (chosen == actions.end())
        return usage(context, usageLine);
    int exitCode = ExitDone;
    const auto assembly = openForCommand(context, false, exitCode);
    return assembly ? chosen->second(context, assembly->engine()) : exitCode;
}

}  // namespace cockpit
