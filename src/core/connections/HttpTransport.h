// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QFuture>
#include <QList>
#include <QUrl>

namespace cockpit {

/// TLS choices of one request. The default verifies against the system's authorities.
struct TlsOptions {
    QString authorityFile;  ///< PEM file of a private authority, used instead of the system's; empty for the system's
    /// SHA-256 (hex) of the one certificate that may answer: with another one nothing is sent. Empty: any that is
    /// valid.
    QByteArray onlyCertificate{};
};

struct HttpHeader {
    QByteArray name;
    QByteArray value;
};

/// One request. Redirects are never followed: a 3xx is an answer like any other.
struct HttpRequest {
    QByteArray method = "GET";
    QUrl url;
    QList<HttpHeader> headers;
    QByteArray body;
    Milliseconds deadline{10'000};          ///< for the whole exchange, from call to last byte
    qint64 maximumBytes = 8 * 1024 * 1024;  ///< of the decoded body; above it the exchange ends with TooLarge
    TlsOptions tls;
};

struct HttpReply {
    int status = 0;
    QList<HttpHeader> headers;
    QByteArray body;
    Milliseconds elapsed{0};
    QByteArray header(const QByteArray& name) const;  ///< case-insensitive; empty when absent
};

/// Who answers at an address. Found out by connecting and, for https, shaking hands: no request is sent.
struct HttpPeer {
    QString address;               ///< host:port
    QByteArray certificateDigest;  ///< SHA-256 of the server's certificate, hex; empty without TLS
    QDateTime certificateExpires;  ///< UTC; invalid without TLS
    QString refusal;               ///< why its certificate is not accepted, one sentence; empty: it is
    bool onlyExpired = false;      ///< having expired is the certificate's only fault
    Milliseconds elapsed{0};
};

/// Sends HTTP. Every method with a body, and POST/PUT/PATCH/DELETE always, leaves this machine at most once
/// (a sequential upload device: QNetworkAccessManager would silently send it again).
/// Errors: Refused (an address that must not be used: see checkHttpUrl(); another certificate), InvalidInput (authority
/// file), Unreachable, TimedOut, TooLarge, Cancelled, Malformed. Error texts never contain the URL's path or query. An
/// Error whose detail starts with "sent:" means the request may have left, but no whole answer came. Thread: the
/// engine's. Cancel: cancel the future.
class HttpTransport
{
public:
    HttpTransport() = default;
    HttpTransport(const HttpTransport&) = delete;
    HttpTransport& operator=(const HttpTransport&) = delete;
    virtual ~HttpTransport() = default;

    virtual QFuture<Result<HttpReply>> send(HttpRequest request) = 0;

    /// Connects and shakes hands, then leaves. A certificate that is not accepted is told in HttpPeer::refusal.
    /// Errors as above; the default answers Unsupported.
    virtual QFuture<Result<HttpPeer>> greet(QUrl url, TlsOptions tls, Milliseconds deadline);
};

}  // namespace cockpit
