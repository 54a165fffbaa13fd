// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/charts/ColumnPainter.h"

#include <algorithm>
#include <cmath>

namespace cockpit::panels::charts {

namespace {

struct Span {
    float low = 0;
    float high = 0;
};

/// The column's own range, stretched half way to a neighbour it would otherwise not touch.
Span joined(const QList<Column>& columns, qsizetype i)
{
    const Column& column = columns.at(i);
    Span span{column.minimum, column.maximum};
    for (const qsizetype other : {i - 1, i + 1}) {
        if (other < 0 || other >= columns.size() || !columns.at(other).filled)
            continue;
        const Column& neighbour = columns.at(other);
        if (neighbour.maximum < column.minimum)
            span.low = std::min(span.low, (neighbour.maximum + column.minimum) / 2);
        if (neighbour.minimum > column.maximum)
            span.high = std::max(span.high, (neighbour.minimum + column.maximum) / 2);
    }
    return span;
}

void blend(QRgb* pixel, QRgb colour, double coverage)
{
    const auto part = static_cast<uint>(std::clamp(coverage, 0.0, 1.0) * 255.0 + 0.5);
    const auto mixed = [part](uint over, uint under, uint alpha) {
        return (over * part + under * (255 - alpha * part / 255)) / 255;
    };
    const uint alpha = static_cast<uint>(qAlpha(colour));
    const auto channel = [&](int (*get)(QRgb)) {
        return static_cast<int>(
            std::min(255U, mixed(static_cast<uint>(get(colour)), static_cast<uint>(get(*pixel)), alpha)));
    };
    *pixel = qRgba(channel(qRed), channel(qGreen), channel(qBlue), channel(qAlpha));
}

/// Fills one image column between two heights; the end pixels by how much of them is covered.
void fillSpan(uchar* bits, qsizetype stride, int x, int height, double top, double bottom, QRgb colour)
{
    top = std::clamp(top, 0.0, static_cast<double>(height));
    bottom = std::clamp(bottom, 0.0, static_cast<double>(height));
    const auto pixel = [&](int y) { return reinterpret_cast<QRgb*>(bits + stride * y) + x; };
    const int first = static_cast<int>(top);
    const int last = std::min(static_cast<int>(bottom), height - 1);
    if (first > last)
        return;
    if (first == last) {
        blend(pixel(first), colour, bottom - top);
        return;
    }
    blend(pixel(first), colour, first + 1 - top);
    for (int y = first + 1; y < last; ++y)
        *pixel(y) = colour;
    blend(pixel(last), colour, bottom - last);
}

}  // namespace

double plotY(double value, double low, double high, double height)
{
    if (!(high > low))
        return height;
    return std::clamp((high - value) / (high - low), 0.0, 1.0) * height;
}

QList<GapRange> gapsOf(const ColumnSet& set, int minimum)
{
    QList<GapRange> gaps;
    int start = -1;
    bool begun = false;
    const int count = static_cast<int>(set.columns.size());
    for (int i = 0; i < count; ++i) {
        if (set.columns.at(i).filled) {
            if (start >= 0 && i - start >= minimum)
                gaps.append({start, i - 1, false});
            start = -1;
            begun = true;
        } else if (begun && start < 0) {
            start = i;
        }
    }
    if (start >= 0 && count - start >= minimum)
        gaps.append({start, count - 1, true});
    return gaps;
}

void paintColumns(QImage& image, const ColumnSet& set, double low, double high, const QColor& colour, double thickness)
{
    const auto count = static_cast<int>(set.columns.size());
    const int width = image.width();
    const int height = image.height();
    if (count == 0 || width == 0 || height == 0 || !(high > low))
        return;
    const QRgb rgb = colour.rgb();
    uchar* bits = image.bits();
    const qsizetype stride = image.bytesPerLine();
    const double scale = (height - thickness) / (high - low);
    for (int x = 0; x < width; ++x) {
        // One column per pixel as a rule; another number only until the data for a new width arrives.
        const qsizetype i = count == width ? x : static_cast<qsizetype>(x) * count / width;
        const Column& column = set.columns.at(i);
        if (!column.filled)
            continue;
        const Span span = joined(set.columns, i);
        const double top = (high - static_cast<double>(span.high)) * scale;
        const double bottom = (high - static_cast<double>(span.low)) * scale + thickness;
        const bool alone =
            (i == 0 || !set.columns.at(i - 1).filled) && (i + 1 == count || !set.columns.at(i + 1).filled);
        // A single sample between gaps would be one pixel: make it a dot.
        for (int near = alone ? std::max(0, x - 1) : x; near <= (alone ? std::min(width - 1, x + 1) : x); ++near)
            fillSpan(bits, stride, near, height, alone ? top - 0.5 : top, alone ? bottom + 0.5 : bottom, rgb);
    }
}

}  // namespace cockpit::panels::charts
