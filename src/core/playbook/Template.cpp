// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/playbook/Template.h"

#include "core/base/SafeText.h"

#include <kainjow/mustache.hpp>

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

namespace cockpit {

namespace {

constexpr int maximumNesting = 16;
// Noncharacters never stand in a text; they mark an unfilled name until the rendering is done.
constexpr QChar markBegin{0xFDD0};
constexpr QChar markEnd{0xFDD1};

struct Tag {
    QChar type;  ///< 'v' variable, '#', '^', '/', '!'
    QString name;
    qsizetype offset = 0;
};

struct Scan {
    QList<Tag> tags;
    QList<TemplateProblem> problems;
};

/// Reads one tag at `at` (which stands on "{{"); returns where to go on, or -1 after a problem.
qsizetype scanTag(const QString& text, qsizetype at, Scan& scan)
{
    static const QRegularExpression name(QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*\\z"));
    const bool triple = text.mid(at, 3) == QLatin1String("{{{");
    const QString closing = triple ? QStringLiteral("}}}") : QStringLiteral("}}");
    const qsizetype begin = at + closing.size();
    const qsizetype end = text.indexOf(closing, begin);
    const auto problem = [&](const QString& message) {
        scan.problems.append({at, message});
        return qsizetype{-1};
    };
    if (end < 0)
        return problem(QCoreApplication::translate("Playbook", "this {{ is not closed with }}"));
    QString inside = text.mid(begin, end - begin).trimmed();
    QChar type = u'v';
    if (!triple && !inside.isEmpty() && QStringLiteral("#^/!&>=").contains(inside.at(0))) {
        type = inside.at(0);
        inside = inside.mid(1).trimmed();
    }
    if (type == QLatin1Char('>') || type == QLatin1Char('='))
        return problem(QCoreApplication::translate("Playbook", "{{%1 is not used in these templates").arg(type));
    if (type != QLatin1Char('!') && inside != QLatin1String(".") && !name.match(inside).hasMatch())
        return problem(QCoreApplication::translate("Playbook", "\"%1\" is not a field name").arg(inside.left(60)));
    scan.tags.append({type == QLatin1Char('&') ? QChar(u'v') : type, inside, at});
    return end + closing.size();
}

Scan scanTemplate(const QString& text)
{
    Scan scan;
    QList<Tag> open;
    for (qsizetype at = text.indexOf(QLatin1String("{{")); at >= 0; at = text.indexOf(QLatin1String("{{"), at)) {
        at = scanTag(text, at, scan);
        if (at < 0)
            return scan;
        const Tag& tag = scan.tags.last();
        if (tag.type == QLatin1Char('#') || tag.type == QLatin1Char('^')) {
            open.append(tag);
            if (open.size() > maximumNesting) {
                scan.problems.append(
                    {tag.offset, QCoreApplication::translate("Playbook", "sections nest deeper than %1 levels")
                                     .arg(maximumNesting)});
                return scan;
            }
        } else if (tag.type == QLatin1Char('/')) {
            if (open.isEmpty() || open.last().name != tag.name) {
                scan.problems.append(
                    {tag.offset,
                     open.isEmpty()
                         ? QCoreApplication::translate("Playbook", "{{/%1}} closes a section that is not open")
                               .arg(tag.name)
                         : QCoreApplication::translate("Playbook", "{{/%1}} stands where {{/%2}} must close first")
                               .arg(tag.name, open.last().name)});
                return scan;
            }
            open.removeLast();
        }
    }
    if (!open.isEmpty())
        scan.problems.append({open.last().offset,
                              QCoreApplication::translate("Playbook", "the section {{%1%2}} is not closed with {{/%2}}")
                                  .arg(open.last().type)
                                  .arg(open.last().name)});
    return scan;
}

/// What a template's values are turned into: our marks cannot be forged by a value.
QString cleaned(QString text)
{
    return text.remove(markBegin).remove(markEnd);
}

bool isBlank(const QJsonValue& value)
{
    return value.isNull() || value.isUndefined() || (value.isString() && value.toString().trimmed().isEmpty());
}

QJsonValue valueAt(const QJsonObject& values, const QStringList& path)
{
    QJsonValue value = values;
    for (const QString& name : path)
        value = value.toObject().value(name);
    return value;
}

/// Puts the mark of an unfilled name where its value would be; a path through something else than objects stays as it
/// is.
void insertAt(QJsonObject& values, const QStringList& path, const QString& mark)
{
    if (path.size() == 1) {
        values.insert(path.first(), mark);
        return;
    }
    const QJsonValue inner = values.value(path.first());
    if (!inner.isUndefined() && !inner.isNull() && !inner.isObject())
        return;
    QJsonObject object = inner.toObject();
    insertAt(object, path.mid(1), mark);
    values.insert(path.first(), object);
}

kainjow::mustache::data toData(const QJsonValue& value, const QString& name, const QSet<QString>& sections)
{
    using kainjow::mustache::data;
    switch (value.type()) {
    case QJsonValue::Bool: return data(value.toBool() ? data::type::bool_true : data::type::bool_false);
    case QJsonValue::Double: return data(QString::number(value.toDouble(), 'g', 15).toStdString());
    case QJsonValue::Array: {
        data list{data::type::list};
        for (const QJsonValue& item : value.toArray())
            list.push_back(toData(item, name, sections));
        return list;
    }
    case QJsonValue::Object: {
        data object{data::type::object};
        const QJsonObject source = value.toObject();
        for (auto entry = source.begin(); entry != source.end(); ++entry)
            object.set(entry.key().toStdString(), toData(entry.value(), entry.key(), sections));
        return object;
    }
    case QJsonValue::String:
    case QJsonValue::Null:
    case QJsonValue::Undefined: break;
    }
    if (!isBlank(value))
        return data(value.toString().toStdString());
    if (sections.contains(name))
        return data(data::type::bool_false);
    return data((markBegin + name + markEnd).toStdString());
}

QJsonValue cleanedTree(const QJsonValue& value)
{
    if (value.isString())
        return cleaned(value.toString());
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue& item : value.toArray())
            array.append(cleanedTree(item));
        return array;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            *entry = cleanedTree(entry.value());
        return object;
    }
    return value;
}

}  // namespace

QList<TemplateProblem> checkTemplate(const QString& text)
{
    return scanTemplate(text).problems;
}

QStringList templateFields(const QString& text)
{
    QStringList names;
    for (const Tag& tag : scanTemplate(text).tags) {
        if (tag.type != QLatin1Char('/') && tag.type != QLatin1Char('!') && tag.name != QLatin1String("."))
            names.append(tag.name);
    }
    names.removeDuplicates();
    return names;
}

Result<RenderedTemplate> renderTemplate(const QString& text, const QJsonObject& values)
{
    const Scan scan = scanTemplate(text);
    if (!scan.problems.isEmpty()) {
        const TemplateProblem& first = scan.problems.first();
        const qsizetype line = text.left(first.offset).count(QLatin1Char('\n')) + 1;
        return fail(ErrorKind::InvalidInput,
                    QCoreApplication::translate("Playbook", "The template is not well formed in line %1: %2")
                        .arg(line)
                        .arg(first.message));
    }
    QSet<QString> sections;
    for (const Tag& tag : scan.tags) {
        if (tag.type == QLatin1Char('#') || tag.type == QLatin1Char('^'))
            sections.insert(tag.name);
    }
    QJsonObject data = cleanedTree(values).toObject();
    for (const Tag& tag : scan.tags) {
        const QStringList path = tag.name.split(QLatin1Char('.'));
        if (tag.type == QLatin1Char('v') && tag.name != QLatin1String(".") && !sections.contains(tag.name) &&
            isBlank(valueAt(data, path)))
            insertAt(data, path, markBegin + tag.name + markEnd);
    }
    kainjow::mustache::mustache engine(cleaned(text).toStdString());
    engine.set_custom_escape([](const std::string& plain) { return plain; });
    QString rendered = QString::fromStdString(engine.render(toData(data, QString(), sections)));
    if (!engine.error_message().empty())
        return fail(ErrorKind::InvalidInput,
                    QCoreApplication::translate("Playbook", "The template cannot be filled: %1")
                        .arg(QString::fromStdString(engine.error_message())));
    RenderedTemplate result;
    static const QRegularExpression mark(QStringLiteral("%1([^%2]*)%2").arg(markBegin).arg(markEnd));
    auto matches = mark.globalMatch(rendered);
    while (matches.hasNext())
        result.unfilled.append(matches.next().captured(1));
    result.unfilled.removeDuplicates();
    result.text = rendered.replace(mark, QStringLiteral("{{\\1}}"));
    return result;
}

QString firstUnfilledField(const QString& text)
{
    static const QRegularExpression field(QStringLiteral("\\{\\{\\s*([^}]*?)\\s*\\}\\}"));
    const auto found = field.match(text);
    return found.hasMatch() ? safeLine(found.captured(1), 60) : QString();
}

}  // namespace cockpit
