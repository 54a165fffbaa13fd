// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/metrics/RuleParser.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace cockpit {

namespace {

constexpr int maximumLength = 4096;
constexpr int maximumDepth = 64;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RuleExpression)
};

bool startsName(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isReserved(const QString& word)
{
    static constexpr std::array reserved{"and", "or", "not", "absent", "stale"};
    for (const char* each : reserved) {
        if (word == QLatin1String(each))
            return true;
    }
    return false;
}

}  // namespace

RuleExpression::Node::Parser::Parser(const QString& text)
    : m_text(text)
{
}

std::unique_ptr<RuleExpression::Node> RuleExpression::Node::Parser::parse()
{
    if (m_text.size() > maximumLength)
        return failed(maximumLength,
                      Words::tr("the condition is longer than 4096 characters; split it into several rules"));
    NodePointer root = parseOr();
    if (!root)
        return nullptr;
    skipSpace();
    if (m_at < m_text.size())
        return failed(m_at, Words::tr("expected \"and\", \"or\" or the end, found %1").arg(found()));
    if (!root->isCondition())
        return failed(
            0, Words::tr("this is a number, not a condition; compare it with something, as in \"queue_size > 50\""));
    return root;
}

RuleExpression::Node::Parser::NodePointer RuleExpression::Node::Parser::parseOr()
{
    NodePointer left = parseAnd();
    while (left) {
        skipSpace();
        const int at = m_at;
        if (!takeWord(QLatin1String("or")))
            break;
        left = joined(Kind::Or, std::move(left), parseAnd(), at, true);
    }
    return left;
}

RuleExpression::Node::Parser::NodePointer RuleExpression::Node::Parser::parseAnd()
{
    NodePointer left = parseFactor();
    while (left) {
        skipSpace();
        const int at = m_at;
        if (!takeWord(QLatin1String("and")))
            break;
        left = joined(Kind::And, std::move(left), parseFactor(), at, true);
    }
    return left;
}

RuleExpression::Node::Parser::NodePointer RuleExpression::Node::Parser::parseFactor()
{
    skipSpace();
    const int at = m_at;
    if (!takeWord(QLatin1String("not")))
        return parseComparison();
    auto node = std::make_unique<Node>(Kind::Not);
    node->left = parseComparison();
    if (!node->left)
        return nullptr;
    if (!node->left->isCondition())
        return failed(at, Words::tr("\"not\" needs a condition, as in \"not (queue_size > 50)\""));
    return node;
}

RuleExpression::Node::Parser::NodePointer RuleExpression::Node::Parser::parseComparison()
{
    NodePointer left = parseSum();
    if (!left)
        return nullptr;
    skipSpace();
    const int at = m_at;
    Comparison comparison{};
    if (!takeComparison(&comparison))
        return left;
    NodePointer node = joined(Kind::Compare, std::move(left), parseSum(), at, false);
    if (!node)
        return nullptr;
    node->comparison = comparison;
    skipSpace();
    const int next = m_at;
    if (takeComparison(&comparison))
        return failed(next, Words::tr("comparisons cannot be chained; join two with \"and\""));
    return node;
}

RuleExpression::Node::Parser::NodePointer RuleExpression::Node::Parser::parseSum()
{
    NodePointer left = parseProduct();
    while (left) {
        skipSpace();
        const int at = m_at;
        if (take(QLatin1String("+")))
            left = joined(Kind::Add, std::move(left), parseProduct(), at, false);
        else if (take(QLatin1String("-")))
            left = joined(Kind::Subtract, std::move(left), parseProduct(), at, false);
        else
            break;
    }
    return left;
}

RuleExpression::Node::Parser::NodePointer RuleExpression::Node::Parser::parseProduct()
{
    NodePointer left = parseOperand();
    while (left) {
        skipSpace();
        const int at = m_at;
        if (take(QLatin1String("*")))
            left = joined(Kind::Multiply, std::move(left), parseOperand(), at, false);
        else if (take(QLatin1String("/")))
            left = joined(Kind::Divide, std::move(left), parseOperand(), at, false);
        else
            break;
    }
    return left;
}

RuleExpression::Node::Parser::NodePointer RuleExpression::Node::Parser::parseOperand()
{
    skipSpace();
    const int at = m_at;
    if (m_at < m_text.size() && (isDigit(m_text.at(m_at)) || m_text.at(m_at) == u'.'))
        return parseNumber();
    if (take(QLatin1String("(")))
        return parseGroup();
    if (take(QLatin1String("-"))) {
        skipSpace();
        if (m_at < m_text.size() && m_text.at(m_at) == u'-')
            return failed(m_at, Words::tr("expected a signal or a number, found \"-\""));
        auto node = std::make_unique<Node>(Kind::Negate);
        node->left = parseOperand();
        if (!node->left)
            return nullptr;
        return node->left->isCondition() ? failed(at, Words::tr("\"-\" needs a number")) : std::move(node);
    }
    if (takeWord(QLatin1String("absent")))
        return parseStateTest(Kind::Absent);
    if (takeWord(QLatin1String("stale")))
        return parseStateTest(Kind::Stale);
    const QString word = peekWord();
    if (word.isEmpty() || isReserved(word))
        return failed(at, Words::tr("expected a signal, a number or a parenthesis, found %1").arg(found()));
    m_at += static_cast<int>(word.size());
    auto node = std::make_unique<Node>(Kind::Signal);
    node->signal = word;
    name(word);
    return node;
}

RuleExpression::Node::Parser::NodePointer RuleExpression::Node::Parser::parseGroup()
{
    if (++m_depth > maximumDepth)
        return failed(m_at - 1, Words::tr("more than 64 parentheses inside each other"));
    NodePointer inner = parseOr();
    --m_depth;
    if (!inner)
        return nullptr;
    skipSpace();
    if (!take(QLatin1String(")")))
        return failed(m_at, Words::tr("expected \")\", found %1").arg(found()));
    return inner;
}

RuleExpression::Node::Parser::NodePointer RuleExpression::Node::Parser::parseNumber()
{
    const int at = m_at;
    int end = at;
    const auto digits = [&] {
        while (end < m_text.size() && isDigit(m_text.at(end)))
            ++end;
    };
    digits();
    if (end < m_text.size() && m_text.at(end) == u'.') {
        ++end;
        digits();
    }
    if (end < m_text.size() && (m_text.at(end) == u'e' || m_text.at(end) == u'E')) {
        ++end;
        if (end < m_text.size() && (m_text.at(end) == u'+' || m_text.at(end) == u'-'))
            ++end;
        digits();
    }
    const QString text = m_text.mid(at, end - at);
    bool ok = false;
    const double value = text.toDouble(&ok);
    if (!ok || !std::isfinite(value) || (end < m_text.size() && startsName(m_text.at(end))))
        return failed(at, Words::tr("this is not a number; write it as 50, 0.5 or 1e6, without a unit"));
    m_at = end;
    auto node = std::make_unique<Node>(Kind::Number);
    node->number = value;
    return node;
}

RuleExpression::Node::Parser::NodePointer RuleExpression::Node::Parser::parseStateTest(Kind kind)
{
    skipSpace();
    if (!take(QLatin1String("(")))
        return failed(m_at, Words::tr("expected \"(\" and a signal, found %1").arg(found()));
    skipSpace();
    const QString word = peekWord();
    if (word.isEmpty() || isReserved(word))
        return failed(m_at, Words::tr("expected the name of a signal, found %1").arg(found()));
    m_at += static_cast<int>(word.size());
    skipSpace();
    if (!take(QLatin1String(")")))
        return failed(m_at, Words::tr("expected \")\", found %1").arg(found()));
    auto node = std::make_unique<Node>(kind);
    node->signal = word;
    name(word);
    return node;
}

RuleExpression::Node::Parser::NodePointer
RuleExpression::Node::Parser::joined(Kind kind, NodePointer left, NodePointer right, int at, bool conditions)
{
    if (!left || !right)
        return nullptr;
    if (left->isCondition() != conditions || right->isCondition() != conditions) {
        return failed(at, conditions ? Words::tr("\"and\" and \"or\" join conditions, not numbers")
                                     : Words::tr("this joins two numbers, not conditions"));
    }
    auto node = std::make_unique<Node>(kind);
    node->left = std::move(left);
    node->right = std::move(right);
    return node;
}

RuleExpression::Node::Parser::NodePointer RuleExpression::Node::Parser::failed(int at, const QString& message)
{
    if (m_problem.message.isEmpty())
        m_problem = {at, message};
    return nullptr;
}

void RuleExpression::Node::Parser::skipSpace()
{
    while (m_at < m_text.size() && m_text.at(m_at).isSpace())
        ++m_at;
}

bool RuleExpression::Node::Parser::take(QLatin1String symbol)
{
    if (!QStringView(m_text).mid(m_at).startsWith(symbol))
        return false;
    m_at += static_cast<int>(symbol.size());
    return true;
}

bool RuleExpression::Node::Parser::takeWord(QLatin1String word)
{
    if (peekWord() != word)
        return false;
    m_at += static_cast<int>(word.size());
    return true;
}

QString RuleExpression::Node::Parser::peekWord() const
{
    int end = m_at;
    if (end >= m_text.size() || !startsName(m_text.at(end)))
        return {};
    while (end < m_text.size() && (startsName(m_text.at(end)) || isDigit(m_text.at(end))))
        ++end;
    return m_text.mid(m_at, end - m_at);
}

bool RuleExpression::Node::Parser::takeComparison(Comparison* comparison)
{
    using Entry = std::pair<QLatin1String, Comparison>;
    static const std::array symbols{
        Entry{QLatin1String("<="), Comparison::LessOrEqual},    Entry{QLatin1String("<"), Comparison::Less},
        Entry{QLatin1String("=="), Comparison::Equal},          Entry{QLatin1String("!="), Comparison::NotEqual},
        Entry{QLatin1String(">="), Comparison::GreaterOrEqual}, Entry{QLatin1String(">"), Comparison::Greater}};
    for (const auto& [symbol, meaning] : symbols) {
        if (take(symbol)) {
            *comparison = meaning;
            return true;
        }
    }
    return false;
}

QString RuleExpression::Node::Parser::found() const
{
    if (m_at >= m_text.size())
        return Words::tr("the end");
    const QString word = peekWord();
    return QLatin1Char('"') + (word.isEmpty() ? m_text.mid(m_at, 1) : word) + QLatin1Char('"');
}

void RuleExpression::Node::Parser::name(const QString& signal)
{
    if (!m_signals.contains(signal))
        m_signals.append(signal);
}

}  // namespace cockpit
