// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"

#include <QDateTime>
#include <QHash>
#include <QJsonValue>
#include <QList>
#include <QString>

namespace cockpit {

/// What delta() remembers between two answers: the last number at each pointer.
using ValueMemory = QHash<QString, double>;

/// Turns a JSON document into one number. The language: numbers, + - * /, parentheses, and
///   {/json/pointer}        a number; true and false are 1 and 0; a text that is a number counts as one
///   count({/p})            members of the array or object
///   delta({/p})            increase since the answer before; a fall is a reset and counts from 0
///   ratio(a, b)            a / b, and 0 when both are 0
///   age({/p})              seconds since an ISO-8601 or Unix time
///   equal({/p}, "text")    1 when the text at the pointer is this one, 0 when it is another
///   matching({/p}, "sub", "text")  how many entries of the array or object have this text as member `sub`
///   maxage({/p}, "sub")    the largest age of member `sub` over all entries of the array or object
/// Pointers are RFC 6901. Thread: any; a value.
class ValueExpression
{
public:
    /// InvalidInput names the character where the text is wrong. At most 2000 characters, nested at most 32 deep.
    static Result<ValueExpression> parse(const QString& text);

    /// Errors: MissingField (the pointer is absent or of the wrong type, a division by 0, delta's first answer).
    /// `memory` is brought up to date for every delta(), whether or not there is a result.
    Result<double> evaluate(const QJsonValue& document, const QDateTime& utcNow, ValueMemory& memory) const;

    const QString& text() const { return m_text; }

private:
    friend class ValueExpressionReader;
    enum class Operation {
        Number,
        Pointer,
        Count,
        Delta,
        Ratio,
        Age,
        MaxAge,
        Equal,
        Matching,
        Add,
        Subtract,
        Multiply,
        Divide,
        Negate
    };
    struct Node {
        Operation operation = Operation::Number;
        double number = 0;
        QString pointer;
        QString member;  ///< of maxage and matching
        int left = -1;   ///< index in m_nodes
        int right = -1;
        QString text{};  ///< of equal and matching
    };
    class Evaluation;

    QString m_text;
    QList<Node> m_nodes;  ///< operands stand before what uses them; the last one is the result
};

}  // namespace cockpit
