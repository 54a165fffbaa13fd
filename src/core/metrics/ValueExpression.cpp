// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/metrics/ValueExpression.h"

#include "core/base/JsonPointer.h"
#include "core/metrics/ValueExpressionReader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <cmath>
#include <optional>

namespace cockpit {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(ValueExpression)
};

Error missing(const QString& sentence)
{
    return fail(ErrorKind::MissingField, sentence);
}

std::optional<double> numberOf(const QJsonValue& value)
{
    if (value.isBool())
        return value.toBool() ? 1.0 : 0.0;
    bool good = value.isDouble();
    const double number = value.isString() ? value.toString().trimmed().toDouble(&good) : value.toDouble();
    return good && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

/// Seconds since a moment written as ISO-8601 (without a zone: UTC) or as Unix seconds or milliseconds.
std::optional<double> ageOf(const QJsonValue& value, const QDateTime& utcNow)
{
    constexpr double leastMilliseconds = 1e11;  // Unix seconds reach this in the year 5138
    if (const auto number = value.isBool() ? std::nullopt : numberOf(value)) {
        const double milliseconds = *number >= leastMilliseconds ? *number : *number * 1000.0;
        return (static_cast<double>(utcNow.toMSecsSinceEpoch()) - milliseconds) / 1000.0;
    }
    QDateTime at = QDateTime::fromString(value.toString().trimmed(), Qt::ISODateWithMs);
    if (!at.isValid())
        return std::nullopt;
    if (at.timeSpec() == Qt::LocalTime)
        at.setTimeSpec(Qt::UTC);
    return static_cast<double>(at.msecsTo(utcNow)) / 1000.0;
}

QString shown(const QString& pointer)
{
    return pointer.isEmpty() ? Say::tr("the answer itself") : pointer;
}

}  // namespace

/// One walk over the nodes; each has its result in m_results when what uses it is reached.
class ValueExpression::Evaluation
{
public:
    Evaluation(const QJsonValue& document, const QDateTime& utcNow, const ValueMemory& before)
        : m_document(document)
        , m_now(utcNow)
        , m_before(before)
    {
    }

    Result<double> of(const Node& node, const QList<Result<double>>& results) const
    {
        if (node.operation == Operation::Number)
            return node.number;
        if (node.left < 0)
            return read(node);
        const Result<double>& left = results.at(node.left);
        if (!left)
            return left;
        if (node.operation == Operation::Negate)
            return -*left;
        const Result<double>& right = results.at(node.right);
        if (!right)
            return right;
        return finite(combine(node.operation, *left, *right));
    }

private:
    static Result<double> finite(Result<double> value)
    {
        if (value && !std::isfinite(*value))
            return missing(Say::tr("the result is no finite number"));
        return value;
    }

    static Result<double> combine(Operation operation, double left, double right)
    {
        switch (operation) {
        case Operation::Add: return left + right;
        case Operation::Subtract: return left - right;
        case Operation::Multiply: return left * right;
        case Operation::Ratio:
            if (left == 0 && right == 0)
                return 0.0;
            [[fallthrough]];
        default:
            if (right == 0)
                return missing(Say::tr("a division by 0"));
            return left / right;
        }
    }

    Result<double> read(const Node& node) const
    {
        const QJsonValue value = atPointer(m_document, node.pointer);
        if (value.isUndefined())
            return missing(Say::tr("%1 is not in the answer").arg(shown(node.pointer)));
        switch (node.operation) {
        case Operation::Count:
            if (value.isArray())
                return static_cast<double>(value.toArray().size());
            if (value.isObject())
                return static_cast<double>(value.toObject().size());
            return missing(Say::tr("%1 is neither a list nor an object").arg(shown(node.pointer)));
        case Operation::Age:
            if (const auto age = ageOf(value, m_now))
                return *age;
            return missing(Say::tr("%1 is not a time").arg(shown(node.pointer)));
        case Operation::MaxAge: return oldest(node, value);
        case Operation::Equal:
            if (value.isString())
                return value.toString() == node.text ? 1.0 : 0.0;
            return missing(Say::tr("%1 is not a text").arg(shown(node.pointer)));
        case Operation::Matching: return matching(node, value);
        default: break;
        }
        const auto number = numberOf(value);
        if (!number)
            return missing(Say::tr("%1 is not a number").arg(shown(node.pointer)));
        return node.operation == Operation::Delta ? growth(node.pointer, *number) : *number;
    }

    Result<double> growth(const QString& pointer, double number) const
    {
        const auto last = m_before.constFind(pointer);
        if (last == m_before.constEnd())
            return missing(Say::tr("%1 needs a second poll").arg(shown(pointer)));
        return number < *last ? number : number - *last;
    }

    static QList<QJsonValue> entriesOf(const QJsonValue& value)
    {
        QList<QJsonValue> entries;
        if (value.isObject()) {
            for (const QJsonValue entry : value.toObject())
                entries.append(entry);
        } else if (value.isArray()) {
            for (const QJsonValue entry : value.toArray())
                entries.append(entry);
        }
        return entries;
    }

    Result<double> matching(const Node& node, const QJsonValue& value) const
    {
        if (!value.isObject() && !value.isArray())
            return missing(Say::tr("%1 is not a list").arg(shown(node.pointer)));
        const QList<QJsonValue> entries = entriesOf(value);
        return static_cast<double>(std::count_if(entries.begin(), entries.end(), [&node](const QJsonValue& entry) {
            return entry.toObject().value(node.member) == QJsonValue(node.text);
        }));
    }

    Result<double> oldest(const Node& node, const QJsonValue& value) const
    {
        const QList<QJsonValue> entries = entriesOf(value);
        if (entries.isEmpty())
            return missing(Say::tr("%1 has no entries").arg(shown(node.pointer)));
        std::optional<double> result;
        for (const QJsonValue& entry : entries) {
            const auto age = ageOf(entry.toObject().value(node.member), m_now);
            if (!age)
                return missing(Say::tr("an entry of %1 has no time in \"%2\"").arg(shown(node.pointer), node.member));
            result = std::max(result.value_or(*age), *age);
        }
        return *result;
    }

    const QJsonValue& m_document;
    const QDateTime& m_now;
    const ValueMemory& m_before;
};

Result<ValueExpression> ValueExpression::parse(const QString& text)
{
    return ValueExpressionReader(text).read();
}

Result<double> ValueExpression::evaluate(const QJsonValue& document, const QDateTime& utcNow, ValueMemory& memory) const
{
    const ValueMemory before = memory;
    for (const Node& node : m_nodes) {
        if (node.operation != Operation::Delta)
            continue;
        if (const auto number = numberOf(atPointer(document, node.pointer)))
            memory.insert(node.pointer, *number);
    }
    const Evaluation evaluation(document, utcNow, before);
    QList<Result<double>> results;
    for (const Node& node : m_nodes)
        results.append(evaluation.of(node, results));
    return results.isEmpty() ? Result<double>(missing(Say::tr("nothing to compute"))) : results.last();
}

}  // namespace cockpit
