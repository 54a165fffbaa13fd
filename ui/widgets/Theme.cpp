// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/widgets/Theme.h"

#include "core/playbook/Playbook.h"
#include "ui/widgets/ThemeColours.h"
#include "ui/widgets/ThemeStyleSheet.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <QStyleFactory>

/// A static library's resources must be named from outside any namespace.
static void registerIcons()
{
    Q_INIT_RESOURCE(Icons);
}

namespace cockpit {

namespace {

constexpr double baseSize = 9.75;  // 13 px at 96 dpi
constexpr double codeSize = 9.0;   // 12 px

QPainterPath severityPath(const QRectF& where, int rank)
{
    const double side = qMin(where.width(), where.height());
    const QRectF box(where.center().x() - side / 2, where.center().y() - side / 2, side, side);
    QPainterPath path;
    switch (qMin(rank, 3)) {
    case 0: {
        const double corner = side * 0.29;
        path.addPolygon(QPolygonF({{box.left() + corner, box.top()},
                                   {box.right() - corner, box.top()},
                                   {box.right(), box.top() + corner},
                                   {box.right(), box.bottom() - corner},
                                   {box.right() - corner, box.bottom()},
                                   {box.left() + corner, box.bottom()},
                                   {box.left(), box.bottom() - corner},
                                   {box.left(), box.top() + corner}}));
        break;
    }
    case 1:
        path.addPolygon(QPolygonF({{box.center().x(), box.top()},
                                   {box.right(), box.bottom() - side * 0.07},
                                   {box.left(), box.bottom() - side * 0.07}}));
        break;
    case 2:
        path.addPolygon(QPolygonF({{box.center().x(), box.top()},
                                   {box.right(), box.center().y()},
                                   {box.center().x(), box.bottom()},
                                   {box.left(), box.center().y()}}));
        break;
    default: path.addEllipse(box.adjusted(side * 0.12, side * 0.12, -side * 0.12, -side * 0.12)); break;
    }
    path.closeSubpath();
    return path;
}

void paintExclamation(QPainter& painter, const QRectF& where, const QColor& colour, double topShare)
{
    const double side = qMin(where.width(), where.height());
    const double x = where.center().x();
    const double top = where.center().y() - side / 2;
    painter.setPen(QPen(colour, qMax(1.2, side * 0.12), Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(x, top + side * topShare), QPointF(x, top + side * (topShare + 0.34)));
    painter.drawLine(QPointF(x, top + side * (topShare + 0.42)), QPointF(x, top + side * (topShare + 0.53)));
}

QFont firstInstalled(const QStringList& families, QFontDatabase::SystemFont fallback)
{
    const QStringList installed = QFontDatabase::families();
    for (const QString& family : families) {
        if (installed.contains(family))
            return QFont(family);
    }
    return QFontDatabase::systemFont(fallback);
}

QPalette paletteOf(bool dark)
{
    const auto tone = [dark](Tone wanted) { return toneColour(wanted, dark); };
    QPalette palette;
    palette.setColor(QPalette::Window, tone(Tone::Dock));
    palette.setColor(QPalette::WindowText, tone(Tone::Text));
    palette.setColor(QPalette::Base, tone(Tone::Dock));
    palette.setColor(QPalette::AlternateBase, tone(Tone::Raised));
    palette.setColor(QPalette::Text, tone(Tone::Text));
    palette.setColor(QPalette::PlaceholderText, tone(Tone::Dim));
    palette.setColor(QPalette::Button, tone(Tone::Raised));
    palette.setColor(QPalette::ButtonText, tone(Tone::Text));
    palette.setColor(QPalette::BrightText, tone(Tone::Severity1));
    palette.setColor(QPalette::ToolTipBase, tone(Tone::Raised));
    palette.setColor(QPalette::ToolTipText, tone(Tone::Text));
    palette.setColor(QPalette::Highlight, tone(Tone::Primary));
    palette.setColor(QPalette::HighlightedText, tone(Tone::OnFill));
    palette.setColor(QPalette::Link, tone(Tone::Focus));
    palette.setColor(QPalette::LinkVisited, tone(Tone::Focus));
    palette.setColor(QPalette::Light, tone(Tone::Hover));
    palette.setColor(QPalette::Midlight, tone(Tone::Raised));
    palette.setColor(QPalette::Mid, tone(Tone::Line));
    palette.setColor(QPalette::Dark, tone(Tone::Line));
    palette.setColor(QPalette::Shadow, tone(Tone::Background));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tone(Tone::Dim));
    return palette;
}

}  // namespace

Theme::Theme(QObject* parent)
    : QObject(parent)
{
}

void Theme::setMode(Mode mode)
{
    m_mode = mode;
    settle();
}

void Theme::setSystemDark(bool dark)
{
    m_systemDark = dark;
    settle();
}

void Theme::settle()
{
    const bool dark = m_mode == Mode::System ? m_systemDark : m_mode == Mode::Dark;
    if (dark == m_dark)
        return;
    m_dark = dark;
    if (m_application)
        apply(*m_application);
    emit changed();
}

void Theme::apply(QApplication& application)
{
    if (!m_application) {
        registerIcons();
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    }
    m_application = &application;
    QApplication::setPalette(paletteOf(m_dark));
    QApplication::setFont(textFont());
    application.setStyleSheet(themeStyleSheet(m_dark));
}

QColor Theme::color(Tone tone) const
{
    return toneColour(tone, m_dark);
}

QColor Theme::severityColor(int rank) const
{
    switch (rank) {
    case 0: return color(Tone::Severity1);
    case 1: return color(Tone::Severity2);
    case 2: return color(Tone::Severity3);
    default: return color(rank < 0 ? Tone::Muted : Tone::Severity4);
    }
}

QColor Theme::environmentColor(Environment environment) const
{
    // The tones are made to stand behind white text; as text on a dark surface they would be too dim to read.
    const Tone tone = environment == Environment::Production ? Tone::Production
                      : environment == Environment::Staging  ? Tone::Staging
                                                             : Tone::Demo;
    return isDark() ? color(tone).lighter(175) : color(tone);
}

QColor Theme::dangerColor(Danger danger) const
{
    switch (danger) {
    case Danger::Read: return color(Tone::Good);
    case Danger::Write: return color(Tone::Severity3);
    case Danger::Destructive: return color(Tone::Severity1);
    }
    Q_UNREACHABLE();
}

QFont Theme::textFont(double pointSizeFactor) const
{
    QFont font = firstInstalled({QStringLiteral("Inter")}, QFontDatabase::GeneralFont);
    font.setPointSizeF(baseSize * pointSizeFactor);
    return font;
}

QFont Theme::monospaceFont() const
{
    QFont font = firstInstalled({QStringLiteral("JetBrains Mono")}, QFontDatabase::FixedFont);
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    font.setPointSizeF(codeSize);
    return font;
}

void Theme::paintSeverityShape(QPainter& painter, const QRectF& where, int rank) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = severityColor(rank);
    const QPainterPath path = severityPath(where, rank < 0 ? 3 : rank);
    if (rank < 0 || rank >= 3) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, qMax(1.5, qMin(where.width(), where.height()) * 0.15)));
        painter.drawPath(path);
    } else {
        painter.fillPath(path, colour);
        if (rank < 2)
            paintExclamation(painter, where, color(Tone::Dock), rank == 0 ? 0.22 : 0.32);
    }
    painter.restore();
}

QIcon Theme::severityIcon(int rank) const
{
    QIcon icon;
    for (const int side : {16, 24, 32, 48}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintSeverityShape(painter, QRectF(1, 1, side - 2, side - 2), rank);
        icon.addPixmap(pixmap);
    }
    return icon;
}

}  // namespace cockpit
