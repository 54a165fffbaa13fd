// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/contacts/ContactsPanel.h"

#include "ui/panels/contacts/ContactsModel.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/PlainList.h"
#include "ui/widgets/SafeOpen.h"
#include "ui/widgets/Selection.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QListView>
#include <QStackedLayout>

#include <algorithm>

namespace cockpit::panels::contacts {

ContactsPanel::ContactsPanel(PanelContext context, QWidget* parent)
    : Panel(context, parent)
    , m_model(new ContactsModel(context.theme, this))
    , m_list(makePlainList(m_model, tr("Contacts and status pages"), this))
    , m_empty(new EmptyState(context.theme, Glyph::Info, this))
{
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_empty->setText(tr("Nobody is listed."), tr("Contacts and status pages of the playbooks are shown here."));
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_list);
    setFocusProxy(m_list);
    auto* copy = new QAction(tr("Copy how to reach them"), m_list);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(copy);
    connect(copy, &QAction::triggered, this, &ContactsPanel::copyChosen);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex& index) { openChosen(index.row()); });
    const auto again = [this] { refresh(m_context.engine.snapshot()); };
    connect(&context.selection, &Selection::incidentChanged, this, again);
    connect(&context.theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
}

void ContactsPanel::refresh(const Snapshot& snapshot)
{
    const Incident* incident = snapshot.incident(m_context.selection.incident());
    const QList<ContactRow> rows = contactRows(snapshot, incident ? incident->platform : QString());
    m_model->update(rows);
    m_stack->setCurrentIndex(rows.isEmpty() ? 0 : 1);
    const auto troubled = std::count_if(rows.begin(), rows.end(), [](const ContactRow& row) { return row.trouble; });
    setStatus(troubled > 0 ? tr("%n page(s) report trouble", nullptr, static_cast<int>(troubled)) : QString());
}

void ContactsPanel::openChosen(int row)
{
    const ContactRow chosen = m_model->at(row);
    if (!chosen.target.isEmpty())
        safeOpen(chosen.target, this);
}

void ContactsPanel::copyChosen()
{
    const ContactRow chosen = m_model->at(m_list->currentIndex().row());
    if (!chosen.copied.isEmpty())
        QGuiApplication::clipboard()->setText(chosen.copied);
}

}  // namespace cockpit::panels::contacts
