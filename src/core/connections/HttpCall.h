// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"
#include "core/connections/HttpTransport.h"
#include "core/metrics/Reading.h"
#include "core/metrics/SignalSource.h"

#include <QFuture>
#include <QFutureWatcher>

#include <functional>
#include <optional>

namespace cockpit {

/// One exchange over a named connection.
struct HttpCall {
    QString connectionId;
    QString pathAndQuery;  ///< below the connection's URL; percent-encoded
    QByteArray method = "GET";
    QList<HttpHeader> headers;
    QByteArray body;
    Milliseconds deadline{5'000};  ///< for fetching the secret and the whole exchange
    qint64 maximumBytes = 8 * 1024 * 1024;
    QByteArray onlyCertificate{};  ///< see TlsOptions
};

/// Fetches the connection and its secret, then sends. Cancelling the future aborts the exchange. Errors: those of
/// ConnectionResolver, httpRequestFor() and HttpTransport. Thread: the engine's.
QFuture<Result<HttpReply>> callHttp(HttpTransport& http, ConnectionResolver& connections, const HttpCall& call);

/// From now on, cancelling `outer` cancels `inner`. Needed where outer is made from inner by then(): Qt does not carry
/// a cancellation that way.
template <typename Outer, typename Inner>
void cancelTogether(const QFuture<Outer>& outer, QFuture<Inner> inner)
{
    auto* watcher = new QFutureWatcher<Outer>;
    QObject::connect(watcher, &QFutureWatcherBase::canceled, watcher, [inner]() mutable { inner.cancel(); });
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(outer);
}

/// Whether what failed may have reached the other side all the same (HttpTransport's "sent:").
bool mayHaveArrived(const Error& error);

/// How long the server asks to be left alone: its Retry-After in seconds or as a date, at least 0, at most one hour;
/// zero when it says nothing or nonsense.
Milliseconds retryAfter(const HttpReply& reply, const QDateTime& utcNow);

/// "503 Service Unavailable", or the number alone when it has no well-known name.
QString statusText(int status);

/// Whether an answer is a web page rather than data: what captive portals and login pages send with status 200.
bool isWebPage(const HttpReply& reply);

/// Why an exchange gives no reading: the key was refused, the status is not 2xx, a web page came, or nothing came.
struct HttpFailure {
    ReadingState state = ReadingState::Unreachable;
    QString sentence;
};
/// Nothing when the answer is a 2xx that is worth reading.
std::optional<HttpFailure> failureOf(const Result<HttpReply>& reply);

/// One reading per signal of a poll, all alike.
QList<Reading> readingsOf(const PollRequest& request, ReadingState state, const QString& detail, const QDateTime& at);

/// Tries a connection with one GET. `judge` may refine what a 2xx answer means: it returns the words after "answered".
/// The check is ok for every status but 401, 403 and 5xx when `anyPath`, and for 2xx alone otherwise.
struct HttpProbe {
    QString pathAndQuery;
    bool anyPath = false;
    std::function<Result<QString>(const HttpReply&)> judge;
};
QFuture<ConnectionCheck> checkHttp(HttpTransport& http, const ResolvedConnection& connection, const HttpProbe& probe,
                                   Milliseconds timeout);

/// A check that failed before or without an exchange.
ConnectionCheck failedCheck(const Error& error, const TargetIdentity& target = {});

}  // namespace cockpit
