// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/widgets/Glyph.h"
#include "ui/widgets/Theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace cockpit {

class GlyphIcon;

/// What a view says when it has nothing to show: what that means, and what one can do.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(Theme& theme, Glyph glyph, QWidget* parent = nullptr);

    void setText(const QString& line, const QString& hint = {});
    void setGlyph(Glyph glyph, Tone tone);
    /// Shows a button; an empty text takes it away.
    void setAction(const QString& text);

signals:
    void actionTriggered();

private:
    GlyphIcon* m_icon;
    QLabel* m_line;
    QLabel* m_hint;
    QPushButton* m_button;
};

}  // namespace cockpit
