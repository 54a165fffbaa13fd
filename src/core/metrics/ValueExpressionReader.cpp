// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/metrics/ValueExpressionReader.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace cockpit {

namespace {

constexpr qsizetype maximumLength = 2'000;
constexpr int maximumDepth = 32;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(ValueExpression)
};

}  // namespace

ValueExpressionReader::ValueExpressionReader(const QString& text)
    : m_text(text)
{
}

Result<ValueExpression> ValueExpressionReader::read()
{
    if (m_text.size() > maximumLength)
        return fail(ErrorKind::InvalidInput, Say::tr("The value is longer than %1 characters").arg(maximumLength));
    const Result<int> root = readSum();
    if (!root)
        return root.error();
    skipBlanks();
    if (m_at < m_text.size())
        return wrong(Say::tr("an operator or the end"));
    ValueExpression expression;
    expression.m_text = m_text;
    expression.m_nodes = m_nodes;
    return expression;
}

Result<int> ValueExpressionReader::readSum()
{
    Result<int> left = readProduct();
    for (;;) {
        if (!left)
            return left;
        const bool plus = take(QLatin1Char('+'));
        if (!plus && !take(QLatin1Char('-')))
            return left;
        const Result<int> right = readProduct();
        if (!right)
            return right;
        left = add({plus ? Operation::Add : Operation::Subtract, 0, {}, {}, *left, *right});
    }
}

Result<int> ValueExpressionReader::readProduct()
{
    Result<int> left = readFactor();
    for (;;) {
        if (!left)
            return left;
        const bool times = take(QLatin1Char('*'));
        if (!times && !take(QLatin1Char('/')))
            return left;
        const Result<int> right = readFactor();
        if (!right)
            return right;
        left = add({times ? Operation::Multiply : Operation::Divide, 0, {}, {}, *left, *right});
    }
}

Result<int> ValueExpressionReader::readFactor()
{
    skipBlanks();
    if (m_depth >= maximumDepth)
        return fail(ErrorKind::InvalidInput, Say::tr("The value is nested more than %1 deep").arg(maximumDepth));
    ++m_depth;
    const QChar next = m_at < m_text.size() ? m_text.at(m_at) : QChar();
    Result<int> factor = wrong(Say::tr("a number, a {/pointer} or a function"));
    if (next == QLatin1Char('-')) {
        ++m_at;
        factor = readFactor();
        if (factor)
            factor = add({Operation::Negate, 0, {}, {}, *factor, -1});
    } else if (next == QLatin1Char('(')) {
        ++m_at;
        factor = readSum();
        if (const Status closed = factor ? expect(QLatin1Char(')')) : Status(Done{}); !closed)
            factor = closed.error();
    } else if (next == QLatin1Char('{')) {
        const Result<QString> pointer = readPointer();
        factor = pointer ? Result<int>(add({Operation::Pointer, 0, *pointer, {}, -1, -1})) : pointer.error();
    } else if (next.isDigit() || next == QLatin1Char('.')) {
        factor = readNumber();
    } else if (next.isLetter()) {
        factor = readFunction();
    }
    --m_depth;
    return factor;
}

Result<int> ValueExpressionReader::readFunction()
{
    static const QRegularExpression word(QStringLiteral("\\G[a-z]+"));
    const auto match = word.match(m_text, m_at);
    const QString name = match.captured();
    static const QHash<QString, Operation> functions{
        {QStringLiteral("count"), Operation::Count},  {QStringLiteral("delta"), Operation::Delta},
        {QStringLiteral("ratio"), Operation::Ratio},  {QStringLiteral("age"), Operation::Age},
        {QStringLiteral("equal"), Operation::Equal},  {QStringLiteral("matching"), Operation::Matching},
        {QStringLiteral("maxage"), Operation::MaxAge}};
    const auto function = functions.constFind(name);
    if (function == functions.constEnd())
        return wrong(Say::tr("one of count, delta, ratio, age, maxage, equal, matching"));
    m_at += name.size();
    if (const Status opened = expect(QLatin1Char('(')); !opened)
        return opened.error();
    if (*function == Operation::Ratio)
        return readRatio();
    const Result<QString> pointer = readPointer();
    if (!pointer)
        return pointer.error();
    Node node{*function, 0, *pointer, {}, -1, -1};
    QList<QString*> texts;
    if (*function == Operation::MaxAge || *function == Operation::Matching)
        texts.append(&node.member);
    if (*function == Operation::Equal || *function == Operation::Matching)
        texts.append(&node.text);
    for (QString* const text : std::as_const(texts)) {
        if (const Status comma = expect(QLatin1Char(',')); !comma)
            return comma.error();
        const Result<QString> given = readText();
        if (!given)
            return given.error();
        *text = *given;
    }
    if (const Status closed = expect(QLatin1Char(')')); !closed)
        return closed.error();
    return add(node);
}

Result<int> ValueExpressionReader::readRatio()
{
    const Result<int> left = readSum();
    if (!left)
        return left;
    if (const Status comma = expect(QLatin1Char(',')); !comma)
        return comma.error();
    const Result<int> right = readSum();
    if (!right)
        return right;
    if (const Status closed = expect(QLatin1Char(')')); !closed)
        return closed.error();
    return add({Operation::Ratio, 0, {}, {}, *left, *right});
}

Result<int> ValueExpressionReader::readNumber()
{
    static const QRegularExpression number(QStringLiteral("\\G([0-9]+(\\.[0-9]+)?|\\.[0-9]+)([eE][+-]?[0-9]+)?"));
    const auto match = number.match(m_text, m_at);
    bool good = false;
    const double value = match.captured().toDouble(&good);
    if (!good || !std::isfinite(value))
        return wrong(Say::tr("a number"));
    m_at += match.capturedLength();
    return add({Operation::Number, value, {}, {}, -1, -1});
}

Result<QString> ValueExpressionReader::readPointer()
{
    if (const Status opened = expect(QLatin1Char('{')); !opened)
        return opened.error();
    const qsizetype end = m_text.indexOf(QLatin1Char('}'), m_at);
    if (end < 0)
        return wrong(Say::tr("a pointer that ends with }"));
    const QString pointer = m_text.mid(m_at, end - m_at);
    static const QRegularExpression form(QStringLiteral("\\A(/([^~/{]|~[01])*)*\\z"));
    if (!form.match(pointer).hasMatch())
        return wrong(Say::tr("a JSON pointer such as /queue/size"));
    m_at = end + 1;
    return pointer;
}

Result<QString> ValueExpressionReader::readText()
{
    skipBlanks();
    const qsizetype end =
        m_at < m_text.size() && m_text.at(m_at) == QLatin1Char('"') ? m_text.indexOf(QLatin1Char('"'), m_at + 1) : -1;
    if (end <= m_at + 1)
        return wrong(Say::tr("the name of a member in double quotes"));
    const QString text = m_text.mid(m_at + 1, end - m_at - 1);
    m_at = end + 1;
    return text;
}

Status ValueExpressionReader::expect(QChar character)
{
    if (take(character))
        return Done{};
    return wrong(QStringLiteral("\"%1\"").arg(character));
}

bool ValueExpressionReader::take(QChar character)
{
    skipBlanks();
    if (m_at >= m_text.size() || m_text.at(m_at) != character)
        return false;
    ++m_at;
    return true;
}

void ValueExpressionReader::skipBlanks()
{
    while (m_at < m_text.size() && m_text.at(m_at).isSpace())
        ++m_at;
}

int ValueExpressionReader::add(Node node)
{
    m_nodes.append(std::move(node));
    return static_cast<int>(m_nodes.size()) - 1;
}

Error ValueExpressionReader::wrong(const QString& wanted) const
{
    return fail(ErrorKind::InvalidInput, Say::tr("character %1: expected %2").arg(m_at + 1).arg(wanted));
}

}  // namespace cockpit
