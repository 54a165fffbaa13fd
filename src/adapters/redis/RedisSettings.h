// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"

namespace cockpit::adapters::redis {

/// How to reach one Redis database; read from a connection's settings.
struct RedisSettings {
    QString host;
    quint16 port = 6379;
    int database = 0;
    QString user;  ///< ACL user; empty: the default user
    bool tls = true;
    QString authorityFile;
    Environment environment = Environment::Production;
    Secret password;

    /// Errors: InvalidInput (names the setting), Refused (no TLS to a host that is not this machine).
    static Result<RedisSettings> from(const ResolvedConnection& connection);

    QString address() const;       ///< "host:port"
    QString databaseName() const;  ///< "db0"
    QString confirmation() const;  ///< "host/db0": what a person types before something destructive
    bool operator==(const RedisSettings& other) const;
};

}  // namespace cockpit::adapters::redis
