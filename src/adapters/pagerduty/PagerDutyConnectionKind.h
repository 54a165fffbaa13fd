// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"
#include "core/connections/HttpTransport.h"

namespace cockpit::adapters::pagerduty {

/// Connections of kind "pagerduty": the integration key (routing key) of an Events API v2 integration. The test
/// resolves an alert that never was: PagerDuty checks form and key of the event and drops it, so nobody is paged. It
/// proves that the key is taken; not that somebody is on call behind it.
class PagerDutyConnectionKind final : public ConnectionKind
{
public:
    explicit PagerDutyConnectionKind(HttpTransport& http);

    QString kind() const override { return QStringLiteral("pagerduty"); }
    QString title() const override { return QStringLiteral("PagerDuty"); }
    QString secretLabel() const override;
    QList<ConnectionField> fields() const override;
    QFuture<ConnectionCheck> test(const ResolvedConnection& connection, Milliseconds timeout) override;

private:
    HttpTransport& m_http;
};

/// A POST to the Events API of the connection's region.
Result<HttpRequest> eventRequest(const ResolvedConnection& connection, const QByteArray& event);

}  // namespace cockpit::adapters::pagerduty
