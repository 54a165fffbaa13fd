// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// What steps hand to each other: outputs, inputs taken from them, conditions over them, and how to verify a step.
#include "core/metrics/RuleExpression.h"
#include "core/playbook/PlaybookReader.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace cockpit {

namespace {

QStringList sourceKeys()
{
    return {QStringLiteral("rows"), QStringLiteral("column"), QStringLiteral("json"), QStringLiteral("match")};
}

}  // namespace

QList<OutputSpec> PlaybookReader::readOutputs(FieldReader& step)
{
    QList<OutputSpec> outputs;
    for (const YamlNode& node : step.list(QStringLiteral("outputs"))) {
        FieldReader output = reader(step.file(), node,
                                    nameOf(QCoreApplication::translate("Playbook", "output"), node, outputs.size() + 1),
                                    QStringList{QStringLiteral("id")} + sourceKeys());
        if (!output.isMap())
            continue;
        OutputSpec spec;
        spec.id = output.id(QStringLiteral("id"));
        readOutputSource(output, spec);
        outputs.append(spec);
    }
    return outputs;
}

void PlaybookReader::readOutputSource(FieldReader& output, OutputSpec& spec)
{
    QStringList given;
    for (const QString& key : sourceKeys()) {
        if (output.find(key))
            given.append(key);
    }
    if (given.size() != 1) {
        output.problem(output.node(),
                       QCoreApplication::translate("Playbook", "an output needs exactly one of these keys: %1")
                           .arg(sourceKeys().join(QStringLiteral(", "))));
        return;
    }
    spec.source = static_cast<OutputSpec::Source>(sourceKeys().indexOf(given.first()));
    if (spec.source == OutputSpec::Source::Rows) {
        if (!output.flag(QStringLiteral("rows"), true))
            output.problem(*output.find(QStringLiteral("rows")),
                           QCoreApplication::translate("Playbook", "%1 can only be true")
                               .arg(output.label(QStringLiteral("rows"))));
        return;
    }
    spec.path = output.text(given.first());
    if (spec.source == OutputSpec::Source::Match) {
        if (const QRegularExpression pattern(spec.path); !pattern.isValid())
            output.problem(output.file().locate(*output.find(given.first()), pattern.patternErrorOffset()),
                           QCoreApplication::translate("Playbook", "%1 is not a regular expression: %2")
                               .arg(output.label(given.first()), pattern.errorString()));
    } else if (spec.source == OutputSpec::Source::Json && !spec.path.isEmpty() &&
               !spec.path.startsWith(QLatin1Char('/'))) {
        output.problem(*output.find(given.first()),
                       QCoreApplication::translate("Playbook", "%1 must be a JSON pointer such as /workers/alive")
                           .arg(output.label(given.first())));
    }
}

QString PlaybookReader::readOnlyIf(FieldReader& step)
{
    const QString key = QStringLiteral("only_if");
    const YamlNode* node = step.find(key);
    const auto text = node ? step.textOf(*node, step.label(key)) : std::nullopt;
    if (!text)
        return {};
    ExpressionProblem wrong;
    if (RuleExpression::parse(*text, &wrong))
        return *text;
    step.problem(step.file().locate(*node, wrong.offset),
                 QCoreApplication::translate("Playbook", "%1: %2").arg(step.label(key), wrong.message));
    return {};
}

void PlaybookReader::checkFlow(FieldReader& runbook, const Runbook& target)
{
    QStringList known;
    qsizetype at = 0;
    const YamlNode* steps = runbook.node().find(QStringLiteral("steps"));
    if (!steps)
        return;
    for (const YamlNode& node : steps->items) {
        if (node.type != YamlNode::Type::Map)
            continue;
        if (at >= target.steps.size())
            return;
        const StepSpec& step = target.steps.at(at++);
        checkStepFlow(runbook, node, target, step, known);
        for (const OutputSpec& output : step.outputs) {
            if (known.contains(output.id))
                runbook.problem(*node.find(QStringLiteral("outputs")),
                                QCoreApplication::translate("Playbook", "the output \"%1\" is there twice in runbook "
                                                                        "\"%2\"; give each its own id")
                                    .arg(output.id, target.id));
            known.append(output.id);
        }
    }
}

void PlaybookReader::checkStepFlow(FieldReader& runbook, const YamlNode& node, const Runbook& target,
                                   const StepSpec& step, const QStringList& known)
{
    const auto mustBeKnown = [&](const QString& name, const YamlNode& place, const QString& key) {
        if (!name.isEmpty() && !known.contains(name))
            runbook.problem(place, QCoreApplication::translate(
                                       "Playbook", "\"%1\" of step \"%2\" names the output \"%3\", which no earlier "
                                                   "step of the runbook has")
                                           .arg(key, step.id, name) +
                                       suggestion(name, known));
    };
    for (const InputSpec& input : step.inputs)
        mustBeKnown(input.from, *node.find(QStringLiteral("inputs")), QStringLiteral("from"));
    if (const auto condition = RuleExpression::parse(step.onlyIf, nullptr); condition && !step.onlyIf.isEmpty()) {
        for (const QString& name : condition->signalNames())
            mustBeKnown(name, *node.find(QStringLiteral("only_if")), QStringLiteral("only_if"));
    }
    if (step.verify.isEmpty())
        return;
    const StepSpec* verifying = target.step(step.verify);
    QStringList reading;
    for (const StepSpec& other : target.steps) {
        if (other.danger == Danger::Read && other.id != step.id)
            reading.append(other.id);
    }
    if (!verifying || !reading.contains(step.verify))
        runbook.problem(*node.find(QStringLiteral("verify")),
                        QCoreApplication::translate("Playbook", "\"verify\" of step \"%1\" must name a reading step of "
                                                                "the same runbook, not \"%2\"")
                                .arg(step.id, step.verify) +
                            suggestion(step.verify, reading));
}

}  // namespace cockpit
