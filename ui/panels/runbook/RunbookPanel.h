// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/EngineTypes.h"
#include "ui/panels/runbook/StepView.h"
#include "ui/widgets/Panel.h"

#include <QHash>

#include <functional>

class QComboBox;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace cockpit {

class ElidedLabel;
class EmptyState;
class KeyHint;
class MessageBar;

namespace panels::runbook {

class HeldBanner;
class StepCard;

/// The selected incident's runbook, step by step: one key to run a read, a yes for a write, the typed count for what
/// destroys. Up and Down move, Space or Enter runs, Escape takes a question back. While a run is open its own copy of
/// the runbook is shown; a held change stands on top whatever is shown.
class RunbookPanel : public Panel
{
    Q_OBJECT

public:
    explicit RunbookPanel(PanelContext context, QWidget* parent = nullptr);

    /// Makes the first step that has not succeeded and is called for current.
    void goToNextStep();
    void runCurrent();

protected:
    void refresh(const Snapshot& snapshot) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Sweep {
        QString incident;
        QString platform;
        QString runbook;
        QDateTime since;
        int reads = 0;
    };
    using Prepare = std::function<void(StepCard* card, const PreparedStep& prepared)>;

    // RunbookPanel.cpp: what is shown
    QWidget* makeTop();
    QWidget* makeSweepRow();
    void listen();
    void showRunbook(const Playbook& playbook, const Runbook& runbook);
    void connectCard(StepCard* card, int index, const QString& platform);
    void fillPicker(const Snapshot& snapshot);
    void pick(int index);
    void setCurrent(int index);
    void showCurrent();
    StepCard* current() const;
    StepCard* card(const QString& step) const;
    void settleHeader(const Playbook& playbook, const Runbook& runbook, const QList<StepView>& views);

    // RunbookRuns.cpp: runs, records and held changes
    const Incident* shownIncident(const Snapshot& snapshot) const;
    const RunState* openRun(const Snapshot& snapshot) const;
    void settleNewRun(const RunState* run);
    void settleCopyNotice(const RunState* run, const Playbook* playbook, bool open);
    void settleRecords(const Snapshot& snapshot, bool changed);
    void showHeld(const Snapshot& snapshot);
    void answerHeld(HeldBanner* banner, bool commit);
    void startReads();
    void stopReads();
    void showSweep(const Snapshot& snapshot);
    void reportReads(const Sweep& sweep, const SweepReport& report);

    // RunbookCommands.cpp: what is done with one step
    void makeActions();
    StepRequest requestFor(const StepCard* card, qint64 rows = 0) const;
    void act();
    void lookFirst();
    void run(StepCard* card, qint64 rows);
    void prepare(StepCard* card, qint64 rows, const Prepare& then);
    void ask(StepCard* card, const PreparedStep& prepared);
    void start(StepCard* card, const PreparedStep& prepared, const QString& confirmation, const QString& approval);
    void cancelCurrent();
    void undoCurrent();
    void copyCurrent();
    void dryRunCurrent();

    // RunbookResults.cpp: what a step gave
    void loadResult(StepCard* card);
    void loadTable(StepCard* card);
    void saveCsv(const StepCard* card, const ResultTable& table);
    void keepCsv(const StepCard* card, const ResultTable& table);

    QComboBox* m_picker = nullptr;
    QPushButton* m_reads = nullptr;
    KeyHint* m_readsKey = nullptr;
    QVBoxLayout* m_heldList = nullptr;
    QList<HeldBanner*> m_banners;
    MessageBar* m_message;
    MessageBar* m_copyNotice;
    QWidget* m_sweepRow = nullptr;
    ElidedLabel* m_sweepText = nullptr;
    QStackedWidget* m_stack;
    QScrollArea* m_scroll;
    QVBoxLayout* m_list = nullptr;
    EmptyState* m_empty;
    QList<StepCard*> m_cards;
    QHash<StepCard*, PreparedStep> m_asked;    ///< the question that is open
    QHash<StepCard*, QString> m_loaded;        ///< evidence whose text is shown
    QHash<StepCard*, QString> m_loadedTables;  ///< evidence whose rows are shown
    QHash<QString, StepRecord> m_records;
    qint64 m_verdictAt = 0;  ///< sequence of the latest verdict seen
    qint64 m_recordsAt = 0;  ///< up to where the records were counted
    std::optional<Sweep> m_sweep;
    QString m_newRunOf;   ///< run that the next step puts a new one after; empty: goes on with the open one
    QString m_noticeFor;  ///< what the copy notice was last shown for: once closed it stays closed
    QString m_shown;      ///< platform, runbook and incident on screen
    int m_current = -1;
};

}  // namespace panels::runbook
}  // namespace cockpit
