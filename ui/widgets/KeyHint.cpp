// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/widgets/KeyHint.h"

#include <QPainter>

namespace cockpit {

QString keyCapText(const QKeySequence& keys)
{
    QString text = keys.toString(QKeySequence::NativeText);
    // "Ctrl++" is the plus key, not an empty one.
    const bool plusKey = text.endsWith(QLatin1String("++"));
    text.replace(QLatin1Char('+'), QLatin1Char(' '));
    return plusKey ? text.trimmed() + QLatin1String(" +") : text;
}

void paintKeyCap(QPainter& painter, const QRectF& where, const QString& text, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = where.adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(theme.color(Tone::Line));
    painter.setBrush(theme.color(Tone::Line));
    painter.drawRoundedRect(box, 3, 3);
    painter.setBrush(theme.color(Tone::Raised));
    painter.drawRoundedRect(box.adjusted(0, 0, 0, -1.5), 3, 3);
    painter.setFont(theme.textFont(0.84));
    painter.setPen(theme.color(Tone::Text));
    painter.drawText(box.adjusted(0, 0, 0, -1.5), Qt::AlignCenter, text);
    painter.restore();
}

KeyHint::KeyHint(Theme& theme, const QKeySequence& keys, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setKeys(keys);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void KeyHint::setKeys(const QKeySequence& keys)
{
    m_text = keyCapText(keys);
    setAccessibleName(tr("Key: %1").arg(m_text));
    updateGeometry();
    update();
}

QSize KeyHint::sizeHint() const
{
    const QFontMetrics metrics(m_theme.textFont(0.84));
    return {qMax(18, metrics.horizontalAdvance(m_text) + 10), metrics.height() + 4};
}

void KeyHint::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintKeyCap(painter, QRectF(rect()), m_text, m_theme);
}

}  // namespace cockpit
