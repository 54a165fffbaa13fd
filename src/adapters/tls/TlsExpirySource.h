// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/HttpTransport.h"
#include "core/metrics/SignalSource.h"

namespace cockpit::adapters::tls {

/// Signals of kind "tls_expiry": days until the certificate of a connection expires; negative once it has. A
/// certificate that is not accepted for another reason is Unreachable, with that reason.
class TlsExpirySource final : public SignalSource
{
public:
    TlsExpirySource(const Clock& clock, HttpTransport& http, ConnectionResolver& connections);

    QString kind() const override { return QStringLiteral("tls_expiry"); }
    QString groupKey(const SignalSpec& signal) const override;
    QFuture<QList<Reading>> read(const PollRequest& request) override;

private:
    const Clock& m_clock;
    HttpTransport& m_http;
    ConnectionResolver& m_connections;
};

}  // namespace cockpit::adapters::tls
