// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/shell/incident/IncidentActions.h"

#include "core/base/SafeText.h"
#include "core/incident/OpenItems.h"
#include "ui/shell/incident/DeclareDialog.h"
#include "ui/shell/incident/PromptDialog.h"
#include "ui/widgets/ActionCatalogue.h"
#include "ui/widgets/Selection.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

namespace cockpit {

namespace {

const QString incidentMenu = QStringLiteral("incident");
const QString notifyMenu = QStringLiteral("notify");

QString headingOf(const Incident& incident)
{
    return incident.severity + QStringLiteral(" \u00B7 ") + incident.title;
}

}  // namespace

IncidentActions::IncidentActions(const PanelContext& context, QWidget* window)
    : QObject(window)
    , m_context(context)
    , m_window(window)
{
    add(QStringLiteral("incident.declare"), tr("Declare an incident\u2026"), QKeySequence(Qt::CTRL | Qt::Key_D),
        incidentMenu, &IncidentActions::declare);
    add(QStringLiteral("incident.confirm"), tr("Declare the proposal"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D),
        incidentMenu, &IncidentActions::confirm);
    add(QStringLiteral("incident.dismiss"), tr("Dismiss the proposal\u2026"), {}, incidentMenu,
        &IncidentActions::dismiss);
    add(QStringLiteral("incident.acknowledge"), tr("Acknowledge"), QKeySequence(Qt::CTRL | Qt::Key_Return),
        incidentMenu, &IncidentActions::acknowledge);
    add(QStringLiteral("incident.severity"), tr("Change severity\u2026"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), incidentMenu, &IncidentActions::changeSeverity);
    add(QStringLiteral("incident.take_role"), tr("Take a role\u2026"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T),
        incidentMenu, &IncidentActions::takeRole);
    add(QStringLiteral("incident.note"), tr("Add a note\u2026"), QKeySequence(Qt::CTRL | Qt::Key_N), incidentMenu,
        &IncidentActions::note);
    add(QStringLiteral("incident.resolve"), tr("Resolve\u2026"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R),
        incidentMenu, &IncidentActions::resolve);
    add(QStringLiteral("notify.on_call"), tr("Page the on-call"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P),
        notifyMenu, &IncidentActions::pageOnCall);
    add(QStringLiteral("notify.message"), tr("Send a message\u2026"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M),
        notifyMenu, &IncidentActions::chooseMessage);
    add(QStringLiteral("notify.channel_name"), tr("Copy the name of the incident channel"), {}, notifyMenu,
        &IncidentActions::copyChannelName);
    connect(&context.engine, &EngineClient::snapshotChanged, this, &IncidentActions::settle);
    connect(&context.selection, &Selection::incidentChanged, this, &IncidentActions::settle);
    settle();
}

QAction* IncidentActions::add(const QString& id, const QString& text, const QKeySequence& keys, const QString& menu,
                              void (IncidentActions::*handler)())
{
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    // A held key is one press.
    action->setAutoRepeat(false);
    connect(action, &QAction::triggered, this, handler);
    m_context.actions.add(id, action, menu);
    return action;
}

const Incident* IncidentActions::selected() const
{
    return m_context.engine.snapshot().incident(m_context.selection.incident());
}

const Playbook* IncidentActions::playbookOf(const Incident& incident) const
{
    const PlatformState* platform = m_context.engine.snapshot().platform(incident.platform);
    return platform ? platform->playbook.get() : nullptr;
}

void IncidentActions::settle()
{
    const Incident* incident = selected();
    const bool proposal = incident && incident->state == IncidentState::Proposed;
    const bool declared = incident && incident->state == IncidentState::Declared;
    const bool running = declared || (incident && incident->state == IncidentState::Acknowledged);
    const auto enable = [this](const char* id, bool enabled) {
        m_context.actions.find(QLatin1String(id))->setEnabled(enabled);
    };
    enable("incident.declare", !m_context.engine.snapshot().platforms.isEmpty());
    enable("incident.confirm", proposal);
    enable("incident.dismiss", proposal);
    enable("incident.acknowledge", declared);
    enable("incident.severity", proposal || running);
    enable("incident.take_role", running);
    enable("incident.note", incident != nullptr);
    enable("incident.resolve", running);
    enable("notify.on_call", running);
    enable("notify.channel_name", incident && incident->declaredAt.isValid());
    enable("notify.message", running || (incident && incident->state == IncidentState::Resolved));
}

void IncidentActions::prompt(const PromptRequest& request,
                             std::function<void(const QString& choice, const QString& text)> answered)
{
    auto* dialog = new PromptDialog(request, m_window);
    connect(dialog, &PromptDialog::answered, this, std::move(answered));
    dialog->open();
}

void IncidentActions::declare()
{
    const Snapshot& snapshot = m_context.engine.snapshot();
    if (snapshot.platforms.isEmpty())
        return;
    const Incident* incident = selected();
    auto* dialog =
        new DeclareDialog(snapshot.platforms, incident ? incident->platform : m_context.selection.platform(), m_window);
    connect(dialog, &DeclareDialog::declared, this, [this](const DeclareRequest& request) {
        m_context.engine
            .call(
                [request, actor = m_context.engine.actor()](Engine& engine) { return engine.declare(request, actor); })
            .then(this, [this, request](const Result<QString>& id) {
                if (!id.ok()) {
                    emit failed(id.error().message);
                    return;
                }
                m_context.selection.setIncident(*id);
                if (!request.runbook.isEmpty())
                    m_context.selection.setRunbook(request.platform, request.runbook);
            });
    });
    dialog->open();
}

void IncidentActions::confirm()
{
    const Incident* incident = selected();
    if (!incident)
        return;
    command([id = incident->id,
             actor = m_context.engine.actor()](Engine& engine) { return engine.confirmProposal(id, actor); },
            {});
}

void IncidentActions::dismiss()
{
    const Incident* incident = selected();
    if (!incident)
        return;
    PromptRequest request;
    request.title = tr("Dismiss the proposal");
    request.heading = headingOf(*incident);
    request.textLabel = tr("Why is it not an incident?");
    request.textHint = tr("Known noise, a planned restart \u2026");
    request.acceptLabel = tr("Dismiss");
    prompt(request, [this, id = incident->id](const QString&, const QString& text) {
        const QString reason = text.isEmpty() ? tr("no reason given") : text;
        command([id, reason,
                 actor = m_context.engine.actor()](Engine& engine) { return engine.dismiss(id, reason, actor); },
                {});
    });
}

void IncidentActions::acknowledge()
{
    const Incident* incident = selected();
    if (!incident)
        return;
    command(
        [id = incident->id, actor = m_context.engine.actor()](Engine& engine) { return engine.acknowledge(id, actor); },
        {});
}

void IncidentActions::changeSeverity()
{
    const Incident* incident = selected();
    const Playbook* playbook = incident ? playbookOf(*incident) : nullptr;
    if (!playbook) {
        emit failed(tr("The playbook of this incident is not loaded, so its severities are not known."));
        return;
    }
    PromptRequest request;
    request.title = tr("Change severity");
    request.heading = headingOf(*incident);
    request.choiceLabel = tr("New severity");
    request.chosen = incident->severity;
    for (const Severity& severity : playbook->severities)
        request.choices.append(
            {severity.id, QStringLiteral("%1 \u00B7 %2 \u00B7 %3")
                              .arg(severity.id, severity.title, responseText(severity.respondWithin))});
    request.textLabel = tr("Why?");
    request.acceptLabel = tr("Change");
    prompt(request, [this, id = incident->id](const QString& choice, const QString& text) {
        command([id, choice, text, actor = m_context.engine.actor()](
                    Engine& engine) { return engine.changeSeverity(id, choice, text, actor); },
                {});
    });
}

void IncidentActions::takeRole()
{
    const Incident* incident = selected();
    const Playbook* playbook = incident ? playbookOf(*incident) : nullptr;
    if (!playbook || playbook->roles.isEmpty()) {
        emit failed(tr("The playbook of this incident names no roles."));
        return;
    }
    PromptRequest request;
    request.title = tr("Take a role");
    request.heading = headingOf(*incident);
    request.choiceLabel = tr("Role of %1").arg(m_context.engine.actor());
    for (const Role& role : playbook->roles) {
        const QString holder = incident->roles.value(role.id);
        request.choices.append({role.id, holder.isEmpty() ? role.title : tr("%1 (now %2)").arg(role.title, holder)});
    }
    request.acceptLabel = tr("Take it");
    prompt(request, [this, id = incident->id](const QString& choice, const QString&) {
        command([id, choice,
                 actor = m_context.engine.actor()](Engine& engine) { return engine.takeRole(id, choice, actor); },
                {});
    });
}

void IncidentActions::note()
{
    const Incident* incident = selected();
    if (!incident)
        return;
    PromptRequest request;
    request.title = tr("Add a note");
    request.heading = headingOf(*incident);
    request.textLabel = tr("Note for the timeline");
    request.textRequired = true;
    request.acceptLabel = tr("Add");
    prompt(request, [this, id = incident->id](const QString&, const QString& text) {
        command([id, text, actor = m_context.engine.actor()](Engine& engine) { return engine.note(id, text, actor); },
                {});
    });
}

void IncidentActions::resolve()
{
    const Incident* incident = selected();
    if (!incident)
        return;
    PromptRequest request;
    request.title = tr("Resolve the incident");
    request.heading = headingOf(*incident);
    request.lines = openItems(*incident, playbookOf(*incident), m_context.engine.snapshot().at);
    request.listTitle = tr("Still open; it is recorded with the resolution:");
    request.textLabel = tr("What resolved it?");
    request.acceptLabel = request.lines.isEmpty() ? tr("Resolve") : tr("Resolve anyway");
    prompt(request, [this, id = incident->id](const QString&, const QString& text) {
        const QString reason = text.isEmpty() ? tr("no reason given") : text;
        command([id, reason,
                 actor = m_context.engine.actor()](Engine& engine) { return engine.resolve(id, reason, actor); },
                {});
    });
}

void IncidentActions::copyChannelName()
{
    const Incident* incident = selected();
    if (!incident || incident->channelName().isEmpty())
        return;
    QGuiApplication::clipboard()->setText(incident->channelName());
    emit done(tr("Copied: %1").arg(incident->channelName()));
}

void IncidentActions::pageOnCall()
{
    const Incident* incident = selected();
    const Playbook* playbook = incident ? playbookOf(*incident) : nullptr;
    if (!playbook || playbook->roles.isEmpty()) {
        emit failed(
            tr("Nobody can be paged: the playbook of this incident names no roles. Call by phone and add a note."));
        return;
    }
    const QString onCall = QStringLiteral("on_call");
    const Role& role = playbook->role(onCall) ? *playbook->role(onCall) : playbook->roles.first();
    NotifyRequest request;
    request.incident = incident->id;
    request.role = role.id;
    request.kind = QStringLiteral("page");
    command([request, actor = m_context.engine.actor()](Engine& engine) { return engine.notify(request, actor); },
            tr("Paging %1 about %2").arg(role.title, safeLine(headingOf(*incident), 80)));
}

}  // namespace cockpit
