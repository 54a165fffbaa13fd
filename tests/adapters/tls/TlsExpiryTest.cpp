// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/tls/TlsExpirySource.h"
#include "tests/support/Certificates.h"
#include "tests/support/HostileServer.h"
#include "tests/support/HttpBench.h"

#include <gtest/gtest.h>

namespace cockpit::test {

namespace {

using Kind = Certificates::Kind;

class TlsExpiryTest : public testing::Test
{
protected:
    Reading read(const QString& url, Milliseconds deadline = Milliseconds{3'000})
    {
        bench.connect(url, QStringLiteral("http"), "canary",
                      {{QStringLiteral("authority_file"), certificates.authorityFile()}});
        return HttpBench::readOne(source, HttpBench::signal(QStringLiteral("tls_expiry"), {}, QStringLiteral("days")),
                                  deadline);
    }
    Reading read(Kind kind)
    {
        HttpReceiver server(certificates.server(kind));
        const Reading reading = read(server.urlText());
        EXPECT_TRUE(server.rawBytes().isEmpty());
        return reading;
    }

    Certificates certificates;
    HttpBench bench;
    SystemClock clock;
    adapters::tls::TlsExpirySource source{clock, *bench.http, bench.connections};
};

TEST_F(TlsExpiryTest, CountsTheDaysAndPastTheEndBelowZero)
{
    EXPECT_NEAR(read(Kind::Good).value, 10, 0.01);
    const Reading expired = read(Kind::Expired);
    EXPECT_EQ(expired.state, ReadingState::Value) << expired;
    EXPECT_LT(expired.value, -365);
    EXPECT_TRUE(expired.detail.contains(QStringLiteral("it expired on 2021-01-01"))) << expired;
}

TEST_F(TlsExpiryTest, OtherFaultsAreUnreachableWithTheirReason)
{
    const Reading wrongHost = read(Kind::WrongHost);
    EXPECT_EQ(wrongHost.state, ReadingState::Unreachable);
    EXPECT_TRUE(wrongHost.detail.contains(QStringLiteral("another name"))) << wrongHost;
    EXPECT_EQ(read(Kind::SelfSigned).state, ReadingState::Unreachable);
    EXPECT_EQ(read(Kind::OtherAuthority).state, ReadingState::Unreachable);
    HttpReceiver plain;
    EXPECT_EQ(read(plain.urlText()).state, ReadingState::MissingField);
    EXPECT_EQ(read(QStringLiteral("https://127.0.0.1:%1").arg(plain.port()), Milliseconds{500}).state,
              ReadingState::Unreachable);
    HostileServer silent(HostileServer::Behaviour::NeverAccept);
    EXPECT_EQ(read(QStringLiteral("https://127.0.0.1:%1").arg(silent.port()), Milliseconds{500}).state,
              ReadingState::Unreachable);
}

}  // namespace

}  // namespace cockpit::test
