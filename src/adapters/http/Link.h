// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <QElapsedTimer>
#include <QSslConfiguration>
#include <QSslError>
#include <QSslSocket>
#include <QTimer>
#include <QUrl>

namespace cockpit::adapters::http {

/// One connection, from the name to the end of the TLS handshake, with a deadline for all that happens on it.
/// Whatever ends it early comes as failed(); nothing comes after that.
class Link final : public QObject
{
    Q_OBJECT

public:
    explicit Link(QUrl url, QObject* parent);

    /// Errors come as failed(), never from here.
    void open(const QSslConfiguration& tls, Milliseconds deadline);
    void close();

    QSslSocket& socket() { return m_socket; }
    const QUrl& url() const { return m_url; }
    Milliseconds elapsed() const { return Milliseconds{m_elapsed.elapsed()}; }
    bool isEncrypted() const;

signals:
    void ready();
    /// The certificate is not accepted; the connection is given up after this.
    void certificateRefused(const QList<QSslError>& errors);
    /// The other side closed, which may be the proper end of an answer.
    void closedByPeer();
    void failed(const cockpit::Error& error);

private:
    void judgeAddress();
    void socketFailed(QAbstractSocket::SocketError error);
    void fail(const Error& error);

    QUrl m_url;
    QSslSocket m_socket;
    QTimer m_deadline;
    QElapsedTimer m_elapsed;
    QList<QSslError> m_sslErrors;
    bool m_isReady = false;
};

}  // namespace cockpit::adapters::http
