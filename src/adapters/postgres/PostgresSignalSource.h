// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/postgres/PostgresSession.h"
#include "core/metrics/SignalSource.h"

#include <map>
#include <memory>

namespace cockpit::adapters::postgres {

/// Signals of kind "postgres": one row, one column, a number; each query in a read-only transaction of its own. One
/// session per connection is kept; after a failure it is opened again, at growing distances up to a minute.
class PostgresSignalSource final : public SignalSource
{
public:
    PostgresSignalSource(const Clock& clock, ConnectionResolver& connections);
    ~PostgresSignalSource() override;

    QString kind() const override;
    QString groupKey(const SignalSpec& signal) const override;
    QFuture<QList<Reading>> read(const PollRequest& request) override;

private:
    struct Kept {
        PostgresSettings settings;
        std::unique_ptr<PostgresSession> session;
        int failures = 0;
        Milliseconds notBefore{0};
        Error lastError;
    };
    using KeptPointer = std::shared_ptr<Kept>;

    QFuture<QList<Reading>> poll(const PollRequest& request, const Result<ResolvedConnection>& connection);
    QList<Reading> noReadings(const PollRequest& request, const Error& error) const;

    const Clock& m_clock;
    ConnectionResolver& m_connections;
    std::map<QString, KeptPointer> m_kept;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

}  // namespace cockpit::adapters::postgres
