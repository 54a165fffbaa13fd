// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/AlertDesk.h"
#include "core/engine/ApprovalDesk.h"
#include "core/engine/Engine.h"
#include "core/engine/EngineParts.h"
#include "core/engine/FeedPoller.h"
#include "core/engine/ReadSweep.h"
#include "core/engine/RunbookRunner.h"
#include "core/engine/SignalBoard.h"
#include "core/engine/SignalScheduler.h"
#include "core/engine/SnapshotBuilder.h"
#include "core/engine/StageWatch.h"
#include "core/notify/Outbox.h"
#include "core/playbook/Template.h"

#include <QTimer>

namespace cockpit {

/// The engine's inside, shared by its source files.
struct Engine::Private {
    explicit Private(EngineParts given);

    PlaybookPointer playbook(const QString& platform) const;
    /// The incident, or an error that says there is none. Never returns the pseudo-incident.
    Result<const Incident*> incident(const QString& id) const;
    Result<const Incident*> openIncident(const QString& id) const;
    /// Appends one event and keeps track of whether the log can be written.
    Status record(const EventDraft& draft);
    /// Remembers that the log could not be written; the next success forgets it. `tracked` passes the status on.
    void track(const Status& status);
    Status tracked(Status status);
    QList<ConnectionState> connectionStates() const;
    /// A message template filled from the log, the latest readings and `values`.
    Result<RenderedTemplate> message(const QString& incident, const QString& templateId,
                                     const QMap<QString, QString>& values) const;
    QStringList boundChannels(const Playbook& playbook, const QString& role) const;

    EngineParts parts;
    SignalBoard board;
    SignalScheduler scheduler;
    AlertDesk desk;
    StageWatch stages;
    ApprovalDesk approvals;
    RunbookRunner runner;
    Outbox outbox;
    FeedPoller feeds;
    ReadSweep sweep;
    TileBuilder tiles;
    QTimer timer;

    QHash<QString, ConnectionCheck> checks;
    QList<Event> freshEvents;
    ChainReport chain;
    QDateTime chainVerifiedAt;
    CredentialState keychain = CredentialState::NoService;
    QString storageProblem;
    bool dirty = true;
    bool rulesDue = true;
    bool started = false;
    bool inLog = true;  ///< this session is on the log (windows and watchers are, commands are not)
    Milliseconds lastSnapshot{0};
    Milliseconds lastRules{0};
    Milliseconds lastCatchUp{0};
    Milliseconds lastRecover{0};
    Milliseconds lastVerify{0};
    bool verifying = false;
};

}  // namespace cockpit
