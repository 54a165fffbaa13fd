// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Messages, evidence and postmortems: text made from the log.
#include "core/base/Duration.h"
#include "core/base/SafeText.h"
#include "core/engine/EnginePrivate.h"
#include "core/metrics/ValueText.h"
#include "core/playbook/FieldReader.h"
#include "core/playbook/Template.h"
#include "core/postmortem/PostmortemDraft.h"

#include <QCryptographicHash>
#include <QPromise>
#include <QSaveFile>
#include <QThreadPool>

namespace cockpit {

namespace {

constexpr int wholeLog = 1'000'000;
constexpr qsizetype longestPostmortem = 4 * 1024 * 1024;

/// What message templates may name: facts of the incident and the latest value of each signal.
QJsonObject messageFields(const Incident& incident, const Playbook& playbook, const MessageTemplate& message,
                          const SignalBoard& board, const QDateTime& now)
{
    const Severity* severity = playbook.severity(incident.severity);
    const QDateTime began = incident.declaredAt.isValid() ? incident.declaredAt : incident.proposedAt;
    QJsonObject fields{{QStringLiteral("incident"), incident.id},
                       {QStringLiteral("title"), incident.title},
                       {QStringLiteral("severity"), incident.severity},
                       {QStringLiteral("severity_title"), severity ? severity->title : QString()},
                       {QStringLiteral("platform"), playbook.title},
                       {QStringLiteral("status"), incidentStateName(incident.state)},
                       {QStringLiteral("reason"), incident.reason},
                       {QStringLiteral("started_at"), began.toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'"))},
                       {QStringLiteral("now"), now.toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'"))},
                       {QStringLiteral("acknowledged_by"), incident.acknowledgedBy},
                       {QStringLiteral("resolution"), incident.resolveReason}};
    const QDateTime ended = incident.resolvedAt.isValid() ? incident.resolvedAt : now;
    fields.insert(QStringLiteral("duration"), formatCountdown(Milliseconds{began.msecsTo(ended)}));
    fields.insert(QStringLiteral("channel_name"), incident.channelName());
    if (message.nextUpdate > Milliseconds{0}) {
        const QDateTime next = now.addMSecs(message.nextUpdate.count());
        fields.insert(QStringLiteral("next_update"), next.toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'")));
        fields.insert(QStringLiteral("next_update_utc"), next.toString(QStringLiteral("yyyy-MM-dd HH:mm")));
        fields.insert(QStringLiteral("minutes_until_next_update"),
                      static_cast<qint64>(message.nextUpdate.count() / 60'000));
    }
    QJsonObject values;
    for (const SignalSpec& spec : playbook.signalSpecs) {
        const Reading reading = board.current(playbook.id, spec.id);
        values.insert(spec.id, reading.state == ReadingState::Value ? formatValue(reading.value, spec.unit)
                                                                    : readingStateName(reading.state));
    }
    fields.insert(QStringLiteral("signals"), values);
    return fields;
}

Status writeWhole(const QString& file, const QByteArray& bytes)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        return fail(ErrorKind::Storage, Engine::tr("\"%1\" could not be written: %2").arg(file, out.errorString()));
    return Done{};
}

}  // namespace

Result<RenderedTemplate> Engine::Private::message(const QString& id, const QString& templateId,
                                                  const QMap<QString, QString>& values) const
{
    const auto known = incident(id);
    if (!known)
        return known.error();
    const PlaybookPointer book = playbook((*known)->platform);
    const MessageTemplate* message = book ? book->message(templateId) : nullptr;
    if (!message)
        return fail(ErrorKind::NotFound, Engine::tr("This platform has no message \"%1\"").arg(templateId.left(40)));
    QJsonObject fields = messageFields(**known, *book, *message, board, parts.clock.utcNow());
    for (auto value = values.begin(); value != values.end(); ++value) {
        if (!value.value().isEmpty())
            fields.insert(value.key(), value.value());
    }
    return renderTemplate(message->body, fields);
}

Result<QString> Engine::renderMessage(const QString& id, const QString& templateId,
                                      const QMap<QString, QString>& values) const
{
    const auto rendered = d->message(id, templateId, values);
    if (!rendered)
        return rendered.error();
    return rendered->text;
}

Result<QList<InputSpec>> Engine::messageInputs(const QString& id, const QString& templateId) const
{
    const auto rendered = d->message(id, templateId, {});
    if (!rendered)
        return rendered.error();
    const MessageTemplate* message = d->playbook((*d->incident(id))->platform)->message(templateId);
    QList<InputSpec> inputs;
    for (const QString& name : rendered->unfilled) {
        const auto declared = std::find_if(message->fields.begin(), message->fields.end(),
                                           [&name](const InputSpec& field) { return field.id == name; });
        InputSpec plain;
        plain.id = name;
        plain.title = titleFromId(name);
        plain.required = false;  // the text can still be completed by hand
        inputs.append(declared == message->fields.end() ? plain : *declared);
    }
    return inputs;
}

Result<EvidenceItem> Engine::addEvidence(const EvidenceRequest& request, const QString& actor)
{
    const auto incident = d->incident(request.incident);
    if (!incident)
        return incident.error();
    const auto stored = request.file.isEmpty() ? d->parts.evidence.addBytes(d->parts.redactor.redact(request.bytes),
                                                                            request.name, request.type)
                                               : d->parts.evidence.addFile(request.file);
    if (!stored)
        return stored.error();
    const Status recorded = d->record({EventType::EvidenceAdded,
                                       request.incident,
                                       actor,
                                       {{QStringLiteral("sha256"), stored->sha256},
                                        {QStringLiteral("name"), stored->name},
                                        {QStringLiteral("type"), stored->type},
                                        {QStringLiteral("size"), stored->size},
                                        {QStringLiteral("source"), request.source}}});
    if (!recorded)
        return recorded.error();
    return EvidenceItem{stored->sha256, stored->name, stored->type,           stored->size,
                        request.source, actor,        d->parts.clock.utcNow()};
}

Result<QByteArray> Engine::readEvidence(const QString& sha256, qint64 maximum) const
{
    return d->parts.evidence.read(sha256, maximum);
}

QString Engine::evidencePath(const QString& sha256) const
{
    return d->parts.evidence.pathOf(sha256);
}

Result<QString> Engine::postmortemDraft(const QString& id) const
{
    const auto incident = d->incident(id);
    if (!incident)
        return incident.error();
    const PlaybookPointer playbook = d->playbook((*incident)->platform);
    if (!playbook)
        return fail(ErrorKind::NotFound, tr("The incident's platform is not loaded"));
    const auto events = d->parts.log.store().read(std::max<qint64>((*incident)->firstSequence - 1, 0), wholeLog);
    if (!events)
        return events.error();
    PostmortemFacts facts;
    facts.playbook = playbook;
    facts.incident = **incident;
    facts.now = d->parts.clock.utcNow();
    for (const Event& event : *events) {
        if (event.incident == id)
            facts.events.append(event);
    }
    const QDateTime began = (*incident)->declaredAt.isValid() ? (*incident)->declaredAt : (*incident)->proposedAt;
    const QDateTime ended = (*incident)->resolvedAt.isValid() ? (*incident)->resolvedAt : facts.now;
    for (const SignalSpec& spec : playbook->signalSpecs) {
        const SeriesHistory* history = d->board.history(playbook->id, spec.id);
        if (spec.chart.isEmpty() || !history)
            continue;
        const ColumnSet peak = history->columns(began.toMSecsSinceEpoch(), ended.toMSecsSinceEpoch() + 1, 1);
        if (peak.any)
            facts.figures.append(
                {spec.title, spec.unit, peak.maximum, peak.minimum, peak.mean, peak.last, spec.threshold});
    }
    return (*incident)->postmortem.isEmpty() ? buildDraft(facts) : refreshDraft((*incident)->postmortem, facts);
}

Status Engine::savePostmortem(const QString& id, const QString& markdown, const QString& actor)
{
    const auto incident = d->incident(id);
    if (!incident)
        return incident.error();
    if (markdown.size() > longestPostmortem)
        return fail(ErrorKind::TooLarge,
                    tr("The postmortem is above 4 MiB: attach the long parts as evidence instead"));
    const QString text = d->parts.redactor.redact(markdown);
    if (text == (*incident)->postmortem)
        return Done{};
    return d->record({EventType::PostmortemEdited, id, actor, {{QStringLiteral("text"), text}}});
}

QFuture<Status> Engine::exportPostmortem(const QString& id, const QString& format, const QString& file,
                                         const QString& actor)
{
    auto promise = std::make_shared<QPromise<Status>>();
    promise->start();
    const QFuture<Status> future = promise->future();
    const auto draft = postmortemDraft(id);
    if (!draft) {
        promise->addResult(Status(draft.error()));
        promise->finish();
        return future;
    }
    const QString title = d->parts.log.book().find(id)->title;
    const EvidenceStore evidence = d->parts.evidence;
    QThreadPool::globalInstance()->start([this, promise, render = d->parts.render, evidence,
                                          markdown = d->parts.redactor.redact(*draft), title, id, format, file, actor] {
        const auto bytes =
            render(format, markdown, title, [&](const QString& sha256) { return evidence.read(sha256); });
        const Status written = bytes ? writeWhole(file, *bytes) : Status(bytes.error());
        const QByteArray digest =
            written ? QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256).toHex() : QByteArray();
        QMetaObject::invokeMethod(this, [this, promise, written, digest, id, format, file, actor] {
            Status done = written;
            if (written)
                done = d->record({EventType::PostmortemExported,
                                  id,
                                  actor,
                                  {{QStringLiteral("format"), format},
                                   {QStringLiteral("file"), file},
                                   {QStringLiteral("sha256"), QString::fromLatin1(digest)}}});
            promise->addResult(done);
            promise->finish();
        });
    });
    return future;
}

}  // namespace cockpit
