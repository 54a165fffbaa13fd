// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QSyntaxHighlighter>

namespace cockpit {
class Theme;
}

namespace cockpit::panels::postmortem {

/// Colours Markdown as it is typed: headings, emphasis, code, links, questions left open, and generated blocks.
class MarkdownHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    MarkdownHighlighter(const Theme& theme, QTextDocument* document);

    /// Whether a line (by its state after highlighting) lies inside a generated block, markers included.
    static bool isGenerated(const QTextBlock& block);

protected:
    void highlightBlock(const QString& text) override;

private:
    void highlightInline(const QString& text);

    const Theme& m_theme;
};

}  // namespace cockpit::panels::postmortem
