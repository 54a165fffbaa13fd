// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/EngineClient.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>

namespace cockpit::panels::postmortem {

/// Loads, saves and refreshes the text of the chosen incident. Typed text is in one of three places at any time: the
/// editor, on its way to the log, or here (when saving failed). Thread: GUI.
class PostmortemKeeper : public QObject
{
    Q_OBJECT

public:
    enum class State { Empty, Loading, Clean, Edited, Saving, Failed };

    static constexpr int autosaveMs = 2'000;

    /// `text` gives the editor's whole text when it is needed.
    PostmortemKeeper(EngineClient& engine, const Clock& clock, std::function<QString()> text,
                     QObject* parent = nullptr);

    /// Turns to another incident (or none); what was typed for the old one is saved first.
    void open(const QString& incident);
    /// The person changed the text; saved when nothing more is typed for two seconds.
    void edited();
    void save();
    /// Brings the generated blocks up to date, after saving what was typed.
    void refresh();
    /// A new snapshot: `incident` is the chosen one, or null.
    void follow(const Incident* incident, bool editing);
    /// Takes the text that was saved elsewhere and drops one's own.
    void takeTheirs();

    State state() const { return m_state; }
    const QString& incident() const { return m_incident; }
    const QDateTime& savedAt() const { return m_savedAt; }
    /// The first draft is on its way; what is typed now would stand in for it.
    bool isOpening() const { return m_state == State::Loading && m_draftedAt < 0; }

signals:
    void textLoaded(const QString& markdown);
    void stateChanged();
    void failed(const QString& sentence);
    void changedElsewhere();

private:
    void setState(State state);
    void load();
    void saved(const QString& incident, const QString& text, const Status& status);
    void loaded(const QString& incident, const Result<QString>& draft);

    EngineClient& m_engine;
    const Clock& m_clock;
    std::function<QString()> m_text;
    QTimer m_autosave;
    QHash<QString, QString> m_unsaved;  ///< texts whose saving failed, by incident
    QString m_incident;
    QString m_base;           ///< the log's text as last seen
    QString m_sent;           ///< what was saved last from here
    bool m_awaiting = false;  ///< the snapshot does not show that yet
    qint64 m_draftedAt = -1;  ///< last event the shown draft knows of
    qint64 m_latest = 0;
    QDateTime m_savedAt;
    State m_state = State::Empty;
};

}  // namespace cockpit::panels::postmortem
