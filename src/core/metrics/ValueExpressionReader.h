// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/metrics/ValueExpression.h"

namespace cockpit {

/// Reads the text of a ValueExpression by recursive descent.
class ValueExpressionReader
{
public:
    explicit ValueExpressionReader(const QString& text);

    Result<ValueExpression> read();

private:
    using Node = ValueExpression::Node;
    using Operation = ValueExpression::Operation;

    Result<int> readSum();
    Result<int> readProduct();
    Result<int> readFactor();
    Result<int> readFunction();
    Result<int> readRatio();
    Result<int> readNumber();
    Result<QString> readPointer();
    Result<QString> readText();
    Status expect(QChar character);
    bool take(QChar character);
    void skipBlanks();
    int add(Node node);
    Error wrong(const QString& wanted) const;

    QString m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
    QList<Node> m_nodes;
};

}  // namespace cockpit
