// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/metrics/RuleExpression.h"

#include "core/base/SafeText.h"
#include "core/metrics/RuleParser.h"
#include "core/metrics/ValueText.h"

#include <QCoreApplication>

#include <cmath>

namespace cockpit {

namespace {

Truth truthOf(bool yes)
{
    return yes ? Truth::Yes : Truth::No;
}

Truth negated(Truth truth)
{
    switch (truth) {
    case Truth::Yes: return Truth::No;
    case Truth::No: return Truth::Yes;
    case Truth::Unknown: return Truth::Unknown;
    }
    return Truth::Unknown;
}

Truth isAbsent(ReadingState state)
{
    switch (state) {
    case ReadingState::Unreachable:
    case ReadingState::Unauthorized:
    case ReadingState::MissingField: return Truth::Yes;
    case ReadingState::Value:
    case ReadingState::Stale: return Truth::No;
    case ReadingState::Pending: return Truth::Unknown;
    }
    return Truth::Unknown;
}

// A signal that did not answer has no age: neither fresh nor stale.
Truth isStale(ReadingState state)
{
    switch (state) {
    case ReadingState::Stale: return Truth::Yes;
    case ReadingState::Value: return Truth::No;
    default: return Truth::Unknown;
    }
}

QString stateWords(ReadingState state)
{
    switch (state) {
    case ReadingState::Pending: return QCoreApplication::translate("RuleExpression", "not read yet");
    case ReadingState::Value: break;
    case ReadingState::Unreachable: return QCoreApplication::translate("RuleExpression", "unreachable");
    case ReadingState::Unauthorized: return QCoreApplication::translate("RuleExpression", "unauthorized");
    case ReadingState::MissingField: return QCoreApplication::translate("RuleExpression", "missing");
    case ReadingState::Stale: return QCoreApplication::translate("RuleExpression", "stale");
    }
    return {};
}

/// Evaluates one tree. Templates keep the private node type out of the header.
template <typename Node>
class Evaluation
{
public:
    explicit Evaluation(const RuleExpression::Lookup& lookup)
        : m_lookup(lookup)
    {
    }

    Truth truth(const Node& node) const
    {
        using Kind = typename Node::Kind;
        switch (node.kind) {
        case Kind::Or: return negated(both(negated(truth(*node.left)), negated(truth(*node.right))));
        case Kind::And: return both(truth(*node.left), truth(*node.right));
        case Kind::Not: return negated(truth(*node.left));
        case Kind::Absent: return isAbsent(m_lookup(node.signal).state);
        case Kind::Stale: return isStale(m_lookup(node.signal).state);
        case Kind::Compare: {
            const std::optional<double> left = number(*node.left);
            const std::optional<double> right = number(*node.right);
            return left && right ? truthOf(holds(node.comparison, *left, *right)) : Truth::Unknown;
        }
        default: return Truth::Unknown;
        }
    }

private:
    static Truth both(Truth left, Truth right)
    {
        if (left == Truth::No || right == Truth::No)
            return Truth::No;
        return left == Truth::Yes && right == Truth::Yes ? Truth::Yes : Truth::Unknown;
    }

    std::optional<double> number(const Node& node) const
    {
        using Kind = typename Node::Kind;
        if (node.kind == Kind::Number)
            return node.number;
        if (node.kind == Kind::Signal) {
            const Reading reading = m_lookup(node.signal);
            return reading.state == ReadingState::Value ? finite(reading.value) : std::nullopt;
        }
        const std::optional<double> left = number(*node.left);
        if (node.kind == Kind::Negate)
            return left ? finite(-*left) : std::nullopt;
        const std::optional<double> right = number(*node.right);
        if (!left || !right)
            return std::nullopt;
        switch (node.kind) {
        case Kind::Add: return finite(*left + *right);
        case Kind::Subtract: return finite(*left - *right);
        case Kind::Multiply: return finite(*left * *right);
        case Kind::Divide: return *right == 0 ? std::nullopt : finite(*left / *right);
        default: return std::nullopt;
        }
    }

    static std::optional<double> finite(double value)
    {
        return std::isfinite(value) ? std::optional(value) : std::nullopt;
    }

    const RuleExpression::Lookup& m_lookup;
};

}  // namespace

RuleExpression::RuleExpression() = default;
RuleExpression::RuleExpression(RuleExpression&&) noexcept = default;
RuleExpression& RuleExpression::operator=(RuleExpression&&) noexcept = default;
RuleExpression::~RuleExpression() = default;

std::unique_ptr<RuleExpression> RuleExpression::parse(const QString& text, ExpressionProblem* problem)
{
    Node::Parser parser(text);
    std::unique_ptr<Node> root = parser.parse();
    if (!root) {
        if (problem)
            *problem = parser.problem();
        return nullptr;
    }
    auto expression = std::make_unique<RuleExpression>();
    expression->m_root = std::move(root);
    expression->m_signals = parser.signalNames();
    return expression;
}

QStringList RuleExpression::signalNames() const
{
    return m_signals;
}

Truth RuleExpression::evaluate(const Lookup& lookup) const
{
    return m_root ? Evaluation<Node>(lookup).truth(*m_root) : Truth::Unknown;
}

QString RuleExpression::explain(const Lookup& lookup) const
{
    QStringList parts;
    for (const QString& signal : m_signals) {
        const Reading reading = lookup(signal);
        if (reading.state == ReadingState::Value) {
            parts.append(signal + QStringLiteral(" = ") + formatNumber(reading.value));
            continue;
        }
        QString part = signal + QLatin1Char(' ') + stateWords(reading.state);
        if (!reading.detail.isEmpty())
            part += QStringLiteral(" (") + safeLine(reading.detail, 120) + QLatin1Char(')');
        parts.append(part);
    }
    return parts.join(QStringLiteral(", "));
}

}  // namespace cockpit
