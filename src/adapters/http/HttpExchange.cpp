// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/http/HttpExchange.h"

#include "adapters/http/HttpErrors.h"
#include "core/connections/HttpConnection.h"

#include <QCoreApplication>

namespace cockpit::adapters::http {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Http)
};

QByteArray userAgent()
{
    const QString version = QCoreApplication::applicationVersion();
    return version.isEmpty() ? QByteArrayLiteral("incident-cockpit") : "incident-cockpit/" + version.toLatin1();
}

QByteArray hostHeader(const QUrl& url)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':') && !host.startsWith('['))
        host = '[' + host + ']';
    return url.port() < 0 ? host : host + ':' + QByteArray::number(url.port());
}

}  // namespace

QByteArray requestBytes(const HttpRequest& request)
{
    QByteArray target = request.url.path(QUrl::FullyEncoded).toLatin1();
    if (target.isEmpty())
        target = "/";
    if (request.url.hasQuery())
        target += '?' + request.url.query(QUrl::FullyEncoded).toLatin1();
    QByteArray bytes = request.method + ' ' + target + " HTTP/1.1\r\nHost: " + hostHeader(request.url) +
                       "\r\nUser-Agent: " + userAgent() +
                       "\r\nAccept: */*\r\nAccept-Encoding: identity\r\nConnection: close\r\n";
    for (const HttpHeader& header : request.headers)
        bytes += header.name + ": " + header.value + "\r\n";
    if (!request.body.isEmpty() || (request.method != "GET" && request.method != "HEAD"))
        bytes += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    return bytes + "\r\n" + request.body;
}

HttpExchange::HttpExchange(HttpRequest request, QObject* parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_link(m_request.url, nullptr)
    , m_parser(m_request.maximumBytes, m_request.method != "HEAD")
{
    m_promise.start();
}

HttpExchange::~HttpExchange()
{
    finish(fail(ErrorKind::Cancelled, Say::tr("The cockpit is closing")));
}

QFuture<Result<HttpReply>> HttpExchange::start(const QSslConfiguration& tls)
{
    const auto future = m_promise.future();
    m_watcher.setFuture(future);
    connect(&m_watcher, &QFutureWatcherBase::canceled, this,
            [this] { finish(fail(ErrorKind::Cancelled, Say::tr("Cancelled"))); });
    connect(&m_link, &Link::ready, this, &HttpExchange::write);
    connect(&m_link, &Link::closedByPeer, this, &HttpExchange::closed);
    connect(&m_link, &Link::failed, this, [this](const Error& error) { finish(error); });
    connect(&m_link.socket(), &QIODevice::readyRead, this, &HttpExchange::read);
    m_link.open(tls, m_request.deadline);
    return future;
}

void HttpExchange::write()
{
    if (m_written || m_finished)
        return;
    const QByteArray& only = m_request.tls.onlyCertificate;
    if (!only.isEmpty() && certificateDigest(m_link.socket().peerCertificate()) != only)
        return finish(fail(ErrorKind::Refused,
                           Say::tr("%1 shows another certificate than when the step was shown, so nothing was sent; "
                                   "look at the step again")
                               .arg(addressOf(m_request.url))));
    m_written = true;
    m_link.socket().write(requestBytes(m_request));
}

void HttpExchange::read()
{
    if (m_finished)
        return;
    const AnswerParser::State state = m_parser.feed(m_link.socket().readAll());
    if (state != AnswerParser::State::Reading)
        finish(answerFor(state));
}

void HttpExchange::closed()
{
    read();
    if (!m_finished)
        finish(answerFor(m_parser.close()));
}

Result<HttpReply> HttpExchange::answerFor(AnswerParser::State state) const
{
    const QString address = addressOf(m_request.url);
    switch (state) {
    case AnswerParser::State::Done: {
        HttpReply reply = m_parser.reply();
        reply.elapsed = m_link.elapsed();
        return reply;
    }
    case AnswerParser::State::TooLarge:
        return fail(ErrorKind::TooLarge, Say::tr("The answer of %1 is larger than %2 KiB and was cut off")
                                             .arg(address)
                                             .arg(m_request.maximumBytes / 1024));
    case AnswerParser::State::Compressed:
        return fail(ErrorKind::Malformed,
                    Say::tr("The answer of %1 is compressed although plain was asked for").arg(address));
    case AnswerParser::State::NotHttp:
        return fail(ErrorKind::Malformed,
                    Say::tr("%1 answered with something that is not HTTP: check the port").arg(address));
    case AnswerParser::State::Reading: break;
    }
    if (m_parser.headSeen())
        return fail(ErrorKind::Malformed, Say::tr("The answer of %1 broke off").arg(address));
    return fail(ErrorKind::Unreachable, Say::tr("%1 closed the connection without an answer").arg(address));
}

void HttpExchange::finish(Result<HttpReply> result)
{
    if (std::exchange(m_finished, true))
        return;
    if (!result && m_written) {
        Error error = result.error();
        error.detail = QStringLiteral("sent: ") + error.detail;
        result = error;
    }
    m_link.disconnect(this);
    m_link.socket().disconnect(this);
    m_link.close();
    m_promise.addResult(std::move(result));
    m_promise.finish();
    deleteLater();
}

}  // namespace cockpit::adapters::http
