// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/postmortem/PreviewPage.h"

#include "core/postmortem/MarkdownHtml.h"
#include "core/postmortem/PostmortemDraft.h"
#include "ui/widgets/SafeBrowser.h"
#include "ui/widgets/Theme.h"

#include <QTextDocument>

namespace cockpit::panels::postmortem {

namespace {

constexpr int longestLaidOutLine = 4'096;

QString styleSheet(const Theme& theme)
{
    const auto colour = [&](Tone tone) { return theme.color(tone).name(); };
    return QStringLiteral("h1 { font-size: large; margin-top: 4px; } h2 { font-size: medium; margin-top: 14px; }"
                          "h3 { font-size: medium; font-weight: 500; } a { color: %1; }"
                          "table { border-collapse: collapse; margin-top: 4px; margin-bottom: 4px; }"
                          "th { border: 1px solid %2; padding: 3px 6px; background-color: %3; text-align: left;"
                          " font-weight: 500; }"
                          "td { border: 1px solid %2; padding: 3px 6px; }"
                          "td.bar { border: none; padding: 0; background-color: %1; }"
                          "td.inside { border: none; padding: 0 0 0 8px; }"
                          "pre { background-color: %4; } code { background-color: %4; }"
                          "blockquote { color: %5; } p.question, li.question { color: %6; background-color: %7; }")
        .arg(colour(Tone::Focus), colour(Tone::Line), colour(Tone::Raised), colour(Tone::CodeSurface),
             colour(Tone::Muted), colour(Tone::Question), colour(Tone::QuestionSurface));
}

/// Qt's rich text knows no border at one side: a generated block becomes a table with a coloured first column.
QString withBars(QString html)
{
    html.replace(QLatin1String("<div class=\"generated\">"),
                 QLatin1String("<table width=\"100%\" cellspacing=\"0\"><tr><td class=\"bar\" width=\"3\"></td>"
                               "<td class=\"inside\">"));
    html.replace(QLatin1String("</div>"), QLatin1String("</td></tr></table>"));
    for (const QString& prefix : questionPrefixes()) {
        for (const char* tag : {"p", "li"})
            html.replace(QStringLiteral("<%1>%2").arg(QLatin1String(tag), prefix),
                         QStringLiteral("<%1 class=\"question\">%2").arg(QLatin1String(tag), prefix));
    }
    return html;
}

}  // namespace

void showPreview(SafeBrowser& browser, const QString& markdown, const Theme& theme)
{
    MarkdownHtmlOptions options;
    options.longestLine = longestLaidOutLine;
    const Result<QString> html = markdownToHtml(markdown, options);
    if (!html) {
        browser.showPlain(html.error().message);
        return;
    }
    browser.document()->setDefaultStyleSheet(styleSheet(theme));
    browser.showHtml(withBars(*html));
}

}  // namespace cockpit::panels::postmortem
