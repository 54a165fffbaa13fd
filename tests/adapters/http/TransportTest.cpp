// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/http/HttpTransport.h"
#include "core/connections/HttpCall.h"
#include "core/connections/HttpConnection.h"
#include "tests/support/FixedConnections.h"
#include "tests/support/HostileServer.h"
#include "tests/support/HttpReceiver.h"
#include "tests/support/Wait.h"

#include <gtest/gtest.h>

namespace cockpit::test {

namespace {

HttpRequest request(const QUrl& url, const QByteArray& method = "GET", const QByteArray& body = {})
{
    HttpRequest request;
    request.method = method;
    request.url = url;
    request.body = body;
    request.deadline = Milliseconds{2'000};
    return request;
}

class TransportTest : public testing::Test
{
protected:
    std::unique_ptr<HttpTransport> http = adapters::http::makeHttpTransport();
    HttpReceiver server;
};

TEST_F(TransportTest, CarriesMethodTargetHeadersAndBodyBothWays)
{
    server.setAnswer({201, "{\"a\":1}", {{"Content-Type", "application/json"}, {"X-Twice", "one"}}, 0, false});
    HttpRequest sent = request(server.url(QStringLiteral("/a%2Fb/c?x=1%262")), "PUT", "{\"on\":true}");
    sent.headers = {{"X-Admin-Key", "k3y"}, {"Content-Type", "application/json"}};
    const auto reply = waitFor(http->send(sent));
    ASSERT_TRUE(reply.ok()) << qPrintable(reply.error().message);
    EXPECT_EQ(reply->status, 201);
    EXPECT_EQ(reply->body, "{\"a\":1}");
    EXPECT_EQ(reply->header("x-twice"), "one");
    ASSERT_EQ(server.requests().size(), 1);
    const SeenRequest& seen = server.last();
    EXPECT_EQ(seen.method, "PUT");
    EXPECT_EQ(seen.target, "/a%2Fb/c?x=1%262");
    EXPECT_EQ(seen.header("X-Admin-Key"), "k3y");
    EXPECT_EQ(seen.header("Host"), "127.0.0.1:" + QByteArray::number(server.port()));
    EXPECT_EQ(seen.header("Content-Length"), "11");
    EXPECT_TRUE(seen.header("User-Agent").startsWith("incident-cockpit"));
    EXPECT_EQ(seen.body, "{\"on\":true}");
}

TEST_F(TransportTest, AnEmptyPostSaysThatItsBodyIsEmpty)
{
    ASSERT_TRUE(waitFor(http->send(request(server.url(), "POST"))).ok());
    EXPECT_EQ(server.last().header("Content-Length"), "0");
    ASSERT_TRUE(waitFor(http->send(request(server.url()))).ok());
    EXPECT_TRUE(server.last().header("Content-Length").isEmpty());
}

TEST_F(TransportTest, RedirectsAreAnswersAndNoSecretGoesElsewhere)
{
    HttpReceiver elsewhere;
    for (const int status : {301, 302, 303, 307, 308}) {
        server.setAnswer({status, "", {{"Location", elsewhere.url(QStringLiteral("/x")).toEncoded()}}, 0, false});
        for (const QByteArray method : {"GET", "POST"}) {
            HttpRequest sent = request(server.url(), method, method == "POST" ? "{}" : "");
            sent.headers = {{"Authorization", "Bearer canary"}};
            const auto reply = waitFor(http->send(sent));
            ASSERT_TRUE(reply.ok());
            EXPECT_EQ(reply->status, status);
        }
    }
    EXPECT_EQ(elsewhere.connections(), 0);
    EXPECT_EQ(server.requests().size(), 10);
}

TEST_F(TransportTest, EveryMethodArrivesAtMostOnceWhenTheAnswerIsLost)
{
    for (const auto behaviour :
         {HostileServer::Behaviour::CloseAfterRequest, HostileServer::Behaviour::ResetAfterRequest}) {
        for (const QByteArray method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
            HostileServer hostile(behaviour);
            const auto reply =
                waitFor(http->send(request(hostile.url(), method, method == "GET" || method == "DELETE" ? "" : "{}")));
            ASSERT_FALSE(reply.ok());
            EXPECT_TRUE(mayHaveArrived(reply.error()));
            // Whatever would be sent again would be by now.
            QTest::qWait(50);
            EXPECT_EQ(hostile.requests(), 1) << method.constData();
        }
    }
}

TEST_F(TransportTest, WhatNeverLeftIsNotSaidToHaveLeft)
{
    quint16 closedPort = 0;
    {
        const HttpReceiver gone;
        closedPort = gone.port();
    }
    const auto reply = waitFor(
        http->send(request(QUrl(QStringLiteral("http://127.0.0.1:%1/hook/secret").arg(closedPort)), "POST", "{}")));
    ASSERT_FALSE(reply.ok());
    EXPECT_EQ(reply.error().kind, ErrorKind::Unreachable);
    EXPECT_FALSE(mayHaveArrived(reply.error()));
    EXPECT_TRUE(reply.error().message.contains(QStringLiteral("refuses the connection")))
        << qPrintable(reply.error().message);
    EXPECT_FALSE(reply.error().message.contains(QStringLiteral("secret")));
}

TEST_F(TransportTest, AnUnknownNameIsTold)
{
    const auto reply = waitFor(http->send(request(QUrl(QStringLiteral("https://no-such-host.invalid/")))), 20'000);
    ASSERT_FALSE(reply.ok());
    EXPECT_TRUE(reply.error().message.contains(QStringLiteral("no-such-host.invalid")))
        << qPrintable(reply.error().message);
    EXPECT_FALSE(mayHaveArrived(reply.error()));
}

TEST_F(TransportTest, AddressesThatMustNotBeUsedAreRefusedUnsent)
{
    for (const char* url : {"http://example.com/", "ftp://127.0.0.1/", "file:///etc/hostname",
                            "http://user:pw@127.0.0.1/", "https://169.254.169.254/latest", "https://[fd00:ec2::254]/",
                            "https://[fe80::1]/", "https:///nohost", "ws://127.0.0.1/"}) {
        const auto reply = waitFor(http->send(request(QUrl(QString::fromLatin1(url)))));
        ASSERT_FALSE(reply.ok()) << url;
        EXPECT_EQ(reply.error().kind, ErrorKind::Refused) << url;
    }
}

TEST_F(TransportTest, HeadersCannotBeSmuggledIn)
{
    HttpRequest sent = request(server.url());
    sent.headers = {{"X-Key", "a\r\nX-Evil: 1"}};
    EXPECT_EQ(waitFor(http->send(sent)).error().kind, ErrorKind::InvalidInput);
    sent.headers = {{"X-Key", "a\rX-Evil: 1"}};
    EXPECT_EQ(waitFor(http->send(sent)).error().kind, ErrorKind::InvalidInput);
    sent.headers = {{"X-Key", "a\nX-Evil: 1"}};
    EXPECT_EQ(waitFor(http->send(sent)).error().kind, ErrorKind::InvalidInput);
    sent.headers = {{"X-Key: 1\r\nX-Evil", "a"}};
    EXPECT_EQ(waitFor(http->send(sent)).error().kind, ErrorKind::InvalidInput);
    sent = request(server.url(), "GET / HTTP/1.1\r\nX-Evil");
    EXPECT_EQ(waitFor(http->send(sent)).error().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(server.connections(), 0);
}

TEST_F(TransportTest, CancellingTheFutureEndsTheExchange)
{
    HostileServer silent(HostileServer::Behaviour::AcceptSilent);
    auto future = http->send(request(silent.url()));
    ASSERT_TRUE(waitUntil([&] { return silent.requests() == 1; }));
    future.cancel();
    EXPECT_TRUE(waitUntil([&] { return future.isFinished(); }, 500));
    EXPECT_TRUE(waitUntil([&] { return silent.openConnections() == 0; }, 500));
}

TEST_F(TransportTest, EndingTheTransportEndsWhatIsUnderWay)
{
    HostileServer silent(HostileServer::Behaviour::AcceptSilent);
    const auto future = http->send(request(silent.url()));
    ASSERT_TRUE(waitUntil([&] { return silent.requests() == 1; }));
    http.reset();
    ASSERT_TRUE(future.isFinished());
    EXPECT_EQ(future.result().error().kind, ErrorKind::Cancelled);
}

TEST_F(TransportTest, ManyAtOnceAllArrive)
{
    QList<QFuture<Result<HttpReply>>> futures;
    for (int i = 0; i < 100; ++i)
        futures.append(http->send(request(server.url(QStringLiteral("/%1").arg(i)))));
    for (const auto& future : futures)
        ASSERT_TRUE(waitFor(future).ok());
    EXPECT_EQ(server.requests().size(), 100);
}

TEST_F(TransportTest, ACallOverAConnectionCarriesItsSecretAndEndsByItsDeadline)
{
    FixedConnections connections;
    ResolvedConnection api;
    api.spec.id = QStringLiteral("p/api");
    api.spec.settings = {{QStringLiteral("url"), server.urlText(QStringLiteral("/base/"))},
                         {QStringLiteral("auth_header"), QStringLiteral("X-Admin-Key")}};
    api.secret = Secret("s3cret");
    connections.put(api);
    HttpCall call;
    call.connectionId = api.spec.id;
    call.pathAndQuery = QStringLiteral("/health?x=1");
    ASSERT_TRUE(waitFor(callHttp(*http, connections, call)).ok());
    EXPECT_EQ(server.last().target, "/base/health?x=1");
    EXPECT_EQ(server.last().header("X-Admin-Key"), "s3cret");
    call.connectionId = QStringLiteral("p/none");
    EXPECT_EQ(waitFor(callHttp(*http, connections, call)).error().kind, ErrorKind::NotFound);
}

/// A keychain that shows a prompt nobody answers.
class SilentResolver final : public ConnectionResolver
{
public:
    SilentResolver() { m_promise.start(); }
    QFuture<Result<ResolvedConnection>> resolve(const QString&) override { return m_promise.future(); }
    Result<ConnectionSpec> find(const QString&) const override { return fail(ErrorKind::NotFound, {}); }

private:
    QPromise<Result<ResolvedConnection>> m_promise;
};

TEST_F(TransportTest, ASecretThatDoesNotComeEndsTheCallByItsDeadline)
{
    SilentResolver resolver;
    HttpCall call;
    call.connectionId = QStringLiteral("p/api");
    call.deadline = Milliseconds{200};
    const auto reply = waitFor(callHttp(*http, resolver, call), 1'000);
    EXPECT_EQ(reply.error().kind, ErrorKind::TimedOut);
}

}  // namespace

}  // namespace cockpit::test
