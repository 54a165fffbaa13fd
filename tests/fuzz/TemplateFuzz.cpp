// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/playbook/Template.h"
#include "tests/fuzz/Require.h"

using namespace cockpit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto problems = checkTemplate(text);
    for (const TemplateProblem& problem : problems)
        require(problem.offset >= 0 && problem.offset <= text.size(), "the place is within the text");
    const auto rendered = renderTemplate(text, {{QStringLiteral("title"), QStringLiteral("<b>{{x}}</b>")}});
    require(!problems.isEmpty() || rendered.ok(), "a template that passes the check can be rendered");
    return 0;
}
