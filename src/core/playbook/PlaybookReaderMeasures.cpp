// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/metrics/RuleExpression.h"
#include "core/playbook/PlaybookReader.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace cockpit {

namespace {

constexpr Milliseconds shortestInterval{1'000};
constexpr Milliseconds usualStaleAfter{30'000};

QStringList units()
{
    return {QStringLiteral("percent"),      QStringLiteral("count"),     QStringLiteral("seconds"),
            QStringLiteral("milliseconds"), QStringLiteral("bytes"),     QStringLiteral("days"),
            QStringLiteral("flag"),         QStringLiteral("per_second")};
}

QStringList charts()
{
    return {QStringLiteral("error_rate"), QStringLiteral("queue_size"), QStringLiteral("websocket_connections")};
}

QStringList signalKeys()
{
    return {QStringLiteral("id"),          QStringLiteral("title"), QStringLiteral("unit"),
            QStringLiteral("chart"),       QStringLiteral("every"), QStringLiteral("deadline"),
            QStringLiteral("stale_after"), QStringLiteral("tile"),  QStringLiteral("threshold"),
            QStringLiteral("description")};
}

}  // namespace

void PlaybookReader::readSignals(FieldReader& top)
{
    qsizetype number = 0;
    for (const YamlNode& node : top.list(QStringLiteral("signals"))) {
        ++number;
        if (node.type == YamlNode::Type::Map)
            m_book.signalSpecs.append(readSignal(top.file(), node, number));
        else
            top.problem(
                node,
                QCoreApplication::translate("Playbook", "signal %1 must be a map of keys and values").arg(number));
    }
}

SignalSpec PlaybookReader::readSignal(const YamlFile& file, const YamlNode& node, qsizetype number)
{
    const QString name = nameOf(QCoreApplication::translate("Playbook", "signal"), node, number);
    FieldReader signal = reader(file, node, name, signalKeys() + m_vocabulary.signalKinds.keys());
    SignalSpec spec;
    spec.id = signal.id(QStringLiteral("id"));
    // Words of the rule language cannot name a signal.
    static const QStringList reserved{QStringLiteral("and"), QStringLiteral("or"), QStringLiteral("not"),
                                      QStringLiteral("absent"), QStringLiteral("stale")};
    if (reserved.contains(spec.id))
        signal.problem(*signal.find(QStringLiteral("id")),
                       QCoreApplication::translate("Playbook", "a signal cannot be called \"%1\": rules use that word")
                           .arg(spec.id));
    spec.title = signal.text(QStringLiteral("title"));
    if (spec.title.isEmpty())
        spec.title = titleFromId(spec.id);
    spec.unit = signal.choice(QStringLiteral("unit"), units());
    if (spec.unit.isEmpty())
        spec.unit = QStringLiteral("count");
    spec.chart = signal.choice(QStringLiteral("chart"), charts());
    spec.every = signal.duration(QStringLiteral("every"), spec.every);
    if (spec.every < shortestInterval)
        signal.problem(*signal.find(QStringLiteral("every")),
                       QCoreApplication::translate("Playbook", "%1 must be at least 1s")
                           .arg(signal.label(QStringLiteral("every"))));
    spec.deadline = signal.duration(QStringLiteral("deadline"), std::min(spec.deadline, spec.every));
    if (spec.deadline <= Milliseconds{0})
        signal.problem(*signal.find(QStringLiteral("deadline")),
                       QCoreApplication::translate("Playbook", "%1 must be longer than 0s")
                           .arg(signal.label(QStringLiteral("deadline"))));
    spec.staleAfter = signal.duration(QStringLiteral("stale_after"), std::max(usualStaleAfter, 3 * spec.every));
    if (spec.staleAfter < 2 * spec.every)
        signal.problem(*signal.find(QStringLiteral("stale_after")),
                       QCoreApplication::translate(
                           "Playbook", "%1 must be at least twice \"every\", or one late poll makes it stale")
                           .arg(signal.label(QStringLiteral("stale_after"))));
    spec.tile = signal.flag(QStringLiteral("tile"), true);
    spec.threshold = signal.number(QStringLiteral("threshold"));
    spec.description = signal.text(QStringLiteral("description"));
    readSignalKind(signal, spec);
    const YamlNode* id = node.find(QStringLiteral("id"));
    m_references.declare(References::Kind::Signal, spec.id, signal, id ? *id : node);
    return spec;
}

void PlaybookReader::readSignalKind(FieldReader& signal, SignalSpec& spec)
{
    bool unknownKey = false;
    QStringList found;
    for (const auto& [key, value] : signal.node().entries) {
        if (m_vocabulary.signalKinds.contains(key.text))
            found.append(key.text);
        else
            unknownKey = unknownKey || !signalKeys().contains(key.text);
    }
    const QString all = m_vocabulary.signalKinds.keys().join(QStringLiteral(", "));
    if (found.isEmpty()) {
        // An unknown key has been reported, and is probably the misspelt kind.
        if (!unknownKey)
            signal.problem(
                signal.node(),
                QCoreApplication::translate("Playbook", "signal \"%1\" does not say how it is measured; add one of: %2")
                    .arg(spec.id, all));
        return;
    }
    if (found.size() > 1) {
        const auto second = std::find_if(signal.node().entries.begin(), signal.node().entries.end(),
                                         [&found](const auto& entry) { return entry.first.text == found.at(1); });
        signal.problem(second->first, QCoreApplication::translate(
                                          "Playbook", "signal \"%1\" is measured by %2 already; a signal has one kind")
                                          .arg(spec.id, found.first()));
        return;
    }
    spec.kind = found.first();
    const KindShape shape = m_vocabulary.signalKinds.value(spec.kind);
    QStringList keys{QStringLiteral("on")};
    for (const KindKey& key : shape.keys)
        keys.append(key.name);
    const QString name = QCoreApplication::translate("Playbook", "%1 of signal \"%2\"").arg(spec.kind, spec.id);
    FieldReader kind = reader(signal.file(), *signal.find(spec.kind), name, keys);
    if (!kind.isMap())
        return;
    spec.connection = readConnectionOf(kind, shape);
    spec.parameters = readKindKeys(kind, shape, name);
}

QString PlaybookReader::readConnectionOf(FieldReader& owner, const KindShape& shape)
{
    const QString key = QStringLiteral("on");
    const YamlNode* value = owner.find(key, shape.connectionKinds.isEmpty() ? Need::Optional : Need::Required);
    if (!value)
        return {};
    if (shape.connectionKinds.isEmpty()) {
        owner.problem(
            *value, QCoreApplication::translate("Playbook", "%1 is not used: this kind takes no connection; remove it")
                        .arg(owner.label(key)));
        return {};
    }
    const QString slot = owner.textOf(*value, owner.label(key)).value_or(QString());
    m_references.use(References::Kind::Connection, slot, owner, {value->line, value->column}, owner.label(key),
                     shape.connectionKinds);
    return slot;
}

QJsonObject PlaybookReader::readKindKeys(FieldReader& owner, const KindShape& shape, const QString& kindLabel)
{
    QJsonObject parameters;
    for (const KindKey& key : shape.keys) {
        const YamlNode* value = owner.find(key.name, key.required ? Need::Required : Need::Optional);
        if (!value)
            continue;
        const QJsonValue read = readKindKey(owner, key, *value);
        if (!read.isUndefined())
            parameters.insert(key.name, read);
    }
    for (const QStringList& group : shape.exactlyOneOf) {
        const YamlNode* first = nullptr;
        bool reported = false;
        for (const auto& [key, value] : owner.node().entries) {
            if (!group.contains(key.text))
                continue;
            if (first) {
                owner.problem(key, QCoreApplication::translate("Playbook", "%1 takes one of %2, not several")
                                       .arg(kindLabel, group.join(QStringLiteral(", "))));
                reported = true;
                break;
            }
            first = &key;
        }
        if (!first && !reported)
            owner.problem(owner.node(), QCoreApplication::translate("Playbook", "%1 lacks one of these keys: %2")
                                            .arg(kindLabel, group.join(QStringLiteral(", "))));
    }
    return parameters;
}

QJsonValue PlaybookReader::readKindKey(FieldReader& owner, const KindKey& key, const YamlNode& value)
{
    const QString label = owner.label(key.name);
    const auto orUndefined = [](const auto& read) {
        return read ? QJsonValue(*read) : QJsonValue(QJsonValue::Undefined);
    };
    switch (key.type) {
    case KindKey::Type::Text: {
        const auto text = owner.textOf(value, label);
        if (!text || (!key.choices.isEmpty() && !owner.checkChoice(value, *text, label, key.choices)))
            return QJsonValue::Undefined;
        return *text;
    }
    case KindKey::Type::Number: return orUndefined(owner.numberOf(value, label));
    case KindKey::Type::Integer: {
        const auto number = owner.numberOf(value, label);
        if (number && *number != std::floor(*number)) {
            owner.problem(value, QCoreApplication::translate("Playbook", "%1 must be a whole number, not %2")
                                     .arg(label, value.text.left(40)));
            return QJsonValue::Undefined;
        }
        return orUndefined(number);
    }
    case KindKey::Type::Flag: return orUndefined(owner.flagOf(value, label));
    case KindKey::Type::Duration:
        return owner.durationOf(value, label) ? QJsonValue(value.text) : QJsonValue(QJsonValue::Undefined);
    case KindKey::Type::TextList: {
        const auto texts = owner.textsOf(value, label);
        if (texts && texts->isEmpty()) {
            owner.problem(value, QCoreApplication::translate("Playbook", "%1 is empty").arg(label));
            return QJsonValue::Undefined;
        }
        return texts ? QJsonValue(QJsonArray::fromStringList(*texts)) : QJsonValue(QJsonValue::Undefined);
    }
    case KindKey::Type::TextMap: {
        QJsonObject object;
        for (const auto& [name, entry] : owner.map(key.name)) {
            if (const auto text =
                    owner.textOf(entry, QCoreApplication::translate("Playbook", "\"%1\" in %2").arg(name.text, label)))
                object.insert(name.text, *text);
        }
        return object;
    }
    case KindKey::Type::Map: {
        QStringList names;
        for (const KindKey& member : key.members)
            names.append(member.name);
        FieldReader map = reader(owner.file(), value, label, names);
        return map.isMap() ? QJsonValue(readKindKeys(map, {key.members, {}}, label))
                           : QJsonValue(QJsonValue::Undefined);
    }
    case KindKey::Type::Tree: return owner.treeOf(value, label);
    }
    return QJsonValue::Undefined;
}

void PlaybookReader::readRules(FieldReader& top)
{
    qsizetype number = 0;
    QMap<QString, int> lineOfId;
    for (const YamlNode& node : top.list(QStringLiteral("rules"))) {
        ++number;
        if (node.type != YamlNode::Type::Map) {
            top.problem(
                node, QCoreApplication::translate("Playbook", "rule %1 must be a map of keys and values").arg(number));
            continue;
        }
        const RuleSpec spec = readRule(top.file(), node, number);
        const YamlNode* id = node.find(QStringLiteral("id"));
        if (!spec.id.isEmpty() && lineOfId.contains(spec.id))
            top.problem(*id, QCoreApplication::translate("Playbook", "duplicate rule \"%1\"; the first is in line %2")
                                 .arg(spec.id)
                                 .arg(lineOfId.value(spec.id)));
        else if (id)
            lineOfId.insert(spec.id, id->line);
        m_book.rules.append(spec);
    }
}

RuleSpec PlaybookReader::readRule(const YamlFile& file, const YamlNode& node, qsizetype number)
{
    FieldReader rule = reader(file, node, nameOf(QCoreApplication::translate("Playbook", "rule"), node, number),
                              {QStringLiteral("id"), QStringLiteral("title"), QStringLiteral("when"),
                               QStringLiteral("clear_when"), QStringLiteral("for"), QStringLiteral("clear_for"),
                               QStringLiteral("severity"), QStringLiteral("action"), QStringLiteral("group"),
                               QStringLiteral("runbook"), QStringLiteral("alertname"), QStringLiteral("description")});
    RuleSpec spec;
    spec.id = rule.id(QStringLiteral("id"));
    spec.title = rule.text(QStringLiteral("title"));
    if (spec.title.isEmpty())
        spec.title = titleFromId(spec.id);
    readExpression(rule, QStringLiteral("when"), Need::Required, spec.when);
    readExpression(rule, QStringLiteral("clear_when"), Need::Optional, spec.clearWhen);
    spec.holdFor = rule.duration(QStringLiteral("for"), spec.holdFor);
    spec.clearFor = rule.duration(QStringLiteral("clear_for"), spec.clearFor);
    spec.severity = rule.text(QStringLiteral("severity"), Need::Required);
    if (const YamlNode* at = rule.find(QStringLiteral("severity")))
        m_references.use(References::Kind::Severity, spec.severity, rule, {at->line, at->column},
                         rule.label(QStringLiteral("severity")));
    const QString action =
        rule.choice(QStringLiteral("action"), {QStringLiteral("propose"), QStringLiteral("declare")});
    spec.action = action == QLatin1String("declare") ? AlertAction::Declare : AlertAction::Propose;
    if (const YamlNode* at = rule.find(QStringLiteral("group"))) {
        spec.group = rule.text(QStringLiteral("group"));
        if (!spec.group.isEmpty())
            rule.checkId(*at, spec.group, rule.label(QStringLiteral("group")), FieldReader::IdStyle::Lower);
    }
    spec.runbook = rule.text(QStringLiteral("runbook"));
    if (const YamlNode* at = rule.find(QStringLiteral("runbook")))
        m_references.use(References::Kind::Runbook, spec.runbook, rule, {at->line, at->column},
                         rule.label(QStringLiteral("runbook")));
    spec.alertName = rule.text(QStringLiteral("alertname"));
    spec.description = rule.text(QStringLiteral("description"));
    return spec;
}

void PlaybookReader::readExpression(FieldReader& rule, const QString& key, Need need, QString& target)
{
    const YamlNode* node = rule.find(key, need);
    if (!node)
        return;
    const auto text = rule.textOf(*node, rule.label(key));
    if (!text)
        return;
    ExpressionProblem wrong;
    const auto expression = RuleExpression::parse(*text, &wrong);
    if (!expression) {
        rule.problem(rule.file().locate(*node, wrong.offset),
                     QCoreApplication::translate("Playbook", "%1: %2").arg(rule.label(key), wrong.message));
        return;
    }
    target = *text;
    for (const QString& name : expression->signalNames()) {
        const QRegularExpression word(QStringLiteral("\\b%1\\b").arg(QRegularExpression::escape(name)));
        const qsizetype offset = text->indexOf(word);
        m_references.use(References::Kind::Signal, name, rule, rule.file().locate(*node, offset), rule.label(key));
    }
}

}  // namespace cockpit
