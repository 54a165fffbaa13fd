// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/http/HttpConnectionKind.h"

#include "core/connections/HttpCall.h"
#include "core/connections/HttpConnection.h"

#include <QCoreApplication>

namespace cockpit::adapters::http {

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("Http", text);
}

Result<QString> words(const HttpReply& reply)
{
    if (reply.status >= 300 && reply.status < 400)
        return say("%1 (redirects are not followed: enter the final address if steps fail)")
            .arg(statusText(reply.status));
    if (reply.status == 404)
        return say("%1 (it is there, though it has no page at this address itself)").arg(statusText(reply.status));
    return statusText(reply.status);
}

}  // namespace

HttpConnectionKind::HttpConnectionKind(HttpTransport& http)
    : m_http(http)
{
}

QString HttpConnectionKind::title() const
{
    return say("HTTP API");
}

QString HttpConnectionKind::secretLabel() const
{
    return say("Key or token");
}

QList<ConnectionField> HttpConnectionKind::fields() const
{
    return httpConnectionFields();
}

QFuture<ConnectionCheck> HttpConnectionKind::test(const ResolvedConnection& connection, Milliseconds timeout)
{
    return checkHttp(m_http, connection, {QString(), true, words}, timeout);
}

}  // namespace cockpit::adapters::http
