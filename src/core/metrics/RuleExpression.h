// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"
#include "core/metrics/Reading.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace cockpit {

/// Three-valued answer: an unknown signal makes a comparison unknown, never false-and-therefore-good.
enum class Truth { No, Yes, Unknown };

struct ExpressionProblem {
    int offset = 0;   ///< 0-based character in the expression
    QString message;  ///< what is wrong and what was expected
};

/// A rule's condition, for example `queue_size > 50 and not stale(workers)`.
///   expression := term { "or" term } ; term := factor { "and" factor } ;
///   factor := ["not"] ( "(" expression ")" | "absent(" signal ")" | "stale(" signal ")" | operand comparison operand )
///   operand := signal | number, with + - * / and parentheses; comparison: < <= == != >= >
/// absent(): the signal is missing, unreachable or unauthorized. stale(): its value is too old. Kleene logic.
class RuleExpression
{
public:
    RuleExpression();
    RuleExpression(RuleExpression&&) noexcept;
    RuleExpression& operator=(RuleExpression&&) noexcept;
    ~RuleExpression();

    /// At most 4 KiB of text and 64 levels. On failure `problem` says where.
    static std::unique_ptr<RuleExpression> parse(const QString& text, ExpressionProblem* problem);

    QStringList signalNames() const;  ///< every signal named, once each, in order of appearance

    using Lookup = std::function<Reading(const QString& signal)>;
    Truth evaluate(const Lookup& lookup) const;
    /// The readings behind the answer, for a person: "queue_size = 61, workers = 0".
    QString explain(const Lookup& lookup) const;

private:
    struct Node;
    std::unique_ptr<Node> m_root;
    QStringList m_signals;
};

}  // namespace cockpit
