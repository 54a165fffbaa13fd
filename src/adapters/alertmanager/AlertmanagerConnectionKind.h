// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"
#include "core/connections/HttpTransport.h"

namespace cockpit::adapters::alertmanager {

/// Connections of kind "alertmanager".
class AlertmanagerConnectionKind final : public ConnectionKind
{
public:
    explicit AlertmanagerConnectionKind(HttpTransport& http);

    QString kind() const override { return QStringLiteral("alertmanager"); }
    QString title() const override { return QStringLiteral("Alertmanager"); }
    QString secretLabel() const override;
    QList<ConnectionField> fields() const override;
    QFuture<ConnectionCheck> test(const ResolvedConnection& connection, Milliseconds timeout) override;

private:
    HttpTransport& m_http;
};

}  // namespace cockpit::adapters::alertmanager
