// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/shell/annunciator/Clocks.h"

#include <QPainter>

namespace cockpit {

Clocks::Clocks(Theme& theme, const Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_local(QTimeZone::systemTimeZone())
    , m_newYork("America/New_York")
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Clocks::tick);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QString Clocks::utcText() const
{
    return m_clock.utcNow().toString(QStringLiteral("HH:mm:ss"));
}

QString Clocks::zonesText() const
{
    const QDateTime now = m_clock.utcNow();
    QStringList parts{tr("local %1").arg(now.toTimeZone(m_local).toString(QStringLiteral("HH:mm")))};
    if (m_newYork.isValid())
        parts.append(tr("New York %1").arg(now.toTimeZone(m_newYork).toString(QStringLiteral("HH:mm"))));
    return parts.join(QStringLiteral(" \u00B7 "));
}

QFont Clocks::largeFont() const
{
    QFont large = m_theme.monospaceFont();
    large.setPointSizeF(large.pointSizeF() * 1.45);
    large.setWeight(QFont::DemiBold);
    return large;
}

QSize Clocks::sizeHint() const
{
    const QFontMetrics large(largeFont());
    const QFontMetrics small(m_theme.textFont(0.86));
    const int first =
        large.horizontalAdvance(QStringLiteral("00:00:00")) + small.horizontalAdvance(QStringLiteral(" UTC"));
    const int second =
        small.horizontalAdvance(tr("local %1").arg(QStringLiteral("00:00")) + QStringLiteral(" \u00B7 ") +
                                tr("New York %1").arg(QStringLiteral("00:00")));
    return {qMax(first, second) + 12, large.height() + small.height()};
}

void Clocks::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    tick();
}

void Clocks::tick()
{
    const QString name = tr("%1 UTC, %2").arg(m_clock.utcNow().toString(QStringLiteral("HH:mm")), zonesText());
    if (accessibleName() != name)
        setAccessibleName(name);
    update();
    if (isVisible())
        m_timer.start(1'001 - m_clock.utcNow().time().msec());
}

void Clocks::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QFont large = largeFont();
    const QFont small = m_theme.textFont(0.86);
    const QFontMetrics largeMetrics(large);
    const QFontMetrics smallMetrics(small);
    const int top = (height() - largeMetrics.height() - smallMetrics.height()) / 2;
    const QString zone = QStringLiteral(" UTC");
    const int right = width() - 4;
    const int zoneWidth = smallMetrics.horizontalAdvance(zone);
    const int baseline = top + largeMetrics.ascent();
    painter.setFont(large);
    painter.setPen(m_theme.color(Tone::Text));
    painter.drawText(right - zoneWidth - largeMetrics.horizontalAdvance(utcText()), baseline, utcText());
    painter.setFont(small);
    painter.setPen(m_theme.color(Tone::Muted));
    painter.drawText(right - zoneWidth, baseline, zone);
    painter.drawText(QRect(0, top + largeMetrics.height(), right, smallMetrics.height()),
                     Qt::AlignRight | Qt::AlignVCenter, zonesText());
}

}  // namespace cockpit
