// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/panels/charts/ChartTypes.h"
#include "ui/widgets/Panel.h"

#include <array>

class QButtonGroup;
class QLabel;
class QTimer;

namespace cockpit::panels::charts {

class SignalChart;

/// Three live charts (error rate, queue size, WebSocket connections) over one range of time, with one cross-hair.
/// Asks the engine for its columns at most once a second, and only while it is seen.
class ChartsPanel : public Panel
{
    Q_OBJECT

public:
    explicit ChartsPanel(PanelContext context, QWidget* parent = nullptr);

    SignalChart* chart(int index) const { return m_charts.at(static_cast<std::size_t>(index)); }
    /// Length of the range shown.
    Milliseconds range() const { return m_range; }
    void setRange(Milliseconds range);

protected:
    void refresh(const Snapshot& snapshot) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    static constexpr std::size_t chartCount = 3;
    struct Wanted {
        std::size_t chart = 0;
        ChartSeries series;
        int columns = 0;
    };

    void buildHeader(class QBoxLayout* layout);
    void registerActions();
    void fetch();
    void fetchSoon();
    QList<Wanted> wantedSeries() const;
    QList<ChartMark> marks(qint64 fromMs, qint64 toMs) const;
    void present(const QList<Wanted>& wanted);
    Reading currentReading(const ChartSeries& series) const;
    QString leadPlatform(const QList<ChartSeries>& series) const;
    QString waitingText(std::size_t chart, const QList<ChartSeries>& series) const;
    void moveCursor(qint64 atMs);

    std::array<SignalChart*, chartCount> m_charts{};
    QButtonGroup* m_ranges = nullptr;
    QLabel* m_note = nullptr;
    QTimer* m_timer = nullptr;
    QTimer* m_soon = nullptr;
    Milliseconds m_range{3'600'000};
    bool m_fetching = false;
    bool m_again = false;
};

}  // namespace cockpit::panels::charts
