// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/websocket/WebSocketProbe.h"

#include "core/connections/HttpCall.h"
#include "core/connections/HttpConnection.h"

#include <QCoreApplication>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslConfiguration>

namespace cockpit::adapters::websocket {

namespace {

constexpr quint64 largestMessage = 1024 * 1024;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(WebSocket)
};

/// Qt tells the status of a refused handshake in its error text alone.
int statusIn(const QString& errorText)
{
    static const QRegularExpression code(QStringLiteral("status code: (\\d{3})\\b"));
    return code.match(errorText).captured(1).toInt();
}

QNetworkRequest toNetworkRequest(const HttpRequest& from)
{
    QUrl url = from.url;
    url.setScheme(url.scheme() == QLatin1String("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    QNetworkRequest request(url);
    for (const HttpHeader& header : from.headers)
        request.setRawHeader(header.name, header.value);
    return request;
}

}  // namespace

WebSocketProbe::WebSocketProbe(const Clock& clock, const PollRequest& request, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_request(request)
{
    m_promise.start();
    m_deadline.setSingleShot(true);
}

WebSocketProbe::~WebSocketProbe()
{
    finish(ReadingState::Unreachable, Say::tr("the cockpit is closing"));
}

QFuture<QList<Reading>> WebSocketProbe::start(ConnectionResolver& connections)
{
    const auto future = m_promise.future();
    m_watcher.setFuture(future);
    connect(&m_watcher, &QFutureWatcherBase::canceled, this,
            [this] { finish(ReadingState::Unreachable, Say::tr("cancelled")); });
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        finish(
            ReadingState::Unreachable,
            Say::tr("no handshake and pong within %1 s").arg(static_cast<double>(m_request.deadline.count()) / 1000.0));
    });
    connect(&m_socket, &QWebSocket::connected, this, [this] { m_socket.ping("cockpit"); });
    connect(&m_socket, &QWebSocket::pong, this, [this] { finish(ReadingState::Value, {}); });
    connect(&m_socket, &QWebSocket::sslErrors, this, [this](const QList<QSslError>& errors) {
        m_certificateFault = errors.isEmpty() ? QString() : errors.first().errorString();
    });
    connect(&m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this, &WebSocketProbe::failed);
    // Qt says "disconnected" before it says why; the reason comes first here.
    connect(
        &m_socket, &QWebSocket::disconnected, this,
        [this] {
            finish(ReadingState::Unreachable, Say::tr("%1 closed the connection without a pong").arg(m_address));
        },
        Qt::QueuedConnection);
    m_elapsed.start();
    m_deadline.start(m_request.deadline);
    connections.resolve(m_request.connectionId).then(this, [this](const Result<ResolvedConnection>& connection) {
        open(connection);
    });
    return future;
}

void WebSocketProbe::open(const Result<ResolvedConnection>& connection)
{
    if (m_finished)
        return;
    if (!connection)
        return finish(ReadingState::Unreachable, connection.error().message);
    const QString path = m_request.signalSpecs.isEmpty()
                             ? QString()
                             : m_request.signalSpecs.first().parameters.value(QStringLiteral("path")).toString();
    const auto request = httpRequestFor(*connection, path);
    if (!request)
        return finish(ReadingState::Unreachable, request.error().message);
    m_address = addressOf(request->url);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (const QString& file = request->tls.authorityFile; !file.isEmpty()) {
        const QList<QSslCertificate> authorities =
            QSslCertificate::fromPath(file, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
        if (authorities.isEmpty())
            return finish(ReadingState::Unreachable,
                          Say::tr("the authority file %1 cannot be read or holds no PEM certificate").arg(file));
        tls.setCaCertificates(authorities);
    }
    m_socket.setSslConfiguration(tls);
    m_socket.setMaxAllowedIncomingFrameSize(largestMessage);
    m_socket.setMaxAllowedIncomingMessageSize(largestMessage);
    m_socket.setReadBufferSize(static_cast<qint64>(largestMessage));
    if (isLoopbackHost(request->url.host()))
        m_socket.setProxy(QNetworkProxy::NoProxy);
    m_socket.open(toNetworkRequest(*request));
}

void WebSocketProbe::failed()
{
    const int status = statusIn(m_socket.errorString());
    if (status == 401 || status == 403)
        return finish(
            ReadingState::Unauthorized,
            Say::tr("your key was refused (%1): this is about the key, not an outage; check it in Connections")
                .arg(statusText(status)));
    if (status > 0)
        return finish(ReadingState::Unreachable,
                      Say::tr("%1 answered %2 instead of a WebSocket handshake").arg(m_address, statusText(status)));
    if (!m_certificateFault.isEmpty())
        return finish(ReadingState::Unreachable,
                      Say::tr("the certificate of %1 is not accepted: %2").arg(m_address, m_certificateFault));
    switch (m_socket.error()) {
    case QAbstractSocket::HostNotFoundError:
        return finish(ReadingState::Unreachable,
                      Say::tr("the name of %1 cannot be found: check the host in the URL").arg(m_address));
    case QAbstractSocket::ConnectionRefusedError:
        return finish(
            ReadingState::Unreachable,
            Say::tr("%1 refuses the connection: check the port, and whether the service runs").arg(m_address));
    default: return finish(ReadingState::Unreachable, Say::tr("no WebSocket handshake with %1").arg(m_address));
    }
}

void WebSocketProbe::finish(ReadingState state, const QString& detail)
{
    if (std::exchange(m_finished, true))
        return;
    m_deadline.stop();
    m_socket.disconnect(this);
    if (state == ReadingState::Value)
        m_socket.close();
    else
        m_socket.abort();
    QList<Reading> readings = readingsOf(m_request, state, detail, m_clock.utcNow());
    for (Reading& reading : readings) {
        reading.value = state == ReadingState::Value ? 1 : 0;
        reading.elapsed = Milliseconds{m_elapsed.elapsed()};
    }
    m_promise.addResult(readings);
    m_promise.finish();
    deleteLater();
}

}  // namespace cockpit::adapters::websocket
