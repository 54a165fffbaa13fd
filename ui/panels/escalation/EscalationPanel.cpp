// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/escalation/EscalationPanel.h"

#include "ui/panels/escalation/EscalationModel.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Selection.h"

#include <QComboBox>
#include <QHeaderView>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace cockpit::panels::escalation {

EscalationPanel::EscalationPanel(PanelContext context, QWidget* parent)
    : Panel(context, parent)
    , m_model(new EscalationModel(context.theme, this))
    , m_platforms(new QComboBox(this))
    , m_table(new QTableView(this))
    , m_empty(new EmptyState(context.theme, Glyph::Info, this))
{
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(7, 7, 7, 7);
    layout->setSpacing(7);
    m_platforms->setAccessibleName(tr("Platform whose matrix is shown"));
    m_platforms->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Who is to be told by when"));
    m_table->setWordWrap(true);
    m_table->setShowGrid(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter |
                                                     static_cast<Qt::Alignment>(Qt::TextWordWrap));
    m_table->verticalHeader()->setMinimumSectionSize(fontMetrics().lineSpacing() * 2 + 10);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->verticalHeader()->setHighlightSections(false);
    layout->addWidget(m_platforms);
    layout->addWidget(m_table, 1);
    m_empty->setText(tr("No matrix"), tr("No playbook is loaded that says who is to be told."));
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(page);
    setFocusProxy(m_table);
    const auto again = [this] { refresh(m_context.engine.snapshot()); };
    connect(m_platforms, &QComboBox::activated, this, again);
    connect(&context.theme, &Theme::changed, this, again);
    connect(&context.selection, &Selection::incidentChanged, this, [this, again](const QString& id) {
        const Incident* incident = m_context.engine.snapshot().incident(id);
        if (incident)
            m_platforms->setCurrentIndex(m_platforms->findData(incident->platform));
        again();
    });
}

void EscalationPanel::fillPlatforms(const Snapshot& snapshot)
{
    QStringList wanted;
    for (const PlatformState& platform : snapshot.platforms)
        wanted.append(platform.playbook->id);
    QStringList present;
    for (int i = 0; i < m_platforms->count(); ++i)
        present.append(m_platforms->itemData(i).toString());
    if (wanted == present)
        return;
    m_platforms->clear();
    for (const PlatformState& platform : snapshot.platforms)
        m_platforms->addItem(platform.playbook->title, platform.playbook->id);
    const Incident* incident = snapshot.incident(m_context.selection.incident());
    const QString first = incident ? incident->platform : m_context.selection.platform();
    m_platforms->setCurrentIndex(std::max(m_platforms->findData(first), 0));
}

void EscalationPanel::refresh(const Snapshot& snapshot)
{
    fillPlatforms(snapshot);
    const PlatformState* platform = snapshot.platform(m_platforms->currentData().toString());
    m_stack->setCurrentIndex(platform ? 1 : 0);
    if (!platform) {
        setStatus({});
        return;
    }
    const Incident* incident = snapshot.incident(m_context.selection.incident());
    if (incident && incident->platform != platform->playbook->id)
        incident = nullptr;
    const Matrix matrix = matrixOf(*platform->playbook, incident, snapshot.at);
    m_model->update(matrix);
    int overdue = 0;
    for (const QList<MatrixCell>& row : matrix.cells)
        overdue += static_cast<int>(
            std::count_if(row.begin(), row.end(), [](const MatrixCell& cell) { return cell.overdue; }));
    setStatus(overdue > 0 ? tr("%n role(s) overdue", nullptr, overdue) : QString());
}

}  // namespace cockpit::panels::escalation
