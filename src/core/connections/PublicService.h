// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"
#include "core/connections/HttpTransport.h"

#include <functional>

namespace cockpit {

/// A request to a service of the public network: at its own address, unless the connection's setting "url" names
/// another (a relay of the company, a private server). With a scheme ("Bearer", "OAuth") the secret goes into the
/// Authorization header; without one it is left out. Errors: those of httpRequestFor(), and InvalidInput without a
/// secret.
Result<HttpRequest> publicServiceRequest(const ResolvedConnection& connection, const QString& ownAddress,
                                         const QString& pathAndQuery, const QString& scheme = {});

/// "url" (empty: `ownAddress`; no such field when that is empty) and "authority_file".
QList<ConnectionField> publicServiceFields(const QString& ownAddress);

/// Says in one sentence what an answer to a test proves. Errors say what is wrong and what to do.
using ServiceJudge = std::function<Result<QString>(const HttpReply& reply, const QString& address)>;

/// Sends one request of a connection's test. An error in place of the request becomes the check's. No sentence holds
/// the connection's secret.
QFuture<ConnectionCheck> checkPublicService(HttpTransport& http, const ResolvedConnection& connection,
                                            Result<HttpRequest> request, Milliseconds timeout,
                                            const ServiceJudge& judge);

/// What is wrong with an answer that is not the service's: a page in between, a refused key, any other status.
Error unexpectedAnswer(const HttpReply& reply, const QString& service, const QString& words);

/// Connects to the address that is the connection's secret and shakes hands, nothing more: for services that cannot be
/// asked whether they know an address without posting to it.
QFuture<ConnectionCheck> greetSecretUrl(HttpTransport& http, const ResolvedConnection& connection,
                                        const Result<HttpRequest>& request, Milliseconds timeout);

}  // namespace cockpit
