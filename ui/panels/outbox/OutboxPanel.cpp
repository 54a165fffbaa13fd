// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/outbox/OutboxPanel.h"

#include "ui/panels/outbox/OutboxDelegate.h"
#include "ui/widgets/ActionCatalogue.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/MessageBar.h"
#include "ui/widgets/Selection.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStackedLayout>

namespace cockpit::panels::outbox {

using Phase = NotificationState::Phase;

OutboxPanel::OutboxPanel(PanelContext context, QWidget* parent)
    : Panel(context, parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHeader(layout);
    m_message = new MessageBar(m_context.theme, this);
    layout->addWidget(m_message);

    m_list = new QListView(this);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new OutboxDelegate(m_context.theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Outbox"));
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_empty = new EmptyState(m_context.theme, Glyph::Info, this);
    m_empty->setText(tr("Nothing has been sent."), tr("Pages and updates appear here, with every attempt and answer."));
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_list);
    layout->addLayout(m_stack, 1);
    buildActions();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        const NotificationState* message = m_model.at(m_list->currentIndex());
        if (message && !message->incident.isEmpty())
            m_context.selection.setIncident(message->incident);
        updateActions();
    });
    connect(&m_context.theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    updateActions();
}

void OutboxPanel::buildHeader(QBoxLayout* layout)
{
    auto* header = new QHBoxLayout;
    header->setContentsMargins(10, 6, 8, 6);
    header->setSpacing(8);
    m_status = new QLabel(this);
    m_status->setTextFormat(Qt::PlainText);
    m_status->setProperty("role", QStringLiteral("muted"));
    m_retry = new QPushButton(tr("Retry now"), this);
    m_retry->setAccessibleName(tr("Send the chosen message again now"));
    m_cancel = new QPushButton(tr("Cancel"), this);
    m_cancel->setAccessibleName(tr("Do not send the chosen message"));
    header->addWidget(m_status, 1);
    header->addWidget(m_retry);
    header->addWidget(m_cancel);
    layout->addLayout(header);
}

void OutboxPanel::buildActions()
{
    m_retryAction = new QAction(tr("Retry message now"), this);
    m_retryAction->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    m_retryAction->setShortcutContext(Qt::WidgetShortcut);
    m_cancelAction = new QAction(tr("Cancel message"), this);
    m_cancelAction->setShortcut(QKeySequence(Qt::Key_Delete));
    m_cancelAction->setShortcutContext(Qt::WidgetShortcut);
    m_list->addActions({m_retryAction, m_cancelAction});
    connect(m_retryAction, &QAction::triggered, this, &OutboxPanel::retry);
    connect(m_cancelAction, &QAction::triggered, this, &OutboxPanel::cancel);
    connect(m_retry, &QPushButton::clicked, this, &OutboxPanel::retry);
    connect(m_cancel, &QPushButton::clicked, this, &OutboxPanel::cancel);
    m_context.actions.add(QStringLiteral("outbox.retry"), m_retryAction, QStringLiteral("notify"));
    m_context.actions.add(QStringLiteral("outbox.cancel"), m_cancelAction, QStringLiteral("notify"));
}

void OutboxPanel::refresh(const Snapshot& snapshot)
{
    const NotificationState* chosen = m_model.at(m_list->currentIndex());
    const QString id = chosen ? chosen->id : QString();
    m_model.setIncidents(snapshot.incidents, snapshot.at);
    if (!id.isEmpty() && !m_list->currentIndex().isValid()) {
        const QSignalBlocker quiet(m_list->selectionModel());  // the person chose nothing new
        m_list->setCurrentIndex(m_model.find(id));
        m_list->viewport()->update();
    }
    m_stack->setCurrentWidget(m_model.rowCount() == 0 ? static_cast<QWidget*>(m_empty) : m_list);
    QStringList counts;
    const auto add = [&](int count, const QString& text) {
        if (count > 0)
            counts.append(text.arg(count));
    };
    add(m_model.count({Phase::Failed}), tr("%1 failed"));
    add(m_model.count({Phase::Uncertain}), tr("%1 uncertain"));
    add(m_model.count({Phase::Pending, Phase::InFlight, Phase::Waiting}), tr("%1 under way"));
    m_status->setText(counts.isEmpty() ? tr("all settled") : counts.join(QStringLiteral(" · ")));
    updateActions();
}

void OutboxPanel::updateActions()
{
    const NotificationState* message = m_model.at(m_list->currentIndex());
    const bool retryable = message && mayRetry(*message);
    const bool cancellable = message && mayCancel(*message);
    m_retry->setEnabled(retryable);
    m_retryAction->setEnabled(retryable);
    m_cancel->setEnabled(cancellable);
    m_cancelAction->setEnabled(cancellable);
}

void OutboxPanel::retry()
{
    const NotificationState* message = m_model.at(m_list->currentIndex());
    if (!message || !mayRetry(*message))
        return;
    m_context.engine
        .call([id = message->id, actor = m_context.engine.actor()](Engine& engine) {
            return engine.retryNotification(id, actor);
        })
        .then(this, [this](const Status& status) { report(status, tr("The message is being sent again.")); });
}

void OutboxPanel::cancel()
{
    const NotificationState* message = m_model.at(m_list->currentIndex());
    if (!message || !mayCancel(*message))
        return;
    m_context.engine
        .call([id = message->id, reason = tr("cancelled by hand"), actor = m_context.engine.actor()](Engine& engine) {
            return engine.cancelNotification(id, reason, actor);
        })
        .then(this, [this](const Status& status) { report(status, tr("The message will not be sent.")); });
}

void OutboxPanel::report(const Status& status, const QString& done)
{
    if (status.ok())
        m_message->showMessage(MessageBar::Kind::Info, done);
    else
        m_message->showMessage(MessageBar::Kind::Error, status.error().message);
}

}  // namespace cockpit::panels::outbox
