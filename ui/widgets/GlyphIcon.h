// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/widgets/Glyph.h"
#include "ui/widgets/Theme.h"

#include <QWidget>

namespace cockpit {

/// A glyph as a widget, in a tone of the theme. Says nothing to screen readers: the word stands beside it.
class GlyphIcon : public QWidget
{
    Q_OBJECT

public:
    GlyphIcon(Theme& theme, Glyph glyph, Tone tone, int side, QWidget* parent = nullptr);

    void set(Glyph glyph, Tone tone);
    QSize sizeHint() const override { return {m_side, m_side}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    Glyph m_glyph;
    Tone m_tone;
    int m_side;
};

}  // namespace cockpit
