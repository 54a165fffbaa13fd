// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/postmortem/MarkdownHighlighter.h"

#include "core/postmortem/GeneratedBlocks.h"
#include "core/postmortem/PostmortemDraft.h"
#include "ui/widgets/Theme.h"

#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocument>

namespace cockpit::panels::postmortem {

namespace {

// Bits of a line's state.
constexpr int inFence = 1;
constexpr int inBlock = 2;
constexpr int endOfBlock = 4;

struct Pattern {
    QRegularExpression expression;
    Tone tone;
    bool bold;
    bool italic;
};

const QList<Pattern>& patterns()
{
    static const QList<Pattern> list{
        {QRegularExpression(QStringLiteral("\\*\\*[^*]+\\*\\*")), Tone::Text, true, false},
        {QRegularExpression(QStringLiteral("(?<![\\w*])[*_][^*_\\s][^*_]*[*_](?![\\w*])")), Tone::Text, false, true},
        {QRegularExpression(QStringLiteral("`[^`]+`")), Tone::Severity4, false, false},
        {QRegularExpression(QStringLiteral("!?\\[[^\\]]*\\]\\([^)]*\\)")), Tone::Focus, false, false},
        {QRegularExpression(QStringLiteral("\\A\\s*(?:[-*+]|[0-9]+[.)])\\s(?:\\[[ xX]\\])?")), Tone::Focus, true,
         false},
        {QRegularExpression(QStringLiteral("\\A\\s*>.*")), Tone::Muted, false, true}};
    return list;
}

}  // namespace

MarkdownHighlighter::MarkdownHighlighter(const Theme& theme, QTextDocument* document)
    : QSyntaxHighlighter(document)
    , m_theme(theme)
{
}

bool MarkdownHighlighter::isGenerated(const QTextBlock& block)
{
    const int state = block.userState();
    return state > 0 && (state & (inBlock | endOfBlock));
}

void MarkdownHighlighter::highlightBlock(const QString& text)
{
    const int before = qMax(0, previousBlockState());
    int state = before & (inFence | inBlock);
    if (const auto marker = parseBlockMarker(text)) {
        QTextCharFormat format;
        format.setForeground(m_theme.color(Tone::Dim));
        setFormat(0, static_cast<int>(text.size()), format);
        setCurrentBlockState(marker->begin ? inBlock : endOfBlock);
        return;
    }
    const bool fence = QStringView(text).trimmed().startsWith(QLatin1String("```"));
    if (fence || state & inFence) {
        QTextCharFormat format;
        format.setForeground(m_theme.color(fence ? Tone::Dim : Tone::Severity4));
        setFormat(0, static_cast<int>(text.size()), format);
        setCurrentBlockState(fence ? state ^ inFence : state);
        return;
    }
    setCurrentBlockState(state);
    highlightInline(text);
}

void MarkdownHighlighter::highlightInline(const QString& text)
{
    static const QRegularExpression heading(QStringLiteral("\\A {0,3}#{1,6}\\s"));
    static const QRegularExpression question(
        QStringLiteral("(?:%1).*|\\{\\{[^}]*\\}\\}").arg(questionPrefixes().join(QLatin1Char('|'))));
    if (heading.match(text).hasMatch()) {
        QTextCharFormat format;
        format.setForeground(m_theme.color(Tone::Text));
        format.setFontWeight(QFont::Bold);
        setFormat(0, static_cast<int>(text.size()), format);
        return;
    }
    for (const Pattern& pattern : patterns()) {
        auto matches = pattern.expression.globalMatch(text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            QTextCharFormat format;
            format.setForeground(m_theme.color(pattern.tone));
            if (pattern.bold)
                format.setFontWeight(QFont::Bold);
            format.setFontItalic(pattern.italic);
            setFormat(static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength()), format);
        }
    }
    auto open = question.globalMatch(text);
    while (open.hasNext()) {
        const auto match = open.next();
        QTextCharFormat format;
        format.setForeground(m_theme.color(Tone::Question));
        format.setBackground(m_theme.color(Tone::QuestionSurface));
        setFormat(static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength()), format);
    }
}

}  // namespace cockpit::panels::postmortem
