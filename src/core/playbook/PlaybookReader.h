// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/playbook/FieldReader.h"
#include "core/playbook/Playbook.h"
#include "core/playbook/PlaybookFiles.h"
#include "core/playbook/References.h"
#include "core/playbook/Vocabulary.h"

namespace cockpit {

/// Turns the YAML tree of one playbook into the model and reports what does not fit. One use per object.
class PlaybookReader
{
public:
    static constexpr int maximumSteps = 500;

    PlaybookReader(const Vocabulary& vocabulary, PlaybookFiles& files, PlaybookProblems& problems);

    Playbook read(const YamlFile& file);

private:
    using Entry = std::pair<YamlNode, YamlNode>;
    FieldReader reader(const YamlFile& file, const YamlNode& node, const QString& what, const QStringList& known);
    /// "rule \"queue_growing\"", or "rule 3" where the id is missing.
    static QString nameOf(const QString& word, const YamlNode& node, qsizetype number);
    /// Runs `read`, and marks the section faulty when it reported something.
    template <typename Read>
    void section(References::Kind kind, Read read);

    // PlaybookReader.cpp
    void readHeader(FieldReader& top);
    void readMetadata(FieldReader& top);
    void readHolidays(FieldReader& calendar);
    void readConnections(FieldReader& top);
    void readSeverities(FieldReader& top);
    ResponseTime readResponseTime(FieldReader& severity);
    void readRoles(FieldReader& top);
    void readEscalation(FieldReader& top);
    EscalationCell readCell(FieldReader& owner, const YamlNode& value, const QString& what);
    void needBusinessHours(FieldReader& owner, const YamlNode& at, const QString& label);

    // PlaybookReaderMeasures.cpp
    void readSignals(FieldReader& top);
    SignalSpec readSignal(const YamlFile& file, const YamlNode& node, qsizetype number);
    void readSignalKind(FieldReader& signal, SignalSpec& spec);
    void readRules(FieldReader& top);
    RuleSpec readRule(const YamlFile& file, const YamlNode& node, qsizetype number);
    void readExpression(FieldReader& rule, const QString& key, Need need, QString& target);
    QJsonObject readKindKeys(FieldReader& owner, const KindShape& shape, const QString& kindLabel);
    QJsonValue readKindKey(FieldReader& owner, const KindKey& key, const YamlNode& value);
    QString readConnectionOf(FieldReader& owner, const KindShape& shape);

    // PlaybookReaderRunbooks.cpp
    void readRunbooks(FieldReader& top);
    void readRunbookFile(FieldReader& top, const YamlNode& name);
    void readRunbook(const YamlFile& file, const YamlNode& node, const QString& fileName, qsizetype number);
    void readSteps(FieldReader& runbook, Runbook& target);
    StepSpec readStep(const YamlFile& file, const YamlNode& node, qsizetype number);
    QList<InputSpec> readInputs(FieldReader& owner, const QString& key);
    InputSpec readInput(const YamlFile& file, const YamlNode& node, qsizetype number);
    void checkPlaceholders(FieldReader& step, const StepSpec& spec, const KindShape& shape);

    // PlaybookReaderProofs.cpp
    std::optional<Expectation> readExpectation(FieldReader& step);
    void readCondition(FieldReader& expect, Expectation& expectation);
    void readComparison(FieldReader& step, FieldReader& expect, Expectation& expectation);
    std::optional<StageSpec> readStage(FieldReader& step);
    QStringList readLinks(FieldReader& step);
    void checkStages(FieldReader& runbook, const Runbook& target);

    // PlaybookReaderFlow.cpp
    QList<OutputSpec> readOutputs(FieldReader& step);
    void readOutputSource(FieldReader& output, OutputSpec& spec);
    QString readOnlyIf(FieldReader& step);
    void checkFlow(FieldReader& runbook, const Runbook& target);
    void checkStepFlow(FieldReader& runbook, const YamlNode& node, const Runbook& target, const StepSpec& step,
                       const QStringList& known);

    // PlaybookReaderTexts.cpp
    void readAlerts(FieldReader& top);
    void readLifecycle(FieldReader& top);
    void readResolve(FieldReader& top);
    void readMessages(FieldReader& top);
    void readPostmortem(FieldReader& top);
    void readAgenda(FieldReader& postmortem);
    void readContacts(FieldReader& top);
    void readStatusPages(FieldReader& top);
    QString readTemplate(FieldReader& owner, const YamlNode& name, const QString& label);

    const Vocabulary& m_vocabulary;
    PlaybookFiles& m_files;
    PlaybookProblems& m_problems;
    References m_references;
    Playbook m_book;
    std::vector<std::unique_ptr<YamlFile>> m_runbookFiles;
    int m_steps = 0;
};

template <typename Read>
void PlaybookReader::section(References::Kind kind, Read read)
{
    const qsizetype before = m_problems.size();
    read();
    if (m_problems.size() != before)
        m_references.markFaulty(kind);
}

}  // namespace cockpit
