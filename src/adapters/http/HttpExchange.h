// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/http/AnswerParser.h"
#include "adapters/http/Link.h"

#include <QFutureWatcher>
#include <QPromise>

namespace cockpit::adapters::http {

/// One request on its way, over a connection of its own: a kept one may be closed by the server just as the request
/// goes out, and then nobody knows what became of it. Written once and never again. Finishes its future exactly once
/// and then deletes itself.
class HttpExchange final : public QObject
{
    Q_OBJECT

public:
    HttpExchange(HttpRequest request, QObject* parent);
    ~HttpExchange() override;

    QFuture<Result<HttpReply>> start(const QSslConfiguration& tls);

private:
    void write();
    void read();
    void closed();
    void finish(Result<HttpReply> result);
    Result<HttpReply> answerFor(AnswerParser::State state) const;

    HttpRequest m_request;
    QPromise<Result<HttpReply>> m_promise;
    QFutureWatcher<Result<HttpReply>> m_watcher;
    Link m_link;
    AnswerParser m_parser;
    bool m_written = false;
    bool m_finished = false;
};

/// The request as its bytes go over the wire. `url` gives path and query; the rest comes from the request.
QByteArray requestBytes(const HttpRequest& request);

}  // namespace cockpit::adapters::http
