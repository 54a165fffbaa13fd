// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/playbook/PlaybookReader.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace cockpit {

namespace {

QStringList stepKeys()
{
    return {QStringLiteral("id"),       QStringLiteral("title"),  QStringLiteral("kind"),
            QStringLiteral("on"),       QStringLiteral("danger"), QStringLiteral("deadline"),
            QStringLiteral("time_box"), QStringLiteral("inputs"), QStringLiteral("expect"),
            QStringLiteral("stage"),    QStringLiteral("see"),    QStringLiteral("outputs"),
            QStringLiteral("only_if"),  QStringLiteral("verify"), QStringLiteral("why")};
}

QStringList runbookKeys()
{
    return {QStringLiteral("id"), QStringLiteral("title"), QStringLiteral("summary"), QStringLiteral("symptoms"),
            QStringLiteral("steps")};
}

}  // namespace

void PlaybookReader::readRunbooks(FieldReader& top)
{
    qsizetype number = 0;
    QStringList listed;
    for (const YamlNode& node : top.list(QStringLiteral("runbooks"))) {
        ++number;
        if (node.type == YamlNode::Type::Map) {
            readRunbook(top.file(), node, {}, number);
        } else {
            listed.append(node.text);
            readRunbookFile(top, node);
        }
    }
    for (const QString& name : m_files.yamlFiles(QStringLiteral("runbooks"))) {
        if (!listed.contains(name))
            m_problems.append(
                {m_files.displayName(name), 1, 1,
                 QCoreApplication::translate(
                     "Playbook", "this runbook is not listed under \"runbooks\" of the playbook; add \"%1\" there")
                     .arg(name)});
    }
}

void PlaybookReader::readRunbookFile(FieldReader& top, const YamlNode& name)
{
    const auto path = top.textOf(name, top.label(QStringLiteral("runbooks")));
    if (!path)
        return;
    const Result<QByteArray> bytes = m_files.read(*path);
    if (!bytes)
        return top.problem(name, bytes.error().message);
    auto file = YamlFile::parse(m_files.displayName(*path), *bytes, m_problems);
    if (!file)
        return;
    readRunbook(*file, file->root(), *path, 1);
    m_runbookFiles.push_back(std::move(file));
}

void PlaybookReader::readRunbook(const YamlFile& file, const YamlNode& node, const QString& fileName, qsizetype number)
{
    QStringList keys = runbookKeys();
    if (!fileName.isEmpty())
        keys += {QStringLiteral("apiVersion"), QStringLiteral("kind")};
    FieldReader runbook =
        reader(file, node, nameOf(QCoreApplication::translate("Playbook", "runbook"), node, number), keys);
    if (!fileName.isEmpty()) {
        runbook.choice(QStringLiteral("apiVersion"), {QStringLiteral("incident-cockpit/v1")}, Need::Required);
        runbook.choice(QStringLiteral("kind"), {QStringLiteral("Runbook")}, Need::Required);
    }
    Runbook target;
    target.id = runbook.id(QStringLiteral("id"), FieldReader::IdStyle::LowerDashes);
    const YamlNode* id = node.find(QStringLiteral("id"));
    if (!fileName.isEmpty() && !target.id.isEmpty() && fileName != QStringLiteral("runbooks/%1.yaml").arg(target.id))
        runbook.problem(
            *id, QCoreApplication::translate("Playbook", "runbook \"%1\" must stand in runbooks/%1.yaml, not in %2")
                     .arg(target.id, fileName));
    target.title = runbook.text(QStringLiteral("title"));
    if (target.title.isEmpty())
        target.title = titleFromId(target.id);
    target.summary = runbook.text(QStringLiteral("summary"));
    target.symptoms = runbook.texts(QStringLiteral("symptoms"));
    readSteps(runbook, target);
    m_references.declare(References::Kind::Runbook, target.id, runbook, id ? *id : node);
    m_book.runbooks.append(target);
}

void PlaybookReader::readSteps(FieldReader& runbook, Runbook& target)
{
    QMap<QString, int> lineOfId;
    qsizetype number = 0;
    for (const YamlNode& node : runbook.list(QStringLiteral("steps"), Need::Required)) {
        ++number;
        if (++m_steps > maximumSteps) {
            if (m_steps == maximumSteps + 1)
                runbook.problem(
                    node, QCoreApplication::translate("Playbook", "a playbook has at most %1 steps").arg(maximumSteps));
            return;
        }
        if (node.type != YamlNode::Type::Map) {
            runbook.problem(
                node, QCoreApplication::translate("Playbook", "step %1 must be a map of keys and values").arg(number));
            continue;
        }
        const StepSpec step = readStep(runbook.file(), node, number);
        const YamlNode* id = node.find(QStringLiteral("id"));
        if (!step.id.isEmpty() && lineOfId.contains(step.id))
            runbook.problem(*id,
                            QCoreApplication::translate("Playbook", "duplicate step \"%1\"; the first is in line %2")
                                .arg(step.id)
                                .arg(lineOfId.value(step.id)));
        else if (id)
            lineOfId.insert(step.id, id->line);
        target.steps.append(step);
    }
    checkStages(runbook, target);
    checkFlow(runbook, target);
}

StepSpec PlaybookReader::readStep(const YamlFile& file, const YamlNode& node, qsizetype number)
{
    StepSpec spec;
    const QString name = nameOf(QCoreApplication::translate("Playbook", "step"), node, number);
    const YamlNode* kindNode = node.find(QStringLiteral("kind"));
    const bool knownKind = kindNode && m_vocabulary.stepKinds.contains(kindNode->text);
    const KindShape shape = knownKind ? m_vocabulary.stepKinds.value(kindNode->text) : KindShape();
    QStringList keys = stepKeys();
    for (const KindKey& key : shape.keys)
        keys.append(key.name);
    // Without a kind nobody can tell which keys belong: the kind is the one thing to report.
    if (!knownKind) {
        for (const auto& [key, value] : node.entries)
            keys.append(nearestWord(key.text, {QStringLiteral("kind")}).isEmpty() ? key.text : QStringLiteral("kind"));
    }
    FieldReader step = reader(file, node, name, keys);
    spec.id = step.id(QStringLiteral("id"));
    spec.title = step.text(QStringLiteral("title"));
    if (spec.title.isEmpty())
        spec.title = titleFromId(spec.id);
    spec.kind = step.choice(QStringLiteral("kind"), m_vocabulary.stepKinds.keys(), Need::Required);
    const bool acts = knownKind && !shape.connectionKinds.isEmpty();
    const QString danger = step.choice(QStringLiteral("danger"),
                                       {QStringLiteral("read"), QStringLiteral("write"), QStringLiteral("destructive")},
                                       acts ? Need::Required : Need::Optional);
    spec.danger = danger == QLatin1String("write")         ? Danger::Write
                  : danger == QLatin1String("destructive") ? Danger::Destructive
                                                           : Danger::Read;
    spec.deadline = step.duration(QStringLiteral("deadline"), spec.deadline);
    spec.timeBox = step.duration(QStringLiteral("time_box"), spec.timeBox);
    spec.why = step.text(QStringLiteral("why"));
    spec.inputs = readInputs(step, QStringLiteral("inputs"));
    spec.expect = readExpectation(step);
    spec.stage = readStage(step);
    spec.see = readLinks(step);
    spec.outputs = readOutputs(step);
    spec.onlyIf = readOnlyIf(step);
    spec.verify = step.text(QStringLiteral("verify"));
    if (knownKind) {
        spec.connection = readConnectionOf(step, shape);
        spec.parameters = readKindKeys(step, shape, name);
        checkPlaceholders(step, spec, shape);
    }
    return spec;
}

QList<InputSpec> PlaybookReader::readInputs(FieldReader& owner, const QString& key)
{
    QList<InputSpec> inputs;
    QMap<QString, int> lineOfId;
    for (const YamlNode& node : owner.list(key)) {
        const InputSpec input = readInput(owner.file(), node, inputs.size() + 1);
        const YamlNode* id = node.find(QStringLiteral("id"));
        if (id && !input.id.isEmpty() && lineOfId.contains(input.id))
            owner.problem(*id,
                          QCoreApplication::translate("Playbook", "duplicate input \"%1\"; the first is in line %2")
                              .arg(input.id)
                              .arg(lineOfId.value(input.id)));
        else if (id)
            lineOfId.insert(input.id, id->line);
        inputs.append(input);
    }
    return inputs;
}

InputSpec PlaybookReader::readInput(const YamlFile& file, const YamlNode& node, qsizetype number)
{
    FieldReader input = reader(file, node, nameOf(QCoreApplication::translate("Playbook", "input"), node, number),
                               {QStringLiteral("id"), QStringLiteral("title"), QStringLiteral("type"),
                                QStringLiteral("default"), QStringLiteral("pattern"), QStringLiteral("choices"),
                                QStringLiteral("required"), QStringLiteral("from")});
    InputSpec spec;
    if (!input.isMap())
        return spec;
    spec.id = input.id(QStringLiteral("id"));
    spec.title = input.text(QStringLiteral("title"));
    if (spec.title.isEmpty())
        spec.title = titleFromId(spec.id);
    const QStringList types{QStringLiteral("text"), QStringLiteral("integer"), QStringLiteral("number"),
                            QStringLiteral("identifier"), QStringLiteral("choice")};
    const QString type = input.choice(QStringLiteral("type"), types);
    if (!type.isEmpty())
        spec.type = static_cast<InputSpec::Type>(types.indexOf(type));
    spec.defaultValue = input.text(QStringLiteral("default"));
    spec.pattern = input.text(QStringLiteral("pattern"));
    if (const QRegularExpression pattern(spec.pattern); !pattern.isValid())
        input.problem(file.locate(*input.find(QStringLiteral("pattern")), pattern.patternErrorOffset()),
                      QCoreApplication::translate("Playbook", "%1 is not a regular expression: %2")
                          .arg(input.label(QStringLiteral("pattern")), pattern.errorString()));
    spec.choices =
        input.texts(QStringLiteral("choices"), spec.type == InputSpec::Type::Choice ? Need::Required : Need::Optional);
    if (spec.type == InputSpec::Type::Choice && !spec.defaultValue.isEmpty() && !spec.choices.isEmpty())
        input.checkChoice(*input.find(QStringLiteral("default")), spec.defaultValue,
                          input.label(QStringLiteral("default")), spec.choices);
    spec.required = input.flag(QStringLiteral("required"), true);
    spec.from = input.text(QStringLiteral("from"));
    return spec;
}

namespace {

/// Every text below a node, keys included: a placeholder may stand in any of them.
void collectTexts(const YamlNode& node, QList<const YamlNode*>& texts)
{
    if (node.type == YamlNode::Type::Scalar)
        texts.append(&node);
    for (const YamlNode& item : node.items)
        collectTexts(item, texts);
    for (const auto& [key, value] : node.entries) {
        texts.append(&key);
        collectTexts(value, texts);
    }
}

}  // namespace

void PlaybookReader::checkPlaceholders(FieldReader& step, const StepSpec& spec, const KindShape& shape)
{
    QStringList declared;
    for (const InputSpec& input : spec.inputs) {
        if (input.id.isEmpty())
            return;
        declared.append(input.id);
    }
    QList<const YamlNode*> texts;
    for (const KindKey& key : shape.keys) {
        if (const YamlNode* value = step.node().find(key.name))
            collectTexts(*value, texts);
    }
    static const QRegularExpression braces(QStringLiteral("\\{\\{([^{}]*)\\}\\}"));
    static const QRegularExpression wellFormed(QStringLiteral("\\A\\s*([a-z][a-z0-9_]*)\\s*\\z"));
    for (const YamlNode* text : std::as_const(texts)) {
        auto matches = braces.globalMatch(text->text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            const auto name = wellFormed.match(match.captured(1));
            const TextPosition at = step.file().locate(*text, match.capturedStart());
            if (!name.hasMatch())
                step.problem(at,
                             QCoreApplication::translate(
                                 "Playbook", "\"%1\" is not a placeholder; write it like {{account_id}}, in lower case")
                                 .arg(match.captured(0).left(60)));
            else if (!declared.contains(name.captured(1)))
                step.problem(
                    at, QCoreApplication::translate("Playbook", "the placeholder {{%1}} has no input in step \"%2\"")
                                .arg(name.captured(1), spec.id) +
                            (declared.isEmpty() ? QCoreApplication::translate("Playbook", "; add it under \"inputs\"")
                                                : suggestion(name.captured(1), declared)));
        }
    }
}

}  // namespace cockpit
