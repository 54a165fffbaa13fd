// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/charts/SignalChart.h"

#include "core/metrics/ValueText.h"
#include "ui/panels/charts/ChartExport.h"
#include "ui/panels/charts/PlotItem.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCategoryAxis>
#include <QChart>
#include <QChartView>
#include <QClipboard>
#include <QDateTime>
#include <QDrag>
#include <QKeyEvent>
#include <QLineSeries>
#include <QMimeData>
#include <QMouseEvent>

namespace cockpit::panels::charts {

namespace {

constexpr int pixelsPerValueTick = 26;
constexpr int pixelsPerTimeTick = 62;
constexpr qreal axisFont = 0.8;
constexpr qreal topMargin = 9;
constexpr qreal bottomMargin = 9;
constexpr int cursorSteps = 120;

/// Qt Charts drops a second label of the same text (06:00 on two days): invisible characters tell them apart.
void replaceTicks(QCategoryAxis* axis, const QList<Tick>& ticks, double low, double high)
{
    const QStringList old = axis->categoriesLabels();
    for (const QString& label : old)
        axis->remove(label);
    axis->setStartValue(low - (high - low));
    for (const Tick& tick : ticks) {
        QString label = tick.label;
        while (axis->categoriesLabels().contains(label))
            label += QChar(0x200b);
        axis->append(label, tick.at);
    }
    axis->setRange(low, high);
}

QString stateWords(const Reading& reading)
{
    switch (reading.state) {
    case ReadingState::Pending: return SignalChart::tr("not read yet");
    case ReadingState::Value: return {};
    case ReadingState::Unreachable: return SignalChart::tr("unreachable");
    case ReadingState::Unauthorized: return SignalChart::tr("unauthorized");
    case ReadingState::MissingField: return SignalChart::tr("missing");
    case ReadingState::Stale: return SignalChart::tr("stale");
    }
    return {};
}

}  // namespace

SignalChart::SignalChart(const QString& title, bool mayFloat, bool showsTime, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_title(title)
    , m_mayFloat(mayFloat)
    , m_showsTime(showsTime)
    , m_theme(theme)
    , m_header(new ChartHeader(theme, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    buildChart();
    layout->addWidget(m_view, 1);
    connect(&theme, &Theme::changed, this, &SignalChart::applyTheme);
    applyTheme();
    setContent({}, {}, {}, {});
}

SignalChart::~SignalChart() = default;

void SignalChart::buildChart()
{
    m_chart = new QChart;
    m_chart->legend()->hide();
    m_chart->setBackgroundRoundness(0);
    m_chart->setBackgroundVisible(false);
    m_chart->setMargins({});
    m_timeAxis = new QCategoryAxis;
    m_valueAxis = new QCategoryAxis;
    m_timeAxis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_valueAxis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_timeAxis->setLabelsVisible(m_showsTime);
    m_timeAxis->setGridLineVisible(false);
    m_valueAxis->setLineVisible(false);
    m_valueAxis->setTruncateLabels(false);
    m_timeAxis->setTruncateLabels(false);
    m_chart->addAxis(m_timeAxis, Qt::AlignBottom);
    m_chart->addAxis(m_valueAxis, Qt::AlignLeft);
    // Axes need a series to belong to. The data itself is painted by PlotItem.
    auto* frame = new QLineSeries;
    frame->append(0, 0);
    frame->append(1, 0);
    frame->setVisible(false);
    m_chart->addSeries(frame);
    frame->attachAxis(m_timeAxis);
    frame->attachAxis(m_valueAxis);

    m_view = new QChartView(m_chart, this);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::StrongFocus);
    m_view->setMouseTracking(true);
    m_view->viewport()->setMouseTracking(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMinimumHeight(56);
    m_view->setAccessibleName(tr("%1 chart").arg(m_title));
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    setFocusProxy(m_view);
    m_plot = new PlotItem(m_theme, m_chart);
}

void SignalChart::applyTheme()
{
    const QFont font = m_theme.textFont(axisFont);
    m_view->setBackgroundBrush(m_theme.color(Tone::Dock));
    for (QCategoryAxis* axis : {m_timeAxis, m_valueAxis}) {
        axis->setLabelsFont(font);
        axis->setLabelsColor(m_theme.color(Tone::Muted));
        axis->setLinePenColor(m_theme.color(Tone::Line));
        axis->setGridLinePen(QPen(m_theme.color(Tone::Line), 1));
    }
    m_plot->themeChanged();
    m_header->update();
    layOut();
}

qreal SignalChart::leftGutter() const
{
    return QFontMetricsF(m_theme.textFont(axisFont)).horizontalAdvance(QStringLiteral("888.8k")) + 12;
}

qreal SignalChart::rightGutter() const
{
    return QFontMetricsF(m_theme.textFont(axisFont)).horizontalAdvance(QStringLiteral("Just Trades w")) + 18;
}

void SignalChart::layOut()
{
    const QSizeF size = m_view->viewport()->size();
    const qreal below = m_showsTime ? QFontMetricsF(m_theme.textFont(axisFont)).height() + 6 : bottomMargin;
    const QRectF plot(leftGutter(), topMargin, size.width() - leftGutter() - rightGutter(),
                      size.height() - topMargin - below);
    if (plot.width() < 10 || plot.height() < 10)
        return;
    // Whole pixels: one column of data is one pixel.
    const QRectF whole(std::round(plot.left()), std::round(plot.top()), std::floor(plot.width()),
                       std::floor(plot.height()));
    m_chart->setPlotArea(whole);
    m_plot->setGeometry(whole, rightGutter(), m_showsTime ? below : 0);
    applyScale();
}

int SignalChart::columnCount() const
{
    return std::max(1, static_cast<int>(m_plot->plot().width() * m_view->devicePixelRatioF()));
}

const QList<ChartSeries>& SignalChart::series() const
{
    return m_plot->series();
}

void SignalChart::setContent(QList<ChartSeries> series, QList<ChartMark> marks, const QString& lead,
                             const QString& waiting)
{
    m_plot->setData(std::move(series), std::move(marks));
    m_lead = lead;
    const auto any = [](const ChartSeries& each) { return each.data.any; };
    const bool empty = std::none_of(this->series().cbegin(), this->series().cend(), any);
    m_plot->setMessage(empty ? waiting : QString());
    applyScale();
    showHeader(lead);
    describe();
}

void SignalChart::applyScale()
{
    double minimum = 0;
    double maximum = 0;
    bool any = false;
    for (const ChartSeries& each : series()) {
        const auto include = [&](double low, double high) {
            minimum = any ? std::min(minimum, low) : low;
            maximum = any ? std::max(maximum, high) : high;
            any = true;
        };
        for (const Column& column : each.data.columns) {
            if (column.filled)
                include(static_cast<double>(column.minimum), static_cast<double>(column.maximum));
        }
        if (each.threshold)
            include(*each.threshold, *each.threshold);
    }
    const QRectF plot = m_plot->plot();
    m_scale = chooseValueScale(minimum, maximum, m_mayFloat,
                               std::max(2, static_cast<int>(plot.height()) / pixelsPerValueTick));
    m_plot->setScale(m_scale);
    replaceTicks(m_valueAxis, m_scale.ticks, m_scale.low, m_scale.high);
    if (series().isEmpty() || series().first().data.toMs <= series().first().data.fromMs)
        return;
    const ColumnSet& set = series().first().data;
    const QList<Tick> ticks =
        chooseTimeTicks(set.fromMs, set.toMs, std::max(2, static_cast<int>(plot.width()) / pixelsPerTimeTick));
    replaceTicks(m_timeAxis, ticks, static_cast<double>(set.fromMs), static_cast<double>(set.toMs));
}

void SignalChart::showHeader(const QString& lead)
{
    QList<ChartHeader::Piece> left{{m_title, Tone::Text, true, 100}};
    QList<ChartHeader::Piece> right;
    const ChartSeries* shown = nullptr;
    for (const ChartSeries& each : series()) {
        if (!shown || each.platform == lead)
            shown = &each;
    }
    if (!shown) {
        m_header->setPieces(left, right);
        return;
    }
    if (shown->unit == QLatin1String("percent"))
        left.append({QStringLiteral("%"), Tone::Muted, false, 40});
    else if (shown->unit == QLatin1String("per_second"))
        left.append({tr("per second"), Tone::Muted, false, 40});
    const ColumnSet& columns = shown->data;
    if (m_plot->cursor() >= 0) {
        const Column* column = PlotItem::columnAt(columns, m_plot->cursor());
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(m_plot->cursor(), Qt::UTC);
        right.append({at.toString(QStringLiteral("d MMM HH:mm:ss")) + QStringLiteral(" UTC"), Tone::Focus, false, 90});
        right.append({shown->platformTitle, Tone::Muted, false, 60});
        right.append({column ? formatValue(static_cast<double>(column->last), shown->unit) : tr("unknown"),
                      column ? Tone::Text : Tone::Unknown, true, 95});
        m_header->setPieces(left, right);
        return;
    }
    if (series().size() > 1)
        right.append({shown->platformTitle, Tone::Muted, false, 50});
    const bool known = shown->reading.state == ReadingState::Value;
    const bool over = known && shown->threshold && shown->reading.value > *shown->threshold;
    right.append({tr("now"), Tone::Muted, false, 80});
    right.append({known ? formatNumber(shown->reading.value) : stateWords(shown->reading),
                  over    ? Tone::Severity1
                  : known ? Tone::Text
                          : Tone::Unknown,
                  true, 95});
    if (over)
        right.append({tr("over limit"), Tone::Severity1, true, 85});
    if (columns.any) {
        right.append({tr("max %1").arg(formatNumber(columns.maximum)), Tone::Muted, false, 70});
        right.append({tr("mean %1").arg(formatNumber(columns.mean)), Tone::Muted, false, 65});
    }
    m_header->setPieces(left, right);
}

void SignalChart::describe()
{
    QStringList parts;
    for (const ChartSeries& each : series()) {
        const bool known = each.reading.state == ReadingState::Value;
        QString part = tr("%1 now %2")
                           .arg(each.platformTitle, known ? formatValue(each.reading.value, each.unit)
                                                          : tr("unknown, %1").arg(stateWords(each.reading)));
        if (each.data.any) {
            part += tr(", maximum %1, mean %2")
                        .arg(formatValue(each.data.maximum, each.unit), formatValue(each.data.mean, each.unit));
        }
        parts.append(part);
    }
    const QString text = parts.isEmpty() ? tr("No data") : parts.join(QStringLiteral("; "));
    if (m_view->accessibleDescription() != text)
        m_view->setAccessibleDescription(text);
}

void SignalChart::setCursor(qint64 atMs)
{
    m_plot->setCursor(atMs);
    showHeader(m_lead);
}

QStringList SignalChart::axisTexts() const
{
    QStringList texts = m_valueAxis->categoriesLabels();
    if (m_showsTime)
        texts += m_timeAxis->categoriesLabels();
    return texts;
}

std::unique_ptr<QMimeData> SignalChart::mimeData()
{
    return chartMimeData(m_title, series(), grab());
}

void SignalChart::startDrag()
{
    auto* drag = new QDrag(this);
    std::unique_ptr<QMimeData> mime = mimeData();
    QPixmap picture;
    picture.loadFromData(mime->data(QStringLiteral("image/png")));
    drag->setPixmap(picture.scaledToWidth(240, Qt::SmoothTransformation));
    drag->setMimeData(mime.release());
    drag->exec(Qt::CopyAction);
}

bool SignalChart::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    const QList<ChartSeries>& all = series();
    if (key == Qt::Key_C && modifiers == Qt::ControlModifier) {
        QApplication::clipboard()->setMimeData(mimeData().release());
        return true;
    }
    if (key == Qt::Key_Escape && m_plot->cursor() >= 0) {
        emit cursorMoved(-1);
        return true;
    }
    if (all.isEmpty() || all.first().data.toMs <= all.first().data.fromMs)
        return false;
    const ColumnSet& set = all.first().data;
    const qint64 step =
        std::max<qint64>(1, (set.toMs - set.fromMs) / cursorSteps) * (modifiers & Qt::ShiftModifier ? 10 : 1);
    const qint64 newest = set.toMs - 1;
    const qint64 now = m_plot->cursor() >= 0 ? m_plot->cursor() : newest;
    switch (key) {
    case Qt::Key_Left: emit cursorMoved(std::max(set.fromMs, now - step)); return true;
    case Qt::Key_Right: emit cursorMoved(std::min(newest, now + step)); return true;
    case Qt::Key_Home: emit cursorMoved(set.fromMs); return true;
    case Qt::Key_End: emit cursorMoved(newest); return true;
    default: return false;
    }
}

bool SignalChart::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        return handleKey(key->key(), key->modifiers() & ~Qt::KeypadModifier);
    }
    if (watched != m_view->viewport())
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::Resize: layOut(); break;
    case QEvent::Leave: emit cursorMoved(-1); break;
    case QEvent::MouseButtonPress: {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        m_pressed = mouse->button() == Qt::LeftButton;
        m_pressedAt = mouse->pos();
        break;
    }
    case QEvent::MouseButtonRelease: m_pressed = false; break;
    case QEvent::MouseMove: {
        const QPoint at = static_cast<QMouseEvent*>(event)->pos();
        if (m_pressed && (at - m_pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
            m_pressed = false;
            startDrag();
            return true;
        }
        const QRectF plot = m_plot->plot();
        emit cursorMoved(at.x() >= plot.left() && at.x() <= plot.right() ? m_plot->timeAt(at.x()) : -1);
        break;
    }
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace cockpit::panels::charts
