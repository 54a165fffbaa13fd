// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/ui/runbook/RunbookBench.h"

#include "core/runbook/BuiltInSteps.h"
#include "ui/panels/runbook/StepCard.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/ElidedLabel.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

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

InputSpec from(const char* id, const char* title, const char* output)
{
    InputSpec input;
    input.id = QLatin1String(id);
    input.title = QString::fromUtf8(title);
    input.from = QLatin1String(output);
    return input;
}

/// Steps that hand on values, are called for or not, and can be looked up after an unknown outcome.
QList<StepSpec> flowSteps()
{
    StepSpec count = step("count_stuck", "How many orders are stuck?", Danger::Read, "db", "SELECT id FROM orders");
    count.outputs = {{QStringLiteral("stuck_orders"), OutputSpec::Source::Rows, {}},
                     {QStringLiteral("oldest_id"), OutputSpec::Source::Column, QStringLiteral("id")}};
    StepSpec cancel = step("cancel_stuck", "Cancel the stuck orders", Danger::Destructive, "db",
                           "UPDATE orders SET status = 'cancelled' WHERE id >= {{order}}");
    cancel.onlyIf = QStringLiteral("stuck_orders > 0");
    cancel.inputs = {from("order", "From this order on", "oldest_id")};
    cancel.verify = QStringLiteral("count_stuck");
    StepSpec pause = step("pause", "Give it a minute", Danger::Read, "", "");
    pause.kind = QStringLiteral("wait");
    pause.parameters = {{QStringLiteral("for"), QStringLiteral("1m")}};
    return {count, cancel, step("ask", "Ask the broker", Danger::Read, "", "Call them"),
            step("age", "How old is the oldest?", Danger::Read, "db", "SELECT min(age) FROM orders"), pause};
}

}  // namespace

PlaybookPointer RunbookBench::playbook(bool secondPerson)
{
    auto book = std::make_shared<Playbook>();
    book->id = QStringLiteral("just-trades");
    book->title = QStringLiteral("Just Trades");
    book->timeZone = QStringLiteral("UTC");
    book->digest = QStringLiteral("d");
    book->secondPerson = secondPerson;
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
    Runbook flow;
    flow.id = QStringLiteral("stuck_orders");
    flow.title = QStringLiteral("Orders are stuck");
    flow.steps = flowSteps();
    SignalSpec queue;
    queue.id = QStringLiteral("queue");
    SignalSpec workers;
    workers.id = QStringLiteral("broker_workers");
    workers.title = QStringLiteral("Broker workers");
    workers.unit = QStringLiteral("count");
    book->signalSpecs = {queue, workers};
    book->runbooks = {outage, other, resume, flow};
    return book;
}

RunbookBench::RunbookBench(bool secondPerson, std::shared_ptr<ApprovalKeys> keys)
    : rig({playbook(secondPerson)}, std::move(keys))
{
    createBuiltInSteps(rig.registry);
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
    panel->addActions(actions.all());
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
    end(outcome);
}

void RunbookBench::end(const StepOutcome& outcome)
{
    ASSERT_NE(executor->running, nullptr);
    executor->running->end(outcome);
    publish();
}

StepPreview RunbookBench::rowsPreview()
{
    StepPreview preview;
    preview.summary = QStringLiteral("7 rows");
    preview.affected = 7;
    preview.target = {QStringLiteral("db1:5432"), QStringLiteral("just_trades"), QStringLiteral("ops_rw"),
                      QStringLiteral("7312041277301946"), Environment::Staging};
    return preview;
}

ResultTable RunbookBench::table(int rows, bool more)
{
    ResultTable made;
    made.columns = QStringList{QStringLiteral("id"), QStringLiteral("status"), QStringLiteral("ticker")};
    made.types = {ResultTable::CellType::Number, ResultTable::CellType::Text, ResultTable::CellType::Text};
    for (int i = 0; i < rows; ++i)
        made.rows.append({QString::number(8 + i), i == 0 ? std::optional<QString>() : QStringLiteral("open"),
                          QStringLiteral("MNQ%1!").arg(i % 3 + 1)});
    made.rowCount = rows;
    made.more = more;
    return made;
}

void RunbookBench::runTyped(StepCard* target, const QString& typed)
{
    key(Qt::Key_Space);
    ASSERT_TRUE(target->isAsking());
    QTest::keyClicks(QApplication::focusWidget(), typed);
    QPushButton* run = button(target, QStringLiteral("Run it"));
    run = run ? run : button(target, QStringLiteral("Undo it"));
    ASSERT_NE(run, nullptr);
    ASSERT_TRUE(test::waitUntil([&] { return run->isEnabled(); }));
    QTest::mouseClick(run, Qt::LeftButton);
    publish();
}

void RunbookBench::holdClose()
{
    executor->previewed = rowsPreview();
    StepCard* close = go("close_stale_records");
    close->findChild<QLineEdit*>(QStringLiteral("hours"))->setText(QStringLiteral("24"));
    panel->setFocus();
    runTyped(close, QStringLiteral("7"));
    ASSERT_NE(executor->running, nullptr);
    StepHold held;
    held.summary = QStringLiteral("7 rows changed, not committed");
    held.affected = 7;
    held.patience = Milliseconds{60'000};
    UndoCapsule capsule;
    capsule.kind = QStringLiteral("fake");
    capsule.connectionId = QStringLiteral("just-trades/db");
    capsule.parameters = {{QStringLiteral("run"), QStringLiteral("UPDATE recorded_trades SET status = 'open'")}};
    capsule.items = 7;
    capsule.summary = QStringLiteral("7 rows of recorded_trades");
    held.undo = capsule;
    executor->running->hold(held);
    publish();
}

void RunbookBench::show(const char* runbook)
{
    selection.setRunbook(QStringLiteral("just-trades"), QLatin1String(runbook));
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

QStringList RunbookBench::cellsOf(const QAbstractItemModel* model)
{
    QStringList cells;
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column)
            cells.append(model->index(row, column).data().toString());
    }
    return cells;
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
        else if (const auto* rows = qobject_cast<const QTableView*>(part))
            texts.append(cellsOf(rows->model()));
    }
    return texts.join(QLatin1Char('\n'));
}

}  // namespace cockpit::panels::runbook
