// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Random sequences of events, sensible or not: the fold never breaks its own rules, and the same events give the same
// book however they arrive.
#include "tests/core/incident/EventBuilder.h"

#include <gtest/gtest.h>

#include <QDataStream>

#include <array>
#include <random>

namespace cockpit::test {

namespace {

QString pick(std::mt19937& random, std::initializer_list<const char*> words)
{
    return QString::fromLatin1(words.begin()[random() % words.size()]);
}

QJsonObject randomData(std::mt19937& random)
{
    QJsonObject data;
    for (const char* key :
         {"platform", "group", "rule", "to", "severity", "role", "run", "step", "notification", "text"}) {
        if (random() % 4 != 0)
            data.insert(QLatin1String(key), pick(random, {"a", "b", ""}));
    }
    data.insert(QStringLiteral("state"), pick(random, {"succeeded", "failed", "nonsense"}));
    data.insert(QStringLiteral("attempt"), static_cast<int>(random() % 4));
    data.insert(QStringLiteral("until"), pick(random, {"2026-11-21T03:05:00Z", "rubbish"}));
    // Now and then a value of the wrong type.
    if (random() % 3 == 0)
        data.insert(pick(random, {"run", "notification", "item", "affected", "text"}), QJsonObject{});
    return data;
}

QList<Event> randomEvents(unsigned seed, int count)
{
    std::mt19937 random(seed);
    EventBuilder events;
    QList<Event> list;
    for (int i = 0; i < count; ++i) {
        const auto type = static_cast<EventType>(random() % (static_cast<unsigned>(EventType::SessionEnded) + 1));
        list.append(events.make(type, pick(random, {"", "i1", "i2", "i3"}), randomData(random)));
    }
    return list;
}

/// Everything the fold computed, as text.
QString described(const IncidentBook& book)
{
    QStringList lines;
    for (const Incident& incident : book.incidents()) {
        QStringList ticked(incident.ticked.begin(), incident.ticked.end());
        ticked.sort();
        QStringList parts{incident.id,
                          incident.platform,
                          incident.group,
                          incident.severity,
                          incident.title,
                          incidentStateName(incident.state),
                          incident.declaredAt.toString(Qt::ISODateWithMs),
                          incident.acknowledgedBy,
                          incident.roles.values().join(QLatin1Char(',')),
                          ticked.join(QLatin1Char(',')),
                          incident.alerts.join(QLatin1Char(',')),
                          incident.postmortem};
        for (const int number :
             {incident.events, incident.misfitEvents, incident.unknownEvents, static_cast<int>(incident.lastSequence)})
            parts << QString::number(number);
        for (const RunState& run : incident.runs) {
            for (const StepRunState& step : run.steps)
                parts << run.id + step.step + stepStateName(step.state) +
                             QString::number(static_cast<int>(step.phase)) + step.verdict;
        }
        for (const NotificationState& message : incident.notifications)
            parts << message.id + notificationPhaseName(message.phase) + QString::number(message.attempts) +
                         message.session;
        lines << parts.join(QLatin1Char('|'));
    }
    lines.sort();
    return lines.join(QLatin1Char('\n'));
}

void checkRules(const Incident& incident)
{
    using State = IncidentState;
    if (incident.id.isEmpty())
        EXPECT_EQ(incident.state, State::Proposed);
    else
        EXPECT_TRUE(incident.proposedAt.isValid() || incident.declaredAt.isValid());
    EXPECT_EQ(incident.resolvedAt.isValid(), incident.state == State::Resolved);
    if (incident.state == State::Declared) {
        EXPECT_FALSE(incident.acknowledgedAt.isValid());
    }
    if (incident.state == State::Acknowledged) {
        EXPECT_TRUE(incident.declaredAt.isValid() && incident.acknowledgedAt.isValid());
    }
    if (incident.state == State::Dismissed) {
        EXPECT_FALSE(incident.declaredAt.isValid());
    }
    EXPECT_LE(incident.misfitEvents + incident.unknownEvents, incident.events);
    QSet<QString> ids;
    for (const NotificationState& message : incident.notifications) {
        EXPECT_FALSE(ids.contains(message.id));
        ids.insert(message.id);
        EXPECT_EQ(message.waitUntil.isValid() && message.phase != NotificationState::Phase::Waiting, false);
        if (message.phase != NotificationState::Phase::InFlight) {
            EXPECT_TRUE(message.session.isEmpty());
        }
    }
}

}  // namespace

TEST(FoldProperty, AnySequenceKeepsTheRules)
{
    for (unsigned seed = 1; seed <= 150; ++seed) {
        IncidentBook book;
        for (const Event& event : randomEvents(seed, 200)) {
            book.apply(event);
            EXPECT_EQ(book.lastSequence(), event.sequence);
        }
        int counted = book.strayEvents();
        for (const Incident& incident : book.incidents()) {
            checkRules(incident);
            counted += incident.events;
        }
        EXPECT_EQ(counted, 200) << "every event is counted somewhere, seed " << seed;
        ASSERT_FALSE(testing::Test::HasFailure()) << "seed " << seed;
    }
}

TEST(FoldProperty, OpenForAgreesWithALookAtEveryIncident)
{
    for (unsigned seed = 1; seed <= 60; ++seed) {
        IncidentBook book;
        for (const Event& event : randomEvents(seed, 120)) {
            book.apply(event);
            for (const char* platform : {"a", "b", ""}) {
                for (const char* group : {"a", "b", ""}) {
                    bool any = false;
                    for (const Incident& incident : book.incidents())
                        any = any ||
                              (!incident.id.isEmpty() && incident.isOpen() &&
                               incident.platform == QLatin1String(platform) && incident.group == QLatin1String(group));
                    const Incident* found = book.openFor(QLatin1String(platform), QLatin1String(group));
                    ASSERT_EQ(found != nullptr, any) << "seed " << seed << " event " << event.sequence;
                    ASSERT_TRUE(!found || (found->isOpen() && found->platform == QLatin1String(platform)));
                }
            }
        }
    }
}

TEST(FoldProperty, TheSameEventsGiveTheSameBook)
{
    for (unsigned seed = 1; seed <= 50; ++seed) {
        const QList<Event> events = randomEvents(seed, 300);
        IncidentBook whole;
        IncidentBook copied;
        for (const Event& event : events)
            whole.apply(event);
        for (const Event& event : events) {
            // A book is a value: one that was copied half way goes on like the other, and the copy stays as it was.
            const IncidentBook earlier = copied;
            const QString before = described(earlier);
            copied.apply(event);
            copied.apply(event);
            ASSERT_EQ(described(earlier), before);
        }
        ASSERT_EQ(described(whole), described(copied)) << "seed " << seed;
    }
}

}  // namespace cockpit::test
