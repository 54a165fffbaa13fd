// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"
#include "core/connections/HttpTransport.h"

namespace cockpit::adapters::http {

/// Connections of kind "http". The test is one GET of the base URL.
class HttpConnectionKind final : public ConnectionKind
{
public:
    explicit HttpConnectionKind(HttpTransport& http);

    QString kind() const override { return QStringLiteral("http"); }
    QString title() const override;
    QString secretLabel() const override;
    QList<ConnectionField> fields() const override;
    QFuture<ConnectionCheck> test(const ResolvedConnection& connection, Milliseconds timeout) override;

private:
    HttpTransport& m_http;
};

}  // namespace cockpit::adapters::http
