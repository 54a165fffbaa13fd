// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/postgres/PostgresLink.h"
#include "adapters/postgres/SqlClass.h"
#include "core/base/Clock.h"
#include "core/connections/Connection.h"

#include <optional>

namespace cockpit::adapters::postgres {

/// One session as it was shown: the number alone may be given to another one meanwhile.
struct SessionKey {
    qint64 pid = 0;
    QString started;  ///< backend_start, as ISO text in UTC
    bool operator==(const SessionKey& other) const = default;
    bool operator<(const SessionKey& other) const
    {
        return pid != other.pid ? pid < other.pid : started < other.started;
    }
};

/// What a resolved SQL step does on its connection; travels in ResolvedStep::payload, save for what is approved.
struct SqlPlan {
    Danger danger = Danger::Read;  ///< declared, or what the text really is where that is more
    Statement run;
    std::optional<Statement> preview;
    qint64 maximumRows = 500;
    Milliseconds patience{0};  ///< how long a person may look before the commit
    SqlShape shape;
    SqlNames names;     ///< for reading steps: what may be made by users
    QStringList stays;  ///< functions whose effect no rollback takes back

    // Not in the payload:
    qint64 expectedAffected = -1;  ///< the previewed count that was approved; -1: none
    std::optional<TargetIdentity> approved;
    std::optional<QList<SessionKey>> sessions;  ///< those that were shown to be ended
    QString connectionId;
    Milliseconds deadline{30'000};

    /// Is the change shown (and undoable) before it is final?
    bool holds() const;
    /// How long the worker waits at most for the decision.
    Milliseconds longestHold() const;

    QJsonObject toPayload() const;
    static SqlPlan fromPayload(const QJsonObject& payload);
};

}  // namespace cockpit::adapters::postgres
