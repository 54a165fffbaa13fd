// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QColor>
#include <QRectF>
#include <QString>

class QPainter;

namespace cockpit {
class Theme;
}

namespace cockpit::panels::timeline {

/// Colour that goes with an entry's icon (EventLine::icon).
QColor iconColour(const QString& icon, const Theme& theme);

/// Draws the picture of an entry into the square at the middle of `where`. `rank` is the severity's, for those that
/// have one; -1 otherwise.
void paintEventIcon(QPainter& painter, const QRectF& where, const QString& icon, int rank, const Theme& theme);

}  // namespace cockpit::panels::timeline
