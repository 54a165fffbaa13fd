// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/playbook/FieldReader.h"

#include "core/base/Duration.h"
#include "core/playbook/YamlScalar.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

namespace cockpit {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Playbook)
};

}  // namespace

FieldReader::FieldReader(const YamlFile& file, const YamlNode& node, QString what, const QStringList& known,
                         PlaybookProblems& problems)
    : m_file(file)
    , m_node(node)
    , m_what(std::move(what))
    , m_problems(problems)
{
    if (!isMap()) {
        problem(node, QCoreApplication::translate("Playbook", "%1 must be a map of keys and values").arg(m_what));
        return;
    }
    for (const auto& [key, value] : node.entries) {
        if (known.contains(key.text))
            continue;
        const QString text = QCoreApplication::translate("Playbook", "unknown key \"%1\" in %2").arg(key.text, m_what);
        problem(key, text + suggestion(key.text, known));
        m_misspelt.append(nearestWord(key.text, known));
    }
}

QString FieldReader::label(const QString& key) const
{
    return QCoreApplication::translate("Playbook", "\"%1\" of %2").arg(key, m_what);
}

void FieldReader::problem(const YamlNode& at, const QString& message)
{
    problem(TextPosition{at.line, at.column}, message);
}

void FieldReader::problem(const TextPosition& at, const QString& message)
{
    m_problems.append({m_file.name(), at.line, at.column, message});
}

const YamlNode* FieldReader::find(const QString& key, Need need)
{
    const YamlNode* value = m_node.find(key);
    if (!value && need == Need::Required && isMap() && !m_misspelt.contains(key)) {
        problem(m_node, QCoreApplication::translate("Playbook", "%1 lacks the key \"%2\"").arg(m_what, key));
        m_misspelt.append(key);
    }
    return value;
}

QString FieldReader::text(const QString& key, Need need)
{
    const YamlNode* value = find(key, need);
    return value ? textOf(*value, label(key)).value_or(QString()) : QString();
}

QString FieldReader::id(const QString& key, IdStyle style)
{
    const YamlNode* value = find(key, Need::Required);
    if (!value)
        return {};
    const auto text = textOf(*value, label(key));
    return text && checkId(*value, *text, label(key), style) ? *text : QString();
}

QString FieldReader::choice(const QString& key, const QStringList& choices, Need need)
{
    const YamlNode* value = find(key, need);
    if (!value)
        return {};
    const auto text = textOf(*value, label(key));
    return text && checkChoice(*value, *text, label(key), choices) ? *text : QString();
}

std::optional<double> FieldReader::number(const QString& key, Need need)
{
    const YamlNode* value = find(key, need);
    return value ? numberOf(*value, label(key)) : std::nullopt;
}

bool FieldReader::flag(const QString& key, bool fallback)
{
    const YamlNode* value = find(key);
    return value ? flagOf(*value, label(key)).value_or(fallback) : fallback;
}

Milliseconds FieldReader::duration(const QString& key, Milliseconds fallback, Need need)
{
    const YamlNode* value = find(key, need);
    return value ? durationOf(*value, label(key)).value_or(fallback) : fallback;
}

QStringList FieldReader::texts(const QString& key, Need need)
{
    const YamlNode* value = find(key, need);
    return value ? textsOf(*value, label(key)).value_or(QStringList()) : QStringList();
}

const std::vector<YamlNode>& FieldReader::list(const QString& key, Need need)
{
    static const std::vector<YamlNode> none;
    const YamlNode* value = find(key, need);
    if (!value)
        return none;
    if (value->type != YamlNode::Type::List)
        problem(*value, QCoreApplication::translate("Playbook", "%1 must be a list").arg(label(key)));
    else if (value->items.empty() && need == Need::Required)
        problem(*value, QCoreApplication::translate("Playbook", "%1 is empty").arg(label(key)));
    return value->items;
}

const std::vector<std::pair<YamlNode, YamlNode>>& FieldReader::map(const QString& key, Need need)
{
    static const std::vector<std::pair<YamlNode, YamlNode>> none;
    const YamlNode* value = find(key, need);
    if (!value)
        return none;
    if (value->type != YamlNode::Type::Map)
        problem(*value, QCoreApplication::translate("Playbook", "%1 must be a map of keys and values").arg(label(key)));
    return value->entries;
}

void FieldReader::refuseScalar(const YamlNode& value, const QString& label, const QString& wanted)
{
    const QString must = QCoreApplication::translate("Playbook", "%1 must be %2").arg(label, wanted);
    const YamlScalar scalar = resolveScalar(value);
    switch (value.type) {
    case YamlNode::Type::Null: return problem(value, must + Say::tr(", but it is empty"));
    case YamlNode::Type::List: return problem(value, must + Say::tr(", not a list"));
    case YamlNode::Type::Map: return problem(value, must + Say::tr(", not a map"));
    case YamlNode::Type::Scalar: break;
    }
    const QString shown = value.text.left(40);
    if (scalar.kind == YamlScalar::Kind::Surprise)
        problem(value, must + QCoreApplication::translate("Playbook", "; unquoted, %1 may be taken for %2")
                                  .arg(shown, scalar.mistakenFor));
    else
        problem(value, must + QCoreApplication::translate("Playbook", ", not %1")
                                  .arg(value.quoted ? Say::tr("text in quotes") : shown));
}

std::optional<QString> FieldReader::textOf(const YamlNode& value, const QString& label)
{
    const YamlScalar scalar = resolveScalar(value);
    if (scalar.kind == YamlScalar::Kind::Text) {
        if (!value.text.trimmed().isEmpty())
            return value.text;
        problem(value, QCoreApplication::translate("Playbook", "%1 is empty").arg(label));
        return std::nullopt;
    }
    const QString quoted =
        value.type == YamlNode::Type::Scalar
            ? QCoreApplication::translate("Playbook", "text: write \"%1\" in quotes").arg(value.text.left(40))
            : Say::tr("text");
    refuseScalar(value, label, quoted);
    return std::nullopt;
}

std::optional<double> FieldReader::numberOf(const YamlNode& value, const QString& label)
{
    const YamlScalar scalar = resolveScalar(value);
    if (scalar.kind == YamlScalar::Kind::Integer || scalar.kind == YamlScalar::Kind::Number)
        return scalar.number;
    refuseScalar(value, label, Say::tr("a plain decimal number such as 10 or 0.5"));
    return std::nullopt;
}

std::optional<bool> FieldReader::flagOf(const YamlNode& value, const QString& label)
{
    const YamlScalar scalar = resolveScalar(value);
    if (scalar.kind == YamlScalar::Kind::Flag)
        return scalar.flag;
    refuseScalar(value, label, Say::tr("true or false"));
    return std::nullopt;
}

std::optional<Milliseconds> FieldReader::durationOf(const YamlNode& value, const QString& label)
{
    const YamlScalar scalar = resolveScalar(value);
    if (scalar.kind == YamlScalar::Kind::Text) {
        const Result<Milliseconds> duration = parseDuration(value.text);
        if (duration && value.text != QLatin1String("0"))
            return *duration;
    }
    refuseScalar(value, label, Say::tr("a duration such as 30s, 5m or 1h30m"));
    return std::nullopt;
}

std::optional<QStringList> FieldReader::textsOf(const YamlNode& value, const QString& label)
{
    if (value.type != YamlNode::Type::List) {
        problem(value, QCoreApplication::translate("Playbook", "%1 must be a list of texts").arg(label));
        return std::nullopt;
    }
    QStringList texts;
    for (const YamlNode& item : value.items) {
        const auto text =
            textOf(item, QCoreApplication::translate("Playbook", "item %1 of %2").arg(texts.size() + 1).arg(label));
        if (!text)
            return std::nullopt;
        texts.append(*text);
    }
    return texts;
}

bool FieldReader::checkId(const YamlNode& value, const QString& id, const QString& label, IdStyle style)
{
    static const QRegularExpression lower(QStringLiteral("\\A[a-z][a-z0-9_]{0,62}\\z"));
    static const QRegularExpression dashes(QStringLiteral("\\A[a-z][a-z0-9_-]{0,62}\\z"));
    static const QRegularExpression anyCase(QStringLiteral("\\A[A-Za-z][A-Za-z0-9_-]{0,62}\\z"));
    const QRegularExpression& wanted = style == IdStyle::Lower         ? lower
                                       : style == IdStyle::LowerDashes ? dashes
                                                                       : anyCase;
    if (wanted.match(id).hasMatch())
        return true;
    QString words = Say::tr("lower-case letters, digits and _");
    if (style == IdStyle::LowerDashes)
        words = Say::tr("lower-case letters, digits, _ and -");
    else if (style == IdStyle::AnyCase)
        words = Say::tr("letters, digits, _ and -");
    problem(value,
            QCoreApplication::translate("Playbook", "%1 must be at most 63 %2, starting with a letter, not \"%3\"")
                .arg(label, words, id.left(80)));
    return false;
}

bool FieldReader::checkChoice(const YamlNode& value, const QString& text, const QString& label,
                              const QStringList& choices)
{
    if (choices.contains(text))
        return true;
    const QString message = QCoreApplication::translate("Playbook", "%1 cannot be \"%2\"").arg(label, text.left(80));
    problem(value, message + suggestion(text, choices));
    return false;
}

QJsonValue FieldReader::treeOf(const YamlNode& value, const QString& label)
{
    switch (value.type) {
    case YamlNode::Type::Null: return QJsonValue::Null;
    case YamlNode::Type::List: {
        QJsonArray array;
        for (const YamlNode& item : value.items) {
            const QJsonValue read = treeOf(item, label);
            if (read.isUndefined())
                return QJsonValue::Undefined;
            array.append(read);
        }
        return array;
    }
    case YamlNode::Type::Map: {
        QJsonObject object;
        for (const auto& [key, item] : value.entries) {
            const QJsonValue read = treeOf(item, label);
            if (read.isUndefined())
                return QJsonValue::Undefined;
            object.insert(key.text, read);
        }
        return object;
    }
    case YamlNode::Type::Scalar: break;
    }
    const YamlScalar scalar = resolveScalar(value);
    switch (scalar.kind) {
    case YamlScalar::Kind::Null: return QJsonValue::Null;
    case YamlScalar::Kind::Flag: return scalar.flag;
    case YamlScalar::Kind::Integer:
    case YamlScalar::Kind::Number: return scalar.number;
    case YamlScalar::Kind::Text: return value.text;
    case YamlScalar::Kind::Surprise: break;
    }
    refuseScalar(value, QCoreApplication::translate("Playbook", "a value in %1").arg(label),
                 Say::tr("unmistakable: put it in quotes"));
    return QJsonValue::Undefined;
}

QString titleFromId(const QString& id)
{
    QString title = id;
    title.replace(QLatin1Char('_'), QLatin1Char(' ')).replace(QLatin1Char('-'), QLatin1Char(' '));
    return title.left(1).toUpper() + title.mid(1);
}

}  // namespace cockpit
