// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"
#include "core/connections/HttpTransport.h"

#include <QList>
#include <QString>
#include <QUrl>

namespace cockpit {

/// Whether a host is this machine itself: localhost, 127.0.0.0/8 or ::1.
bool isLoopbackHost(const QString& host);

/// "host:port", with the scheme's own port where the URL names none. Never a path or a query.
QString addressOf(const QUrl& url);

/// The rules every address keeps to: http or https (ws or wss), a host, no name or password inside, encrypted unless it
/// is this machine, and not a link-local address (the metadata services of clouds live there). Errors: Refused.
Status checkHttpUrl(const QUrl& url);

/// A request to a path below the base URL of a connection of kind http, prometheus or alertmanager, with its secret in
/// the header that `auth_header` (Authorization) and `auth_scheme` say, and its authority file. `pathAndQuery` is
/// percent-encoded already; whatever it holds, scheme, host and port are the connection's.
/// Errors: InvalidInput (setting or path), Refused (see checkHttpUrl()).
Result<HttpRequest> httpRequestFor(const ResolvedConnection& connection, const QString& pathAndQuery);

/// A request to the URL that is the connection's secret (slack, webhook). Errors as above; they never quote it.
Result<HttpRequest> httpRequestForSecretUrl(const ResolvedConnection& connection);

/// The base URL of a connection; empty when it has none.
QUrl baseUrlOf(const ConnectionSpec& spec);

/// Who is behind a connection as far as its settings tell; the certificate is added by whoever saw it.
TargetIdentity httpTarget(const ConnectionSpec& spec);

/// The settings that the kinds http, prometheus and alertmanager share.
QList<ConnectionField> httpConnectionFields();

}  // namespace cockpit
