// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/ui/runbook/RunbookBench.h"

#include "ui/panels/runbook/StepCard.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/ElidedLabel.h"

#include <QApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace cockpit::panels::runbook {

namespace {

StepSpec step(const char* id, const char* title, Danger danger, const char* slot, const char* run, const char* why = "")
{
    StepSpec spec;
    spec.id = QLatin1String(id);
    spec.title = QString::fromUtf8(title);
    spec.kind = QStringLiteral("fake");
    spec.danger = danger;
    spec.connection = QLatin1String(slot);
    spec.parameters.insert(QStringLiteral("run"), QString::fromUtf8(run));
    spec.why = QString::fromUtf8(why);
    return spec;
}

QList<StepSpec> outageSteps()
{
    StepSpec restart = step("restart_workers", "Restart the workers", Danger::Write, "api", "railway restart");
    restart.expect = Expectation{QStringLiteral("broker_workers"), Comparison::GreaterOrEqual, 10,
                                 Milliseconds{120'000}, Milliseconds{10'000}};
    StepSpec close =
        step("close_stale_records", "Close records of trades that ended long ago", Danger::Destructive, "db",
             "UPDATE recorded_trades SET status = 'closed', exit_reason = 'manual_cleanup' WHERE status = 'open' "
             "AND entry_time < now() - make_interval(hours => {{hours}})",
             "Look through the list first; the change is undone by itself if it would touch another number of rows "
             "than the list shows.");
    InputSpec hours;
    hours.id = QStringLiteral("hours");
    hours.title = QStringLiteral("Open for more than this many hours");
    hours.type = InputSpec::Type::Integer;
    close.inputs.append(hours);
    return {step("health", "Does the API answer?", Danger::Read, "api", "GET /health",
                 "A quick yes or no. The page answers without touching the database, so a good answer does not prove "
                 "that the "
                 "platform works."),
            step("broker_status", "What do the workers say?", Danger::Read, "api", "GET /api/broker-execution/status"),
            restart,
            close,
            step("cache_probe", "Does the signal cache answer?", Danger::Read, "cache", "INFO memory"),
            step("confirm", "Confirm that it works", Danger::Read, "", "Broker workers are at 10 and stay there")};
}

}  // namespace

PlaybookPointer RunbookBench::playbook()
{
    auto book = std::make_shared<Playbook>();
    book->id = QStringLiteral("just-trades");
    book->title = QStringLiteral("Just Trades");
    book->timeZone = QStringLiteral("UTC");
    book->digest = QStringLiteral("d");
    book->severities.append({QStringLiteral("SEV-1"), QStringLiteral("Total outage"), 0, {}, {}, {}});
    for (const char* slot : {"api", "db", "cache"})
        book->connections.append({QLatin1String(slot), QStringLiteral("fake"), QLatin1String(slot), {}, {}});
    Runbook outage;
    outage.id = QStringLiteral("total_outage");
    outage.title = QStringLiteral("Total outage");
    outage.steps = outageSteps();
    Runbook other;
    other.id = QStringLiteral("prices_stale");
    other.title = QStringLiteral("Prices are old");
    other.steps = {step("stream", "Is the stream connected?", Danger::Read, "api", "GET /stream")};
    outage.steps.last().see = QStringList{QStringLiteral("prices_stale")};
    Runbook resume;
    resume.id = QStringLiteral("resume");
    resume.title = QStringLiteral("Let it run again");
    StepSpec half = step("half", "Half of it", Danger::Read, "api", "POST /half");
    half.stage = StageSpec{{}, QStringLiteral("queue < 5"), Milliseconds{60'000}, QStringLiteral("queue < 9"), {}};
    resume.steps = {half};
    SignalSpec queue;
    queue.id = QStringLiteral("queue");
    book->signalSpecs = {queue};
    book->runbooks = {outage, other, resume};
    return book;
}

RunbookBench::RunbookBench()
    : rig({playbook()})
{
    theme.apply(*qApp);
    auto made = std::make_unique<test::FakeExecutor>();
    executor = made.get();
    rig.registry.add(std::move(made));
    for (const auto& [slot, environment] :
         {std::pair{"api", Environment::Production}, std::pair{"db", Environment::Staging}}) {
        ConnectionSpec spec;
        spec.id = QStringLiteral("just-trades/") + QLatin1String(slot);
        spec.kind = QStringLiteral("fake");
        spec.environment = environment;
        EXPECT_TRUE(test::waitFor(rig.connections.save(spec, std::nullopt)));
    }
    panel = std::make_unique<RunbookPanel>(PanelContext{rig.client, selection, theme, actions, rig.clock});
    panel->resize(500, 760);
    panel->show();
    panel->activateWindow();
    EXPECT_TRUE(QTest::qWaitForWindowActive(panel.get()));
    panel->setFocus();
    incident = declare(QStringLiteral("Broker workers dead: no trades executing"));
    selection.setRunbook(QStringLiteral("just-trades"), QStringLiteral("total_outage"));
    publish();
}

void RunbookBench::publish()
{
    rig.publish();
    QTest::qWait(1);
}

QString RunbookBench::declare(const QString& title)
{
    const auto id = rig.engine.declare(
        {QStringLiteral("just-trades"), QStringLiteral("SEV-1"), title, {}, QStringLiteral("total_outage")},
        QStringLiteral("ops-3/maria"));
    EXPECT_TRUE(id.ok());
    publish();
    selection.setIncident(id.ok() ? *id : QString());
    return id.ok() ? *id : QString();
}

void RunbookBench::key(Qt::Key key)
{
    QTest::keyClick(panel.get(), key);
    publish();
}

void RunbookBench::end(StepState state, const QByteArray& output, const QString& summary)
{
    StepOutcome outcome;
    outcome.state = state;
    outcome.output = output;
    outcome.summary = summary;
    ASSERT_NE(executor->running, nullptr);
    executor->running->end(outcome);
    publish();
}

StepCard* RunbookBench::card(const char* step) const
{
    return panel->findChild<StepCard*>(QStringLiteral("step.") + QLatin1String(step));
}

StepCard* RunbookBench::current() const
{
    for (StepCard* candidate : panel->findChildren<StepCard*>()) {
        if (candidate->isCurrent())
            return candidate;
    }
    return nullptr;
}

StepCard* RunbookBench::go(const char* step)
{
    for (int i = 0; i < 20; ++i)
        key(Qt::Key_Up);
    for (int i = 0; i < 20 && current() != card(step); ++i)
        key(Qt::Key_Down);
    EXPECT_EQ(current(), card(step));
    return current();
}

QPushButton* RunbookBench::button(const QWidget* parent, const QString& text) const
{
    for (auto* candidate : parent->findChildren<QPushButton*>()) {
        if (candidate->text() == text && candidate->isVisible())
            return candidate;
    }
    return nullptr;
}

QString RunbookBench::visibleText(const QWidget* widget) const
{
    QStringList texts;
    for (const QWidget* part : widget->findChildren<QWidget*>()) {
        if (!part->isVisible())
            continue;
        if (const auto* label = qobject_cast<const QLabel*>(part))
            texts.append(label->text());
        else if (const auto* line = qobject_cast<const ElidedLabel*>(part))
            texts.append(line->text());
        else if (const auto* view = qobject_cast<const QPlainTextEdit*>(part))
            texts.append(view->toPlainText());
        else if (const auto* badge = qobject_cast<const Badge*>(part))
            texts.append(badge->word());
    }
    return texts.join(QLatin1Char('\n'));
}

}  // namespace cockpit::panels::runbook
