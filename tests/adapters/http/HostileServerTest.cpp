// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/support/HostileServer.h"
#include "adapters/http/HttpTransport.h"
#include "core/connections/HttpCall.h"
#include "tests/support/HttpReceiver.h"
#include "tests/support/Wait.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>

namespace cockpit::test {

namespace {

using Behaviour = HostileServer::Behaviour;

constexpr Milliseconds deadline{1'000};
constexpr qint64 allowedGrowth = 64LL * 1024 * 1024;

/// Watches the resident memory while it lives.
class MemoryWatch : public QObject
{
public:
    MemoryWatch()
        : m_start(residentBytes())
    {
        startTimer(10);
    }
    qint64 growth() const { return m_peak - m_start; }

protected:
    void timerEvent(QTimerEvent*) override { m_peak = std::max(m_peak, residentBytes()); }

private:
    qint64 m_start;
    qint64 m_peak = 0;
};

struct Expected {
    const char* name;
    Behaviour behaviour;
    ErrorKind kind;
};

class HostileServerTest : public testing::TestWithParam<Expected>
{
};

TEST_P(HostileServerTest, EndsByItsDeadlineWithANamedErrorAndBoundedMemory)
{
    const auto http = adapters::http::makeHttpTransport();
    for (const QByteArray method : {"GET", "POST"}) {
        HostileServer server(GetParam().behaviour);
        HttpRequest request;
        request.method = method;
        request.url = server.url(QStringLiteral("/secret-path?token=secret-query"));
        request.body = method == "POST" ? "{}" : "";
        request.deadline = deadline;
        request.maximumBytes = 1024 * 1024;
        const MemoryWatch memory;
        QElapsedTimer timer;
        timer.start();
        const auto reply = waitFor(http->send(request), 5'000);
        EXPECT_LT(timer.elapsed(), deadline.count() + 500) << method.constData();
        EXPECT_LT(memory.growth(), allowedGrowth) << method.constData();
        ASSERT_FALSE(reply.ok()) << method.constData() << " " << reply->status;
        EXPECT_EQ(errorKindName(reply.error().kind).toStdString(), errorKindName(GetParam().kind).toStdString())
            << method.constData() << " " << qPrintable(reply.error().message + reply.error().detail);
        EXPECT_FALSE((reply.error().message + reply.error().detail).contains(QStringLiteral("secret")));
        EXPECT_FALSE(reply.error().message.isEmpty());
        if (method == "POST") {
            EXPECT_LE(server.requests(), 1);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(
    Http, HostileServerTest,
    testing::Values(Expected{"NeverAccept", Behaviour::NeverAccept, ErrorKind::TimedOut},
                    Expected{"AcceptSilent", Behaviour::AcceptSilent, ErrorKind::TimedOut},
                    Expected{"HeaderDrip", Behaviour::HeaderDrip, ErrorKind::TimedOut},
                    Expected{"BodyDrip", Behaviour::BodyDrip, ErrorKind::TimedOut},
                    Expected{"EndlessHeaders", Behaviour::EndlessHeaders, ErrorKind::TooLarge},
                    Expected{"OneEndlessHeader", Behaviour::OneEndlessHeader, ErrorKind::TooLarge},
                    Expected{"EndlessChunks", Behaviour::EndlessChunks, ErrorKind::TooLarge},
                    Expected{"HugeBody", Behaviour::HugeBody, ErrorKind::TooLarge},
                    Expected{"CompressionBomb", Behaviour::CompressionBomb, ErrorKind::Malformed},
                    Expected{"ShortBody", Behaviour::ShortBody, ErrorKind::Malformed},
                    Expected{"CutChunk", Behaviour::CutChunk, ErrorKind::Malformed},
                    Expected{"NotHttp", Behaviour::NotHttp, ErrorKind::Malformed},
                    Expected{"CloseAfterRequest", Behaviour::CloseAfterRequest, ErrorKind::Unreachable},
                    Expected{"ResetAfterRequest", Behaviour::ResetAfterRequest, ErrorKind::Unreachable},
                    Expected{"CloseAtOnce", Behaviour::CloseAtOnce, ErrorKind::Unreachable}),
    [](const auto& given) { return std::string(given.param.name); });

}  // namespace

}  // namespace cockpit::test
