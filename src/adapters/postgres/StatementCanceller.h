// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/postgres/PostgresSettings.h"

#include <memory>

struct pg_conn;

namespace cockpit::adapters::postgres {

/// Asks the server to stop the statement a connection is running, without blocking the caller: PQcancel() on a thread
/// of its own and, when the statement goes on (a TLS-only proxy drops PQcancel's clear-text request),
/// pg_cancel_backend() through a second connection. Thread: the connection's.
class StatementCanceller
{
public:
    StatementCanceller(pg_conn* connection, const PostgresSettings& settings);
    /// The statement has ended (or was given up): nothing more is sent.
    ~StatementCanceller();
    Q_DISABLE_COPY_MOVE(StatementCanceller)

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

}  // namespace cockpit::adapters::postgres
