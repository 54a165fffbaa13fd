// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/websocket/WebSocketSource.h"
#include "tests/support/Certificates.h"
#include "tests/support/HostileServer.h"
#include "tests/support/HttpBench.h"

#include <gtest/gtest.h>

#include <QWebSocket>
#include <QWebSocketServer>

namespace cockpit::test {

namespace {

using Kind = Certificates::Kind;

class WebSocketTest : public testing::Test
{
protected:
    Reading read(const QString& url, Milliseconds deadline = Milliseconds{3'000})
    {
        bench.connect(url, QStringLiteral("http"), "s3cret",
                      {{QStringLiteral("auth_header"), QStringLiteral("X-Key")},
                       {QStringLiteral("authority_file"), certificates.authorityFile()}});
        return HttpBench::readOne(
            source,
            HttpBench::signal(QStringLiteral("websocket"), {{QStringLiteral("path"), QStringLiteral("/ws?x=1")}}),
            deadline);
    }

    Certificates certificates;
    HttpBench bench;
    adapters::websocket::WebSocketSource source{bench.clock, bench.connections};
};

TEST_F(WebSocketTest, AHandshakeAndAPongAreOne)
{
    for (const bool encrypted : {false, true}) {
        QWebSocketServer server(QStringLiteral("test"),
                                encrypted ? QWebSocketServer::SecureMode : QWebSocketServer::NonSecureMode);
        if (encrypted)
            server.setSslConfiguration(certificates.server(Kind::Good));
        ASSERT_TRUE(server.listen(QHostAddress::LocalHost));
        QByteArray key;
        QUrl asked;
        QObject::connect(&server, &QWebSocketServer::newConnection, &server, [&] {
            QWebSocket* socket = server.nextPendingConnection();
            socket->setParent(&server);
            key = socket->request().rawHeader("X-Key");
            asked = socket->requestUrl();
        });
        const Reading reading = read(QStringLiteral("%1://127.0.0.1:%2")
                                         .arg(encrypted ? QStringLiteral("https") : QStringLiteral("http"))
                                         .arg(server.serverPort()));
        EXPECT_EQ(reading.state, ReadingState::Value) << reading;
        EXPECT_EQ(reading.value, 1);
        EXPECT_EQ(key, "s3cret");
        EXPECT_EQ(asked.path(), QStringLiteral("/ws"));
        EXPECT_EQ(asked.query(), QStringLiteral("x=1"));
    }
}

TEST_F(WebSocketTest, RefusalsAreToldApart)
{
    for (const int status : {401, 403}) {
        bench.server.setAnswer(status, "");
        EXPECT_EQ(read(bench.server.urlText()).state, ReadingState::Unauthorized) << status;
    }
    for (const int status : {200, 302, 404, 503}) {
        bench.server.setAnswer(status, "");
        const Reading reading = read(bench.server.urlText());
        EXPECT_EQ(reading.state, ReadingState::Unreachable) << status;
        EXPECT_TRUE(reading.detail.contains(QString::number(status))) << reading;
    }
    const Reading refused = read(QStringLiteral("http://127.0.0.1:1"));
    EXPECT_TRUE(refused.detail.contains(QStringLiteral("refuses the connection"))) << refused;
    EXPECT_EQ(read(QStringLiteral("http://example.com")).state, ReadingState::Unreachable);
}

TEST_F(WebSocketTest, HostileServersEndByTheDeadline)
{
    using Behaviour = HostileServer::Behaviour;
    for (const auto behaviour :
         {Behaviour::NeverAccept, Behaviour::AcceptSilent, Behaviour::HeaderDrip, Behaviour::EndlessHeaders,
          Behaviour::OneEndlessHeader, Behaviour::NotHttp, Behaviour::CloseAfterRequest, Behaviour::CloseAtOnce}) {
        HostileServer hostile(behaviour);
        const qint64 before = residentBytes();
        QElapsedTimer timer;
        timer.start();
        EXPECT_EQ(read(hostile.url(QString()).toString(), Milliseconds{700}).state, ReadingState::Unreachable)
            << static_cast<int>(behaviour);
        EXPECT_LT(timer.elapsed(), 1'200) << static_cast<int>(behaviour);
        EXPECT_LT(residentBytes() - before, 64LL * 1024 * 1024) << static_cast<int>(behaviour);
    }
}

TEST_F(WebSocketTest, NoSecretGoesToAServerWhoseCertificateIsNotAccepted)
{
    for (const Kind kind : {Kind::Expired, Kind::WrongHost, Kind::SelfSigned, Kind::OtherAuthority}) {
        HttpReceiver server(certificates.server(kind));
        EXPECT_EQ(read(server.urlText()).state, ReadingState::Unreachable);
        EXPECT_TRUE(server.rawBytes().isEmpty());
    }
}

}  // namespace

}  // namespace cockpit::test
