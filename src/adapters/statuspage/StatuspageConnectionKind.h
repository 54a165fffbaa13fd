// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"
#include "core/connections/HttpTransport.h"

namespace cockpit::adapters::statuspage {

/// Connections of kind "statuspage": an API key and a page. The test reads the page.
class StatuspageConnectionKind final : public ConnectionKind
{
public:
    explicit StatuspageConnectionKind(HttpTransport& http);

    QString kind() const override { return QStringLiteral("statuspage"); }
    QString title() const override { return QStringLiteral("Statuspage"); }
    QString secretLabel() const override;
    QList<ConnectionField> fields() const override;
    QFuture<ConnectionCheck> test(const ResolvedConnection& connection, Milliseconds timeout) override;

private:
    HttpTransport& m_http;
};

/// A call below the page of the connection, such as "/incidents". Errors: InvalidInput, and those of
/// publicServiceRequest().
Result<HttpRequest> pageRequest(const ResolvedConnection& connection, const QByteArray& method, const QString& path);

}  // namespace cockpit::adapters::statuspage
