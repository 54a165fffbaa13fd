// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"

#include <QDateTime>
#include <QString>

namespace cockpit {

/// What is known about a signal. Only Value carries a number; everything else is unknown and never shown as good.
enum class ReadingState {
    Pending,       ///< not read yet
    Value,         ///< read, and fresh
    Unreachable,   ///< no usable answer (network, deadline, malformed or oversized reply, connection not set up)
    Unauthorized,  ///< our credential was rejected (401, 403, NOAUTH): about our key, not about an outage
    MissingField,  ///< the answer lacks the field, series or row
    Stale          ///< the last value is older than SignalSpec::staleAfter
};
QString
readingStateName(ReadingState state);  ///< "pending", "value", "unreachable", "unauthorized", "missing_field", "stale"

/// One result of reading one signal.
struct Reading {
    QString platform;
    QString signal;
    ReadingState state = ReadingState::Pending;
    double value = 0;  ///< meaningful when state is Value; last known value when Stale
    QDateTime at;      ///< UTC instant of the reading (for Stale: of the last value)
    QString detail;    ///< for a person: why it is not a value; plain text, no secrets
    Milliseconds elapsed{0};
};

}  // namespace cockpit
