// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/statuspage/StatuspageConnectionKind.h"

#include "core/base/SafeText.h"
#include "core/connections/PublicService.h"
#include "core/notify/HttpDelivery.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace cockpit::adapters::statuspage {

namespace {

const QString ownAddress = QStringLiteral("https://api.statuspage.io");

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Statuspage)
};

Result<QString> judge(const HttpReply& reply, const QString& address)
{
    const QJsonObject page = QJsonDocument::fromJson(reply.body).object();
    if (reply.status == 200 && page.contains(QStringLiteral("id")))
        return Say::tr("%1 shows the page \"%2\" to this key (%3 ms); nothing was posted")
            .arg(address, safeLine(page.value(QStringLiteral("name")).toString(), 60),
                 QString::number(reply.elapsed.count()));
    if (reply.status == 404 && !page.isEmpty())
        return fail(ErrorKind::NotFound,
                    Say::tr("Statuspage knows no such page for this key: check the page's id in Connections"));
    return unexpectedAnswer(reply, QStringLiteral("Statuspage"), wordsOf(reply));
}

}  // namespace

StatuspageConnectionKind::StatuspageConnectionKind(HttpTransport& http)
    : m_http(http)
{
}

QString StatuspageConnectionKind::secretLabel() const
{
    return Say::tr("API key");
}

QList<ConnectionField> StatuspageConnectionKind::fields() const
{
    using Type = ConnectionField::Type;
    const ConnectionField page{QStringLiteral("page"),
                               Say::tr("Page"),
                               Type::Text,
                               true,
                               {},
                               Say::tr("The page's id (kctbh9vrtdwd), in the address of its administration."),
                               {}};
    const ConnectionField notify{QStringLiteral("notify"),
                                 Say::tr("Tell subscribers"),
                                 Type::Flag,
                                 false,
                                 QStringLiteral("true"),
                                 Say::tr("Whether the page's subscribers are sent each message."),
                                 {}};
    return QList<ConnectionField>{page, notify} + publicServiceFields(ownAddress);
}

QFuture<ConnectionCheck> StatuspageConnectionKind::test(const ResolvedConnection& connection, Milliseconds timeout)
{
    return checkPublicService(m_http, connection, pageRequest(connection, "GET", {}), timeout, judge);
}

Result<HttpRequest> pageRequest(const ResolvedConnection& connection, const QByteArray& method, const QString& path)
{
    static const QRegularExpression pattern(QStringLiteral("\\A[A-Za-z0-9_-]{1,64}\\z"));
    static const QRegularExpression below(QStringLiteral("\\A[A-Za-z0-9/?=_-]*\\z"));
    const QString page = connection.spec.settings.value(QStringLiteral("page")).toString().trimmed();
    if (!pattern.match(page).hasMatch() || !below.match(path).hasMatch())
        return fail(ErrorKind::InvalidInput,
                    Say::tr("The page of %1 must be the id Statuspage gave it").arg(connection.spec.id));
    auto request = publicServiceRequest(connection, ownAddress, QStringLiteral("/v1/pages/%1%2").arg(page, path),
                                        QStringLiteral("OAuth"));
    if (request && method != "GET")
        request->headers.append(HttpHeader{"Content-Type", "application/json; charset=utf-8"});
    if (request)
        request->method = method;
    return request;
}

}  // namespace cockpit::adapters::statuspage
