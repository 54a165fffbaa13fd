// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/http/HttpTransport.h"

#include "adapters/http/HttpErrors.h"
#include "adapters/http/HttpExchange.h"
#include "adapters/http/PeerGreeting.h"
#include "core/connections/HttpConnection.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace cockpit::adapters::http {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Http)
};

Status checkRequest(const HttpRequest& request)
{
    static const QRegularExpression token(QStringLiteral("\\A[A-Za-z0-9!#$%&'*+.^_`|~-]+\\z"));
    if (!token.match(QString::fromLatin1(request.method)).hasMatch())
        return fail(ErrorKind::InvalidInput, Say::tr("The method must be a single word such as GET or POST"));
    for (const HttpHeader& header : request.headers) {
        if (!token.match(QString::fromLatin1(header.name)).hasMatch() || header.value.contains('\r') ||
            header.value.contains('\n') || header.value.contains('\0'))
            return fail(ErrorKind::InvalidInput, Say::tr("A header holds a line break or has no proper name"));
    }
    const QString scheme = request.url.scheme();
    if (scheme != QLatin1String("http") && scheme != QLatin1String("https"))
        return fail(ErrorKind::Refused, Say::tr("The address must be a whole URL that begins with https://"));
    return checkHttpUrl(request.url);
}

class SocketTransport final : public HttpTransport
{
public:
    QFuture<Result<HttpReply>> send(HttpRequest request) override
    {
        if (const Status checked = checkRequest(request); !checked)
            return QtFuture::makeReadyFuture(Result<HttpReply>(checked.error()));
        const auto tls = sslConfigurationFor(request.tls);
        if (!tls)
            return QtFuture::makeReadyFuture(Result<HttpReply>(tls.error()));
        return (new HttpExchange(std::move(request), &m_underWay))->start(*tls);
    }

    QFuture<Result<HttpPeer>> greet(QUrl url, TlsOptions tls, Milliseconds deadline) override
    {
        if (const Status checked = checkHttpUrl(url); !checked)
            return QtFuture::makeReadyFuture(Result<HttpPeer>(checked.error()));
        const auto configuration = sslConfigurationFor(tls);
        if (!configuration)
            return QtFuture::makeReadyFuture(Result<HttpPeer>(configuration.error()));
        return (new PeerGreeting(url, &m_underWay))->start(*configuration, deadline);
    }

private:
    QObject m_underWay;
};

}  // namespace

std::unique_ptr<HttpTransport> makeHttpTransport()
{
    return std::make_unique<SocketTransport>();
}

}  // namespace cockpit::adapters::http
