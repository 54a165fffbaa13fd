// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// What a step promises and depends on: its proof, its stage, and where to go on.
#include "core/metrics/RuleExpression.h"
#include "core/playbook/PlaybookReader.h"

#include <QCoreApplication>

#include <array>

namespace cockpit {

namespace {

struct ComparisonWord {
    const char* word;
    Comparison comparison;
};
constexpr std::array comparisonWords{ComparisonWord{"is", Comparison::Equal},
                                     ComparisonWord{"is_not", Comparison::NotEqual},
                                     ComparisonWord{"above", Comparison::Greater},
                                     ComparisonWord{"below", Comparison::Less},
                                     ComparisonWord{"at_least", Comparison::GreaterOrEqual},
                                     ComparisonWord{"at_most", Comparison::LessOrEqual}};

QStringList words()
{
    QStringList words;
    for (const ComparisonWord& entry : comparisonWords)
        words.append(QString::fromLatin1(entry.word));
    return words;
}

}  // namespace

std::optional<Expectation> PlaybookReader::readExpectation(FieldReader& step)
{
    const YamlNode* node = step.find(QStringLiteral("expect"));
    if (!node)
        return std::nullopt;
    FieldReader expect = reader(step.file(), *node, step.label(QStringLiteral("expect")),
                                QStringList{QStringLiteral("signal"), QStringLiteral("when"), QStringLiteral("within"),
                                            QStringLiteral("hold")} +
                                    words());
    if (!expect.isMap())
        return std::nullopt;
    Expectation expectation;
    expectation.within = expect.duration(QStringLiteral("within"), expectation.within);
    expectation.hold = expect.duration(QStringLiteral("hold"), expectation.hold);
    if (expect.find(QStringLiteral("when"))) {
        readCondition(expect, expectation);
        return expectation;
    }
    expectation.signal = expect.text(QStringLiteral("signal"), Need::Required);
    if (const YamlNode* at = expect.find(QStringLiteral("signal")))
        m_references.use(References::Kind::Signal, expectation.signal, expect, {at->line, at->column},
                         expect.label(QStringLiteral("signal")));
    readComparison(step, expect, expectation);
    return expectation;
}

void PlaybookReader::readCondition(FieldReader& expect, Expectation& expectation)
{
    readExpression(expect, QStringLiteral("when"), Need::Required, expectation.when);
    for (const QString& key : QStringList{QStringLiteral("signal")} + words()) {
        if (const YamlNode* extra = expect.find(key))
            expect.problem(*extra, QCoreApplication::translate(
                                       "Playbook", "%1 does not go with \"when\", which is the whole condition")
                                       .arg(expect.label(key)));
    }
    if (const auto expression = RuleExpression::parse(expectation.when, nullptr))
        expectation.signal = expression->signalNames().value(0);
}

void PlaybookReader::readComparison(FieldReader& step, FieldReader& expect, Expectation& expectation)
{
    int comparisons = 0;
    bool unknown = false;
    for (const auto& [key, value] : expect.node().entries) {
        const qsizetype index = words().indexOf(key.text);
        unknown = unknown || (index < 0 && !nearestWord(key.text, words()).isEmpty());
        if (index < 0 || ++comparisons != 1) {
            if (comparisons > 1 && index >= 0)
                expect.problem(key, QCoreApplication::translate("Playbook", "%1 takes one comparison, not several")
                                        .arg(step.label(QStringLiteral("expect"))));
            continue;
        }
        expectation.comparison = comparisonWords.at(static_cast<std::size_t>(index)).comparison;
        expectation.value = expect.number(key.text).value_or(0);
    }
    if (comparisons == 0 && !unknown)
        expect.problem(expect.node(),
                       QCoreApplication::translate("Playbook", "%1 lacks one of these keys: %2")
                           .arg(step.label(QStringLiteral("expect")), words().join(QStringLiteral(", "))));
}

std::optional<StageSpec> PlaybookReader::readStage(FieldReader& step)
{
    const YamlNode* node = step.find(QStringLiteral("stage"));
    if (!node)
        return std::nullopt;
    FieldReader stage = reader(step.file(), *node, step.label(QStringLiteral("stage")),
                               {QStringLiteral("after"), QStringLiteral("opens_when"), QStringLiteral("for"),
                                QStringLiteral("holds_while"), QStringLiteral("fall_back")});
    if (!stage.isMap())
        return std::nullopt;
    StageSpec spec;
    spec.after = stage.text(QStringLiteral("after"));
    readExpression(stage, QStringLiteral("opens_when"), Need::Optional, spec.opensWhen);
    spec.opensAfter = stage.duration(QStringLiteral("for"), spec.opensAfter);
    readExpression(stage, QStringLiteral("holds_while"), Need::Optional, spec.holdsWhile);
    spec.fallBack = stage.text(QStringLiteral("fall_back"));
    return spec;
}

QStringList PlaybookReader::readLinks(FieldReader& step)
{
    const QString key = QStringLiteral("see");
    QStringList links;
    for (const YamlNode& node : step.list(key)) {
        if (const auto id = step.textOf(node, step.label(key))) {
            links.append(*id);
            m_references.use(References::Kind::Runbook, *id, step, {node.line, node.column}, step.label(key));
        }
    }
    return links;
}

void PlaybookReader::checkStages(FieldReader& runbook, const Runbook& target)
{
    QStringList ids;
    for (const StepSpec& step : target.steps)
        ids.append(step.id);
    const std::vector<YamlNode>& nodes = runbook.node().find(QStringLiteral("steps"))->items;
    for (qsizetype i = 0; i < target.steps.size() && i < static_cast<qsizetype>(nodes.size()); ++i) {
        const StepSpec& step = target.steps.at(i);
        if (!step.stage)
            continue;
        const YamlNode* stage = nodes.at(static_cast<std::size_t>(i)).find(QStringLiteral("stage"));
        const QString label = QCoreApplication::translate("Playbook", "\"%1\" of the stage of step \"%2\"");
        if (!step.stage->after.isEmpty() && !ids.mid(0, i).contains(step.stage->after))
            runbook.problem(*stage->find(QStringLiteral("after")),
                            QCoreApplication::translate("Playbook", "%1 must name a step above it, not \"%2\"")
                                    .arg(label.arg(QStringLiteral("after"), step.id), step.stage->after) +
                                suggestion(step.stage->after, ids.mid(0, i)));
        if (!step.stage->fallBack.isEmpty() && (!ids.contains(step.stage->fallBack) || step.stage->fallBack == step.id))
            runbook.problem(*stage->find(QStringLiteral("fall_back")),
                            QCoreApplication::translate("Playbook", "%1 must name another step, not \"%2\"")
                                    .arg(label.arg(QStringLiteral("fall_back"), step.id), step.stage->fallBack) +
                                suggestion(step.stage->fallBack, ids));
    }
}

}  // namespace cockpit
