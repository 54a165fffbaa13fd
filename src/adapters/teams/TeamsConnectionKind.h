// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"
#include "core/connections/HttpTransport.h"

namespace cockpit::adapters::teams {

/// Connections of kind "teams": the URL of a workflow ("when a Teams webhook request is received"). A workflow cannot
/// be asked whether it knows an address without running, so the test only connects and says so.
class TeamsConnectionKind final : public ConnectionKind
{
public:
    explicit TeamsConnectionKind(HttpTransport& http);

    QString kind() const override { return QStringLiteral("teams"); }
    QString title() const override { return QStringLiteral("Microsoft Teams"); }
    QString secretLabel() const override;
    QList<ConnectionField> fields() const override;
    QFuture<ConnectionCheck> test(const ResolvedConnection& connection, Milliseconds timeout) override;

private:
    HttpTransport& m_http;
};

}  // namespace cockpit::adapters::teams
