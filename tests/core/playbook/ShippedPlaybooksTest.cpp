// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/base/Redactor.h"
#include "core/playbook/PlaybookLibrary.h"
#include "core/playbook/Template.h"
#include "tests/core/playbook/PlaybookFixture.h"

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>

namespace cockpit::test {

namespace {

TEST(ShippedPlaybooks, LoadFromTheProgramsResources)
{
    const Vocabulary vocabulary = sampleVocabulary();
    const PlaybookLibrary library(vocabulary, QString());
    EXPECT_TRUE(library.problems().isEmpty()) << qPrintable(listed(library.problems()));
    const PlaybookPointer book = library.find(QStringLiteral("just-trades"));
    ASSERT_TRUE(book);
    EXPECT_EQ(book->sourceFile, QStringLiteral(":/playbooks/just-trades/playbook.yaml"));
    EXPECT_EQ(book->digest.size(), 64);
}

TEST(ShippedPlaybooks, HoldNothingThatLooksLikeASecret)
{
    // A run keeps a copy of its runbook only if nothing in it would be masked.
    const Vocabulary vocabulary = sampleVocabulary();
    const PlaybookLibrary library(vocabulary, QString());
    const Redactor redactor;
    for (const PlaybookPointer& book : library.playbooks()) {
        for (const Runbook& runbook : book->runbooks) {
            const QByteArray copy = QJsonDocument(runbook.toJson()).toJson(QJsonDocument::Indented);
            EXPECT_EQ(redactor.redact(copy).toStdString(), copy.toStdString()) << qPrintable(runbook.id);
        }
    }
}

class JustTrades : public testing::Test
{
protected:
    void SetUp() override
    {
        const PlaybookLoad load =
            PlaybookLoader(m_vocabulary).load(QStringLiteral(PROJECT_DIR "/resources/playbooks/just-trades"));
        ASSERT_TRUE(load.ok()) << qPrintable(listed(load.problems));
        m_book = load.playbook;
    }

    const Vocabulary m_vocabulary = sampleVocabulary();
    PlaybookPointer m_book;
};

TEST_F(JustTrades, IsTheSameFromDiskAndFromResources)
{
    const PlaybookLoad shipped = PlaybookLoader(m_vocabulary).load(QStringLiteral(":/playbooks/just-trades"));
    ASSERT_TRUE(shipped.ok());
    EXPECT_EQ(shipped.playbook->digest, m_book->digest);
}

TEST_F(JustTrades, HasTheSeveritiesAndClocksOfThePlatform)
{
    ASSERT_EQ(m_book->severities.size(), 3);
    EXPECT_EQ(m_book->severities.at(0).id, QStringLiteral("SEV-1"));
    EXPECT_EQ(m_book->severities.at(0).rank, 0);
    EXPECT_EQ(m_book->severities.at(0).respondWithin.within, Milliseconds{0});
    EXPECT_EQ(m_book->severity(QStringLiteral("SEV-2"))->respondWithin.within, std::chrono::minutes(15));
    EXPECT_EQ(m_book->severity(QStringLiteral("SEV-3"))->respondWithin.within, std::chrono::hours(1));
    const EscalationCell lead = m_book->escalation.value(QStringLiteral("SEV-1")).value(QStringLiteral("team_lead"));
    EXPECT_EQ(lead.after, std::chrono::minutes(5));
    EXPECT_EQ(lead.unless, QStringLiteral("acknowledged"));
}

TEST_F(JustTrades, HasTheThreeCharts)
{
    QStringList charts;
    for (const SignalSpec& spec : m_book->signalSpecs) {
        if (!spec.chart.isEmpty())
            charts.append(spec.chart);
        EXPECT_GE(spec.staleAfter, 2 * spec.every) << qPrintable(spec.id);
    }
    charts.sort();
    EXPECT_EQ(charts, (QStringList{QStringLiteral("error_rate"), QStringLiteral("queue_size"),
                                   QStringLiteral("websocket_connections")}));
    EXPECT_EQ(m_book->signal(QStringLiteral("queue_size"))->threshold, 50.0);
    EXPECT_EQ(m_book->signal(QStringLiteral("queue_size"))->parameters.value(QStringLiteral("value")).toString(),
              QStringLiteral("{/broker_execution/queue_size}"));
}

TEST_F(JustTrades, DeadWorkersDeclareAndOneCauseMakesOneIncident)
{
    const RuleSpec* dead = m_book->rule(QStringLiteral("workers_dead"));
    ASSERT_TRUE(dead);
    EXPECT_EQ(dead->action, AlertAction::Declare);
    EXPECT_EQ(dead->severity, QStringLiteral("SEV-1"));
    EXPECT_EQ(dead->holdFor, std::chrono::seconds(10));
    const RuleSpec* queue = m_book->rule(QStringLiteral("queue_growing"));
    ASSERT_TRUE(queue);
    EXPECT_EQ(queue->action, AlertAction::Propose);
    EXPECT_EQ(queue->group, dead->group);
}

TEST_F(JustTrades, EveryRuleHasARunbookAndEveryActingStepSaysWhy)
{
    for (const RuleSpec& rule : m_book->rules)
        EXPECT_TRUE(m_book->runbook(rule.runbook)) << qPrintable(rule.id);
    for (const Runbook& runbook : m_book->runbooks) {
        for (const StepSpec& step : runbook.steps) {
            const QString name = runbook.id + QLatin1Char('/') + step.id;
            EXPECT_TRUE(step.danger == Danger::Read || !step.why.isEmpty()) << qPrintable(name);
            const bool blind = step.kind == QLatin1String("sql") && step.danger == Danger::Destructive &&
                               !step.parameters.contains(QStringLiteral("preview"));
            EXPECT_FALSE(blind) << qPrintable(name);
        }
    }
}

TEST_F(JustTrades, HoldsNoneOfTheCommandsThatDidDamage)
{
    const QJsonArray runbooks = m_book->toJson().value(QStringLiteral("runbooks")).toArray();
    for (const QJsonValue& runbook : runbooks) {
        for (const QJsonValue& step : runbook.toObject().value(QStringLiteral("steps")).toArray()) {
            const QJsonObject parameters = step.toObject().value(QStringLiteral("parameters")).toObject();
            const QByteArray text = QJsonDocument(parameters).toJson();
            for (const char* trap :
                 {"run-migrations", "push -f", "\"push\"", "reset --hard", "FLUSHDB", "FLUSHALL", "--tail"})
                EXPECT_FALSE(text.contains(trap)) << trap;
        }
    }
}

TEST_F(JustTrades, RestartIsWatched)
{
    const Runbook* outage = m_book->runbook(QStringLiteral("total_outage"));
    ASSERT_TRUE(outage);
    const auto restart = std::find_if(outage->steps.begin(), outage->steps.end(),
                                      [](const StepSpec& step) { return step.id == QLatin1String("restart_workers"); });
    ASSERT_NE(restart, outage->steps.end());
    EXPECT_EQ(restart->danger, Danger::Write);
    ASSERT_TRUE(restart->expect);
    EXPECT_EQ(restart->expect->signal, QStringLiteral("broker_workers"));
    EXPECT_EQ(restart->expect->comparison, Comparison::GreaterOrEqual);
    EXPECT_EQ(restart->expect->value, 10);
    EXPECT_EQ(restart->expect->within, std::chrono::seconds(120));
    EXPECT_EQ(restart->expect->hold, std::chrono::seconds(10));
}

TEST_F(JustTrades, MessagesAndPostmortemCanBeFilled)
{
    for (const char* id : {"page", "update", "resolved"}) {
        const MessageTemplate* message = m_book->message(QLatin1String(id));
        ASSERT_TRUE(message) << id;
        EXPECT_TRUE(checkTemplate(message->body).isEmpty()) << id;
        EXPECT_TRUE(templateFields(message->body).contains(QStringLiteral("incident"))) << id;
    }
    EXPECT_TRUE(checkTemplate(m_book->postmortem.templateText).isEmpty());
    for (const char* block :
         {"summary", "impact", "timeline", "responders", "steps", "notifications", "evidence", "questions"})
        EXPECT_TRUE(templateFields(m_book->postmortem.templateText).contains(QLatin1String(block))) << block;
}

TEST_F(JustTrades, PrintsAllOfItselfAsJson)
{
    const QJsonObject json = m_book->toJson();
    EXPECT_EQ(json.value(QStringLiteral("id")).toString(), QStringLiteral("just-trades"));
    EXPECT_EQ(json.value(QStringLiteral("signals")).toArray().size(), m_book->signalSpecs.size());
    EXPECT_EQ(json.value(QStringLiteral("rules")).toArray().size(), m_book->rules.size());
    EXPECT_EQ(json.value(QStringLiteral("connections")).toArray().size(), 8);
    const QJsonObject first = json.value(QStringLiteral("rules")).toArray().first().toObject();
    EXPECT_EQ(first.value(QStringLiteral("for")).toString(), QStringLiteral("10s"));
    EXPECT_EQ(first.value(QStringLiteral("action")).toString(), QStringLiteral("declare"));
    EXPECT_EQ(json.value(QStringLiteral("severities"))
                  .toArray()
                  .at(1)
                  .toObject()
                  .value(QStringLiteral("respond_within"))
                  .toString(),
              QStringLiteral("15m"));
}

}  // namespace

}  // namespace cockpit::test
