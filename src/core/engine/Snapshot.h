// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/incident/Deadlines.h"
#include "core/incident/EventStore.h"
#include "core/incident/Incident.h"
#include "core/metrics/AlertEvaluator.h"
#include "core/metrics/AlertFeed.h"
#include "core/metrics/Reading.h"
#include "core/playbook/Playbook.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

namespace cockpit {

/// How a tile looks. Unknown and Stale are never green.
enum class TileLevel { Ok, Alert, Unknown, Stale, Pending };

/// One platform and signal on the annunciator.
struct TileState {
    QString platform;
    QString platformTitle;
    QString signal;
    QString title;
    QString unit;
    TileLevel level = TileLevel::Pending;
    int severityRank = -1;  ///< of the worst firing rule that names this signal; -1: none
    QString severity;       ///< its label
    QString word;           ///< translated state in one word ("alert", "ok", "stale", "unauthorized" …)
    QString reason;         ///< second line: value and why
    Reading reading;
    QDateTime since;  ///< start of the level
};

/// One connection slot of a platform and how it fared last.
struct ConnectionState {
    ConnectionSpec spec;  ///< settings without secret; kind is set even when not bound
    QString platform;     ///< empty for free-standing ones
    bool bound = false;   ///< the workstation has an address for it
    bool tested = false;
    ConnectionCheck check;  ///< meaningful when tested
};

/// A live watch on a step's expectation.
struct ExpectationState {
    QString incident;
    QString run;
    QString step;
    Expectation expectation;
    QDateTime startedAt;
    QDateTime deadline;
    QDateTime holdingSince;  ///< since when it is as expected; invalid: it is not
    Reading reading;
    QString verdict;  ///< "" while watching
};

/// One stage of a gated sequence in an open incident.
struct StageState {
    enum class Phase {
        Closed,    ///< its checks do not hold, or what comes before it does not
        Opening,   ///< they hold, but not long enough yet: see opensAt
        Open,      ///< it may be entered
        Settling,  ///< entered, its proof is awaited
        Holding,   ///< entered, and its checks hold
        Unsure,    ///< entered; its checks cannot be read
        Lost       ///< entered once and given up: run `fallBack`
    };
    QString incident;
    QString platform;
    QString runbook;
    QString step;
    Phase phase = Phase::Closed;
    QString reason;
    QDateTime opensAt;
    QString fallBack;  ///< step that has to be run now; empty: none
};

/// A platform on the board.
struct PlatformState {
    PlaybookPointer playbook;
    QList<AlertStatus> alerts;
    QList<ExternalAlert> externalAlerts;
    QString externalProblem;  ///< why the alert feed could not be read; empty when fine
    QList<Reading> pages;     ///< of each status page, in the playbook's order; Pending when nobody watches it
    bool watched = true;      ///< this workstation has an address for at least one of its connections
};

/// What the person should do next, and why.
struct NextAction {
    QString title;    ///< translated, one line
    QString reason;   ///< translated, one line
    QString command;  ///< id of the UI command that does it ("incident.acknowledge"), or empty
    QString incident;
    bool urgent = false;
};

/// Everything the window shows, as one value. Made on the engine thread at most 10 times a second.
struct Snapshot {
    QDateTime at;
    QString workstation;
    QString profile;
    QList<PlatformState> platforms;
    QList<TileState> tiles;
    QList<Incident> incidents;  ///< newest declaration last; the pseudo-incident "" is not in it
    QList<DeadlineState> deadlines;
    QList<ConnectionState> connections;
    QList<ExpectationState> expectations;
    QList<StageState> stages;
    NextAction next;
    qint64 lastSequence = 0;
    ChainReport chain;
    QDateTime chainVerifiedAt;
    CredentialState keychain = CredentialState::NoService;
    QString storageProblem;  ///< the log cannot be written: nothing may run; empty when fine

    const Incident* incident(const QString& id) const;
    const PlatformState* platform(const QString& id) const;
    const StageState* stage(const QString& incident, const QString& runbook, const QString& step) const;
};

}  // namespace cockpit

Q_DECLARE_METATYPE(cockpit::Snapshot)
