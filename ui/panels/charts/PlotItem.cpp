// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/charts/PlotItem.h"

#include "core/base/SafeText.h"
#include "core/metrics/ValueText.h"
#include "ui/panels/charts/ColumnPainter.h"
#include "ui/widgets/Theme.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <array>

namespace cockpit::panels::charts {

namespace {

constexpr double lineThickness = 1.6;
constexpr int smallestGap = 3;
constexpr qreal smallFont = 0.8;
constexpr qreal markerSize = 3.5;
constexpr qreal nameInset = 14;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ChartsPanel)
};

QColor faded(QColor colour, double alpha)
{
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

}  // namespace

QColor seriesColour(const Theme& theme, int style)
{
    static constexpr std::array tones{Tone::Severity4, Tone::Severity2, Tone::Good,
                                      Tone::Unknown,   Tone::Severity3, Tone::Muted};
    return theme.color(tones[static_cast<std::size_t>(std::max(0, style)) % tones.size()]);
}

void paintMarker(QPainter* painter, const QPointF& centre, int style, const QColor& colour)
{
    const qreal r = markerSize;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    switch (std::max(0, style) % 4) {
    case 0: painter->drawEllipse(centre, r, r); break;
    case 1: painter->drawRect(QRectF(centre.x() - r, centre.y() - r, 2 * r, 2 * r)); break;
    case 2:
        painter->drawPolygon(QPolygonF({centre + QPointF(0, -r), centre + QPointF(r, r), centre + QPointF(-r, r)}));
        break;
    default:
        painter->drawPolygon(QPolygonF({centre + QPointF(0, -r - 1), centre + QPointF(r + 1, 0),
                                        centre + QPointF(0, r + 1), centre + QPointF(-r - 1, 0)}));
    }
    painter->restore();
}

PlotItem::PlotItem(const Theme& theme, QGraphicsItem* parent)
    : QGraphicsItem(parent)
    , m_theme(theme)
{
    setZValue(100);
    setAcceptedMouseButtons(Qt::NoButton);
}

void PlotItem::setGeometry(const QRectF& plot, qreal gutter, qreal below)
{
    if (plot == m_plot && gutter == m_gutter && below == m_below)
        return;
    prepareGeometryChange();
    m_plot = plot;
    m_gutter = gutter;
    m_below = below;
    m_dirty = true;
    update();
}

void PlotItem::setData(QList<ChartSeries> series, QList<ChartMark> marks)
{
    m_series = std::move(series);
    m_marks = std::move(marks);
    m_dirty = true;
    update();
}

void PlotItem::setScale(const ValueScale& scale)
{
    m_scale = scale;
    m_dirty = true;
    update();
}

void PlotItem::setMessage(const QString& message)
{
    if (message == m_message)
        return;
    m_message = message;
    update();
}

void PlotItem::setCursor(qint64 atMs)
{
    if (atMs == m_cursorMs)
        return;
    m_cursorMs = atMs;
    update();
}

void PlotItem::themeChanged()
{
    m_dirty = true;
    update();
}

const ColumnSet* PlotItem::firstSet() const
{
    return m_series.isEmpty() || m_series.first().data.toMs <= m_series.first().data.fromMs ? nullptr
                                                                                            : &m_series.first().data;
}

qint64 PlotItem::timeAt(qreal x) const
{
    const ColumnSet* set = firstSet();
    if (!set || m_plot.width() <= 0)
        return -1;
    const qreal part = std::clamp((x - m_plot.left()) / m_plot.width(), 0.0, 1.0);
    return set->fromMs + static_cast<qint64>(part * static_cast<qreal>(set->toMs - set->fromMs));
}

qreal PlotItem::xAt(qint64 atMs) const
{
    const ColumnSet* set = firstSet();
    if (!set)
        return m_plot.left();
    return m_plot.left() +
           m_plot.width() * static_cast<qreal>(atMs - set->fromMs) / static_cast<qreal>(set->toMs - set->fromMs);
}

const Column* PlotItem::columnAt(const ColumnSet& set, qint64 atMs)
{
    if (atMs < set.fromMs || atMs >= set.toMs || set.columns.isEmpty())
        return nullptr;
    const qsizetype i = (atMs - set.fromMs) * set.columns.size() / (set.toMs - set.fromMs);
    const Column& column = set.columns.at(i);
    return column.filled ? &column : nullptr;
}

QRectF PlotItem::boundingRect() const
{
    return m_plot.adjusted(-m_plot.left(), -10, m_gutter, std::max<qreal>(10, m_below));
}

void PlotItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setFont(m_theme.textFont(smallFont));
    if (!m_message.isEmpty()) {
        painter->setPen(m_theme.color(Tone::Muted));
        painter->drawText(m_plot, Qt::AlignCenter | Qt::TextWordWrap, m_message);
    }
    if (!firstSet())
        return;
    const qreal ratio = painter->device()->devicePixelRatioF();
    if (m_dirty || m_image.devicePixelRatio() != ratio)
        renderData(ratio);
    paintThresholds(painter);
    paintGaps(painter);
    paintMarks(painter);
    painter->drawImage(m_plot.topLeft(), m_image);
    paintNames(painter);
    if (m_cursorMs >= 0)
        paintCursor(painter);
}

void PlotItem::renderData(qreal ratio)
{
    const QSize size = (m_plot.size() * ratio).toSize().expandedTo(QSize(1, 1));
    if (m_image.size() != size)
        m_image = QImage(size, QImage::Format_ARGB32_Premultiplied);
    m_image.setDevicePixelRatio(ratio);
    m_image.fill(Qt::transparent);
    for (const ChartSeries& series : m_series) {
        paintColumns(m_image, series.data, m_scale.low, m_scale.high, seriesColour(m_theme, series.style),
                     lineThickness * ratio);
    }
    m_dirty = false;
}

void PlotItem::paintThresholds(QPainter* painter) const
{
    QList<double> drawn;
    for (const ChartSeries& series : m_series) {
        if (!series.threshold || drawn.contains(*series.threshold))
            continue;
        drawn.append(*series.threshold);
        const qreal y = m_plot.top() + plotY(*series.threshold, m_scale.low, m_scale.high, m_plot.height());
        QPen pen(faded(m_theme.color(Tone::Severity1), 0.75), 1, Qt::CustomDashLine);
        pen.setDashPattern({4, 4});
        painter->setPen(pen);
        painter->drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        painter->setPen(m_theme.color(Tone::Muted));
        const qreal height = painter->fontMetrics().height();
        // Above the line, or below it where there is no room.
        const QRectF where(m_plot.left() + 4, y - height >= m_plot.top() ? y - height : y + 1, m_plot.width() - 8,
                           height);
        painter->drawText(where, Qt::AlignLeft, Words::tr("limit %1").arg(formatNumber(*series.threshold)));
    }
}

void PlotItem::paintGaps(QPainter* painter) const
{
    const bool several = m_series.size() > 1;
    for (const ChartSeries& series : m_series) {
        const qreal column = m_plot.width() / static_cast<qreal>(std::max<qsizetype>(1, series.data.columns.size()));
        const QColor colour = several ? seriesColour(m_theme, series.style) : m_theme.color(Tone::Stale);
        painter->setPen(QPen(faded(colour, 0.8), 1, Qt::DotLine));
        for (const GapRange& gap : gapsOf(series.data, smallestGap)) {
            const qint64 length = (gap.last - gap.first + 1) * (series.data.toMs - series.data.fromMs) /
                                  std::max<qint64>(1, series.data.columns.size());
            if (gap.open && length < series.staleAfterMs)
                continue;
            const qreal left = m_plot.left() + gap.first * column;
            const qreal right = m_plot.left() + (gap.last + 1) * column;
            painter->drawLine(QPointF(left, m_plot.top()), QPointF(left, m_plot.bottom()));
            if (!gap.open)
                painter->drawLine(QPointF(right, m_plot.top()), QPointF(right, m_plot.bottom()));
        }
    }
}

void PlotItem::paintMarks(QPainter* painter) const
{
    qreal freeFrom = m_plot.left();
    const QFontMetricsF metrics(painter->font());
    for (const ChartMark& mark : m_marks) {
        const qreal x = xAt(mark.atMs);
        if (x < m_plot.left() || x > m_plot.right())
            continue;
        const QColor colour = m_theme.severityColor(mark.rank);
        painter->setPen(QPen(colour, 1, mark.ends ? Qt::DashDotLine : Qt::SolidLine));
        painter->drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
        const qreal shape = metrics.ascent() - 1;
        const qreal width = metrics.horizontalAdvance(mark.label) + shape + 6;
        const bool leftOfLine = x + width > m_plot.right();
        const qreal labelLeft = leftOfLine ? x - width : x + 3;
        if (labelLeft < freeFrom)
            continue;
        freeFrom = labelLeft + width + 4;
        const QRectF where(labelLeft, m_plot.top(), width, metrics.height());
        painter->fillRect(where, faded(m_theme.color(Tone::Dock), 0.85));
        m_theme.paintSeverityShape(*painter, QRectF(where.left(), where.top() + 2, shape, shape), mark.rank);
        painter->setPen(m_theme.color(Tone::Text));
        painter->drawText(where.adjusted(shape + 3, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, mark.label);
    }
}

void PlotItem::paintNames(QPainter* painter) const
{
    struct Name {
        qreal y;
        qsizetype series;
    };
    QList<Name> names;
    const QFontMetricsF metrics(painter->font());
    for (qsizetype i = 0; i < m_series.size(); ++i) {
        const ColumnSet& set = m_series.at(i).data;
        const Column* column = m_cursorMs >= 0 ? columnAt(set, m_cursorMs) : nullptr;
        const double value = column ? static_cast<double>(column->last) : set.any ? set.last : m_scale.low;
        names.append({m_plot.top() + plotY(value, m_scale.low, m_scale.high, m_plot.height()), i});
    }
    std::sort(names.begin(), names.end(), [](const Name& a, const Name& b) { return a.y < b.y; });
    // Push names apart downwards, then back up from the lower edge.
    const qreal height = metrics.height() - 1;
    qreal least = m_plot.top();
    for (Name& name : names) {
        name.y = std::max(name.y - height / 2, least);
        least = name.y + height;
    }
    qreal most = m_plot.bottom() + 6 - height;
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
        name->y = std::min(name->y, most);
        most = name->y - height;
    }
    for (const Name& name : names) {
        const ChartSeries& series = m_series.at(name.series);
        QString text = series.platformTitle;
        if (m_cursorMs >= 0) {
            const Column* column = columnAt(series.data, m_cursorMs);
            text = column ? formatValue(static_cast<double>(column->last), series.unit) : Words::tr("unknown");
        }
        const QRectF where(m_plot.right() + nameInset, name.y, m_gutter - nameInset - 2, height);
        paintMarker(painter, QPointF(m_plot.right() + nameInset / 2, where.center().y()), series.style,
                    seriesColour(m_theme, series.style));
        painter->setPen(m_theme.color(Tone::Muted));
        painter->drawText(where, Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(safeLine(text, 60), Qt::ElideRight, where.width()));
    }
}

void PlotItem::paintCursor(QPainter* painter) const
{
    const qreal x = xAt(m_cursorMs);
    if (x < m_plot.left() - 1 || x > m_plot.right() + 1)
        return;
    painter->setPen(QPen(m_theme.color(Tone::Focus), 1));
    painter->drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
    for (const ChartSeries& series : m_series) {
        if (const Column* column = columnAt(series.data, m_cursorMs)) {
            const qreal y = plotY(static_cast<double>(column->last), m_scale.low, m_scale.high, m_plot.height());
            paintMarker(painter, QPointF(x, m_plot.top() + y), series.style, seriesColour(m_theme, series.style));
        }
    }
}

}  // namespace cockpit::panels::charts
