// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/engine/Snapshot.h"
#include "ui/widgets/Theme.h"

#include <QHash>
#include <QPushButton>
#include <QWidget>

namespace cockpit {

class Tile;

/// All tiles, what needs eyes first. Two rows; the rest behind a button that says what is in it.
class TileStrip : public QWidget
{
    Q_OBJECT

public:
    static constexpr int rowsCollapsed = 2;
    static constexpr int rowsExpanded = 8;

    TileStrip(Theme& theme, const Clock& clock, QWidget* parent = nullptr);

    void show(const QList<TileState>& tiles);
    /// Brings the tile into view and gives it the focus.
    void focusTile(const QString& platform, const QString& signal);
    QList<Tile*> tilesInOrder() const { return m_ordered; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

signals:
    void activated(const QString& platform, const QString& signal);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    int columnsFor(int width) const;
    int rowsFor(int width) const;
    void place();
    QString moreText(qsizetype from) const;

    Theme& m_theme;
    const Clock& m_clock;
    QHash<QString, Tile*> m_tiles;
    QList<Tile*> m_ordered;
    QPushButton* m_more;
    bool m_expanded = false;
};

}  // namespace cockpit
