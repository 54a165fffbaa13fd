// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/shell/ShellStep.h"

#include "adapters/shell/ShellExecution.h"
#include "adapters/shell/ShellPlaces.h"
#include "adapters/shell/ShellSettings.h"
#include "core/base/SafeText.h"
#include "core/base/ShellWords.h"
#include "core/runbook/Placeholders.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

namespace cockpit::adapters::shell {

namespace {

constexpr Milliseconds identityTimeout{15'000};

struct Say {
    Q_DECLARE_TR_FUNCTIONS(ShellStep)
};

/// Fills one text; a value stays inside the text it stands in.
Result<QString> filled(const QString& text, const QMap<QString, QString>& inputs)
{
    for (const QString& name : placeholderNames(text)) {
        if (!inputs.contains(name))
            return fail(ErrorKind::InvalidInput,
                        Say::tr("The command uses {{%1}}, but the step declares no such input").arg(name));
    }
    if (fillPlaceholders(text, [](const QString&) { return QString(); }).contains(QLatin1String("{{")))
        return fail(ErrorKind::InvalidInput,
                    Say::tr("\"%1\" holds a placeholder that is not filled").arg(text.left(80)));
    const QString value = fillPlaceholders(text, [&](const QString& name) { return inputs.value(name); });
    if (value.contains(QChar(QChar::Null)))
        return fail(ErrorKind::InvalidInput, Say::tr("A value holds a NUL character, which no program can be given"));
    return value;
}

Result<QStringList> argumentVector(const StepSpec& spec, const QMap<QString, QString>& inputs)
{
    QStringList argv;
    for (const QJsonValue& word : spec.parameters.value(QStringLiteral("argv")).toArray()) {
        const QString text = word.isDouble() ? word.toVariant().toString() : word.toString();
        if (argv.isEmpty() && !placeholderNames(text).isEmpty())
            return fail(ErrorKind::InvalidInput, Say::tr("The program cannot be an input; only its arguments can"));
        const auto value = filled(text, inputs);
        if (!value)
            return value.error();
        argv.append(*value);
    }
    if (argv.isEmpty() || argv.first().isEmpty())
        return fail(ErrorKind::InvalidInput,
                    Say::tr("The command is empty; write it as a list, like [railway, status]"));
    return argv;
}

Status checkVariable(const QString& variable)
{
    static const QRegularExpression name(QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_]*\\z"));
    const bool changesLoading = variable.startsWith(QLatin1String("LD_")) || variable == QLatin1String("PATH");
    if (name.match(variable).hasMatch() && !changesLoading)
        return Done{};
    return fail(ErrorKind::Refused,
                Say::tr("The environment variable %1 cannot be set by a step; use the connection's path")
                    .arg(variable.left(40)));
}

Result<QJsonObject> environmentOf(const StepSpec& spec, const QMap<QString, QString>& inputs)
{
    QJsonObject result;
    const QJsonObject declared = spec.parameters.value(QStringLiteral("environment")).toObject();
    for (auto entry = declared.begin(); entry != declared.end(); ++entry) {
        if (const Status checked = checkVariable(entry.key()); !checked)
            return checked.error();
        const auto value = filled(entry.value().toVariant().toString(), inputs);
        if (!value)
            return value.error();
        result.insert(entry.key(), *value);
    }
    return result;
}

/// Variable and connection whose secret it holds. What a step gets to see is part of what is approved; the secret is
/// not.
Result<QJsonObject> secretsOf(const StepSpec& spec, const QString& platform, const ConnectionResolver& connections)
{
    QJsonObject result;
    const QJsonObject plain = spec.parameters.value(QStringLiteral("environment")).toObject();
    const QJsonObject declared = spec.parameters.value(QStringLiteral("secret_environment")).toObject();
    for (auto entry = declared.begin(); entry != declared.end(); ++entry) {
        if (const Status checked = checkVariable(entry.key()); !checked)
            return checked.error();
        if (plain.contains(entry.key()))
            return fail(ErrorKind::InvalidInput,
                        Say::tr("%1 stands in environment and in secret_environment").arg(entry.key()));
        const QString id = platform + QLatin1Char('/') + entry.value().toString();
        const auto found = connections.find(id);
        if (!found)
            return found.error();
        if (found->secretStorage == SecretStorage::None)
            return fail(ErrorKind::InvalidInput,
                        Say::tr("%1 has no secret that %2 could hold; enter it in Connections").arg(id, entry.key()));
        result.insert(entry.key(), id);
    }
    return result;
}

/// As a shell would need it written; secrets stand as variables.
QString lineOf(const QJsonObject& payload)
{
    QStringList words;
    for (const QString& variable : payload.value(QStringLiteral("secret_environment")).toObject().keys())
        words.append(QStringLiteral("%1=\"$%1\"").arg(variable));
    const QJsonObject environment = payload.value(QStringLiteral("environment")).toObject();
    for (auto entry = environment.begin(); entry != environment.end(); ++entry)
        words.append(entry.key() + QLatin1Char('=') + shellQuoted(entry.value().toString()));
    for (const QJsonValue& argument : payload.value(QStringLiteral("argv")).toArray())
        words.append(shellQuoted(argument.toString()));
    const QString input = payload.value(QStringLiteral("stdin")).toString();
    if (!input.isEmpty())
        words.append(QStringLiteral("<<< ") + shellQuoted(input.chopped(1)));
    return words.join(QLatin1Char(' '));
}

/// The same for the place the connection names; none where a secret would have to stand on a command line.
QString commandLineOf(const ResolvedStep& step, const ConnectionResolver& connections)
{
    const auto spec = connections.find(step.connectionId);
    const QString prefix = spec ? terminalPrefix(*spec) : QString();
    if (prefix.isEmpty())
        return step.text;
    if (step.payload.contains(QStringLiteral("secret_environment")))
        return {};
    return prefix + QLatin1Char(' ') + shellQuoted(step.text);
}

}  // namespace

ShellStep::ShellStep(ConnectionResolver& connections)
    : m_connections(connections)
{
}

QString ShellStep::kind() const
{
    return QStringLiteral("shell");
}

Result<ResolvedStep> ShellStep::resolve(const QString& platform, const QString& runbook, const StepSpec& spec,
                                        const QMap<QString, QString>& inputs) const
{
    const auto checked = checkInputs(spec, inputs);
    if (!checked)
        return checked.error();
    const auto argv = argumentVector(spec, *checked);
    if (!argv)
        return argv.error();
    const auto environment = environmentOf(spec, *checked);
    if (!environment)
        return environment.error();
    ResolvedStep step;
    step.platform = platform;
    step.runbook = runbook;
    step.spec = spec;
    step.connectionId = platform + QLatin1Char('/') + spec.connection;
    step.payload = {{QStringLiteral("argv"), QJsonArray::fromStringList(*argv)},
                    {QStringLiteral("environment"), *environment}};
    const auto input = filled(spec.parameters.value(QStringLiteral("stdin")).toString(), *checked);
    if (!input)
        return input.error();
    if (!input->isEmpty())
        step.payload.insert(QStringLiteral("stdin"), *input + QLatin1Char('\n'));
    const auto secrets = secretsOf(spec, platform, m_connections);
    if (!secrets)
        return secrets.error();
    if (!secrets->isEmpty())
        step.payload.insert(QStringLiteral("secret_environment"), *secrets);
    if (spec.parameters.value(QStringLiteral("stream")).toBool()) {
        if (spec.danger != Danger::Read)
            return fail(ErrorKind::InvalidInput,
                        Say::tr("A stream is stopped at its time, so it must not change anything: declare it read"));
        step.payload.insert(QStringLiteral("stream"), true);
    }
    step.text = lineOf(step.payload);
    step.commandLine = commandLineOf(step, m_connections);
    step.digest = stepDigest(kind(), step.connectionId, step.payload);
    return step;
}

QFuture<Result<StepPreview>> ShellStep::preview(const ResolvedStep& step)
{
    const auto spec = m_connections.find(step.connectionId);
    if (!spec)
        return QtFuture::makeReadyFuture(Result<StepPreview>(spec.error()));
    const bool destroys = step.spec.danger == Danger::Destructive;
    return identityAt(*spec, identityTimeout)
        .then([destroys](const Result<TargetIdentity>& found) -> Result<StepPreview> {
            if (!found)
                return found.error();
            StepPreview preview;
            preview.target = *found;
            if (destroys) {
                preview.summary = Say::tr("whatever the command does (it has no preview)");
                preview.confirmation = preview.target.address;
            }
            return preview;
        });
}

std::unique_ptr<StepExecution> ShellStep::start(const ResolvedStep& step)
{
    return std::make_unique<ShellExecution>(m_connections, step);
}

}  // namespace cockpit::adapters::shell
