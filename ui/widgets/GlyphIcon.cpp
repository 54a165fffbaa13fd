// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/widgets/GlyphIcon.h"

#include <QPainter>

namespace cockpit {

GlyphIcon::GlyphIcon(Theme& theme, Glyph glyph, Tone tone, int side, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_glyph(glyph)
    , m_tone(tone)
    , m_side(side)
{
    setFixedSize(side, side);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void GlyphIcon::set(Glyph glyph, Tone tone)
{
    m_glyph = glyph;
    m_tone = tone;
    update();
}

void GlyphIcon::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintGlyph(painter, QRectF(rect()), m_glyph, m_theme.color(m_tone));
}

}  // namespace cockpit
