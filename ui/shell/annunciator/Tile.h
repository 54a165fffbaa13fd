// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/Snapshot.h"
#include "ui/widgets/Theme.h"

#include <QAbstractButton>

namespace cockpit {

/// One platform and signal: colour, shape and word; value and reason below; since when.
class Tile : public QAbstractButton
{
    Q_OBJECT

public:
    static constexpr int height = 42;       ///< px
    static constexpr int leastWidth = 158;  ///< px

    explicit Tile(const Theme& theme, QWidget* parent = nullptr);

    /// `namePlatform`: the title says whose signal it is; not needed while only one platform is watched.
    void show(const TileState& state, const QDateTime& now, bool namePlatform = true);
    const TileState& state() const { return m_state; }
    /// The second line as shown: word, reason, age.
    const QString& secondLine() const { return m_second; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintSurface(QPainter& painter) const;
    void paintIcon(QPainter& painter, const QRectF& where) const;
    Tone accent() const;

    const Theme& m_theme;
    TileState m_state;
    QString m_title;
    QString m_second;
};

}  // namespace cockpit
