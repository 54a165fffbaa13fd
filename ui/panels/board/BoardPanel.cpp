// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/board/BoardPanel.h"

#include "ui/panels/board/BoardModel.h"
#include "ui/panels/board/BoardView.h"
#include "ui/widgets/ActionCatalogue.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Selection.h"

#include <QAction>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace cockpit::panels::board {

BoardPanel::BoardPanel(PanelContext context, QWidget* parent)
    : Panel(context, parent)
    , m_model(new BoardModel(this))
    , m_view(new BoardView(context.theme, context.clock, *m_model, this))
    , m_empty(new EmptyState(context.theme, Glyph::Check, this))
    , m_stack(new QStackedWidget(this))
    , m_held(new QPushButton(this))
    , m_closed(new QAction(tr("Show closed incidents"), this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1);
    // Below the list: its coming and going must not move the rows.
    layout->addWidget(m_held);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_held->hide();
    m_held->setAccessibleName(tr("Sort the board now"));
    m_closed->setCheckable(true);
    m_context.actions.add(QStringLiteral("board.closed"), m_closed, QStringLiteral("view"));
    setFocusProxy(m_view);

    m_acknowledge = makeButton(tr("Acknowledge"), "primary", "incident.acknowledge");
    m_forProposal = {makeButton(tr("Declare"), "primary", "incident.confirm"),
                     makeButton(tr("Dismiss…"), "", "incident.dismiss")};
    m_forIncident = {makeButton(tr("Page on-call"), "", "notify.on_call"),
                     makeButton(tr("Resolve…"), "", "incident.resolve")};
    m_view->setRowButtons(QList<QPushButton*>{m_acknowledge} + m_forProposal + m_forIncident);

    connect(m_held, &QPushButton::clicked, this, [this] {
        m_view->release();
        refresh(m_context.engine.snapshot());
    });
    connect(m_closed, &QAction::toggled, this, [this] { refresh(m_context.engine.snapshot()); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        if (current.isValid()) {
            const BoardRow row = m_model->row(current.row());
            m_context.selection.setIncident(row.id);
            if (!row.runbook.isEmpty())
                m_context.selection.setRunbook(row.platform, row.runbook);
        }
        settleButtons();
    });
    connect(&m_context.selection, &Selection::incidentChanged, this, &BoardPanel::takeSelection);
    connect(m_view, &BoardView::opened, this, &BoardPanel::openRunbook);
    connect(m_view, &BoardView::acknowledgeAsked, this, [this] { trigger("incident.acknowledge"); });
    connect(m_view, &QWidget::customContextMenuRequested, this, &BoardPanel::showMenu);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { trigger(m_emptyAction); });
    m_second.setInterval(1'000);
    connect(&m_second, &QTimer::timeout, this, [this] {
        m_view->viewport()->update();
        if (m_held->isVisible() && !m_view->isInUse())
            refresh(m_context.engine.snapshot());
    });
}

QPushButton* BoardPanel::makeButton(const QString& text, const char* role, const char* action)
{
    auto* button = new QPushButton(text);
    button->setProperty("role", QLatin1String(role));
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    button->setObjectName(QStringLiteral("board.") + QLatin1String(action));
    connect(button, &QPushButton::clicked, this, [this, action] { trigger(action); });
    return button;
}

void BoardPanel::trigger(const char* action)
{
    const QString incident = m_view->currentIncident();
    if (!incident.isEmpty())
        m_context.selection.setIncident(incident);
    if (QAction* found = m_context.actions.find(QLatin1String(action)))
        found->trigger();
}

void BoardPanel::refresh(const Snapshot& snapshot)
{
    const bool held = m_model->update(boardRows(snapshot, m_closed->isChecked()), m_view->isInUse());
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget*>(m_view) : m_empty);
    if (m_model->rowCount() == 0)
        settleEmpty(snapshot);
    openFirstRunbook();
    settleHeader(snapshot, held);
    takeSelection();
    settleButtons();
    m_view->viewport()->update();
}

void BoardPanel::settleHeader(const Snapshot& snapshot, bool orderHeld)
{
    qsizetype open = 0;
    qsizetype waiting = 0;
    for (const Incident& incident : snapshot.incidents) {
        open += incident.isOpen() ? 1 : 0;
        waiting += incident.state == IncidentState::Proposed || incident.state == IncidentState::Declared ? 1 : 0;
    }
    setStatus(tr("%1 unacknowledged · %2 open").arg(waiting).arg(open));
    m_held->setText(tr("Order held while you work here · sort now"));
    m_held->setVisible(orderHeld);
}

void BoardPanel::settleEmpty(const Snapshot& snapshot)
{
    qsizetype platforms = 0;
    qsizetype watched = 0;
    qsizetype rules = 0;
    for (const PlatformState& platform : snapshot.platforms) {
        if (!platform.watched)
            continue;
        ++platforms;
        watched += platform.playbook->signalSpecs.size();
        rules += platform.playbook->rules.size();
    }
    if (snapshot.platforms.isEmpty()) {
        m_empty->setGlyph(Glyph::Pending, Tone::Dim);
        m_empty->setText(snapshot.at.isValid() ? tr("No playbook is loaded") : tr("Starting"),
                         snapshot.at.isValid()
                             ? tr("Nothing is watched. Put a playbook into the profile and start again.")
                             : tr("Reading the log and the playbooks."));
        m_empty->setAction({});
        return;
    }
    if (platforms == 0) {
        m_empty->setGlyph(Glyph::Question, Tone::Unknown);
        m_empty->setText(tr("No platform is connected"),
                         tr("Nothing is watched until this workstation knows the address of a platform."));
        m_emptyAction = "view.panel.connections";
        m_empty->setAction(tr("Open Connections"));
        return;
    }
    m_emptyAction = "incident.declare";
    const bool blind = std::none_of(snapshot.tiles.begin(), snapshot.tiles.end(),
                                    [](const TileState& tile) { return tile.level == TileLevel::Ok; });
    m_empty->setGlyph(blind ? Glyph::Question : Glyph::Check, blind ? Tone::Unknown : Tone::Good);
    m_empty->setText(tr("No open incidents"),
                     (blind
                          ? tr("No signal answers, so nothing can be noticed: look at Connections.") + QLatin1Char('\n')
                          : QString()) +
                         tr("Watched: %1 by %2 on %3")
                             .arg(tr("%n signal(s)", nullptr, static_cast<int>(watched)),
                                  tr("%n rule(s)", nullptr, static_cast<int>(rules)),
                                  tr("%n platform(s)", nullptr, static_cast<int>(platforms))));
    m_empty->setAction(tr("Declare an incident (Ctrl+D)"));
}

/// An incident that was proposed without a runbook gets one when a rule joins it; a choice already made stays.
void BoardPanel::openFirstRunbook()
{
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid() || !m_context.selection.runbook().isEmpty())
        return;
    const BoardRow row = m_model->row(index.row());
    if (!row.runbook.isEmpty() && row.id == m_context.selection.incident())
        m_context.selection.setRunbook(row.platform, row.runbook);
}

void BoardPanel::settleButtons()
{
    const QModelIndex index = m_view->currentIndex();
    const IncidentState state = index.isValid() ? m_model->row(index.row()).state : IncidentState::Dismissed;
    const bool incident = state == IncidentState::Declared || state == IncidentState::Acknowledged;
    m_acknowledge->setVisible(state == IncidentState::Declared);
    for (QPushButton* button : m_forProposal)
        button->setVisible(state == IncidentState::Proposed);
    for (QPushButton* button : m_forIncident)
        button->setVisible(incident);
}

void BoardPanel::takeSelection()
{
    if (m_context.selection.incident().isEmpty() && m_model->rowCount() > 0)
        m_context.selection.setIncident(m_model->row(0).id);
    const int row = m_model->rowOf(m_context.selection.incident());
    if (m_view->currentIndex().row() != row)
        m_view->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
}

void BoardPanel::openRunbook(const QString& incident)
{
    const int number = m_model->rowOf(incident);
    if (number < 0)
        return;
    const BoardRow row = m_model->row(number);
    m_context.selection.setIncident(row.id);
    m_context.selection.setRunbook(row.platform, row.runbook);
    trigger("view.panel.runbook");
}

void BoardPanel::showMenu(const QPoint& at)
{
    const QModelIndex index = m_view->indexAt(at);
    if (!index.isValid())
        return;
    m_view->setCurrentIndex(index);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const char* id : {"incident.confirm", "incident.dismiss", "incident.acknowledge", "notify.on_call",
                           "incident.severity", "incident.take_role", "incident.note", "incident.resolve"}) {
        QAction* action = m_context.actions.find(QLatin1String(id));
        if (action && action->isEnabled())
            menu->addAction(action);
    }
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

void BoardPanel::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    m_second.start();
}

void BoardPanel::hideEvent(QHideEvent* event)
{
    m_second.stop();
    Panel::hideEvent(event);
}

}  // namespace cockpit::panels::board
