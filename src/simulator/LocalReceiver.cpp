// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/LocalReceiver.h"

#include "simulator/RandomWord.h"
#include "simulator/SimulatorServer.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QHttpServer>
#include <QTcpServer>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype keptMessages = 500;
constexpr qsizetype keptBytes = 64 * 1024;

}  // namespace

struct LocalReceiver::Private {
    explicit Private(const Clock& given)
        : clock(given)
    {
    }

    const Clock& clock;
    QHttpServer server;
    QString word = randomWord();
    quint16 port = 0;
    int status = 200;
    QByteArray answer = "ok";
    QList<ReceivedMessage> messages;
};

LocalReceiver::LocalReceiver(const Clock& clock, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(clock))
{
    d->server.route(u"/services/<arg>/<arg>"_s, QHttpServerRequest::Method::Post,
                    [this](const QString& word, const QString& inbox, const QHttpServerRequest& request) {
                        if (word != d->word)
                            return QHttpServerResponse("text/plain", "no_service",
                                                       QHttpServerResponse::StatusCode::NotFound);
                        // A post without text is how a webhook is tested without saying anything.
                        const QByteArray body = request.body().trimmed();
                        if (d->status == 200 && (body.isEmpty() || body == "{}" || body == R"({"text":""})"))
                            return QHttpServerResponse("text/plain", body.isEmpty() ? "invalid_payload" : "no_text",
                                                       QHttpServerResponse::StatusCode::BadRequest);
                        ReceivedMessage message{d->clock.utcNow(), inbox, request.value("Content-Type"),
                                                request.value("Idempotency-Key"), request.body().left(keptBytes)};
                        d->messages.append(message);
                        if (d->messages.size() > keptMessages)
                            d->messages.removeFirst();
                        emit received(message);
                        return QHttpServerResponse("text/plain", d->answer,
                                                   static_cast<QHttpServerResponse::StatusCode>(d->status));
                    });
}

LocalReceiver::~LocalReceiver() = default;

Result<quint16> LocalReceiver::listen()
{
    auto socket = openLoopback(0);
    if (!socket)
        return socket.error();
    d->port = socket.value()->serverPort();
    d->server.bind(socket.value().release());
    return d->port;
}

Secret LocalReceiver::webhook(const QString& inbox) const
{
    return Secret(u"http://127.0.0.1:%1/services/%2/%3"_s.arg(QString::number(d->port), d->word, inbox).toUtf8());
}

const QList<ReceivedMessage>& LocalReceiver::messages() const
{
    return d->messages;
}

void LocalReceiver::setAnswer(int status, const QByteArray& text)
{
    d->status = status;
    d->answer = text;
}

}  // namespace cockpit
