// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/runbook/OutputView.h"

#include "core/base/SafeText.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>
#include <QTextBlock>

#include <algorithm>

namespace cockpit::panels::runbook {

namespace {

constexpr int mostLines = 2'000;
constexpr int mostInLine = 4'096;
constexpr qsizetype mostKept = 256 * 1024;  ///< characters; the whole is in the evidence
constexpr int mostVisibleLines = 10;
constexpr int frame = 20;

}  // namespace

OutputView::OutputView(QWidget* parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setMaximumBlockCount(mostLines);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setAccessibleName(tr("Output of the step"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void OutputView::setStep(const QString& step, const QString& title)
{
    m_step = step;
    m_title = title;
}

void OutputView::show(const QString& text)
{
    const QString safe = safeBlock(withoutTerminalEscapes(text), static_cast<int>(mostKept)).trimmed();
    if (safe != toPlainText())
        setPlainText(safe);
    settle();
}

void OutputView::append(const QString& text)
{
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    // A line that arrives in pieces is cut where a whole one would be.
    end.insertText(safeBlock(fitting(text, end.positionInBlock()), static_cast<int>(mostKept)));
    forgetOldest();
    setTextCursor(end);
    settle();
    ensureCursorVisible();
}

/// The newest lines of a text, as many as are kept, each cut; the first goes on in `column` of a line that is there.
QString OutputView::fitting(const QString& text, int column)
{
    QStringList lines;
    qsizetype kept = 0;
    qsizetype end = text.size();
    while (kept < mostKept && lines.size() < mostLines) {
        const qsizetype begin = end > 0 ? text.lastIndexOf(QLatin1Char('\n'), end - 1) : -1;
        const qsizetype room = begin < 0 ? std::max(0, mostInLine - column) : mostInLine;
        lines.prepend(text.mid(begin + 1, std::min(end - begin - 1, room)));
        kept += lines.first().size() + 1;
        if (begin < 0)
            break;
        end = begin;
    }
    return lines.join(QLatin1Char('\n'));
}

void OutputView::forgetOldest()
{
    const int excess = document()->characterCount() - static_cast<int>(mostKept);
    if (excess <= 0)
        return;
    QTextCursor oldest(document());
    oldest.setPosition(document()->findBlock(excess).next().position(), QTextCursor::KeepAnchor);
    oldest.removeSelectedText();
}

void OutputView::settle()
{
    m_lines = wrappedLines();
    updateGeometry();
}

/// Lines on screen at the present width, counted no further than they are shown.
int OutputView::wrappedLines() const
{
    const int advance = std::max(1, fontMetrics().horizontalAdvance(QLatin1Char('0')));
    const int columns = std::max(8, viewport()->width() / advance - 1);
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && lines < mostVisibleLines; block = block.next())
        lines += 1 + std::max(0, block.length() - 2) / columns;
    return std::clamp(lines, 1, mostVisibleLines);
}

void OutputView::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    const int lines = wrappedLines();
    if (lines == m_lines)
        return;
    m_lines = lines;
    updateGeometry();
}

QSize OutputView::sizeHint() const
{
    return {200, m_lines * fontMetrics().lineSpacing() + frame};
}

QSize OutputView::minimumSizeHint() const
{
    return {60, sizeHint().height()};
}

QMimeData* OutputView::createMimeDataFromSelection() const
{
    auto* mime = new QMimeData;
    QString text = textCursor().selectedText();
    text.replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
    mime->setText(text);
    const QJsonObject origin{
        {QStringLiteral("step"), m_step}, {QStringLiteral("title"), m_title}, {QStringLiteral("text"), text}};
    mime->setData(QStringLiteral("application/x-incident-cockpit-step"),
                  QJsonDocument(origin).toJson(QJsonDocument::Compact));
    return mime;
}

}  // namespace cockpit::panels::runbook
