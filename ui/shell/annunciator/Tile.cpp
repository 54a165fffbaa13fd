// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/shell/annunciator/Tile.h"

#include "core/base/SafeText.h"
#include "ui/widgets/Glyph.h"
#include "ui/widgets/TimeText.h"

#include <QPainter>
#include <QPainterPath>

namespace cockpit {

namespace {

const QString separator = QStringLiteral(" \u00B7 ");
constexpr int accentWidth = 4;
constexpr int iconSide = 12;

}  // namespace

Tile::Tile(const Theme& theme, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
}

void Tile::show(const TileState& state, const QDateTime& now, bool namePlatform)
{
    m_state = state;
    m_title = safeLine(namePlatform ? state.title + separator + state.platformTitle : state.title, 80);
    QStringList parts{state.level == TileLevel::Alert && !state.severity.isEmpty() ? state.severity : state.word};
    if (state.reason.compare(state.word, Qt::CaseInsensitive) != 0)
        parts.append(state.reason);
    if (state.level != TileLevel::Ok && state.level != TileLevel::Pending && state.since.isValid())
        parts.append(shortAgeText(Milliseconds{state.since.msecsTo(now)}));
    parts.removeAll(QString());
    m_second = safeLine(parts.join(separator), 160);
    setText(m_title);
    const QString name =
        safeLine(state.platformTitle + separator + state.title, 80) + QStringLiteral(": ") + state.word;
    if (accessibleName() != name)
        setAccessibleName(name);
    setAccessibleDescription(m_second);
    setToolTip(safeToolTip(state.title + separator + state.platformTitle + QLatin1Char('\n') + m_second));
    update();
}

Tone Tile::accent() const
{
    switch (m_state.level) {
    case TileLevel::Ok: return Tone::Good;
    case TileLevel::Alert: return Tone::Severity1;
    case TileLevel::Unknown: return Tone::Unknown;
    case TileLevel::Stale: return Tone::Stale;
    case TileLevel::Pending: return Tone::Dim;
    }
    Q_UNREACHABLE();
}

void Tile::paintSurface(QPainter& painter) const
{
    const bool alert = m_state.level == TileLevel::Alert;
    const bool loud = alert && m_state.severityRank <= 0;
    const QColor edge = alert ? m_theme.severityColor(m_state.severityRank) : m_theme.color(accent());
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(box, 4, 4);
    const Tone surface = loud                                 ? Tone::Severity1Surface
                         : alert && m_state.severityRank == 1 ? Tone::Severity2Surface
                         : underMouse()                       ? Tone::Hover
                                                              : Tone::Dock;
    painter.fillPath(shape, m_theme.color(surface));
    if (m_state.level == TileLevel::Stale) {
        QColor hatch = m_theme.color(Tone::Line);
        hatch.setAlphaF(0.55F);
        painter.fillPath(shape, QBrush(hatch, Qt::BDiagPattern));
    }
    painter.save();
    painter.setClipPath(shape);
    painter.fillRect(QRectF(0, 0, accentWidth, QWidget::height()), edge);
    painter.restore();
    painter.setPen(hasFocus() ? QPen(m_theme.color(Tone::Focus), 2) : QPen(loud ? edge : m_theme.color(Tone::Line), 1));
    painter.drawPath(shape);
}

void Tile::paintIcon(QPainter& painter, const QRectF& where) const
{
    const QColor colour = m_theme.color(accent());
    switch (m_state.level) {
    case TileLevel::Ok: paintGlyph(painter, where, Glyph::Check, colour); break;
    case TileLevel::Alert: m_theme.paintSeverityShape(painter, where, qMax(0, m_state.severityRank)); break;
    case TileLevel::Unknown: paintGlyph(painter, where, Glyph::Question, colour); break;
    case TileLevel::Stale: paintGlyph(painter, where, Glyph::Stale, colour); break;
    case TileLevel::Pending: paintGlyph(painter, where, Glyph::Pending, colour); break;
    }
}

void Tile::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintSurface(painter);
    QFont bold = m_theme.textFont(0.92);
    bold.setWeight(QFont::DemiBold);
    const QFont small = m_theme.textFont(0.86);
    const QFontMetrics boldMetrics(bold);
    const QFontMetrics smallMetrics(small);
    const int left = accentWidth + 7;
    const int top = (Tile::height - boldMetrics.height() - smallMetrics.height()) / 2;
    const bool pending = m_state.level == TileLevel::Pending;

    paintIcon(painter, QRectF(left, top + (boldMetrics.height() - iconSide) / 2.0, iconSide, iconSide));
    const QRect title(left + iconSide + 5, top, width() - left - iconSide - 12, boldMetrics.height());
    painter.setFont(bold);
    painter.setPen(m_theme.color(pending ? Tone::Muted : Tone::Text));
    painter.drawText(title, Qt::AlignVCenter | Qt::TextSingleLine,
                     boldMetrics.elidedText(m_title, Qt::ElideRight, title.width()));
    const QRect second(left, top + boldMetrics.height(), width() - left - 7, smallMetrics.height());
    painter.setFont(small);
    painter.setPen(m_theme.color(m_state.level == TileLevel::Alert ? Tone::Text : pending ? Tone::Dim : Tone::Muted));
    painter.drawText(second, Qt::AlignVCenter | Qt::TextSingleLine,
                     smallMetrics.elidedText(m_second, Qt::ElideRight, second.width()));
}

}  // namespace cockpit
