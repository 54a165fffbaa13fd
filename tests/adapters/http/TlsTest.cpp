// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/http/HttpTransport.h"
#include "core/connections/HttpCall.h"
#include "tests/support/Certificates.h"
#include "tests/support/HttpReceiver.h"
#include "tests/support/Wait.h"

#include <gtest/gtest.h>

namespace cockpit::test {

namespace {

using Kind = Certificates::Kind;

struct BadServer {
    Kind kind;
    const char* reason;
};

class TlsTest : public testing::Test
{
protected:
    Result<HttpReply> post(const HttpReceiver& server, bool withAuthority = true)
    {
        HttpRequest request;
        request.method = "POST";
        request.url = server.url(QStringLiteral("/hook/canary-path"));
        request.headers = {{"Authorization", "Bearer canary-key"}};
        request.body = "{\"text\":\"canary-body\"}";
        request.deadline = Milliseconds{5'000};
        if (withAuthority)
            request.tls.authorityFile = certificates.authorityFile();
        return waitFor(http->send(request));
    }

    Result<HttpPeer> greet(const HttpReceiver& server)
    {
        return waitFor(http->greet(server.url(), {certificates.authorityFile()}, Milliseconds{5'000}));
    }

    Certificates certificates;
    std::unique_ptr<HttpTransport> http = adapters::http::makeHttpTransport();
};

TEST_F(TlsTest, AServerOfTheTrustedAuthorityIsSpokenTo)
{
    HttpReceiver server(certificates.server(Kind::Good));
    const auto reply = post(server);
    ASSERT_TRUE(reply.ok()) << qPrintable(reply.error().message);
    EXPECT_EQ(server.last().header("Authorization"), "Bearer canary-key");
    const auto peer = greet(server);
    ASSERT_TRUE(peer.ok());
    EXPECT_TRUE(peer->refusal.isEmpty());
    EXPECT_EQ(peer->certificateDigest.size(), 64);
    EXPECT_NEAR(static_cast<double>(SystemClock().utcNow().secsTo(peer->certificateExpires)) / 86'400.0, 10.0, 0.1);
}

TEST_F(TlsTest, NoByteGoesToAServerWhoseCertificateIsNotAccepted)
{
    for (const BadServer& bad :
         {BadServer{Kind::Expired, "it expired on 2021-01-01"}, BadServer{Kind::WrongHost, "it is for another name"},
          BadServer{Kind::SelfSigned, "it is signed by itself"}, BadServer{Kind::OtherAuthority, "authority"}}) {
        HttpReceiver server(certificates.server(bad.kind));
        const auto reply = post(server);
        ASSERT_FALSE(reply.ok()) << bad.reason;
        EXPECT_EQ(reply.error().kind, ErrorKind::Unreachable);
        EXPECT_TRUE(reply.error().message.contains(QLatin1String(bad.reason))) << qPrintable(reply.error().message);
        EXPECT_FALSE(mayHaveArrived(reply.error()));
        QTest::qWait(50);
        EXPECT_TRUE(server.rawBytes().isEmpty()) << server.rawBytes().constData();
        const auto peer = greet(server);
        ASSERT_TRUE(peer.ok());
        EXPECT_FALSE(peer->refusal.isEmpty());
        EXPECT_EQ(peer->onlyExpired, bad.kind == Kind::Expired);
    }
}

TEST_F(TlsTest, TheSystemsAuthoritiesDoNotVouchForOurs)
{
    HttpReceiver server(certificates.server(Kind::Good));
    EXPECT_FALSE(post(server, false).ok());
    EXPECT_TRUE(server.rawBytes().isEmpty());
}

TEST_F(TlsTest, AServerWithoutTlsIsToldAndGetsNothing)
{
    HttpReceiver plain;
    HttpRequest request;
    request.url = QUrl(QStringLiteral("https://127.0.0.1:%1/").arg(plain.port()));
    request.headers = {{"Authorization", "Bearer canary"}};
    request.deadline = Milliseconds{1'000};
    const auto reply = waitFor(http->send(request));
    ASSERT_FALSE(reply.ok());
    EXPECT_FALSE(plain.rawBytes().contains("canary"));
    EXPECT_FALSE(mayHaveArrived(reply.error()));
}

TEST_F(TlsTest, OldProtocolsAreRefused)
{
    QSslConfiguration old = certificates.server(Kind::Good);
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    old.setProtocol(QSsl::TlsV1_1);
    QT_WARNING_POP
    HttpReceiver server(old);
    EXPECT_FALSE(post(server).ok());
    EXPECT_TRUE(server.rawBytes().isEmpty());
}

TEST_F(TlsTest, AnAuthorityFileWithoutCertificateIsTold)
{
    HttpRequest request;
    request.url = QUrl(QStringLiteral("https://127.0.0.1:1/"));
    request.tls.authorityFile = QStringLiteral("/dev/null");
    EXPECT_EQ(waitFor(http->send(request)).error().kind, ErrorKind::InvalidInput);
}

}  // namespace

}  // namespace cockpit::test
