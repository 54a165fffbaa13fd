// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"

#include <map>

namespace cockpit::test {

/// Connections known by heart, for tests of adapters.
class FixedConnections final : public ConnectionResolver
{
public:
    void put(const ResolvedConnection& connection) { m_connections.insert_or_assign(connection.spec.id, connection); }

    QFuture<Result<ResolvedConnection>> resolve(const QString& connectionId) override
    {
        const auto found = m_connections.find(connectionId);
        if (found == m_connections.end())
            return QtFuture::makeReadyFuture(Result<ResolvedConnection>(missing(connectionId)));
        return QtFuture::makeReadyFuture(Result<ResolvedConnection>(found->second));
    }

    Result<ConnectionSpec> find(const QString& connectionId) const override
    {
        const auto found = m_connections.find(connectionId);
        if (found == m_connections.end())
            return missing(connectionId);
        return found->second.spec;
    }

private:
    static Error missing(const QString& id)
    {
        return fail(ErrorKind::NotFound, QStringLiteral("%1 is not set up").arg(id));
    }

    std::map<QString, ResolvedConnection> m_connections;
};

}  // namespace cockpit::test
