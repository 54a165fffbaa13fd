// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/postmortem/MarkdownEditor.h"

#include "ui/panels/postmortem/EvidenceIntake.h"
#include "ui/panels/postmortem/MarkdownHighlighter.h"
#include "ui/widgets/Theme.h"

#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace cockpit::panels::postmortem {

namespace {

constexpr int marginWidth = 8;
constexpr int barWidth = 3;
constexpr qsizetype longestPaste = 256 * 1024;

}  // namespace

/// The strip left of the text that shows what was generated.
class EditorMargin final : public QWidget
{
public:
    explicit EditorMargin(MarkdownEditor* editor)
        : QWidget(editor)
        , m_editor(editor)
    {
    }

protected:
    void paintEvent(QPaintEvent* event) override { m_editor->paintMargin(event); }

private:
    MarkdownEditor* m_editor;
};

MarkdownEditor::MarkdownEditor(const Theme& theme, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
    , m_margin(new EditorMargin(this))
{
    new MarkdownHighlighter(theme, document());
    setViewportMargins(marginWidth, 0, 0, 0);
    setTabChangesFocus(false);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    connect(this, &QPlainTextEdit::updateRequest, m_margin, [this](const QRect& area, int dy) {
        if (dy != 0)
            m_margin->scroll(0, dy);
        else
            m_margin->update(0, area.y(), m_margin->width(), area.height());
    });
    connect(&theme, &Theme::changed, this, &MarkdownEditor::applyTheme);
    applyTheme();
}

void MarkdownEditor::applyTheme()
{
    setFont(m_theme.monospaceFont());
    if (auto* highlighter = document()->findChild<MarkdownHighlighter*>())
        highlighter->rehighlight();
}

QString MarkdownEditor::markdown() const
{
    return m_longLines.restored(toPlainText());
}

void MarkdownEditor::showMarkdown(const QString& text)
{
    const QString fresh = m_longLines.shortened(text);
    const QString old = toPlainText();
    if (fresh == old)
        return;
    const qsizetype shorter = qMin(fresh.size(), old.size());
    qsizetype head = 0;
    while (head < shorter && fresh.at(head) == old.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && fresh.at(fresh.size() - 1 - tail) == old.at(old.size() - 1 - tail))
        ++tail;
    const int scrolled = verticalScrollBar()->value();
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(head));
    cursor.setPosition(static_cast<int>(old.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(fresh.mid(head, fresh.size() - head - tail));
    verticalScrollBar()->setValue(scrolled);
}

void MarkdownEditor::insertReference(const QString& line)
{
    QTextBlock block = textCursor().block();
    while (MarkdownHighlighter::isGenerated(block) && MarkdownHighlighter::isGenerated(block.next()) &&
           block.next().isValid())
        block = block.next();
    QTextCursor cursor(block);
    cursor.beginEditBlock();
    cursor.movePosition(QTextCursor::EndOfBlock);
    cursor.insertText(
        (block.text().trimmed().isEmpty() ? QStringLiteral("%1\n") : QStringLiteral("\n\n%1\n")).arg(line));
    cursor.endEditBlock();
    setTextCursor(cursor);
}

bool MarkdownEditor::canInsertFromMimeData(const QMimeData* source) const
{
    return source && (isEvidence(*source) || source->hasText());
}

void MarkdownEditor::insertFromMimeData(const QMimeData* source)
{
    if (!source || isReadOnly())
        return;
    const QString text = source->text();
    if (isEvidence(*source) || text.size() > longestPaste || LongLines::hasLongLine(text))
        emit evidenceOffered(*source);
    else
        textCursor().insertText(text);
}

void MarkdownEditor::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    const QRect area = contentsRect();
    m_margin->setGeometry(area.left(), area.top(), marginWidth, area.height());
}

void MarkdownEditor::paintEvent(QPaintEvent* event)
{
    {
        QPainter painter(viewport());
        for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
            const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
            if (area.top() > event->rect().bottom())
                break;
            if (MarkdownHighlighter::isGenerated(block))
                painter.fillRect(QRectF(0, area.top(), viewport()->width(), area.height()),
                                 m_theme.color(Tone::Raised));
        }
    }
    QPlainTextEdit::paintEvent(event);
}

void MarkdownEditor::paintMargin(QPaintEvent* event)
{
    QPainter painter(m_margin);
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
        if (area.top() > event->rect().bottom())
            break;
        if (MarkdownHighlighter::isGenerated(block))
            painter.fillRect(QRectF(2, area.top(), barWidth, area.height()), m_theme.color(Tone::Focus));
    }
}

}  // namespace cockpit::panels::postmortem
