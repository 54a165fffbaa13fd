// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/metrics/RuleExpression.h"
#include "core/playbook/Playbook.h"

#include <memory>

namespace cockpit {

/// One place of a rule's syntax tree. Logic and comparisons are conditions; the rest are numbers.
struct RuleExpression::Node {
    enum class Kind { Or, And, Not, Absent, Stale, Compare, Number, Signal, Add, Subtract, Multiply, Divide, Negate };

    explicit Node(Kind k)
        : kind(k)
    {
    }
    bool isCondition() const { return kind <= Kind::Compare; }

    Kind kind;
    Comparison comparison = Comparison::Equal;
    double number = 0;
    QString signal;
    std::unique_ptr<Node> left;
    std::unique_ptr<Node> right;

    class Parser;
};

/// Recursive descent over the grammar in RuleExpression.h. One use per object.
class RuleExpression::Node::Parser
{
public:
    explicit Parser(const QString& text);

    /// Null on failure; problem() then says where and why.
    std::unique_ptr<Node> parse();
    const ExpressionProblem& problem() const { return m_problem; }
    const QStringList& signalNames() const { return m_signals; }

private:
    using NodePointer = std::unique_ptr<Node>;

    NodePointer parseOr();
    NodePointer parseAnd();
    NodePointer parseFactor();
    NodePointer parseComparison();
    NodePointer parseSum();
    NodePointer parseProduct();
    NodePointer parseOperand();
    NodePointer parseGroup();
    NodePointer parseNumber();
    NodePointer parseStateTest(Kind kind);
    NodePointer joined(Kind kind, NodePointer left, NodePointer right, int at, bool conditions);
    NodePointer failed(int at, const QString& message);

    void skipSpace();
    bool take(QLatin1String symbol);
    bool takeWord(QLatin1String word);
    QString peekWord() const;
    bool takeComparison(Comparison* comparison);
    QString found() const;
    void name(const QString& signal);

    QString m_text;
    int m_at = 0;
    int m_depth = 0;
    ExpressionProblem m_problem;
    QStringList m_signals;
};

}  // namespace cockpit
