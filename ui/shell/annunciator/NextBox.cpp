// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/shell/annunciator/NextBox.h"

#include "core/base/SafeText.h"
#include "ui/shell/annunciator/Tile.h"
#include "ui/widgets/KeyHint.h"

#include <QPainter>

namespace cockpit {

namespace {

constexpr int widest = 430;
constexpr int preferred = 300;
constexpr int narrowest = 230;
constexpr int margin = 10;

}  // namespace

NextBox::NextBox(Theme& theme, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    setMaximumWidth(widest);
    setAccessibleName(tr("Next"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void NextBox::show(const NextAction& next)
{
    m_next = next;
    m_next.title = safeLine(next.title);
    m_next.reason = safeLine(next.reason, 300);
    setAccessibleName(tr("Next (F1): %1").arg(m_next.title));
    setAccessibleDescription(m_next.reason);
    setToolTip(safeToolTip(m_next.title + QLatin1Char('\n') + m_next.reason));
    setCursor(next.command.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    update();
}

QSize NextBox::sizeHint() const
{
    return {preferred, Tile::height};
}

QSize NextBox::minimumSizeHint() const
{
    return {narrowest, Tile::height};
}

void NextBox::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool calm = m_next.command.isEmpty() && !m_next.urgent;
    painter.setBrush(m_theme.color(calm                                        ? Tone::Dock
                                   : underMouse() && !m_next.command.isEmpty() ? Tone::Selection
                                                                               : Tone::FocusSurface));
    painter.setPen(QPen(m_theme.color(hasFocus() || m_next.urgent ? Tone::Focus : Tone::Line), hasFocus() ? 2 : 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);

    QFont bold = m_theme.textFont();
    bold.setWeight(QFont::DemiBold);
    const QFont small = m_theme.textFont(0.9);
    const QFontMetrics boldMetrics(bold);
    const QFontMetrics smallMetrics(small);
    const QFontMetrics capMetrics(m_theme.textFont(0.84));
    const int room = height() > 2 * Tile::height - 8 ? 3 : 1;
    const int wrapped =
        smallMetrics.boundingRect(QRect(0, 0, width() - 2 * margin, 1'000), Qt::TextWordWrap, m_next.reason).height();
    const int lines = qBound(1, wrapped / smallMetrics.height(), room);
    const int textHeight = boldMetrics.height() + lines * smallMetrics.height();
    int top = qMax(2, (height() - textHeight) / 2);
    int left = margin;
    if (!m_next.command.isEmpty()) {
        const int capWidth = capMetrics.horizontalAdvance(QStringLiteral("F1")) + 10;
        paintKeyCap(painter, QRectF(left, top, capWidth, boldMetrics.height()), QStringLiteral("F1"), m_theme);
        left += capWidth + 8;
    }
    painter.setFont(bold);
    painter.setPen(m_theme.color(Tone::Text));
    const QRect title(left, top, width() - left - margin, boldMetrics.height());
    painter.drawText(title, Qt::AlignVCenter | Qt::TextSingleLine,
                     boldMetrics.elidedText(m_next.title, Qt::ElideRight, title.width()));
    painter.setFont(small);
    painter.setPen(m_theme.color(Tone::Muted));
    const QRect reason(margin, title.bottom() + 1, width() - 2 * margin, lines * smallMetrics.height());
    if (lines == 1)
        painter.drawText(reason, Qt::AlignVCenter | Qt::TextSingleLine,
                         smallMetrics.elidedText(m_next.reason, Qt::ElideRight, reason.width()));
    else
        painter.drawText(reason, Qt::AlignTop | Qt::TextWordWrap, m_next.reason);
}

}  // namespace cockpit
