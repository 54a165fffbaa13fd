// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/core/incident/EventBuilder.h"

#include <gtest/gtest.h>

#include <QJsonDocument>
#include <QSet>

#include <functional>

namespace cockpit::test {

TEST(EventTypes, EachHasItsOwnNameAndComesBackFromIt)
{
    QSet<QString> names;
    for (int number = 1; number <= static_cast<int>(EventType::SessionEnded); ++number) {
        const auto type = static_cast<EventType>(number);
        const QString name = eventTypeName(type);
        EXPECT_NE(name, QStringLiteral("unknown")) << number;
        EXPECT_EQ(eventTypeFromName(name), type) << name.toStdString();
        names.insert(name);
    }
    EXPECT_EQ(names.size(), static_cast<int>(EventType::SessionEnded));
    EXPECT_EQ(eventTypeName(EventType::StepOutcomeUnknown), QStringLiteral("step_outcome_unknown"));
    EXPECT_EQ(eventTypeFromName(QStringLiteral("tea_made")), EventType::Unknown);
    EXPECT_EQ(eventTypeFromName({}), EventType::Unknown);
}

TEST(EventHash, DependsOnEveryFieldAndOnNothingElse)
{
    EventBuilder events;
    Event event =
        events.make(EventType::NoteAdded, QStringLiteral("i1"), {{QStringLiteral("text"), QStringLiteral("hi")}});
    event.previousHash = QByteArray(32, 'p');
    const QByteArray hash = eventHash(event);
    EXPECT_EQ(hash.size(), 32);
    Event same = event;
    same.hash = "ignored";
    EXPECT_EQ(eventHash(same), hash);
    const QList<std::function<void(Event&)>> changes{
        [](Event& changed) { changed.sequence++; },
        [](Event& changed) { changed.id += QLatin1Char('x'); },
        [](Event& changed) { changed.at = changed.at.addMSecs(1); },
        [](Event& changed) { changed.typeName = QStringLiteral("note_adde"); },
        [](Event& changed) { changed.incident = QStringLiteral("i2"); },
        [](Event& changed) { changed.actor.clear(); },
        [](Event& changed) { changed.workstation = QStringLiteral("ops-4"); },
        [](Event& changed) { changed.data.insert(QStringLiteral("text"), QStringLiteral("ho")); },
        [](Event& changed) { changed.previousHash[31] = 'q'; },
        // The border between two fields is part of what is hashed.
        [](Event& changed) {
            changed.actor += changed.workstation.left(1);
            changed.workstation.remove(0, 1);
        },
    };
    for (qsizetype i = 0; i < changes.size(); ++i) {
        Event changed = event;
        changes.at(i)(changed);
        EXPECT_NE(eventHash(changed), hash) << "change " << i;
    }
}

TEST(EventHash, DoesNotDependOnTheOrderOfKeys)
{
    EventBuilder events;
    Event one = events.make(EventType::NoteAdded, {});
    Event two = one;
    one.data = QJsonDocument::fromJson(R"({"a":1,"b":[2,3]})").object();
    two.data = QJsonDocument::fromJson(R"({"b" : [2, 3], "a" : 1})").object();
    EXPECT_EQ(eventHash(one), eventHash(two));
}

TEST(EventHash, IsFixedForEver)
{
    // Logs outlive versions: this value may never change.
    EventBuilder events;
    Event event =
        events.make(EventType::NoteAdded, QStringLiteral("i1"), {{QStringLiteral("text"), QStringLiteral("hi")}});
    event.previousHash = QByteArray(32, '\0');
    EXPECT_EQ(eventHash(event).toHex().toStdString(),
              "4b270994599d7fa34c4e1c24706e3b32a1bfc0cf6197ae9596fb1e8c8dcbdf7a");
}

}  // namespace cockpit::test
