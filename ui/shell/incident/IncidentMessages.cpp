// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Telling people: a template of the playbook, filled from the log, read by a person before it goes.
#include "core/base/Mojibake.h"
#include "core/metrics/ValueText.h"
#include "core/playbook/Template.h"
#include "ui/shell/incident/FormDialog.h"
#include "ui/shell/incident/IncidentActions.h"
#include "ui/shell/incident/PromptDialog.h"
#include "ui/widgets/Selection.h"

#include <QRegularExpression>

namespace cockpit {

namespace {

const QString pageKind = QStringLiteral("page");

/// Measured values that do not fit a text that says all is well: a chart where more is worse stands above its line.
QStringList badReadings(const Snapshot& snapshot, const Playbook& playbook)
{
    QStringList lines;
    for (const TileState& tile : snapshot.tiles) {
        const SignalSpec* spec = tile.platform == playbook.id ? playbook.signal(tile.signal) : nullptr;
        const bool moreIsWorse =
            spec && (spec->chart == QLatin1String("error_rate") || spec->chart == QLatin1String("queue_size"));
        if (moreIsWorse && spec->threshold && tile.reading.state == ReadingState::Value &&
            tile.reading.value > *spec->threshold)
            lines.append(IncidentActions::tr("It says resolved, but %1 is %2")
                             .arg(spec->title, formatValue(tile.reading.value, spec->unit)));
        else if (moreIsWorse && tile.reading.state != ReadingState::Value)
            lines.append(IncidentActions::tr("It says resolved, but nobody knows: %1 cannot be read").arg(spec->title));
    }
    return lines;
}

/// What the log and the readings say against a text.
QStringList objections(const Snapshot& snapshot, const Incident& incident, const Playbook& playbook,
                       const QString& text)
{
    QStringList lines;
    static const QRegularExpression resolved(QStringLiteral("\\bresolved\\b"),
                                             QRegularExpression::CaseInsensitiveOption);
    if (resolved.match(text).hasMatch()) {
        for (const QString& alert : incident.alerts) {
            const RuleSpec* rule = playbook.rule(alert);
            lines.append(IncidentActions::tr("It says resolved, but this alert still fires: %1")
                             .arg(rule ? rule->title : alert));
        }
        lines += badReadings(snapshot, playbook);
    }
    return lines;
}

/// The first field that nobody has filled in.
QString missingIn(const QString& text)
{
    const QString field = firstUnfilledField(text);
    return field.isEmpty() ? QString() : IncidentActions::tr("Still to be filled in: %1").arg(field);
}

}  // namespace

void IncidentActions::chooseMessage()
{
    const Incident* incident = selected();
    const Playbook* playbook = incident ? playbookOf(*incident) : nullptr;
    if (!playbook)
        return;
    PromptRequest request;
    request.title = tr("Send a message");
    request.heading = incident->title;
    request.choiceLabel = tr("Which one?");
    request.acceptLabel = tr("Write it");
    for (const MessageTemplate& message : playbook->messages) {
        if (message.id != pageKind)
            request.choices.append({message.id, message.title});
    }
    if (request.choices.isEmpty()) {
        emit failed(tr("The playbook of this incident has no message templates."));
        return;
    }
    const bool over = incident->state == IncidentState::Resolved;
    request.chosen = over ? QStringLiteral("resolved") : QStringLiteral("update");
    prompt(request, [this, id = incident->id](const QString& kind, const QString&) { writeMessage(id, kind); });
}

void IncidentActions::writeMessage(const QString& incident, const QString& kind)
{
    m_context.engine.call([incident, kind](Engine& engine) { return engine.messageInputs(incident, kind); })
        .then(this, [this, incident, kind](const Result<QList<InputSpec>>& inputs) {
            const Incident* known = m_context.engine.snapshot().incident(incident);
            if (!inputs || !known) {
                if (!inputs)
                    emit failed(inputs.error().message);
                return;
            }
            if (inputs->isEmpty())
                return fillMessage(incident, kind, {});
            auto* form = new FormDialog(tr("Fill the message in"), tr("%1: %2").arg(known->severity, known->title),
                                        *inputs, m_window);
            connect(form, &FormDialog::answered, this, [this, incident, kind](const QMap<QString, QString>& values) {
                fillMessage(incident, kind, values);
            });
            form->open();
        });
}

void IncidentActions::fillMessage(const QString& incident, const QString& kind, const QMap<QString, QString>& values)
{
    m_context.engine
        .call([incident, kind, values](Engine& engine) { return engine.renderMessage(incident, kind, values); })
        .then(this, [this, incident, kind](const Result<QString>& text) {
            const Incident* known = m_context.engine.snapshot().incident(incident);
            const Playbook* playbook = known ? playbookOf(*known) : nullptr;
            const MessageTemplate* message = playbook ? playbook->message(kind) : nullptr;
            if (!text)
                emit failed(text.error().message);
            else if (message)
                askToSend(*known, *message, *text);
        });
}

void IncidentActions::askToSend(const Incident& incident, const MessageTemplate& message, const QString& rendered)
{
    QList<GarbledText> garbled;
    const QString text = repairMojibake(rendered, &garbled);
    const Playbook& playbook = *playbookOf(incident);
    PromptRequest request;
    request.title = message.title;
    request.heading = tr("%1: %2").arg(incident.severity, incident.title);
    request.lines = objections(m_context.engine.snapshot(), incident, playbook, text);
    for (const GarbledText& piece : std::as_const(garbled))
        request.lines.append(tr("Garbled characters were repaired: %1 \u2192 %2").arg(piece.garbled, piece.repaired));
    request.listTitle = tr("Look at this first:");
    request.textLabel = tr("The message, as it will be sent");
    request.text = text;
    request.textRequired = true;
    request.objection = missingIn;
    request.acceptLabel = tr("Send");
    const QString role = playbook.roles.isEmpty() ? QString() : playbook.roles.first().id;
    prompt(request, [this, id = incident.id, kind = message.id, role](const QString&, const QString& body) {
        NotifyRequest notification;
        notification.incident = id;
        notification.role = role;
        notification.kind = kind;
        notification.body = body;
        command([notification,
                 actor = m_context.engine.actor()](Engine& engine) { return engine.notify(notification, actor); },
                tr("The message is on its way; the outbox shows it."));
    });
}

}  // namespace cockpit
