// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/postmortem/PostmortemKeeper.h"

#include <utility>

namespace cockpit::panels::postmortem {

PostmortemKeeper::PostmortemKeeper(EngineClient& engine, const Clock& clock, std::function<QString()> text,
                                   QObject* parent)
    : QObject(parent)
    , m_engine(engine)
    , m_clock(clock)
    , m_text(std::move(text))
{
    m_autosave.setSingleShot(true);
    m_autosave.setInterval(autosaveMs);
    connect(&m_autosave, &QTimer::timeout, this, &PostmortemKeeper::save);
}

void PostmortemKeeper::setState(State state)
{
    m_state = state;
    emit stateChanged();
}

void PostmortemKeeper::open(const QString& incident)
{
    if (incident == m_incident)
        return;
    save();
    m_incident = incident;
    m_base.clear();
    m_sent.clear();
    m_awaiting = false;
    m_draftedAt = -1;
    m_latest = 0;
    m_savedAt = {};
    if (incident.isEmpty()) {
        setState(State::Empty);
        emit textLoaded({});
        return;
    }
    if (const Incident* known = m_engine.snapshot().incident(incident))
        m_base = known->postmortem;
    if (m_unsaved.contains(incident)) {
        emit textLoaded(m_unsaved.value(incident));
        m_draftedAt = m_latest;
        setState(State::Edited);
        m_autosave.start();
        return;
    }
    // Never the other incident's text, not even for a moment: it could be saved into this one.
    emit textLoaded(m_base);
    load();
}

void PostmortemKeeper::load()
{
    setState(State::Loading);
    m_engine.call([incident = m_incident](Engine& engine) { return engine.postmortemDraft(incident); })
        .then(this, [this, incident = m_incident](const Result<QString>& draft) { loaded(incident, draft); });
}

void PostmortemKeeper::loaded(const QString& incident, const Result<QString>& draft)
{
    // Typed while it was being made: what was typed wins.
    if (incident != m_incident || m_state != State::Loading)
        return;
    m_draftedAt = m_latest;
    if (!draft) {
        setState(State::Failed);
        emit failed(draft.error().message);
        return;
    }
    setState(State::Clean);
    emit textLoaded(*draft);
}

void PostmortemKeeper::edited()
{
    if (m_incident.isEmpty())
        return;
    m_autosave.start();
    if (m_state != State::Edited)
        setState(State::Edited);
}

void PostmortemKeeper::save()
{
    m_autosave.stop();
    const bool again = m_state == State::Failed && m_unsaved.contains(m_incident);
    if (m_state != State::Edited && !again)
        return;
    const QString incident = m_incident;
    const QString text = m_text();
    m_sent = text;
    m_unsaved.insert(incident, text);
    setState(State::Saving);
    m_engine
        .call([incident, text, actor = m_engine.actor()](Engine& engine) {
            return engine.savePostmortem(incident, text, actor);
        })
        .then(this, [this, incident, text](const Status& status) { saved(incident, text, status); });
}

void PostmortemKeeper::saved(const QString& incident, const QString& text, const Status& status)
{
    if (!status) {
        emit failed(status.error().message);
        if (incident == m_incident && m_state == State::Saving)
            setState(State::Failed);
        return;
    }
    if (m_unsaved.value(incident) == text)
        m_unsaved.remove(incident);
    if (incident != m_incident)
        return;
    m_awaiting = m_base != text;
    m_savedAt = m_clock.utcNow();
    if (m_state == State::Saving)
        setState(State::Clean);
    else
        emit stateChanged();
}

void PostmortemKeeper::refresh()
{
    if (m_incident.isEmpty())
        return;
    if (m_state == State::Failed)
        m_state = State::Edited;
    m_autosave.stop();
    const bool typed = m_state == State::Edited || m_state == State::Saving;
    const QString text = typed ? m_text() : QString();
    if (typed) {
        m_unsaved.insert(m_incident, text);
        m_sent = text;
    }
    setState(State::Loading);
    const QString incident = m_incident;
    m_engine
        .call([incident, typed, text, actor = m_engine.actor()](Engine& engine) -> Result<QString> {
            if (typed) {
                const Status kept = engine.savePostmortem(incident, text, actor);
                if (!kept)
                    return kept.error();
            }
            return engine.postmortemDraft(incident);
        })
        .then(this, [this, incident, typed, text](const Result<QString>& draft) {
            if (typed && draft.ok())
                saved(incident, text, Done{});
            loaded(incident, draft);
        });
}

void PostmortemKeeper::follow(const Incident* incident, bool editing)
{
    if (!incident || incident->id != m_incident)
        return;
    m_latest = incident->lastSequence;
    if (incident->postmortem != m_base) {
        m_base = incident->postmortem;
        // Our own text may come back with secrets masked; then it differs from what was sent.
        const bool own = m_base == m_sent || std::exchange(m_awaiting, false);
        if (m_state == State::Clean && m_base != m_sent)
            load();
        else if (!own && (m_state == State::Edited || m_state == State::Failed))
            emit changedElsewhere();
    }
    if (m_state == State::Clean && !editing && m_latest != m_draftedAt)
        load();
}

void PostmortemKeeper::takeTheirs()
{
    m_autosave.stop();
    m_unsaved.remove(m_incident);
    load();
}

}  // namespace cockpit::panels::postmortem
