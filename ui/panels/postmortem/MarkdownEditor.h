// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/panels/postmortem/LongLines.h"

#include <QPlainTextEdit>

namespace cockpit {
class Theme;
}

namespace cockpit::panels::postmortem {

/// Edits the Markdown text itself. Generated blocks have a bar in the margin and a surface of their own. Evidence that
/// is dropped or pasted, and text too long to edit, is offered to the owner instead of being inserted.
class MarkdownEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit MarkdownEditor(const Theme& theme, QWidget* parent = nullptr);

    /// The whole text, tails of long lines included.
    QString markdown() const;
    /// Replaces what differs and keeps the cursor and the scroll position where they are in the unchanged parts.
    void showMarkdown(const QString& text);
    /// Inserts a line of its own below the cursor's, never inside a generated block.
    void insertReference(const QString& line);

signals:
    /// Something to keep as evidence arrived; the mime data lives until the slot returns.
    void evidenceOffered(const QMimeData& mime);

protected:
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    friend class EditorMargin;
    void paintMargin(QPaintEvent* event);
    void applyTheme();

    const Theme& m_theme;
    LongLines m_longLines;
    QWidget* m_margin = nullptr;
};

}  // namespace cockpit::panels::postmortem
