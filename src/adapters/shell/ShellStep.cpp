// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/shell/ShellStep.h"

#include "adapters/shell/ShellExecution.h"
#include "adapters/shell/ShellSettings.h"
#include "core/base/SafeText.h"
#include "core/base/ShellWords.h"
#include "core/runbook/Placeholders.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

namespace cockpit::adapters::shell {

namespace {

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

Result<QJsonObject> environmentOf(const StepSpec& spec, const QMap<QString, QString>& inputs)
{
    static const QRegularExpression name(QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_]*\\z"));
    QJsonObject result;
    const QJsonObject declared = spec.parameters.value(QStringLiteral("environment")).toObject();
    for (auto entry = declared.begin(); entry != declared.end(); ++entry) {
        const bool changesLoading =
            entry.key().startsWith(QLatin1String("LD_")) || entry.key() == QLatin1String("PATH");
        if (!name.match(entry.key()).hasMatch() || changesLoading)
            return fail(ErrorKind::Refused,
                        Say::tr("The environment variable %1 cannot be set by a step; use the connection's path")
                            .arg(entry.key().left(40)));
        const auto value = filled(entry.value().toVariant().toString(), inputs);
        if (!value)
            return value.error();
        result.insert(entry.key(), *value);
    }
    return result;
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
    QStringList words;
    for (auto entry = environment->begin(); entry != environment->end(); ++entry)
        words.append(entry.key() + QLatin1Char('=') + shellQuoted(entry.value().toString()));
    for (const QString& argument : *argv)
        words.append(shellQuoted(argument));
    if (!input->isEmpty())
        words.append(QStringLiteral("<<< ") + shellQuoted(*input));
    step.text = words.join(QLatin1Char(' '));
    step.digest = stepDigest(kind(), step.connectionId, step.payload);
    return step;
}

QFuture<Result<StepPreview>> ShellStep::preview(const ResolvedStep& step)
{
    const auto ready = [](Result<StepPreview> result) { return QtFuture::makeReadyFuture(std::move(result)); };
    const auto spec = m_connections.find(step.connectionId);
    if (!spec)
        return ready(spec.error());
    const auto settings = ShellSettings::from(*spec);
    if (!settings)
        return ready(settings.error());
    StepPreview preview;
    preview.target = settings->identity();
    if (step.spec.danger == Danger::Destructive) {
        preview.summary = Say::tr("whatever the command does (it has no preview)");
        preview.confirmation = preview.target.address;
    }
    return ready(preview);
}

std::unique_ptr<StepExecution> ShellStep::start(const ResolvedStep& step)
{
    return std::make_unique<ShellExecution>(m_connections, step);
}

}  // namespace cockpit::adapters::shell
