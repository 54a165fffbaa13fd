// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"
#include "core/connections/HttpTransport.h"
#include "core/notify/Channel.h"

namespace cockpit::adapters::webhook {

/// A webhook's secret: its address and, behind a line break or a blank, the key that messages are signed with.
struct WebhookSecret {
    Secret address;
    Secret signingKey;  ///< empty: messages are not signed
};
WebhookSecret webhookSecret(const Secret& secret);

/// A request to the address without body and signature. Errors as httpRequestForSecretUrl(), and InvalidInput when the
/// secret holds more than two parts.
Result<HttpRequest> webhookAddress(const ResolvedConnection& connection);

/// The whole POST: body by the connection's format, Idempotency-Key, and with a signing key X-Signature-Timestamp
/// (seconds since 1970) and X-Signature-256 ("sha256=" and the HMAC of "<timestamp>.<body>" in hex).
Result<HttpRequest> webhookRequest(const ResolvedConnection& connection, const Delivery& delivery,
                                   const QDateTime& utcNow);

/// "sha256=…", as a receiver computes it.
QByteArray webhookSignature(const Secret& key, const QByteArray& timestamp, const QByteArray& body);

}  // namespace cockpit::adapters::webhook
