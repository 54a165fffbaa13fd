// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QRect>
#include <QString>

class QFontMetrics;
class QPainter;

namespace cockpit {

/// Numbers that tick must not jitter: every digit gets the width of the widest one, whatever the font does.
int tabularWidth(const QFontMetrics& metrics, const QString& text);

/// Draws one line with the painter's font and pen; horizontal alignment Left or Right, vertically centred.
void drawTabular(QPainter& painter, const QRect& where, Qt::Alignment alignment, const QString& text);

}  // namespace cockpit
