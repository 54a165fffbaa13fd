// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/metrics/SeriesHistory.h"

#include <QColor>
#include <QImage>

namespace cockpit::panels::charts {

/// A run of columns with nothing measured, between two that have data or after the last one.
struct GapRange {
    int first = 0;      ///< first empty column
    int last = 0;       ///< last empty column
    bool open = false;  ///< reaches the right edge
};

/// Gaps of at least `minimum` columns; what lies before the first sample is none.
QList<GapRange> gapsOf(const ColumnSet& set, int minimum);

/// Paints a series into an image (ARGB32_Premultiplied) that stands for the plot: one column of the image per column of
/// the set, from its minimum to its maximum, joined to its neighbours, never across a gap. The line is `thickness`
/// image pixels thick, smoothed vertically.
void paintColumns(QImage& image, const ColumnSet& set, double low, double high, const QColor& colour, double thickness);

/// Vertical place of a value in a plot of this height, from the top; clamped to it.
double plotY(double value, double low, double high, double height);

}  // namespace cockpit::panels::charts
