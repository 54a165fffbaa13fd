// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/metrics/RuleExpression.h"
#include "tests/fuzz/Require.h"

using namespace cockpit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    ExpressionProblem problem;
    const auto expression = RuleExpression::parse(text, &problem);
    if (!expression) {
        require(!problem.message.isEmpty(), "a refused expression is explained");
        require(problem.offset >= 0 && problem.offset <= text.size(), "the place is within the text");
        return 0;
    }
    const auto unknown = [](const QString&) { return Reading{}; };
    expression->evaluate(unknown);
    require(expression->signalNames().size() <= text.size(), "no more names than characters");
    expression->explain(unknown);
    return 0;
}
