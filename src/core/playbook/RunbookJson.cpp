// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// A runbook as JSON and back: what `playbook show --json` prints, and what a run keeps of it.
#include "core/base/Duration.h"
#include "core/playbook/JsonList.h"
#include "core/playbook/Runbook.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace cockpit {

namespace {

constexpr std::array inputTypes{
    std::pair{InputSpec::Type::Text, "text"}, std::pair{InputSpec::Type::Integer, "integer"},
    std::pair{InputSpec::Type::Number, "number"}, std::pair{InputSpec::Type::Identifier, "identifier"},
    std::pair{InputSpec::Type::Choice, "choice"}};
constexpr std::array outputSources{
    std::pair{OutputSpec::Source::Rows, "rows"}, std::pair{OutputSpec::Source::Column, "column"},
    std::pair{OutputSpec::Source::Json, "json"}, std::pair{OutputSpec::Source::Match, "match"}};
constexpr std::array comparisons{Comparison::Less,     Comparison::LessOrEqual,    Comparison::Equal,
                                 Comparison::NotEqual, Comparison::GreaterOrEqual, Comparison::Greater};

template <typename Value, size_t size>
QString nameIn(const std::array<std::pair<Value, const char*>, size>& names, Value value)
{
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto& one) { return one.first == value; });
    return QString::fromLatin1(found->second);
}

template <typename Value, size_t size>
Value valueIn(const std::array<std::pair<Value, const char*>, size>& names, const QString& name)
{
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const auto& one) { return name == QLatin1String(one.second); });
    return found == names.end() ? names.front().first : found->first;
}

QString textAt(const QJsonObject& json, const char* key)
{
    return json.value(QLatin1String(key)).toString();
}

QStringList textsAt(const QJsonObject& json, const char* key)
{
    QStringList texts;
    for (const QJsonValue& value : json.value(QLatin1String(key)).toArray())
        texts.append(value.toString());
    return texts;
}

Milliseconds durationAt(const QJsonObject& json, const char* key, Milliseconds fallback)
{
    const auto duration = parseDuration(textAt(json, key));
    return duration ? *duration : fallback;
}

QJsonObject outputJson(const OutputSpec& output)
{
    return {{QStringLiteral("id"), output.id},
            {QStringLiteral("source"), nameIn(outputSources, output.source)},
            {QStringLiteral("path"), output.path}};
}

InputSpec inputFromJson(const QJsonObject& json)
{
    InputSpec input;
    input.id = textAt(json, "id");
    input.title = textAt(json, "title");
    input.type = valueIn(inputTypes, textAt(json, "type"));
    input.defaultValue = textAt(json, "default");
    input.pattern = textAt(json, "pattern");
    input.choices = textsAt(json, "choices");
    input.required = json.value(QStringLiteral("required")).toBool(true);
    input.from = textAt(json, "from");
    return input;
}

Expectation expectationFromJson(const QJsonObject& json)
{
    Expectation expectation;
    expectation.signal = textAt(json, "signal");
    expectation.when = textAt(json, "when");
    const auto comparison = std::find_if(comparisons.begin(), comparisons.end(), [&](Comparison one) {
        return comparisonSymbol(one) == textAt(json, "comparison");
    });
    expectation.comparison = comparison == comparisons.end() ? Comparison::Equal : *comparison;
    expectation.value = json.value(QStringLiteral("value")).toDouble();
    expectation.within = durationAt(json, "within", expectation.within);
    expectation.hold = durationAt(json, "hold", expectation.hold);
    return expectation;
}

StageSpec stageFromJson(const QJsonObject& json)
{
    return {textAt(json, "after"), textAt(json, "opens_when"), durationAt(json, "for", Milliseconds{0}),
            textAt(json, "holds_while"), textAt(json, "fall_back")};
}

}  // namespace

QJsonObject inputJson(const InputSpec& input)
{
    return {{QStringLiteral("id"), input.id},
            {QStringLiteral("title"), input.title},
            {QStringLiteral("type"), nameIn(inputTypes, input.type)},
            {QStringLiteral("default"), input.defaultValue},
            {QStringLiteral("pattern"), input.pattern},
            {QStringLiteral("choices"), QJsonArray::fromStringList(input.choices)},
            {QStringLiteral("required"), input.required},
            {QStringLiteral("from"), input.from}};
}

QJsonObject stepJson(const StepSpec& step)
{
    QJsonObject json{{QStringLiteral("id"), step.id},
                     {QStringLiteral("title"), step.title},
                     {QStringLiteral("kind"), step.kind},
                     {QStringLiteral("danger"), dangerName(step.danger)},
                     {QStringLiteral("on"), step.connection},
                     {QStringLiteral("parameters"), step.parameters},
                     {QStringLiteral("inputs"), arrayOf(step.inputs, inputJson)},
                     {QStringLiteral("deadline"), formatDuration(step.deadline)},
                     {QStringLiteral("time_box"), formatDuration(step.timeBox)},
                     {QStringLiteral("see"), QJsonArray::fromStringList(step.see)},
                     {QStringLiteral("outputs"), arrayOf(step.outputs, outputJson)},
                     {QStringLiteral("only_if"), step.onlyIf},
                     {QStringLiteral("verify"), step.verify},
                     {QStringLiteral("why"), step.why}};
    if (step.expect)
        json.insert(QStringLiteral("expect"),
                    QJsonObject{{QStringLiteral("signal"), step.expect->signal},
                                {QStringLiteral("when"), step.expect->when},
                                {QStringLiteral("comparison"), comparisonSymbol(step.expect->comparison)},
                                {QStringLiteral("value"), step.expect->value},
                                {QStringLiteral("within"), formatDuration(step.expect->within)},
                                {QStringLiteral("hold"), formatDuration(step.expect->hold)}});
    if (step.stage)
        json.insert(QStringLiteral("stage"),
                    QJsonObject{{QStringLiteral("after"), step.stage->after},
                                {QStringLiteral("opens_when"), step.stage->opensWhen},
                                {QStringLiteral("for"), formatDuration(step.stage->opensAfter)},
                                {QStringLiteral("holds_while"), step.stage->holdsWhile},
                                {QStringLiteral("fall_back"), step.stage->fallBack}});
    return json;
}

StepSpec stepFromJson(const QJsonObject& json)
{
    StepSpec step;
    step.id = textAt(json, "id");
    step.title = textAt(json, "title");
    step.kind = textAt(json, "kind");
    step.danger = dangerFromName(textAt(json, "danger"));
    step.connection = textAt(json, "on");
    step.parameters = json.value(QStringLiteral("parameters")).toObject();
    for (const QJsonValue& input : json.value(QStringLiteral("inputs")).toArray())
        step.inputs.append(inputFromJson(input.toObject()));
    step.deadline = durationAt(json, "deadline", step.deadline);
    step.timeBox = durationAt(json, "time_box", step.timeBox);
    step.see = textsAt(json, "see");
    for (const QJsonValue& value : json.value(QStringLiteral("outputs")).toArray()) {
        const QJsonObject output = value.toObject();
        step.outputs.append(
            {textAt(output, "id"), valueIn(outputSources, textAt(output, "source")), textAt(output, "path")});
    }
    step.onlyIf = textAt(json, "only_if");
    step.verify = textAt(json, "verify");
    step.why = textAt(json, "why");
    if (json.contains(QStringLiteral("expect")))
        step.expect = expectationFromJson(json.value(QStringLiteral("expect")).toObject());
    if (json.contains(QStringLiteral("stage")))
        step.stage = stageFromJson(json.value(QStringLiteral("stage")).toObject());
    return step;
}

const StepSpec* Runbook::step(const QString& stepId) const
{
    const auto found =
        std::find_if(steps.begin(), steps.end(), [&stepId](const StepSpec& spec) { return spec.id == stepId; });
    return found == steps.end() ? nullptr : &*found;
}

QJsonObject Runbook::toJson() const
{
    return {{QStringLiteral("id"), id},
            {QStringLiteral("title"), title},
            {QStringLiteral("summary"), summary},
            {QStringLiteral("symptoms"), QJsonArray::fromStringList(symptoms)},
            {QStringLiteral("steps"), arrayOf(steps, stepJson)}};
}

Runbook Runbook::fromJson(const QJsonObject& json)
{
    Runbook runbook;
    runbook.id = textAt(json, "id");
    runbook.title = textAt(json, "title");
    runbook.summary = textAt(json, "summary");
    runbook.symptoms = textsAt(json, "symptoms");
    for (const QJsonValue& step : json.value(QStringLiteral("steps")).toArray())
        runbook.steps.append(stepFromJson(step.toObject()));
    return runbook;
}

}  // namespace cockpit
