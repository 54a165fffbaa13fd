// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/widgets/Badge.h"

#include "core/playbook/Playbook.h"

#include <QCoreApplication>
#include <QPainter>

namespace cockpit {

namespace {

constexpr int sideMargin = 7;
constexpr int verticalMargin = 2;

}  // namespace

QString environmentTitle(Environment environment)
{
    switch (environment) {
    case Environment::Production: return QCoreApplication::translate("Badge", "Production");
    case Environment::Staging: return QCoreApplication::translate("Badge", "Staging");
    case Environment::Demo: return QCoreApplication::translate("Badge", "Demo");
    }
    Q_UNREACHABLE();
}

QString dangerTitle(Danger danger)
{
    switch (danger) {
    case Danger::Read: return QCoreApplication::translate("Badge", "read");
    case Danger::Write: return QCoreApplication::translate("Badge", "write");
    case Danger::Destructive: return QCoreApplication::translate("Badge", "destructive");
    }
    Q_UNREACHABLE();
}

Badge::Badge(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Badge::setEnvironment(Environment environment)
{
    const Tone tone = environment == Environment::Production ? Tone::Production
                      : environment == Environment::Staging  ? Tone::Staging
                                                             : Tone::Demo;
    setWord(environmentTitle(environment).toUpper(), tone, true);
    setAccessibleName(tr("Environment: %1").arg(environmentTitle(environment)));
}

void Badge::setDanger(Danger danger)
{
    const Tone tone = danger == Danger::Read ? Tone::Good : danger == Danger::Write ? Tone::Severity3 : Tone::Severity1;
    setWord(dangerTitle(danger), tone, false);
    setAccessibleName(tr("Danger: %1").arg(dangerTitle(danger)));
}

void Badge::setWord(const QString& word, Tone tone, bool solid)
{
    m_word = word;
    m_tone = tone;
    m_solid = solid;
    setAccessibleName(word);
    updateGeometry();
    update();
}

QFont Badge::badgeFont() const
{
    QFont badge = m_theme.textFont(0.82);
    badge.setWeight(m_solid ? QFont::Bold : QFont::Medium);
    if (m_solid)
        badge.setLetterSpacing(QFont::PercentageSpacing, 105);
    return badge;
}

QSize Badge::sizeHint() const
{
    const QFontMetrics metrics(badgeFont());
    return {metrics.horizontalAdvance(m_word) + 2 * sideMargin, metrics.height() + 2 * verticalMargin};
}

void Badge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = m_theme.color(m_tone);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QColor edge = colour;
    edge.setAlphaF(m_solid ? 1.0F : 0.55F);
    painter.setPen(edge);
    painter.setBrush(m_solid ? QBrush(colour) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(box, 3, 3);
    painter.setFont(badgeFont());
    painter.setPen(m_solid ? m_theme.color(Tone::OnFill) : colour);
    painter.drawText(rect(), Qt::AlignCenter, m_word);
}

}  // namespace cockpit
