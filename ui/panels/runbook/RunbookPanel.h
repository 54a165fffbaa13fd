// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/panels/runbook/StepView.h"
#include "ui/widgets/Panel.h"

#include <QHash>

class QComboBox;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace cockpit {

class EmptyState;

namespace panels::runbook {

class StepCard;

/// The selected incident's runbook, step by step: one key to run a read, a yes for a write, the typed count for what
/// destroys. Up and Down move, Space or Enter runs, Escape takes a question back.
class RunbookPanel : public Panel
{
    Q_OBJECT

public:
    explicit RunbookPanel(PanelContext context, QWidget* parent = nullptr);

    /// Makes the first step that has not succeeded current.
    void goToNextStep();
    void runCurrent();

protected:
    void refresh(const Snapshot& snapshot) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addActions();
    void showRunbook(const Playbook& playbook, const Runbook& runbook);
    void fillPicker(const Snapshot& snapshot);
    void pick(int index);
    void setCurrent(int index);
    void showCurrent();
    StepCard* current() const;
    StepCard* card(const QString& step) const;
    void start(StepCard* card, const QString& token, const QString& confirmation);
    void cancelCurrent();
    void loadOutput(StepCard* card);
    void settleHeader(const Playbook& playbook, const Runbook& runbook, const QList<StepView>& views);

    QComboBox* m_picker;
    QStackedWidget* m_stack;
    QScrollArea* m_scroll;
    QVBoxLayout* m_list;
    EmptyState* m_empty;
    QList<StepCard*> m_cards;
    QHash<StepCard*, QString> m_tokens;  ///< of the question that is open
    QHash<StepCard*, QString> m_loaded;  ///< evidence whose text is shown
    QString m_shown;                     ///< platform, runbook and incident on screen
    int m_current = -1;
};

}  // namespace panels::runbook
}  // namespace cockpit
