// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/runbook/StepOutputs.h"

#include "core/base/JsonPointer.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace cockpit {

namespace {

/// Longer ones are no values but texts, and belong in the evidence.
constexpr qsizetype longestValue = 4'096;

std::optional<QString> fromColumn(const ResultTable& table, const QString& column)
{
    const auto at = table.columns.indexOf(column);
    return at < 0 || table.rows.isEmpty() ? std::nullopt : table.rows.first().at(at);
}

std::optional<QString> fromJson(const QByteArray& output, const QString& pointer)
{
    const QJsonDocument document = QJsonDocument::fromJson(output);
    const QJsonValue value = atPointer(document.isArray() ? QJsonValue(document.array()) : document.object(), pointer);
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? QStringLiteral("1") : QStringLiteral("0");
    if (value.isDouble())
        return value.toVariant().toString();
    return std::nullopt;
}

std::optional<QString> fromText(const QByteArray& output, const QString& expression)
{
    const auto match =
        QRegularExpression(expression, QRegularExpression::MultilineOption).match(QString::fromUtf8(output));
    return match.hasMatch() ? std::optional(match.captured(match.lastCapturedIndex() > 0 ? 1 : 0)) : std::nullopt;
}

std::optional<QString> outputOf(const OutputSpec& output, const StepOutcome& outcome)
{
    switch (output.source) {
    case OutputSpec::Source::Rows:
        return outcome.affected < 0 ? std::nullopt : std::optional(QString::number(outcome.affected));
    case OutputSpec::Source::Column: return outcome.table ? fromColumn(*outcome.table, output.path) : std::nullopt;
    case OutputSpec::Source::Json: return fromJson(outcome.output, output.path);
    case OutputSpec::Source::Match: return fromText(outcome.output, output.path);
    }
    return std::nullopt;
}

}  // namespace

QMap<QString, QString> takeOutputs(const StepSpec& spec, const StepOutcome& outcome)
{
    QMap<QString, QString> taken;
    for (const OutputSpec& output : spec.outputs) {
        const auto value = outputOf(output, outcome);
        if (value && value->size() <= longestValue)
            taken.insert(output.id, *value);
    }
    return taken;
}

Truth isCalledFor(const StepSpec& spec, const QMap<QString, QString>& outputs)
{
    if (spec.onlyIf.isEmpty())
        return Truth::Yes;
    const auto condition = RuleExpression::parse(spec.onlyIf, nullptr);
    if (!condition)
        return Truth::Unknown;
    return condition->evaluate([&](const QString& name) {
        Reading reading;
        bool isNumber = false;
        reading.value = outputs.value(name).toDouble(&isNumber);
        reading.state = isNumber ? ReadingState::Value : ReadingState::MissingField;
        return reading;
    });
}

QMap<QString, QString> withOutputs(const StepSpec& spec, QMap<QString, QString> inputs,
                                   const QMap<QString, QString>& outputs)
{
    for (const InputSpec& input : spec.inputs) {
        if (!input.from.isEmpty() && inputs.value(input.id).isEmpty() && outputs.contains(input.from))
            inputs.insert(input.id, outputs.value(input.from));
    }
    return inputs;
}

}  // namespace cockpit
