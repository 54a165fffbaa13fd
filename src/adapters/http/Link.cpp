// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/http/Link.h"

#include "adapters/http/HttpErrors.h"
#include "core/connections/HttpConnection.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkProxy>

namespace cockpit::adapters::http {

namespace {

constexpr qint64 readBuffer = 256 * 1024;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Http)
};

}  // namespace

Link::Link(QUrl url, QObject* parent)
    : QObject(parent)
    , m_url(std::move(url))
{
    m_deadline.setSingleShot(true);
    m_elapsed.start();
}

bool Link::isEncrypted() const
{
    return m_url.scheme() == QLatin1String("https") || m_url.scheme() == QLatin1String("wss");
}

void Link::open(const QSslConfiguration& tls, Milliseconds deadline)
{
    connect(&m_deadline, &QTimer::timeout, this, [this, deadline] {
        fail(cockpit::fail(ErrorKind::TimedOut, Say::tr("%1 did not answer within %2 s")
                                                    .arg(addressOf(m_url))
                                                    .arg(static_cast<double>(deadline.count()) / 1000.0)));
    });
    connect(&m_socket, &QAbstractSocket::connected, this, &Link::judgeAddress);
    connect(&m_socket, &QAbstractSocket::errorOccurred, this, &Link::socketFailed);
    connect(&m_socket, &QSslSocket::sslErrors, this, [this](const QList<QSslError>& errors) {
        m_sslErrors = errors;
        emit certificateRefused(errors);
    });
    // QSslSocket announces "connected" before the handshake; with TLS only "encrypted" means that a request may go out.
    connect(&m_socket, &QSslSocket::encrypted, this, [this] {
        m_isReady = true;
        emit ready();
    });
    if (isLoopbackHost(m_url.host()))
        m_socket.setProxy(QNetworkProxy::NoProxy);
    m_socket.setReadBufferSize(readBuffer);
    m_deadline.start(deadline);
    const auto port = static_cast<quint16>(m_url.port(isEncrypted() ? 443 : 80));
    if (isEncrypted()) {
        m_socket.setSslConfiguration(tls);
        m_socket.connectToHostEncrypted(m_url.host(QUrl::FullyEncoded), port);
    } else {
        m_socket.connectToHost(m_url.host(), port);
    }
}

void Link::close()
{
    m_deadline.stop();
    m_socket.disconnect(this);
    m_socket.abort();
}

// A name may stand for an address that is not to be contacted, or for another machine than it seems.
void Link::judgeAddress()
{
    const QHostAddress peer = m_socket.peerAddress();
    if (peer.isLinkLocal() || peer == QHostAddress(QStringLiteral("fd00:ec2::254")))
        return fail(
            cockpit::fail(ErrorKind::Refused,
                          Say::tr("%1 stands for a link-local address, which is never contacted").arg(m_url.host())));
    if (isEncrypted())
        return;
    if (!peer.isLoopback())
        return fail(cockpit::fail(
            ErrorKind::Refused,
            Say::tr("%1 is not this machine, so the connection must be encrypted: use https://").arg(m_url.host())));
    m_isReady = true;
    emit ready();
}

void Link::socketFailed(QAbstractSocket::SocketError error)
{
    if (error == QAbstractSocket::RemoteHostClosedError && m_isReady)
        emit closedByPeer();
    else
        fail(errorFor(error, m_url, m_sslErrors));
}

void Link::fail(const Error& error)
{
    close();
    emit failed(error);
}

}  // namespace cockpit::adapters::http
