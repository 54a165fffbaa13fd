// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/notify/Channel.h"
#include "tests/support/HostileServer.h"
#include "tests/support/HttpBench.h"

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>

namespace cockpit::test {

/// One line of a channel's contract: what the service answers, and what that means.
struct AnswerCase {
    const char* name;
    ScriptedAnswer answer;
    DeliveryOutcome::Kind kind;
    const char* words = "";  ///< part of the words
    qint64 retryAfterMs = 0;
};

/// Judges a channel over HTTP line by line. `secret` must be in no outcome.
class ChannelBench
{
public:
    using Kind = DeliveryOutcome::Kind;

    static Delivery message(const QString& kind = QStringLiteral("page"))
    {
        Delivery delivery;
        delivery.key = QStringLiteral("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
        delivery.reference = QStringLiteral("7F3A");
        delivery.kind = kind;
        delivery.incident = QStringLiteral("20261121-0301-7f3a");
        delivery.title = QStringLiteral("[SEV-1] Queue stuck");
        delivery.body = QStringLiteral("12 orders wait\nsince 03:01");
        delivery.context = {{QStringLiteral("incident"), delivery.incident},
                            {QStringLiteral("platform"), QStringLiteral("flowrex")},
                            {QStringLiteral("severity"), QStringLiteral("SEV-1")},
                            {QStringLiteral("status"), QStringLiteral("declared")},
                            {QStringLiteral("started_at"), QStringLiteral("2026-11-21T03:01:36Z")}};
        delivery.deadline = Milliseconds{1'500};
        return delivery;
    }

    static ScriptedAnswer answer(int status, const QByteArray& body,
                                 const QList<std::pair<QByteArray, QByteArray>>& headers = {})
    {
        return {status, body, headers, 0, false};
    }

    /// What every service answers now and then, whatever its contract for success says.
    static QList<AnswerCase> commonFailures()
    {
        const QByteArray page = "<!DOCTYPE html><html>Sign in</html>";
        return {{"captive portal", answer(200, page), Kind::Retry, "captive portal"},
                {"login page", answer(202, page, {{"Content-Type", "text/html"}}), Kind::Retry, "captive portal"},
                {"redirect", answer(302, "", {{"Location", "https://elsewhere.test/"}}), Kind::Retry, "captive portal"},
                {"empty 200", answer(200, ""), Kind::Retry, "not delivered"},
                {"other 200", answer(200, "{}"), Kind::Retry, "not delivered"},
                {"unauthorized", answer(401, ""), Kind::Failed, "401"},
                {"forbidden", answer(403, page), Kind::Failed, "403"},
                {"not found", answer(404, ""), Kind::Failed, "404"},
                {"too large", answer(413, ""), Kind::Failed, "413"},
                {"request timeout", answer(408, ""), Kind::Retry, "408"},
                {"too early", answer(425, ""), Kind::Retry, "425"},
                {"too many", answer(429, "", {{"Retry-After", "30"}}), Kind::Retry, "429", 30'000},
                {"broken", answer(500, ""), Kind::Retry, "500"},
                {"gateway", answer(502, page), Kind::Retry, "502"},
                {"unavailable", answer(503, "", {{"Retry-After", "7"}}), Kind::Retry, "503", 7'000}};
    }

    void expectContract(Channel& channel, const ResolvedConnection& connection, const QList<AnswerCase>& cases,
                        const Delivery& delivery = message())
    {
        for (const AnswerCase& given : cases) {
            bench.server.setAnswer(given.answer);
            const DeliveryOutcome outcome = waitFor(channel.deliver(connection, delivery));
            EXPECT_EQ(static_cast<int>(outcome.kind), static_cast<int>(given.kind))
                << given.name << ": " << qPrintable(outcome.words);
            EXPECT_EQ(outcome.status, given.answer.status) << given.name;
            EXPECT_EQ(outcome.retryAfter.count(), given.retryAfterMs) << given.name;
            EXPECT_TRUE(outcome.words.contains(QLatin1String(given.words)))
                << given.name << ": " << qPrintable(outcome.words);
            EXPECT_FALSE(outcome.words.isEmpty()) << given.name;
            EXPECT_FALSE(holdsSecret(connection, outcome.words)) << given.name << ": " << qPrintable(outcome.words);
        }
    }

    /// Lost answers are uncertain and nothing is sent twice; no answer at all is tried again. `connectionTo` makes the
    /// connection to an address.
    template <typename ConnectionTo>
    static void expectLostAnswers(Channel& channel, ConnectionTo connectionTo)
    {
        using Behaviour = HostileServer::Behaviour;
        for (const auto behaviour : {Behaviour::CloseAfterRequest, Behaviour::ResetAfterRequest,
                                     Behaviour::AcceptSilent, Behaviour::ShortBody, Behaviour::EndlessHeaders}) {
            HostileServer hostile(behaviour);
            const ResolvedConnection connection =
                connectionTo(QStringLiteral("http://127.0.0.1:%1").arg(hostile.port()));
            const DeliveryOutcome outcome = waitFor(channel.deliver(connection, message()));
            EXPECT_EQ(static_cast<int>(outcome.kind), static_cast<int>(Kind::Uncertain))
                << static_cast<int>(behaviour) << " " << qPrintable(outcome.words);
            EXPECT_EQ(hostile.requests(), 1);
            EXPECT_FALSE(holdsSecret(connection, outcome.words));
        }
        const auto kindAt = [&](const char* address) {
            return waitFor(channel.deliver(connectionTo(QLatin1String(address)), message())).kind;
        };
        EXPECT_EQ(kindAt("http://127.0.0.1:1"), Kind::Retry);
        EXPECT_EQ(kindAt("http://service.example.test"), Kind::Failed) << "in the clear to another machine";
        EXPECT_EQ(kindAt("https://169.254.169.254"), Kind::Failed) << "the metadata service of a cloud";
    }

    static bool holdsSecret(const ResolvedConnection& connection, const QString& text)
    {
        return text.contains(QString::fromUtf8(connection.secret.reveal())) || text.contains(QStringLiteral("canary"));
    }

    QJsonObject sent() const { return QJsonDocument::fromJson(bench.server.last().body).object(); }

    HttpBench bench;
};

/// Every text of a JSON value, one a line.
inline QString allTexts(const QJsonValue& value)
{
    QString text;
    if (value.isArray()) {
        for (const QJsonValue entry : value.toArray())
            text += allTexts(entry);
    } else if (value.isObject()) {
        for (const QJsonValue entry : value.toObject())
            text += allTexts(entry);
    } else {
        text += value.toString() + QLatin1Char('\n');
    }
    return text;
}

}  // namespace cockpit::test
