// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/desktop/DesktopChannel.h"
#include "adapters/desktop/DesktopConnectionKind.h"
#include "tests/adapters/desktop/NotificationServer.h"
#include "tests/support/HostileTexts.h"
#include "tests/support/SecretService.h"
#include "tests/support/Wait.h"

#include <gtest/gtest.h>

#include <QRegularExpression>

namespace cockpit::test {

namespace {

using namespace adapters::desktop;
using Kind = DeliveryOutcome::Kind;

class DesktopTest : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(session.startBus());
        address = session.environment().value(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
        server = std::make_unique<NotificationServer>(address);
        ASSERT_TRUE(server->appear());
        service = std::make_shared<NotificationService>(address);
        channel = std::make_unique<DesktopChannel>(service);
        channel->setActionHandler([this](const QString& incident, const QString& action) {
            done.append(incident + QLatin1Char(' ') + action);
        });
    }
    static Delivery message(const QString& kind = QStringLiteral("page"))
    {
        Delivery delivery;
        delivery.reference = QStringLiteral("7F3A");
        delivery.kind = kind;
        delivery.incident = QStringLiteral("20261121-0301-7f3a");
        delivery.title = QStringLiteral("[SEV-1] Queue <stuck>");
        delivery.body = QStringLiteral("12 orders & <a href=\"https://evil.test\">more</a>");
        delivery.deadline = Milliseconds{2'000};
        return delivery;
    }
    DeliveryOutcome deliver(const Delivery& delivery = message())
    {
        return waitFor(channel->deliver(ResolvedConnection{}, delivery));
    }

    SecretService session;
    QString address;
    std::unique_ptr<NotificationServer> server;
    std::shared_ptr<NotificationService> service;
    std::unique_ptr<DesktopChannel> channel;
    QStringList done;
};

TEST_F(DesktopTest, APageIsUrgentStaysAndShowsNoMarkup)
{
    const DeliveryOutcome outcome = deliver();
    EXPECT_EQ(outcome.kind, Kind::Delivered) << qPrintable(outcome.words);
    ASSERT_EQ(server->shown.size(), 1);
    const ShownNotification page = server->shown.first();
    EXPECT_EQ(page.summary, message().title);
    EXPECT_EQ(page.body, QStringLiteral("12 orders &amp; &lt;a href=&quot;https://evil.test&quot;&gt;more&lt;/a&gt;"));
    EXPECT_EQ(page.hints.value(QStringLiteral("urgency")).value<uchar>(), 2);
    EXPECT_EQ(page.hints.value(QStringLiteral("urgency")).typeId(), QMetaType::UChar);
    EXPECT_TRUE(page.hints.contains(QStringLiteral("sound-name")));
    EXPECT_EQ(page.timeout, 0);
    EXPECT_EQ(page.replaces, 0U);
    EXPECT_TRUE(page.actions.contains(QStringLiteral("acknowledge")));
    deliver(message(QStringLiteral("update")));
    EXPECT_EQ(server->shown.last().hints.value(QStringLiteral("urgency")).value<uchar>(), 1);
    EXPECT_EQ(server->shown.last().timeout, -1);
    EXPECT_FALSE(server->shown.last().actions.contains(QStringLiteral("acknowledge")));
    server->capabilities = {QStringLiteral("body")};
    deliver();
    EXPECT_EQ(server->shown.last().body, message().body) << "a server that reads no markup shows entities";
    EXPECT_TRUE(server->shown.last().actions.isEmpty());
    for (const QString& text : hostileTexts(200)) {
        Delivery delivery = message();
        delivery.title = text;
        delivery.body = text;
        const QVariantList arguments = notificationFor(delivery, {QStringLiteral("body-markup")});
        ASSERT_FALSE(arguments.at(4).toString().contains(QLatin1Char('<')));
        ASSERT_FALSE(arguments.at(3).toString().contains(QLatin1Char('\n')));
        ASSERT_LE(arguments.at(4).toString().size(), 600 * 6);
    }
}

TEST_F(DesktopTest, WhatPeopleDoInItIsTold)
{
    ASSERT_EQ(deliver().kind, Kind::Delivered);
    emit server->ActionInvoked(101, QStringLiteral("acknowledge"));
    emit server->ActionInvoked(101, QStringLiteral("default"));
    emit server->ActionInvoked(101, QStringLiteral("something"));
    emit server->ActionInvoked(999, QStringLiteral("acknowledge"));
    emit server->ActionInvoked(101, QStringLiteral("open"));
    ASSERT_TRUE(waitUntil([&] { return done.size() == 3; }));
    EXPECT_EQ(done,
              (QStringList{QStringLiteral("20261121-0301-7f3a acknowledge"), QStringLiteral("20261121-0301-7f3a open"),
                           QStringLiteral("20261121-0301-7f3a open")}));
    emit server->NotificationClosed(101, 2);
    emit server->ActionInvoked(101, QStringLiteral("acknowledge"));
    ASSERT_EQ(deliver().kind, Kind::Delivered);
    emit server->ActionInvoked(102, QStringLiteral("open"));
    ASSERT_TRUE(waitUntil([&] { return done.size() == 4; }));
    EXPECT_TRUE(done.last().endsWith(QStringLiteral("open"))) << "a closed one does nothing more";
}

TEST_F(DesktopTest, EachFailureHasItsMeaning)
{
    struct Case {
        const char* error;
        Kind kind;
    };
    for (const Case& given : {Case{"org.freedesktop.Notifications.Error.ExcessNotificationGeneration", Kind::Retry},
                              Case{"org.freedesktop.DBus.Error.LimitsExceeded", Kind::Retry},
                              Case{"org.freedesktop.DBus.Error.AccessDenied", Kind::Failed},
                              Case{"org.freedesktop.DBus.Error.InvalidArgs", Kind::Failed},
                              Case{"org.freedesktop.DBus.Error.NoReply", Kind::Uncertain}}) {
        server->refusal = QLatin1String(given.error);
        const DeliveryOutcome outcome = deliver();
        EXPECT_EQ(static_cast<int>(outcome.kind), static_cast<int>(given.kind)) << given.error;
        EXPECT_FALSE(outcome.words.isEmpty());
    }
    server->refusal.clear();
    server->firstNumber = 0;
    EXPECT_EQ(deliver().kind, Kind::Retry);
    server->firstNumber = 100;
    server->silent = true;
    Delivery brief = message();
    brief.deadline = Milliseconds{600};
    EXPECT_EQ(deliver(brief).kind, Kind::Uncertain);
    server->silent = false;
    server->vanish();
    const DeliveryOutcome none = deliver();
    EXPECT_EQ(none.kind, Kind::Retry);
    EXPECT_TRUE(none.words.contains(QStringLiteral("no notification service"))) << qPrintable(none.words);
    ASSERT_TRUE(server->appear());
    EXPECT_EQ(deliver().kind, Kind::Delivered) << "it is found again";
    DesktopChannel nowhere(
        std::make_shared<NotificationService>(QStringLiteral("unix:path=") + session.folder() + QStringLiteral("/no")));
    EXPECT_EQ(waitFor(nowhere.deliver(ResolvedConnection{}, message())).kind, Kind::Retry);
}

TEST_F(DesktopTest, TheTestShowsNothing)
{
    DesktopConnectionKind kind(service);
    const ConnectionCheck found = waitFor(kind.test(ResolvedConnection{}, Milliseconds{2'000}));
    EXPECT_TRUE(found.ok && found.sentence.contains(QStringLiteral("Test <b>shell</b> 1.0")))
        << qPrintable(found.sentence);
    EXPECT_TRUE(server->shown.isEmpty());
    server->vanish();
    EXPECT_FALSE(waitFor(kind.test(ResolvedConnection{}, Milliseconds{2'000})).ok);
}

}  // namespace

}  // namespace cockpit::test
