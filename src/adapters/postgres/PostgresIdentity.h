// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/postgres/PostgresLink.h"
#include "core/connections/Connection.h"

namespace cockpit::adapters::postgres {

/// Who answered on an open connection.
struct PostgresIdentity {
    TargetIdentity target;  ///< serverId is the system identifier, or "address/version" where that may not be read
    QString version;        ///< "15.20"
    bool standby = false;   ///< a replica in recovery: read only
};

/// Errors: those of PostgresLink::run().
Result<PostgresIdentity> readIdentity(PostgresLink& link, const PostgresSettings& settings, const Bounds& bounds);

}  // namespace cockpit::adapters::postgres
