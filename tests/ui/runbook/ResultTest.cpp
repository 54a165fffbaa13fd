// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// What a step gave: rows as a table, and output of any size.
#include "tests/ui/runbook/RunbookBench.h"
#include "ui/panels/runbook/OutputView.h"
#include "ui/panels/runbook/ResultTableModel.h"
#include "ui/panels/runbook/ResultView.h"
#include "ui/panels/runbook/RowsView.h"
#include "ui/panels/runbook/StepCard.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace cockpit::panels::runbook {

namespace {

using CellType = ResultTable::CellType;

ResultTable mixed()
{
    ResultTable table;
    table.columns = QStringList{QStringLiteral("n"), QStringLiteral("word")};
    table.types = {CellType::Number, CellType::Text};
    table.rows = {{QStringLiteral("10"), QStringLiteral("ten")},
                  {std::nullopt, QStringLiteral("none")},
                  {QStringLiteral("9"), QString()},
                  {QStringLiteral("-1.5"), QStringLiteral("a\tb\nc")}};
    table.rowCount = 4;
    return table;
}

QStringList column(const QAbstractItemModel& model, int at)
{
    QStringList cells;
    for (int row = 0; row < model.rowCount(); ++row)
        cells.append(model.index(row, at).data().toString());
    return cells;
}

QAction* entry(const QWidget* card, const QString& text)
{
    for (const QMenu* menu : card->findChildren<QMenu*>()) {
        for (QAction* action : menu->actions()) {
            if (action->text().startsWith(text))
                return action;
        }
    }
    return nullptr;
}

}  // namespace

TEST(ResultTableModelTest, SortsByTypeAndKeepsNullLast)
{
    Theme theme;
    ResultTableModel model(theme);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setTable(mixed());
    const QPersistentModelIndex ten = model.index(0, 0);
    model.sort(0, Qt::AscendingOrder);
    EXPECT_EQ(column(model, 0),
              (QStringList{QStringLiteral("-1.5"), QStringLiteral("9"), QStringLiteral("10"), QStringLiteral("NULL")}));
    EXPECT_EQ(ten.row(), 2) << "a selection stays on its row";
    model.sort(0, Qt::DescendingOrder);
    EXPECT_EQ(column(model, 0),
              (QStringList{QStringLiteral("10"), QStringLiteral("9"), QStringLiteral("-1.5"), QStringLiteral("NULL")}));
    model.sort(-1);
    EXPECT_EQ(column(model, 0).first(), QStringLiteral("10")) << "the server's order";
    model.setTable({});
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(ResultTableModelTest, NullIsNotTheEmptyText)
{
    Theme theme;
    ResultTableModel model(theme);
    model.setTable(mixed());
    EXPECT_EQ(model.index(1, 0).data().toString(), QStringLiteral("NULL"));
    EXPECT_EQ(model.index(2, 1).data().toString(), QString());
    EXPECT_TRUE(model.index(1, 0).data(Qt::ForegroundRole).isValid()) << "and looks like no value";
    EXPECT_TRUE(model.index(0, 0).data(Qt::TextAlignmentRole).value<Qt::Alignment>().testFlag(Qt::AlignRight));
    EXPECT_TRUE(model.index(0, 1).data(Qt::TextAlignmentRole).value<Qt::Alignment>().testFlag(Qt::AlignLeft));
    EXPECT_EQ(model.toTsv({model.index(3, 1), model.index(3, 0), model.index(1, 0), model.index(1, 1)}),
              QStringLiteral("\tnone\n-1.5\ta b c"));
}

TEST(ResultTableModelTest, SparedRowsSayTheWord)
{
    Theme theme;
    ResultTableModel model(theme);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setTable(mixed(), {1});
    ASSERT_EQ(model.columnCount(), 3);
    EXPECT_EQ(column(model, 0), (QStringList{QStringLiteral("hit"), QStringLiteral("spared"), QStringLiteral("hit"),
                                             QStringLiteral("hit")}));
    EXPECT_TRUE(model.index(1, 2).data(Qt::FontRole).value<QFont>().strikeOut());
    EXPECT_FALSE(model.index(0, 2).data(Qt::FontRole).value<QFont>().strikeOut());
    model.sort(1, Qt::AscendingOrder);
    EXPECT_EQ(column(model, 0).last(), QStringLiteral("spared")) << "the word goes with its row";
}

TEST_F(RunbookBench, RowsAreATableBesideTheText)
{
    go("broker_status");
    key(Qt::Key_Space);
    StepOutcome outcome;
    outcome.state = StepState::Succeeded;
    outcome.summary = QStringLiteral("3 rows");
    outcome.output = "id | status\n8 | NULL\n";
    outcome.table = table(3);
    end(outcome);
    ResultView& result = current()->result();
    ASSERT_TRUE(test::waitUntil([&] { return result.hasTable() && !result.output().toPlainText().isEmpty(); }));
    EXPECT_TRUE(result.rows().isVisible());
    EXPECT_FALSE(result.output().isVisible());
    EXPECT_TRUE(visibleText(current()).contains(QStringLiteral("NULL")));
    QTest::mouseClick(button(current(), QStringLiteral("Text")), Qt::LeftButton);
    EXPECT_FALSE(result.rows().isVisible());
    EXPECT_TRUE(result.output().isVisible());
    QTest::mouseClick(button(current(), QStringLiteral("Table")), Qt::LeftButton);
    // A click on the head of a column sorts; the numbers came ascending.
    auto* head = result.rows().horizontalHeader();
    const QPoint first(head->sectionPosition(0) + 10, head->height() / 2);
    QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, first);
    QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, first);
    EXPECT_EQ(column(*result.rows().model(), 0),
              (QStringList{QStringLiteral("10"), QStringLiteral("9"), QStringLiteral("8")}));
    EXPECT_FALSE(button(current(), QStringLiteral("Fetch more"))) << "that is all there is";
}

TEST_F(RunbookBench, SelectedRowsAreCopiedAsTabSeparatedText)
{
    key(Qt::Key_Space);
    StepOutcome outcome;
    outcome.state = StepState::Succeeded;
    outcome.table = table(2);
    end(outcome);
    StepCard* health = go("health");
    ASSERT_TRUE(test::waitUntil([&] { return health->result().hasTable(); }));
    RowsView& rows = health->result().rows();
    rows.setFocus();
    QTest::keyClick(&rows, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&rows, Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QApplication::clipboard()->text(), QStringLiteral("8\t\tMNQ1!\n9\topen\tMNQ2!"));
}

TEST_F(RunbookBench, MoreRowsAreFetchedAtOnce)
{
    key(Qt::Key_Space);
    StepOutcome outcome;
    outcome.state = StepState::Succeeded;
    outcome.table = table(30, true);
    end(outcome);
    StepCard* health = go("health");
    ASSERT_TRUE(test::waitUntil([&] { return health->result().hasTable(); }));
    QPushButton* more = button(health, QStringLiteral("Fetch more"));
    ASSERT_NE(more, nullptr);
    QTest::mouseClick(more, Qt::LeftButton);
    publish();
    ASSERT_EQ(executor->started.size(), 2);
    EXPECT_EQ(executor->started.last().spec.parameters.value(QStringLiteral("max_rows")).toInteger(), 300);
    EXPECT_FALSE(health->result().hasTable()) << "old rows are not taken for new ones";
}

TEST_F(RunbookBench, TabReachesTheTableAndWhatCanBeDoneWithIt)
{
    key(Qt::Key_Space);
    StepOutcome outcome;
    outcome.state = StepState::Succeeded;
    outcome.table = table(30, true);
    end(outcome);
    StepCard* health = go("health");
    ASSERT_TRUE(test::waitUntil([&] { return health->result().hasTable(); }));
    QSet<QWidget*> reached;
    for (int i = 0; i < 40; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        reached.insert(QApplication::focusWidget());
    }
    for (QWidget* control : {static_cast<QWidget*>(&health->result().rows()),
                             static_cast<QWidget*>(button(health, QStringLiteral("Fetch more"))),
                             static_cast<QWidget*>(button(health, QStringLiteral("Table"))),
                             static_cast<QWidget*>(button(panel.get(), QStringLiteral("Run all reads")))})
        EXPECT_TRUE(reached.contains(control)) << qPrintable(control->accessibleName());
    for (const QWidget* widget : reached)
        EXPECT_FALSE(widget->accessibleName().isEmpty()) << widget->metaObject()->className();
}

TEST(ResultTableModelTest, AHundredThousandRowsAreSorted)
{
    Theme theme;
    ResultTableModel model(theme);
    ResultTable table;
    table.columns = QStringList{QStringLiteral("n")};
    table.types = {CellType::Number};
    for (int i = 0; i < ResultView::mostRows; ++i)
        table.rows.append({QString::number((i * 7'919) % ResultView::mostRows)});
    QElapsedTimer timer;
    timer.start();
    model.setTable(table);
    const qint64 taken = timer.elapsed();
    model.sort(0, Qt::AscendingOrder);
    std::cout << "100,000 rows: " << taken << " ms in the slot to show, " << timer.elapsed() - taken << " to sort\n";
    EXPECT_EQ(model.index(0, 0).data().toString(), QStringLiteral("0"));
    EXPECT_EQ(model.index(99'999, 0).data().toString(), QStringLiteral("99999"));
}

TEST_F(RunbookBench, RowsGoIntoAFileAndIntoTheEvidence)
{
    key(Qt::Key_Space);
    StepOutcome outcome;
    outcome.state = StepState::Succeeded;
    outcome.table = table(2);
    end(outcome);
    StepCard* health = go("health");
    ASSERT_TRUE(test::waitUntil([&] { return health->result().hasTable(); }));
    entry(health, QStringLiteral("Put the CSV"))->trigger();
    const auto kept = [&] {
        publish();
        const auto& evidence = rig.client.snapshot().incident(incident)->evidence;
        return std::any_of(evidence.begin(), evidence.end(), [](const EvidenceItem& item) {
            return item.name == QLatin1String("health.csv") && item.type == QLatin1String("text/csv");
        });
    };
    EXPECT_TRUE(test::waitUntil(kept));
    entry(health, QStringLiteral("Save as CSV"))->trigger();
    auto* dialog = panel->findChild<QFileDialog*>();
    ASSERT_NE(dialog, nullptr);
    const QString file = rig.dir.filePath(QStringLiteral("rows.csv"));
    emit dialog->fileSelected(file);
    dialog->close();
    ASSERT_TRUE(test::waitUntil([&] { return QFile::exists(file); }));
    QFile written(file);
    ASSERT_TRUE(written.open(QIODevice::ReadOnly));
    EXPECT_EQ(written.readAll(), table(2).toCsv());
}

TEST_F(RunbookBench, ATableThatIsNoneSaysSo)
{
    key(Qt::Key_Space);
    const QString run = current()->view().run;
    const auto stored = rig.evidence.addBytes("{\"columns\":3}", QStringLiteral("t.json"), resultTableType);
    ASSERT_TRUE(stored.ok());
    ASSERT_TRUE(rig.log
                    .append({EventType::StepFinished,
                             incident,
                             QStringLiteral("cockpit"),
                             {{QStringLiteral("run"), run},
                              {QStringLiteral("step"), QStringLiteral("health")},
                              {QStringLiteral("state"), QStringLiteral("succeeded")},
                              {QStringLiteral("table"), stored->sha256}}})
                    .ok());
    publish();
    EXPECT_TRUE(test::waitUntil([&] { return visibleText(panel.get()).contains(QStringLiteral("not a table")); }));
    EXPECT_FALSE(current()->result().hasTable());
}

TEST_F(RunbookBench, OneAppendOfAnySizeLeavesTheWindowAlive)
{
    key(Qt::Key_Space);
    OutputView& output = current()->result().output();
    const QString run = current()->view().run;
    const auto measured = [&](const char* what, const QString& text) {
        QElapsedTimer timer;
        timer.start();
        emit rig.client.stepOutput(run, QStringLiteral("health"), text);
        const qint64 slot = timer.elapsed();
        panel->repaint();
        std::cout << what << ": " << slot << " ms in the slot, " << timer.elapsed() - slot << " ms to paint\n";
    };
    measured("one line of 1,000,000", QString(1'000'000, QLatin1Char('x')));
    EXPECT_EQ(output.toPlainText().size(), 4'096);
    measured("the same line goes on", QString(1'000'000, QLatin1Char('y')));
    EXPECT_EQ(output.toPlainText().size(), 4'096) << "a line in pieces is cut like a whole one";
    QString lines;
    for (int i = 0; i < 10'000; ++i)
        lines +=
            QLatin1Char('\n') + QString::number(i).rightJustified(5, QLatin1Char('0')) + QString(995, QLatin1Char('z'));
    measured("10,000 lines of 1,000", lines);
    EXPECT_LE(output.document()->characterCount(), 256 * 1024 + 1);
    EXPECT_TRUE(output.toPlainText().contains(QStringLiteral("\n09999z"))) << "the newest are kept";
    EXPECT_FALSE(output.toPlainText().contains(QStringLiteral("\n00001z")));
    for (int i = 0; i < 200; ++i)
        emit rig.client.stepOutput(run, QStringLiteral("health"), QString(3'000, QLatin1Char('w')) + QLatin1Char('\n'));
    EXPECT_LE(output.document()->characterCount(), 256 * 1024 + 1) << "many small ones are bounded as well";
}

}  // namespace cockpit::panels::runbook
