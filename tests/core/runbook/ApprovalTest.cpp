// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/runbook/Approval.h"

#include <gtest/gtest.h>

#include <functional>
#include <vector>

namespace cockpit::test {
namespace {

ApprovalRequest sample()
{
    ApprovalRequest request;
    request.id = QStringLiteral("5e0c");
    request.platform = QStringLiteral("flowrex");
    request.runbook = QStringLiteral("stuck_orders");
    request.step = QStringLiteral("close");
    request.title = QStringLiteral("Close stuck orders");
    request.text = QStringLiteral("UPDATE orders SET status = 'closed' -- ü \"x\"");
    request.digest = "abc123";
    request.target.address = QStringLiteral("db.internal:5432");
    request.target.serverId = QStringLiteral("7345");
    request.affected = 7;
    request.requester = QStringLiteral("ops-3/maria");
    request.expires = QDateTime::fromString(QStringLiteral("2026-03-12T02:47:00.250Z"), Qt::ISODateWithMs);
    return request;
}

TEST(Approval, ARequestSurvivesAChatWindow)
{
    QString text = sample().toText();
    text.replace(QLatin1Char('\n'), QLatin1String("\r\n> "));
    const auto back = ApprovalRequest::fromText(QStringLiteral("Can you?\n> ") + text + QStringLiteral("\nthanks"));
    ASSERT_TRUE(back.ok()) << qPrintable(back.error().message);
    EXPECT_EQ(back->canonical(), sample().canonical());
}

TEST(Approval, EachFieldIsSigned)
{
    const std::vector<std::function<void(ApprovalRequest&)>> changes{
        [](ApprovalRequest& r) { r.id += QLatin1Char('x'); },
        [](ApprovalRequest& r) { r.platform += QLatin1Char('x'); },
        [](ApprovalRequest& r) { r.runbook += QLatin1Char('x'); },
        [](ApprovalRequest& r) { r.step += QLatin1Char('x'); }, [](ApprovalRequest& r) { r.title += QLatin1Char('x'); },
        [](ApprovalRequest& r) { r.text += QLatin1Char('x'); }, [](ApprovalRequest& r) { r.digest += 'x'; },
        [](ApprovalRequest& r) { r.target.serverId += QLatin1Char('x'); },
        [](ApprovalRequest& r) { r.target.address += QLatin1Char('x'); }, [](ApprovalRequest& r) { r.affected = 8; },
        [](ApprovalRequest& r) { r.requester += QLatin1Char('x'); },
        [](ApprovalRequest& r) { r.expires = r.expires.addMSecs(1); },
        // What moves from one field into the next is another request.
        [](ApprovalRequest& r) {
            r.runbook.chop(1);
            r.step.prepend(QLatin1Char('s'));
        }};
    for (size_t i = 0; i < changes.size(); ++i) {
        ApprovalRequest changed = sample();
        changes.at(i)(changed);
        EXPECT_NE(changed.canonical(), sample().canonical()) << i;
    }
}

TEST(Approval, DamagedBlocksAreRefused)
{
    const QString whole = sample().toText();
    EXPECT_FALSE(ApprovalRequest::fromText(whole.left(whole.size() / 2)).ok());
    EXPECT_FALSE(ApprovalRequest::fromText({}).ok());
    QString broken = whole;
    broken.replace(60, 1, QStringLiteral("!"));
    EXPECT_FALSE(ApprovalRequest::fromText(broken).ok());
    EXPECT_FALSE(Approval::fromText(whole).ok()) << "a request is no approval";
    const Approval given{QStringLiteral("5e0c"), QStringLiteral("ops-4/jan"), QByteArray(32, 'k'), QByteArray(64, 's')};
    const auto back = Approval::fromText(given.toText());
    ASSERT_TRUE(back.ok());
    EXPECT_EQ(back->signature, given.signature);
    EXPECT_FALSE(Approval::fromText(Approval{}.toText()).ok());
}

}  // namespace
}  // namespace cockpit::test
