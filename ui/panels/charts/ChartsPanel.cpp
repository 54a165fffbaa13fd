// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/charts/ChartsPanel.h"

#include "core/base/SafeText.h"
#include "ui/panels/charts/SignalChart.h"
#include "ui/widgets/ActionCatalogue.h"
#include "ui/widgets/Selection.h"
#include "ui/widgets/Theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

namespace cockpit::panels::charts {

namespace {

constexpr int fetchEveryMs = 1'000;
constexpr int settleMs = 60;

struct Range {
    Milliseconds length;
    const char* label;
    const char* spoken;
};
constexpr std::array ranges{
    Range{Milliseconds(5 * 60'000), QT_TRANSLATE_NOOP("ChartsPanel", "5 m"),
          QT_TRANSLATE_NOOP("ChartsPanel", "5 minutes")},
    Range{Milliseconds(3'600'000), QT_TRANSLATE_NOOP("ChartsPanel", "1 h"), QT_TRANSLATE_NOOP("ChartsPanel", "1 hour")},
    Range{Milliseconds(6 * 3'600'000), QT_TRANSLATE_NOOP("ChartsPanel", "6 h"),
          QT_TRANSLATE_NOOP("ChartsPanel", "6 hours")},
    Range{Milliseconds(24 * 3'600'000), QT_TRANSLATE_NOOP("ChartsPanel", "24 h"),
          QT_TRANSLATE_NOOP("ChartsPanel", "24 hours")},
    Range{Milliseconds(7 * 24 * 3'600'000), QT_TRANSLATE_NOOP("ChartsPanel", "7 d"),
          QT_TRANSLATE_NOOP("ChartsPanel", "7 days")}};

struct Kind {
    const char* id;  ///< SignalSpec::chart
    const char* title;
    bool mayFloat;
};
constexpr std::array kinds{
    Kind{"error_rate", QT_TRANSLATE_NOOP("ChartsPanel", "Error rate"), false},
    Kind{"queue_size", QT_TRANSLATE_NOOP("ChartsPanel", "Queue size"), false},
    Kind{"websocket_connections", QT_TRANSLATE_NOOP("ChartsPanel", "WebSocket connections"), true}};

}  // namespace

ChartsPanel::ChartsPanel(PanelContext context, QWidget* parent)
    : Panel(context, parent)
    , m_timer(new QTimer(this))
    , m_soon(new QTimer(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->setSpacing(0);
    buildHeader(layout);
    for (std::size_t i = 0; i < chartCount; ++i) {
        const bool last = i + 1 == chartCount;
        m_charts[i] = new SignalChart(tr(kinds[i].title), kinds[i].mayFloat, last, m_context.theme, this);
        // The last one carries the time axis for all.
        layout->addWidget(m_charts[i], last ? 7 : 6);
        connect(m_charts[i], &SignalChart::cursorMoved, this, &ChartsPanel::moveCursor);
    }
    registerActions();
    m_timer->setInterval(fetchEveryMs);
    connect(m_timer, &QTimer::timeout, this, &ChartsPanel::fetch);
    m_soon->setSingleShot(true);
    m_soon->setInterval(settleMs);
    connect(m_soon, &QTimer::timeout, this, &ChartsPanel::fetch);
    connect(&m_context.selection, &Selection::incidentChanged, this, &ChartsPanel::fetchSoon);
}

void ChartsPanel::buildHeader(QBoxLayout* layout)
{
    auto* header = new QHBoxLayout;
    header->setContentsMargins(8, 4, 10, 2);
    header->setSpacing(2);
    m_ranges = new QButtonGroup(this);
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        auto* button = new QPushButton(tr(ranges[i].label), this);
        button->setCheckable(true);
        button->setChecked(ranges[i].length == m_range);
        button->setProperty("role", QStringLiteral("quiet"));
        button->setAccessibleName(tr("Show the last %1").arg(tr(ranges[i].spoken)));
        m_ranges->addButton(button, static_cast<int>(i));
        header->addWidget(button);
    }
    connect(m_ranges, &QButtonGroup::idClicked, this,
            [this](int id) { setRange(ranges[static_cast<std::size_t>(id)].length); });
    header->addStretch(1);
    m_note = new QLabel(tr("times in UTC"), this);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setProperty("role", QStringLiteral("muted"));
    header->addWidget(m_note);
    layout->addLayout(header);
}

void ChartsPanel::registerActions()
{
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        auto* action = new QAction(tr("Charts: show the last %1").arg(tr(ranges[i].spoken)), this);
        action->setShortcut(QKeySequence(static_cast<int>(Qt::Key_1) + static_cast<int>(i)));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, [this, i] { setRange(ranges[i].length); });
        addAction(action);
        m_context.actions.add(QStringLiteral("charts.range.%1").arg(i + 1), action);
    }
}

void ChartsPanel::setRange(Milliseconds range)
{
    m_range = range;
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        if (ranges[i].length == range)
            m_ranges->button(static_cast<int>(i))->setChecked(true);
    }
    moveCursor(-1);
    fetch();
}

void ChartsPanel::refresh(const Snapshot& snapshot)
{
    // The data comes at its own pace; only the first snapshot is worth an answer at once.
    const bool waiting =
        std::all_of(m_charts.begin(), m_charts.end(), [](SignalChart* chart) { return chart->series().isEmpty(); });
    if (waiting && !snapshot.platforms.isEmpty())
        fetchSoon();
}

void ChartsPanel::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    m_timer->start();
    fetchSoon();
}

void ChartsPanel::hideEvent(QHideEvent* event)
{
    m_timer->stop();
    m_soon->stop();
    Panel::hideEvent(event);
}

void ChartsPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    if (isVisible())
        fetchSoon();
}

void ChartsPanel::fetchSoon()
{
    if (isVisible() && !m_soon->isActive())
        m_soon->start();
}

QList<ChartsPanel::Wanted> ChartsPanel::wantedSeries() const
{
    const Snapshot& snapshot = m_context.engine.snapshot();
    QList<Wanted> wanted;
    for (qsizetype p = 0; p < snapshot.platforms.size(); ++p) {
        if (!snapshot.platforms.at(p).watched)
            continue;
        const Playbook& playbook = *snapshot.platforms.at(p).playbook;
        for (const SignalSpec& spec : playbook.signalSpecs) {
            for (std::size_t i = 0; i < chartCount; ++i) {
                if (spec.chart != QLatin1String(kinds[i].id))
                    continue;
                Wanted each;
                each.chart = i;
                each.columns = m_charts[i]->columnCount();
                each.series.platform = playbook.id;
                each.series.platformTitle = playbook.title;
                each.series.signal = spec.id;
                each.series.unit = spec.unit;
                each.series.threshold = spec.threshold;
                each.series.staleAfterMs = spec.staleAfter.count();
                each.series.style = static_cast<int>(p);
                wanted.append(each);
            }
        }
    }
    return wanted;
}

void ChartsPanel::fetch()
{
    m_soon->stop();
    if (!isVisible())
        return;
    if (m_fetching) {
        m_again = true;
        return;
    }
    QList<Wanted> wanted = wantedSeries();
    if (wanted.isEmpty()) {
        present(wanted);
        return;
    }
    m_fetching = true;
    const qint64 now = m_context.clock.utcNow().toMSecsSinceEpoch();
    const qint64 range = m_range.count();
    m_context.engine
        .call([wanted, now, range](Engine& engine) mutable {
            for (Wanted& each : wanted) {
                // Whole columns: the picture moves by pixels and its extremes do not flicker between them.
                const qint64 column = std::max<qint64>(1, range / each.columns);
                const qint64 to = (now / column + 1) * column;
                ColumnSet& set = each.series.data;
                set = engine.columns(each.series.platform, each.series.signal, to - column * each.columns, to,
                                     each.columns);
                if (set.columns.isEmpty()) {
                    set.fromMs = to - column * each.columns;
                    set.toMs = to;
                    set.columns.resize(each.columns);
                }
            }
            return wanted;
        })
        .then(this, [this](const QList<Wanted>& answered) {
            m_fetching = false;
            present(answered);
            if (m_again) {
                m_again = false;
                fetchSoon();
            }
        });
}

QList<ChartMark> ChartsPanel::marks(qint64 fromMs, qint64 toMs) const
{
    const Snapshot& snapshot = m_context.engine.snapshot();
    QList<ChartMark> marks;
    for (const Incident& incident : snapshot.incidents) {
        const PlatformState* platform = snapshot.platform(incident.platform);
        const Severity* severity = platform ? platform->playbook->severity(incident.severity) : nullptr;
        const int rank = severity ? severity->rank : -1;
        const auto add = [&](const QDateTime& at, const QString& label, bool ends) {
            const qint64 ms = at.isValid() ? at.toMSecsSinceEpoch() : -1;
            if (ms >= fromMs && ms < toMs)
                marks.append({ms, rank, label, ends});
        };
        const QString name = safeLine(incident.severity, 20);
        add(incident.declaredAt, name, false);
        add(incident.resolvedAt, tr("%1 resolved").arg(name), true);
    }
    std::sort(marks.begin(), marks.end(), [](const ChartMark& a, const ChartMark& b) { return a.atMs < b.atMs; });
    return marks;
}

void ChartsPanel::present(const QList<Wanted>& wanted)
{
    std::array<QList<ChartSeries>, chartCount> series;
    for (const Wanted& each : wanted) {
        series[each.chart].append(each.series);
        series[each.chart].last().reading = currentReading(each.series);
    }
    for (std::size_t i = 0; i < chartCount; ++i) {
        const QString waiting = waitingText(i, series[i]);
        const QString lead = leadPlatform(series[i]);
        const QList<ChartMark> lines = series[i].isEmpty()
                                           ? QList<ChartMark>()
                                           : marks(series[i].first().data.fromMs, series[i].first().data.toMs);
        m_charts[i]->setContent(std::move(series[i]), lines, lead, waiting);
    }
}

Reading ChartsPanel::currentReading(const ChartSeries& series) const
{
    for (const TileState& tile : m_context.engine.snapshot().tiles) {
        if (tile.platform == series.platform && tile.signal == series.signal)
            return tile.reading;
    }
    // A signal without a tile: its latest sample counts while it is fresh.
    Reading reading;
    for (qsizetype i = series.data.columns.size(); i-- > 0 && reading.state == ReadingState::Pending;) {
        const ColumnSet& set = series.data;
        if (!set.columns.at(i).filled)
            continue;
        const qint64 age = (set.toMs - set.fromMs) * (set.columns.size() - 1 - i) / set.columns.size();
        reading.state = age <= series.staleAfterMs ? ReadingState::Value : ReadingState::Stale;
        reading.value = static_cast<double>(set.columns.at(i).last);
    }
    return reading;
}

QString ChartsPanel::leadPlatform(const QList<ChartSeries>& series) const
{
    const Incident* incident = m_context.engine.snapshot().incident(m_context.selection.incident());
    for (const ChartSeries& each : series) {
        if (incident && each.platform == incident->platform)
            return each.platform;
    }
    for (const ChartSeries& each : series) {
        if (each.reading.state == ReadingState::Value && each.threshold && each.reading.value > *each.threshold)
            return each.platform;
    }
    return series.isEmpty() ? QString() : series.first().platform;
}

QString ChartsPanel::waitingText(std::size_t chart, const QList<ChartSeries>& series) const
{
    if (series.isEmpty())
        return tr("No playbook has a signal for this chart (%1).").arg(QLatin1String(kinds[chart].id));
    QStringList names;
    QString reason;
    for (const ChartSeries& each : series) {
        names.append(safeLine(each.platformTitle, 40));
        if (reason.isEmpty() && each.reading.state != ReadingState::Pending)
            reason = safeLine(each.reading.detail, 120);
    }
    const QString waiting = tr("Waiting for the first reading of %1.").arg(names.join(QStringLiteral(", ")));
    return reason.isEmpty() ? waiting : waiting + QLatin1Char('\n') + reason;
}

void ChartsPanel::moveCursor(qint64 atMs)
{
    for (SignalChart* chart : m_charts)
        chart->setCursor(atMs);
}

}  // namespace cockpit::panels::charts
