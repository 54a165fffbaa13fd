// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"
#include "core/connections/HttpTransport.h"

#include <QAbstractSocket>
#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QUrl>

namespace cockpit::adapters::http {

/// TLS 1.2 or later, verified against the system's authorities or a private one.
/// Errors: InvalidInput (the authority file cannot be read or holds no certificate).
Result<QSslConfiguration> sslConfigurationFor(const TlsOptions& tls);

/// SHA-256 in hex; empty without a certificate.
QByteArray certificateDigest(const QSslCertificate& certificate);

/// Why a certificate is not accepted, as the end of a sentence: "it expired on 2026-11-01".
QString certificateFault(const QList<QSslError>& errors);

/// A failed exchange as a sentence. Names host and port, never path or query.
Error errorFor(QAbstractSocket::SocketError code, const QUrl& url, const QList<QSslError>& sslErrors);

}  // namespace cockpit::adapters::http
