// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/HttpTransport.h"
#include "core/metrics/AlertFeed.h"

namespace cockpit::adapters::alertmanager {

/// The alerts an Alertmanager holds, of every state (API v2).
class AlertmanagerFeed final : public AlertFeed
{
public:
    explicit AlertmanagerFeed(HttpTransport& http);

    QString kind() const override { return QStringLiteral("alertmanager"); }
    QFuture<Result<QList<ExternalAlert>>> poll(const ResolvedConnection& connection, Milliseconds deadline) override;

private:
    HttpTransport& m_http;
};

/// Reads the body of GET /api/v2/alerts. Errors: Malformed; TooLarge above 20,000 alerts.
Result<QList<ExternalAlert>> parseAlerts(const QByteArray& body);

}  // namespace cockpit::adapters::alertmanager
