// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/widgets/CountdownBar.h"

#include "ui/widgets/TabularText.h"

#include <QPainter>

namespace cockpit {

namespace {

constexpr int barHeight = 3;
constexpr int gap = 8;

}  // namespace

void paintCountdownBar(QPainter& painter, const QRectF& where, const Countdown& countdown, const Theme& theme)
{
    const QRectF groove(where.left(), where.bottom() - barHeight, where.width(), barHeight);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Tone::Line));
    painter.drawRoundedRect(groove, 1.5, 1.5);
    QRectF filled = groove;
    filled.setWidth(groove.width() * countdown.share);
    painter.setBrush(theme.color(countdown.tone == Tone::Text ? Tone::Focus : countdown.tone));
    painter.drawRoundedRect(filled, 1.5, 1.5);
    painter.restore();
}

CountdownBar::CountdownBar(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void CountdownBar::setDeadline(const QDateTime& started, const QDateTime& due, const QString& what)
{
    m_started = started;
    m_due = due;
    m_what = what;
}

void CountdownBar::setTextVisible(bool visible)
{
    m_textVisible = visible;
    updateGeometry();
}

void CountdownBar::advance(const QDateTime& now)
{
    m_countdown = Countdown::at(m_started, m_due, now);
    setAccessibleName(m_what.isEmpty() ? m_countdown.text : m_what + QStringLiteral(": ") + m_countdown.text);
    update();
}

QSize CountdownBar::sizeHint() const
{
    return {120, m_textVisible ? fontMetrics().height() : barHeight};
}

QSize CountdownBar::minimumSizeHint() const
{
    return {40, sizeHint().height()};
}

void CountdownBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QRectF bar(rect());
    if (m_textVisible) {
        const int width = tabularWidth(fontMetrics(), m_countdown.text);
        painter.setPen(m_theme.color(m_countdown.tone));
        drawTabular(painter, rect(), Qt::AlignRight, m_countdown.text);
        bar.setRight(rect().right() - width - gap);
        bar.moveTop(-(rect().height() - barHeight) / 2.0);
    }
    paintCountdownBar(painter, bar, m_countdown, m_theme);
}

}  // namespace cockpit
