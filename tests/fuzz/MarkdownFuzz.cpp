// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/postmortem/MarkdownHtml.h"
#include "tests/fuzz/Require.h"

#include <QRegularExpression>

using namespace cockpit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto html = markdownToHtml(text);
    if (!html)
        return 0;
    static const QRegularExpression dangerous(
        QStringLiteral(
            "<(script|iframe|object|embed|style|link|meta|base)\\b|(href|src)=\"\\s*(javascript|vbscript|file|data):"),
        QRegularExpression::CaseInsensitiveOption);
    require(!dangerous.match(*html).hasMatch(), "nothing active comes out");
    return 0;
}
