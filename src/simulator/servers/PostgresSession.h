// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"
#include "simulator/servers/ServerAddress.h"

#include <QList>
#include <QStringList>

#include <memory>

namespace cockpit {

/// The platform's own way into its throw-away PostgreSQL: how a simulator breaks, mends and looks at its tables. Waits
/// for the server on loopback (a few milliseconds; ten seconds at most). Thread: its maker's.
class PostgresSession
{
public:
    explicit PostgresSession(ServerAddress address);
    ~PostgresSession();

    /// Runs one or several statements; the rows of the last one, a null as an empty text. Connects when it is not
    /// connected. Unreachable or Refused with the server's words.
    Result<QList<QStringList>> run(const QByteArray& sql);
    /// The first value of the first row; 0 when there is none or it failed.
    qint64 number(const QByteArray& sql);
    /// Begins a statement and does not wait for it; the session is busy with it until it ends or is ended.
    Status begin(const QByteArray& sql);
    /// The process that serves this session; 0 when it is not connected.
    int processId() const;
    /// Goes. A statement under way goes on in the server, which does not notice.
    void close();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace cockpit
