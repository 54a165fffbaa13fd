// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"
#include "core/metrics/Reading.h"
#include "core/playbook/Playbook.h"

#include <QFuture>
#include <QList>

namespace cockpit {

/// Signals of one platform that one exchange with the outside can answer together.
struct PollRequest {
    QString platform;
    QString connectionId;  ///< "<platform>/<slot>"; empty when the kind takes none
    QList<SignalSpec> signalSpecs;
    Milliseconds deadline{5'000};
};

/// Reads signals of one kind. Thread: the engine's; never blocks it. Keeps what rates need between polls.
class SignalSource
{
public:
    SignalSource() = default;
    SignalSource(const SignalSource&) = delete;
    SignalSource& operator=(const SignalSource&) = delete;
    virtual ~SignalSource() = default;

    virtual QString kind() const = 0;

    /// Signals of one platform, connection and interval with equal keys are polled together
    /// (for example by URL path, so that one page answers several signals).
    virtual QString groupKey(const SignalSpec& signal) const = 0;

    /// One poll. The future always finishes by the deadline (plus scheduling) and holds one Reading per signal,
    /// in order; problems are readings, never a failed future. Cancel the future to abort.
    virtual QFuture<QList<Reading>> read(const PollRequest& request) = 0;
};

}  // namespace cockpit
