// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/alerts/AlertsPanel.h"

#include "ui/panels/alerts/AlertsModel.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/MessageBar.h"

#include <QHeaderView>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace cockpit::panels::alerts {

namespace {

constexpr int rowHeight = 26;
constexpr int stateWidth = 92;
constexpr int titleWidth = 210;
constexpr int severityWidth = 66;

}  // namespace

AlertsPanel::AlertsPanel(PanelContext context, QWidget* parent)
    : Panel(context, parent)
    , m_model(new AlertsModel(context.theme, this))
    , m_stack(new QStackedWidget(this))
    , m_table(new QTableView(this))
    , m_empty(new EmptyState(context.theme, Glyph::Check, this))
    , m_message(new MessageBar(context.theme, this))
    , m_clear(new QToolButton(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addWidget(m_stack, 1);
    m_message->hide();
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Alerts"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setColumnWidth(AlertsModel::StateColumn, stateWidth);
    m_table->setColumnWidth(AlertsModel::TitleColumn, titleWidth);
    m_table->setColumnWidth(AlertsModel::SeverityColumn, severityWidth);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_clear->setText(tr("Clear ones"));
    m_clear->setCheckable(true);
    m_clear->setAccessibleName(tr("Show rules that are clear too"));
    m_clear->setToolTip(m_clear->accessibleName());
    setHeaderWidget(m_clear);
    setFocusProxy(m_table);
    connect(m_clear, &QToolButton::toggled, this, [this] { refresh(m_context.engine.snapshot()); });
}

void AlertsPanel::refresh(const Snapshot& snapshot)
{
    QList<AlertRow> rows = alertRows(snapshot);
    const auto count = [&](AlertRow::State state) {
        return std::count_if(rows.begin(), rows.end(), [state](const AlertRow& row) { return row.state == state; });
    };
    const auto clear = count(AlertRow::State::Clear);
    const auto unknown = count(AlertRow::State::Unknown);
    setStatus(tr("%1 firing · %2 unknown · %3 clear").arg(count(AlertRow::State::Firing)).arg(unknown).arg(clear));
    if (!m_clear->isChecked())
        rows.removeIf([](const AlertRow& row) { return row.state == AlertRow::State::Clear; });
    m_model->update(rows, snapshot.at);
    m_empty->setGlyph(clear > 0 ? Glyph::Check : Glyph::Pending, clear > 0 ? Tone::Good : Tone::Dim);
    m_empty->setText(clear > 0 ? tr("Nothing fires") : tr("No rules yet"),
                     clear > 0 ? tr("%n rule(s) are clear.", nullptr, static_cast<int>(clear))
                               : tr("Rules come with the playbooks."));
    m_stack->setCurrentWidget(rows.isEmpty() ? static_cast<QWidget*>(m_empty) : m_table);
    QString problem;
    for (const PlatformState& platform : snapshot.platforms) {
        if (!platform.externalProblem.isEmpty())
            problem = tr("Alertmanager of %1: %2").arg(platform.playbook->title, platform.externalProblem);
    }
    if (problem == m_problem)
        return;
    m_problem = problem;
    if (problem.isEmpty())
        m_message->clear();
    else
        m_message->showLasting(MessageBar::Kind::Warning, problem);
}

}  // namespace cockpit::panels::alerts
