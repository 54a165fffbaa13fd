// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"
#include "core/connections/HttpTransport.h"

namespace cockpit::adapters::webhook {

/// Connections of kind "webhook". A receiver cannot be asked whether it knows an address without posting to it, so the
/// test only connects and looks at the certificate, and says so.
class WebhookConnectionKind final : public ConnectionKind
{
public:
    explicit WebhookConnectionKind(HttpTransport& http);

    QString kind() const override { return QStringLiteral("webhook"); }
    QString title() const override { return QStringLiteral("Webhook"); }
    QString secretLabel() const override;
    QList<ConnectionField> fields() const override;
    QFuture<ConnectionCheck> test(const ResolvedConnection& connection, Milliseconds timeout) override;

private:
    HttpTransport& m_http;
};

}  // namespace cockpit::adapters::webhook
