// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Redactor.h"
#include "core/connections/HttpTransport.h"
#include "core/notify/Channel.h"

#include <functional>

namespace cockpit {

/// What a channel over HTTP needs for one attempt.
struct HttpDelivery {
    HttpTransport& http;
    const Clock& clock;
    /// What an answer means, by the service's own contract.
    std::function<DeliveryOutcome(const HttpReply& reply, const QDateTime& utcNow)> judge;
};

/// Sends one request and judges its answer. An error in place of a request becomes the outcome. The words of every
/// outcome are masked: each line of the connection's secret is taken out, whoever wrote it in.
QFuture<DeliveryOutcome> deliverOverHttp(const HttpDelivery& parts, const ResolvedConnection& connection,
                                         Result<HttpRequest> request, Milliseconds deadline);

/// An exchange without a whole answer: uncertain when it may have arrived, failed when the settings are wrong, to be
/// tried again otherwise.
DeliveryOutcome outcomeOf(const Error& error);

/// A delivered message with the service's words.
DeliveryOutcome deliveredWith(const HttpReply& reply, const QString& words);

/// An answer that does not meet the contract for success, by its status: 408, 425, 429 and 5xx are tried again (after
/// the service's Retry-After), other 4xx are final, and everything below 400 is somebody in between (a captive portal,
/// a login page), which may go away. `service` is its name, `words` its own explanation or empty.
DeliveryOutcome notDelivered(const HttpReply& reply, const QDateTime& utcNow, const QString& service,
                             const QString& words);

/// The first words of an answer's body on one line; empty for a web page.
QString wordsOf(const HttpReply& reply);

/// POST of a JSON body, where there is a request.
Result<HttpRequest> posting(Result<HttpRequest> request, const QByteArray& json);

/// A redactor that knows every line and every word of a connection's secret.
void learnSecret(Redactor& redactor, const Secret& secret);

}  // namespace cockpit
