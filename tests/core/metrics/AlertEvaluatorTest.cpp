// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/metrics/AlertEvaluator.h"

#include <gtest/gtest.h>

#include <QRandomGenerator>

namespace cockpit {

namespace {

using Phase = AlertStatus::Phase;

const QDateTime start(QDate(2026, 11, 21), QTime(3, 0), Qt::UTC);

PlaybookPointer playbookWith(const RuleSpec& rule)
{
    auto playbook = std::make_shared<Playbook>();
    playbook->id = QStringLiteral("flowrex");
    playbook->rules = {rule};
    return playbook;
}

RuleSpec queueRule(int holdSeconds, int clearSeconds, const QString& clearWhen = {})
{
    RuleSpec rule;
    rule.id = QStringLiteral("queue_high");
    rule.when = QStringLiteral("queue > 50");
    rule.clearWhen = clearWhen;
    rule.holdFor = std::chrono::seconds(holdSeconds);
    rule.clearFor = std::chrono::seconds(clearSeconds);
    return rule;
}

/// One look per letter, `step` seconds apart: H high, M middle, L low, ? unknown. The answer has one letter per look:
/// '.' nothing, 'F' began to fire, 'c' cleared.
class Watcher
{
public:
    explicit Watcher(const RuleSpec& rule, int step = 10)
        : evaluator(playbookWith(rule))
        , m_step(step)
    {
    }

    std::string see(const std::string& looks)
    {
        std::string changes;
        for (const char look : looks) {
            changes += this->look(look, start.addSecs(m_step * m_looks));
            ++m_looks;
        }
        return changes;
    }

    char look(char letter, const QDateTime& now)
    {
        Reading reading;
        reading.state = letter == '?' ? ReadingState::Unreachable : ReadingState::Value;
        reading.value = letter == 'H' ? 61 : letter == 'M' ? 45 : 3;
        const QList<AlertChange> changes = evaluator.evaluate([&](const QString&) { return reading; }, now);
        if (changes.isEmpty())
            return '.';
        EXPECT_EQ(changes.size(), 1);
        EXPECT_EQ(changes.first().at, now);
        EXPECT_EQ(changes.first().platform, QStringLiteral("flowrex"));
        return changes.first().fired ? 'F' : 'c';
    }

    AlertStatus status() const { return evaluator.statuses().first(); }

    AlertEvaluator evaluator;

private:
    int m_step;
    int m_looks = 0;
};

TEST(AlertEvaluator, FiresAtOnceWithoutFor)
{
    Watcher watcher(queueRule(0, 0));
    EXPECT_EQ(watcher.see("LHHLLH"), ".F.c.F");
}

TEST(AlertEvaluator, WaitsForTheWholeOfFor)
{
    Watcher watcher(queueRule(30, 0));
    EXPECT_EQ(watcher.see("LHHHHH"), "....F.");
    EXPECT_EQ(watcher.status().phase, Phase::Firing);
    EXPECT_EQ(watcher.status().since, start.addSecs(40));
}

TEST(AlertEvaluator, OneGoodReadingStartsForAnew)
{
    Watcher watcher(queueRule(30, 0));
    EXPECT_EQ(watcher.see("HHHLHHHH"), ".......F");
}

TEST(AlertEvaluator, ShowsPendingWithItsStart)
{
    Watcher watcher(queueRule(30, 0));
    watcher.see("LHH");
    EXPECT_EQ(watcher.status().phase, Phase::Pending);
    EXPECT_EQ(watcher.status().since, start.addSecs(10));
    EXPECT_EQ(watcher.status().reason, QStringLiteral("queue = 61"));
}

TEST(AlertEvaluator, HysteresisAndClearForEndIt)
{
    Watcher watcher(queueRule(0, 20, QStringLiteral("queue < 10")));
    EXPECT_EQ(watcher.see("HMMLLMLLL"), "F.......c");
}

TEST(AlertEvaluator, AConditionThatStillHoldsIsNotCleared)
{
    // clear_when that overlaps `when` must not make the alert flap.
    Watcher watcher(queueRule(0, 0, QStringLiteral("queue < 100")));
    EXPECT_EQ(watcher.see("HHHL"), "F..c");
}

TEST(AlertEvaluator, UnknownNeitherStartsNorEnds)
{
    Watcher quiet(queueRule(0, 0));
    EXPECT_EQ(quiet.see("???"), "...");
    EXPECT_EQ(quiet.status().phase, Phase::Unknown);

    Watcher firing(queueRule(0, 0));
    EXPECT_EQ(firing.see("H????H"), "F.....");
    EXPECT_EQ(firing.status().phase, Phase::Firing);
    EXPECT_EQ(firing.status().since, start);
}

TEST(AlertEvaluator, AFiringAlertSaysThatItsReadingsAreUnknown)
{
    Watcher watcher(queueRule(0, 0));
    watcher.see("H?");
    EXPECT_EQ(watcher.status().phase, Phase::Firing);
    EXPECT_TRUE(watcher.status().reason.contains(QStringLiteral("not known")));
    EXPECT_TRUE(watcher.status().reason.contains(QStringLiteral("queue unreachable")));
}

TEST(AlertEvaluator, UnknownTimeCountsTowardsNothing)
{
    // Held 10 s, unknown for 60 s, held again: 30 s of holding are complete only 20 s after it came back.
    Watcher hold(queueRule(30, 0));
    EXPECT_EQ(hold.see("HH?????HHHH"), ".........F.");

    Watcher clear(queueRule(0, 30));
    EXPECT_EQ(clear.see("HLL?????LLLL"), "F.........c.");
}

TEST(AlertEvaluator, AClockThatGoesBackDoesNotFireEarlyOrHang)
{
    Watcher watcher(queueRule(30, 0));
    EXPECT_EQ(watcher.look('H', start), '.');
    EXPECT_EQ(watcher.look('H', start.addSecs(20)), '.');
    EXPECT_EQ(watcher.look('H', start.addSecs(-3600)), '.');
    EXPECT_EQ(watcher.look('H', start.addSecs(-3591)), '.');
    EXPECT_EQ(watcher.look('H', start.addSecs(-3590)), 'F');
}

TEST(AlertEvaluator, ARestartDoesNotAnnounceAgain)
{
    Watcher watcher(queueRule(30, 0));
    watcher.evaluator.restoreFiring({QStringLiteral("queue_high"), QStringLiteral("gone_from_the_playbook")},
                                    start.addSecs(-600));
    EXPECT_EQ(watcher.see("?HHHH"), ".....");
    EXPECT_EQ(watcher.status().phase, Phase::Firing);
    EXPECT_EQ(watcher.status().since, start.addSecs(-600));
    EXPECT_EQ(watcher.see("L"), "c");
}

TEST(AlertEvaluator, KeepsTheOrderOfThePlaybook)
{
    auto playbook = std::make_shared<Playbook>();
    RuleSpec rule = queueRule(0, 0);
    for (const char* id : {"zebra", "ant", "mole"}) {
        rule.id = QString::fromUtf8(id);
        playbook->rules.append(rule);
    }
    const AlertEvaluator evaluator(playbook);
    QStringList order;
    for (const AlertStatus& status : evaluator.statuses())
        order.append(status.rule);
    EXPECT_EQ(order, QStringList({QStringLiteral("zebra"), QStringLiteral("ant"), QStringLiteral("mole")}));
}

/// Counts known looks: the timers advance by one step for each pair of neighbouring known looks, and by nothing around
/// an unknown one. Written without dates, as an independent statement of the rule.
std::string oracle(const std::string& looks, int holdSteps, int clearSteps)
{
    std::string changes;
    bool firing = false;
    int held = -1;
    char before = 'L';
    for (const char look : looks) {
        char change = '.';
        const bool wanted = firing ? look == 'L' : look == 'H';
        if (look != '?') {
            if (!wanted) {
                held = -1;
            } else {
                held = held < 0 ? 0 : held + (before == '?' ? 0 : 1);
                if (held >= (firing ? clearSteps : holdSteps)) {
                    change = firing ? 'c' : 'F';
                    firing = !firing;
                    held = -1;
                }
            }
        }
        before = look;
        changes += change;
    }
    return changes;
}

TEST(AlertEvaluator, AgreesWithTheOracle)
{
    QRandomGenerator random(42);
    int fired = 0;
    for (int i = 0; i < 1'000; ++i) {
        const int hold = random.bounded(4);
        const int clear = random.bounded(4);
        std::string looks;
        char letter = 'L';
        for (int n = 0; n < 40; ++n) {
            if (random.bounded(3) == 0)
                letter = "HHLL?"[random.bounded(5)];
            looks += letter;
        }
        Watcher watcher(queueRule(hold * 10, clear * 10));
        const std::string expected = oracle(looks, hold, clear);
        ASSERT_EQ(watcher.see(looks), expected) << looks << " for " << hold << " clear " << clear;
        fired += static_cast<int>(std::count(expected.begin(), expected.end(), 'F'));
    }
    EXPECT_GT(fired, 500);
}

}  // namespace

}  // namespace cockpit
