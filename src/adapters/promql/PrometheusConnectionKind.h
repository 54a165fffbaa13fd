// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"
#include "core/connections/HttpTransport.h"

namespace cockpit::adapters::promql {

/// Connections of kind "prometheus": a Prometheus server, or an exporter whose page is read.
class PrometheusConnectionKind final : public ConnectionKind
{
public:
    explicit PrometheusConnectionKind(HttpTransport& http);

    QString kind() const override { return QStringLiteral("prometheus"); }
    QString title() const override { return QStringLiteral("Prometheus"); }
    QString secretLabel() const override;
    QList<ConnectionField> fields() const override;
    QFuture<ConnectionCheck> test(const ResolvedConnection& connection, Milliseconds timeout) override;

private:
    HttpTransport& m_http;
};

}  // namespace cockpit::adapters::promql
