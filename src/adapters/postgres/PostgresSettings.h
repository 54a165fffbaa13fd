// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"

#include <QByteArray>
#include <QList>

#include <utility>

namespace cockpit::adapters::postgres {

/// How to reach one database; read from a connection's settings.
struct PostgresSettings {
    QString host;  ///< name, address, or a directory for a Unix socket
    int port = 5432;
    QString database;
    QString user;
    QString tls;  ///< "verify-full", "require" (with channel binding) or "disable" (loopback only)
    QString authorityFile;
    Environment environment = Environment::Production;
    Secret password;

    /// Errors: InvalidInput (names the setting), Refused (no TLS to a host that is not this machine).
    static Result<PostgresSettings> from(const ResolvedConnection& connection);

    /// libpq keywords and values, the password among them: for PQconnectStartParams only.
    QList<std::pair<QByteArray, QByteArray>> parameters() const;
    QString address() const;  ///< "host:port"
    bool operator==(const PostgresSettings& other) const;
};

/// "localhost", 127.0.0.0/8, ::1, or the directory of a Unix socket.
bool isLoopback(const QString& host);

}  // namespace cockpit::adapters::postgres
