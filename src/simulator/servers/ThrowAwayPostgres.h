// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"
#include "simulator/servers/ServerAddress.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace cockpit {

struct ThrowAwayPostgresOptions {
    bool tls = false;  ///< serve TLS with a fresh self-signed certificate for localhost and 127.0.0.1
    QString database = QStringLiteral("platform");  ///< created at the start
    QByteArray script{};                            ///< SQL, run in that database once it is there
    int connections = 50;                           ///< max_connections
};

/// A PostgreSQL server of its own in a temporary folder, on loopback, with a random password; gone without a trace
/// after stop(). Takes about a second to start. Thread: its maker's, which must run an event loop and outlive it.
class ThrowAwayPostgres : public QObject
{
    Q_OBJECT

public:
    explicit ThrowAwayPostgres(ThrowAwayPostgresOptions options = {}, QObject* parent = nullptr);
    ~ThrowAwayPostgres() override;

    /// Are the server's programs installed?
    static bool available();

    /// Once. Errors: Unsupported (not installed), Unreachable (did not come up), Storage (no folder).
    QFuture<Result<ServerAddress>> start();
    /// Ends the server and removes its folder.
    QFuture<Status> stop();
    qint64 processId() const;  ///< of the server; 0 while there is none
    QString folder() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace cockpit
