// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/shell/annunciator/TileStrip.h"

#include "ui/shell/annunciator/Tile.h"

#include <algorithm>

namespace cockpit {

namespace {

constexpr int gap = 5;

QString keyOf(const QString& platform, const QString& signal)
{
    return platform + QLatin1Char('/') + signal;
}

/// What is wrong first, then what is not known, then what is well; among equals the playbook's order.
int attention(const TileState& state)
{
    switch (state.level) {
    case TileLevel::Alert: return qBound(0, state.severityRank, 9);
    case TileLevel::Unknown: return 10;
    case TileLevel::Stale: return 11;
    case TileLevel::Pending: return 12;
    case TileLevel::Ok: return 13;
    }
    Q_UNREACHABLE();
}

}  // namespace

TileStrip::TileStrip(Theme& theme, const Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_more(new QPushButton(this))
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_more->setProperty("role", QStringLiteral("quiet"));
    m_more->setCheckable(true);
    m_more->hide();
    connect(m_more, &QPushButton::toggled, this, [this](bool on) {
        m_expanded = on;
        updateGeometry();
        place();
    });
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TileStrip::show(const QList<TileState>& tiles)
{
    QList<const TileState*> ordered;
    for (const TileState& state : tiles)
        ordered.append(&state);
    std::stable_sort(ordered.begin(), ordered.end(), [](const TileState* left, const TileState* right) {
        return attention(*left) < attention(*right);
    });
    const bool severalPlatforms = std::any_of(tiles.begin(), tiles.end(), [&tiles](const TileState& state) {
        return state.platform != tiles.first().platform;
    });
    const QHash<QString, Tile*> before = std::exchange(m_tiles, {});
    QList<Tile*> order;
    for (const TileState* state : ordered) {
        const QString key = keyOf(state->platform, state->signal);
        Tile*& tile = m_tiles[key];
        if (!tile)
            tile = before.value(key);
        if (!tile) {
            tile = new Tile(m_theme, this);
            connect(tile, &QAbstractButton::clicked, this,
                    [this, tile] { emit activated(tile->state().platform, tile->state().signal); });
        }
        tile->show(*state, m_clock.utcNow(), severalPlatforms);
        order.append(tile);
    }
    for (auto old = before.begin(); old != before.end(); ++old) {
        if (!m_tiles.contains(old.key()))
            delete old.value();
    }
    const bool sameCount = order.size() == m_ordered.size();
    if (order != m_ordered) {
        m_ordered = order;
        for (qsizetype i = 1; i < order.size(); ++i)
            setTabOrder(order.at(i - 1), order.at(i));
        if (!order.isEmpty())
            setTabOrder(order.last(), m_more);
    }
    if (!sameCount)
        updateGeometry();
    place();
}

void TileStrip::focusTile(const QString& platform, const QString& signal)
{
    Tile* tile = m_tiles.value(keyOf(platform, signal));
    if (!tile)
        return;
    if (!tile->isVisibleTo(this))
        m_more->setChecked(true);
    tile->setFocus(Qt::OtherFocusReason);
}

int TileStrip::columnsFor(int width) const
{
    return qMax(1, (width + gap) / (Tile::leastWidth + gap));
}

int TileStrip::rowsFor(int width) const
{
    const int columns = columnsFor(width);
    const int needed = (static_cast<int>(m_ordered.size()) + columns - 1) / columns;
    return qBound(1, needed, m_expanded ? rowsExpanded : rowsCollapsed);
}

int TileStrip::heightForWidth(int width) const
{
    return rowsFor(width) * (Tile::height + gap) - gap;
}

QSize TileStrip::sizeHint() const
{
    return {4 * (Tile::leastWidth + gap), heightForWidth(width())};
}

QSize TileStrip::minimumSizeHint() const
{
    return {Tile::leastWidth, Tile::height};
}

void TileStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    updateGeometry();
    place();
}

QString TileStrip::moreText(qsizetype from) const
{
    qsizetype well = 0;
    for (qsizetype i = from; i < m_ordered.size(); ++i)
        well += m_ordered.at(i)->state().level == TileLevel::Ok ? 1 : 0;
    const qsizetype others = m_ordered.size() - from - well;
    if (others == 0)
        return tr("+ %1 ok").arg(well);
    return well == 0 ? tr("+ %1 not ok").arg(others) : tr("+ %1 ok, %2 not").arg(well).arg(others);
}

void TileStrip::place()
{
    const int columns = columnsFor(width());
    const int rows = rowsFor(width());
    const int tileWidth = qMin(240, (width() - (columns - 1) * gap) / columns);
    const auto cell = [&](qsizetype number) {
        const int row = static_cast<int>(number) / columns;
        const int column = static_cast<int>(number) % columns;
        return QRect(column * (tileWidth + gap), row * (Tile::height + gap), tileWidth, Tile::height);
    };
    const qsizetype room = static_cast<qsizetype>(columns) * rows;
    const bool overflow = m_ordered.size() > room || m_expanded;
    const qsizetype shown = m_ordered.size() > room ? room - 1 : m_ordered.size();
    for (qsizetype i = 0; i < m_ordered.size(); ++i) {
        m_ordered.at(i)->setGeometry(cell(i));
        m_ordered.at(i)->setVisible(i < shown);
    }
    m_more->setVisible(overflow);
    if (overflow) {
        m_more->setText(shown < m_ordered.size() ? moreText(shown) : tr("Show fewer"));
        m_more->setAccessibleName(tr("Show all signals or only two rows: %1").arg(m_more->text()));
        m_more->setGeometry(cell(qMin(shown, room - 1)));
        m_more->raise();
    }
}

}  // namespace cockpit
