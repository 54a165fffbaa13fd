// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/checklist/ChecklistPanel.h"

#include "ui/panels/checklist/ChecklistModel.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/MessageBar.h"
#include "ui/widgets/PlainList.h"
#include "ui/widgets/Selection.h"
#include "ui/widgets/Theme.h"

#include <QListView>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace cockpit::panels::checklist {

ChecklistPanel::ChecklistPanel(PanelContext context, QWidget* parent)
    : Panel(context, parent)
    , m_model(new ChecklistModel(context.theme, this))
{
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(4);
    m_message = new MessageBar(m_context.theme, page);
    m_list = makePlainList(m_model, tr("Roles and checklist of the chosen incident"), page);
    layout->addWidget(m_message);
    layout->addWidget(m_list, 1);
    m_empty = new EmptyState(m_context.theme, Glyph::Info, this);
    m_empty->setText(tr("No incident is chosen."), tr("Its roles and the checklist of each phase are shown here."));
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(page);
    setFocusProxy(m_list);
    connect(m_model, &ChecklistModel::tickAsked, this, &ChecklistPanel::tick);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex& index) { takeRole(index.row()); });
    connect(&m_context.selection, &Selection::incidentChanged, this, [this] {
        m_message->clear();
        refresh(m_context.engine.snapshot());
    });
}

void ChecklistPanel::refresh(const Snapshot& snapshot)
{
    const Incident* incident = snapshot.incident(m_context.selection.incident());
    const PlatformState* platform = incident ? snapshot.platform(incident->platform) : nullptr;
    const QList<ChecklistRow> rows =
        platform ? checklistRows(snapshot, *incident, *platform->playbook) : QList<ChecklistRow>();
    m_model->update(rows);
    m_stack->setCurrentIndex(rows.isEmpty() ? 0 : 1);
    const auto isItem = [](const ChecklistRow& row) { return row.kind == ChecklistRow::Kind::Item; };
    const auto items = std::count_if(rows.begin(), rows.end(), isItem);
    const auto done =
        std::count_if(rows.begin(), rows.end(), [&](const ChecklistRow& row) { return isItem(row) && row.ticked; });
    QStringList status;
    if (items > 0)
        status.append(tr("%1 of %2 done").arg(done).arg(items));
    if (incident && !incident->channelName().isEmpty())
        status.append(incident->channelName());
    setStatus(status.join(QStringLiteral(" · ")));
}

void ChecklistPanel::tick(const QString& phase, const QString& item, bool ticked)
{
    m_context.engine
        .call([incident = m_context.selection.incident(), phase, item, ticked, actor = m_context.engine.actor()](
                  Engine& engine) { return engine.tickChecklist(incident, phase, item, ticked, actor); })
        .then(this, [this](const Status& recorded) {
            if (!recorded)
                m_message->showMessage(MessageBar::Kind::Error, recorded.error().message);
        });
}

void ChecklistPanel::takeRole(int row)
{
    const ChecklistRow chosen = m_model->at(row);
    if (chosen.kind != ChecklistRow::Kind::Role)
        return;
    m_context.engine
        .call([incident = m_context.selection.incident(), role = chosen.id,
               actor = m_context.engine.actor()](Engine& engine) { return engine.takeRole(incident, role, actor); })
        .then(this, [this](const Status& recorded) {
            if (!recorded)
                m_message->showMessage(MessageBar::Kind::Error, recorded.error().message);
        });
}

}  // namespace cockpit::panels::checklist
