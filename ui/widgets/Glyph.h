// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace cockpit {

/// Small shapes that say a state beside its colour and word. (Severities have their own: Theme::paintSeverityShape.)
enum class Glyph { Check, Cross, Question, Stale, Pending, Info, Warning, Search, Proposal };

/// Draws it into the square at the middle of `where`.
void paintGlyph(QPainter& painter, const QRectF& where, Glyph glyph, const QColor& colour);

}  // namespace cockpit
