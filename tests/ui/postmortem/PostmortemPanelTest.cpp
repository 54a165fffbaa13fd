// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/postmortem/PostmortemPanel.h"
#include "core/postmortem/GeneratedBlocks.h"
#include "tests/support/Wait.h"
#include "tests/ui/timeline/PanelBench.h"
#include "ui/panels/postmortem/EvidenceStrip.h"
#include "ui/panels/postmortem/MarkdownEditor.h"
#include "ui/widgets/MessageBar.h"
#include "ui/widgets/SafeBrowser.h"

#include <gtest/gtest.h>

#include <QBuffer>
#include <QClipboard>
#include <QDockWidget>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QMainWindow>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>

namespace cockpit::test {

namespace {

using namespace panels::postmortem;

QByteArray png()
{
    QImage image(300, 120, QImage::Format_RGB32);
    image.fill(QColor(0x2f, 0x7f, 0xd0));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

class PostmortemPanelTest : public testing::Test
{
protected:
    PostmortemPanelTest()
        : panel(std::make_unique<PostmortemPanel>(bench.context()))
    {
        bench.theme.apply(*qApp);
        panel->resize(900, 560);
        panel->show();
        panel->activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(panel.get()));
        editor = panel->findChild<MarkdownEditor*>();
        preview = panel->findChild<SafeBrowser*>();
        strip = panel->findChild<EvidenceStrip*>();
    }

    QString open(const QString& title = QStringLiteral("Broker workers dead: no trades executing"))
    {
        const QString id = bench.declare(title);
        EXPECT_TRUE(waitUntil([&] {
            return editor->markdown().contains(QLatin1String("cockpit:begin timeline")) && !editor->isReadOnly();
        }));
        return id;
    }

    QString saved(const QString& id) const { return bench.log.book().find(id)->postmortem; }

    void typeAtEnd(const QString& text)
    {
        editor->setFocus();
        editor->moveCursor(QTextCursor::End);
        QTest::keyClicks(editor, text);
    }

    void drop(QWidget* target, const QMimeData& mime)
    {
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(target, &enter);
        EXPECT_TRUE(enter.isAccepted());
        QDropEvent event(QPointF(20, 20), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(target, &event);
    }

    PanelBench bench;
    std::unique_ptr<PostmortemPanel> panel;
    MarkdownEditor* editor = nullptr;
    SafeBrowser* preview = nullptr;
    EvidenceStrip* strip = nullptr;
};

TEST_F(PostmortemPanelTest, WritesItselfAndShowsItself)
{
    EXPECT_FALSE(editor->isVisible()) << "without an incident there is nothing to edit";
    bench.grabBothLooks(*panel, QStringLiteral("postmortem-empty"));
    const QString id = open();
    EXPECT_TRUE(editor->markdown().contains(QLatin1String("SEV-1 declared")));
    EXPECT_TRUE(waitUntil([&] { return preview->toPlainText().contains(QLatin1String("SEV-1 declared")); }));
    EXPECT_FALSE(preview->toPlainText().contains(QLatin1String("cockpit:")));
    bench.grabBothLooks(*panel, QStringLiteral("postmortem-draft"));
    panel->resize(480, 700);
    panel->setView(PostmortemPanel::View::Preview);
    EXPECT_LE(panel->minimumSizeHint().width(), 480) << "fits into a dock";
    bench.grabBothLooks(*panel, QStringLiteral("postmortem-narrow"));
    EXPECT_FALSE(waitUntil([&] { return !saved(id).isEmpty(); }, PostmortemKeeper::autosaveMs + 500))
        << "neither opening a draft nor another theme is an edit";
}

TEST_F(PostmortemPanelTest, ALowPanelShowsOneOfTheTwoAndSaysWhy)
{
    PostmortemPanel low(bench.context());
    low.resize(360, 300);
    low.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&low));
    bench.declare(QStringLiteral("Workers dead"));
    ASSERT_TRUE(waitUntil([&] { return low.findChild<MarkdownEditor*>()->isVisible(); }));
    EXPECT_FALSE(low.findChild<SafeBrowser*>()->isVisible());
    QPushButton* split = nullptr;
    for (QPushButton* button : low.findChildren<QPushButton*>()) {
        if (button->text() == QLatin1String("Split"))
            split = button;
    }
    ASSERT_NE(split, nullptr);
    EXPECT_FALSE(split->isEnabled());
    EXPECT_FALSE(split->toolTip().isEmpty());
    low.resize(360, 700);
    EXPECT_TRUE(low.findChild<SafeBrowser*>()->isVisible());
    EXPECT_TRUE(split->isEnabled() && split->isChecked());
    low.resize(680, 300);
    EXPECT_FALSE(low.findChild<SafeBrowser*>()->isVisible());
    bench.theme.setMode(Theme::Mode::Light);
    QTest::qWait(400);
    EXPECT_FALSE(low.findChild<SafeBrowser*>()->isVisible());
}

TEST_F(PostmortemPanelTest, BehindATabItStillFitsItsRoom)
{
    QMainWindow window;
    auto* behind = new QDockWidget(&window);
    auto* low = new PostmortemPanel(bench.context(), behind);
    low->setMinimumSize(280, 260);
    behind->setWidget(low);
    auto* front = new QDockWidget(&window);
    front->setWidget(new QWidget(front));
    window.addDockWidget(Qt::RightDockWidgetArea, behind);
    window.tabifyDockWidget(behind, front);
    window.resize(900, 900);
    window.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));
    bench.declare(QStringLiteral("Workers dead"));
    behind->raise();
    QTest::qWait(50);
    EXPECT_TRUE(low->findChild<SafeBrowser*>()->isVisible());
    front->raise();
    window.resize(680, 340);
    QTest::qWait(50);
    behind->raise();
    QTest::qWait(50);
    EXPECT_LT(low->height(), 480);
    EXPECT_FALSE(low->findChild<SafeBrowser*>()->isVisible());
}

TEST_F(PostmortemPanelTest, SavesTwoSecondsAfterTypingStops)
{
    const QString id = open();
    typeAtEnd(QStringLiteral("The disk was full."));
    EXPECT_TRUE(saved(id).isEmpty());
    EXPECT_TRUE(waitUntil([&] { return saved(id).contains(QLatin1String("The disk was full.")); }, 6'000));
    bench.clock.advance(Milliseconds{5'000});
    bench.show();
    EXPECT_TRUE(editor->markdown().contains(QLatin1String("The disk was full.")));
}

TEST_F(PostmortemPanelTest, ChangingTheIncidentLosesNothing)
{
    const QString first = open(QStringLiteral("first"));
    typeAtEnd(QStringLiteral("typed for the first"));
    const QString second = open(QStringLiteral("second"));
    EXPECT_TRUE(saved(first).contains(QLatin1String("typed for the first")));
    EXPECT_FALSE(editor->markdown().contains(QLatin1String("typed for the first")));
    typeAtEnd(QStringLiteral("typed for the second"));
    bench.store.failing = true;
    bench.selection.setIncident(first);
    EXPECT_TRUE(saved(second).isEmpty());
    EXPECT_TRUE(waitUntil([&] { return editor->markdown().contains(QLatin1String("typed for the first")); }));
    bench.selection.setIncident(second);
    EXPECT_TRUE(editor->markdown().contains(QLatin1String("typed for the second"))) << "the failed save is still here";
    bench.store.failing = false;
    bench.selection.setIncident(first);
    EXPECT_TRUE(saved(second).contains(QLatin1String("typed for the second")));
    EXPECT_FALSE(saved(second).contains(QLatin1String("typed for the first")));
    EXPECT_FALSE(saved(first).contains(QLatin1String("second")));
}

TEST_F(PostmortemPanelTest, ClosingThePanelSaves)
{
    const QString id = open();
    typeAtEnd(QStringLiteral("last words"));
    panel.reset();
    EXPECT_TRUE(saved(id).contains(QLatin1String("last words")));
}

TEST_F(PostmortemPanelTest, RefreshTakesUpTheLogAndKeepsWhatWasTyped)
{
    const QString id = open();
    typeAtEnd(QStringLiteral("My own words."));
    ASSERT_TRUE(bench.engine.note(id, QStringLiteral("vendor called"), QStringLiteral("maria")).ok());
    bench.show();
    EXPECT_FALSE(editor->markdown().contains(QLatin1String("vendor called"))) << "nothing moves under a typing hand";
    QTest::keyClick(editor, Qt::Key_F5);
    EXPECT_TRUE(waitUntil([&] { return editor->markdown().contains(QLatin1String("vendor called")); }));
    EXPECT_TRUE(editor->markdown().contains(QLatin1String("My own words.")));
    EXPECT_TRUE(saved(id).contains(QLatin1String("My own words.")));
}

TEST_F(PostmortemPanelTest, AnUntouchedDraftFollowsTheLog)
{
    const QString id = open();
    editor->clearFocus();
    ASSERT_TRUE(bench.engine.note(id, QStringLiteral("vendor called"), QStringLiteral("maria")).ok());
    bench.show();
    EXPECT_TRUE(waitUntil([&] { return editor->markdown().contains(QLatin1String("vendor called")); }));
    EXPECT_TRUE(saved(id).isEmpty());
}

TEST_F(PostmortemPanelTest, SaysWhenSomebodyElseSaved)
{
    const QString id = open();
    typeAtEnd(QStringLiteral("mine"));
    ASSERT_TRUE(bench.engine.savePostmortem(id, QStringLiteral("# theirs\n"), QStringLiteral("ops-4/li")).ok());
    bench.show();
    auto* bar = panel->findChild<MessageBar*>();
    EXPECT_TRUE(bar->isVisible());
    EXPECT_TRUE(bar->text().contains(QLatin1String("Somebody else saved")));
    EXPECT_TRUE(editor->markdown().contains(QLatin1String("mine")));
}

TEST_F(PostmortemPanelTest, FilesAndPicturesBecomeEvidenceAndReferences)
{
    const QString id = open();
    QFile file(bench.directory.filePath(QStringLiteral("app.log")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("ERROR disk full\n");
    file.close();
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(file.fileName())});
    drop(strip, files);
    ASSERT_TRUE(waitUntil([&] { return editor->markdown().contains(QLatin1String("**app.log**")); }));
    const EvidenceItem item = bench.log.book().find(id)->evidence.last();
    EXPECT_TRUE(editor->markdown().contains(item.sha256));
    EXPECT_EQ(item.source, QStringLiteral("file"));

    QMimeData picture;
    picture.setImageData(QImage::fromData(png()));
    drop(editor->viewport(), picture);
    ASSERT_TRUE(waitUntil([&] { return editor->markdown().contains(QLatin1String("![image.png](evidence:")); }));
    bench.show();
    EXPECT_EQ(strip->findChild<QListWidget*>()->count(), 2);
    const QString sha = bench.log.book().find(id)->evidence.last().sha256;
    EXPECT_TRUE(waitUntil([&] {
        const QVariant image =
            preview->loadResource(QTextDocument::ImageResource, QUrl(QStringLiteral("evidence:") + sha));
        return image.value<QImage>().width() == 300;
    })) << "the preview shows the picture";
    bench.grabBothLooks(*panel, QStringLiteral("postmortem-evidence"));
}

TEST_F(PostmortemPanelTest, RowsStepsAndChartsBecomeEvidence)
{
    const QString id = open();
    QMimeData rows;
    rows.setData(QStringLiteral("application/x-incident-cockpit-timeline"), "[]");
    rows.setText(QStringLiteral("03:00:00Z  note"));
    drop(strip, rows);
    QMimeData step;
    step.setData(QStringLiteral("application/x-incident-cockpit-step"), "{}");
    step.setText(QStringLiteral("0 of 10 alive"));
    drop(strip, step);
    QMimeData chart;
    chart.setData(QStringLiteral("application/x-incident-cockpit-chart"), "{\"signal\":\"error_rate\"}");
    chart.setData(QStringLiteral("image/png"), png());
    drop(strip, chart);
    QMimeData text;
    text.setText(QStringLiteral("said on the phone"));
    drop(strip, text);
    ASSERT_TRUE(waitUntil([&] { return bench.log.book().find(id)->evidence.size() == 5; }));
    QStringList sources;
    for (const EvidenceItem& item : bench.log.book().find(id)->evidence)
        sources.append(item.source);
    EXPECT_EQ(sources, QStringList({QStringLiteral("timeline"), QStringLiteral("step"), QStringLiteral("chart"),
                                    QStringLiteral("chart"), QStringLiteral("text")}));
    EXPECT_TRUE(waitUntil([&] { return editor->markdown().contains(QLatin1String("![chart.png](evidence:")); }));
}

TEST_F(PostmortemPanelTest, ReferencesNeverLandInAGeneratedBlock)
{
    open();
    const int inside = static_cast<int>(editor->toPlainText().indexOf(QLatin1String("SEV-1 declared")));
    ASSERT_GT(inside, 0);
    QTextCursor cursor = editor->textCursor();
    cursor.setPosition(inside);
    editor->setTextCursor(cursor);
    editor->insertReference(QStringLiteral("![x](evidence:y)"));
    for (const BlockSpan& span : findBlocks(editor->markdown()))
        EXPECT_FALSE(span.edited) << qPrintable(span.name);
    EXPECT_TRUE(editor->markdown().contains(QLatin1String("![x](evidence:y)")));
}

TEST_F(PostmortemPanelTest, PastingOrdinaryTextTypesItAndAHugeOneIsKeptAsEvidence)
{
    const QString id = open();
    QGuiApplication::clipboard()->setText(QStringLiteral("ordinary <b>words</b>"));
    editor->setFocus();
    editor->moveCursor(QTextCursor::End);
    editor->paste();
    EXPECT_TRUE(editor->markdown().endsWith(QLatin1String("ordinary <b>words</b>")));
    EXPECT_TRUE(bench.log.book().find(id)->evidence.isEmpty());
    QGuiApplication::clipboard()->setText(QString(1'000'000, QLatin1Char('x')));
    QElapsedTimer timer;
    timer.start();
    editor->paste();
    ASSERT_TRUE(waitUntil([&] { return bench.log.book().find(id)->evidence.size() == 1; }));
    EXPECT_EQ(bench.log.book().find(id)->evidence.first().size, 1'000'000);
    editor->repaint();
    EXPECT_LT(timer.elapsed(), 3'000) << "ms; the editor alone would freeze for half a minute";
    EXPECT_FALSE(LongLines::hasLongLine(editor->toPlainText()));
}

TEST_F(PostmortemPanelTest, ASavedLineOfAMillionCharactersLeavesThePanelResponsive)
{
    const QString id = bench.declare();
    const QString text =
        QStringLiteral("# T\n\n") + QString(1'000'000, QLatin1Char('x')) + QStringLiteral("\n\ntail\n");
    bench.selection.setIncident({});
    ASSERT_TRUE(bench.engine.savePostmortem(id, text, QStringLiteral("ops-4/li")).ok());
    bench.show();
    QElapsedTimer timer;
    timer.start();
    bench.selection.setIncident(id);
    ASSERT_TRUE(waitUntil([&] { return editor->markdown().contains(QLatin1String("tail")) && !editor->isReadOnly(); }));
    QCoreApplication::sendPostedEvents();
    panel->repaint();
    EXPECT_LT(timer.elapsed(), 5'000) << "ms";
    EXPECT_EQ(editor->markdown(), text) << "what is shown shortened is kept whole";
    typeAtEnd(QStringLiteral("more"));
    panel.reset();
    EXPECT_EQ(saved(id), text + QStringLiteral("more"));
}

TEST_F(PostmortemPanelTest, HostileTextIsShownLiterally)
{
    const QString hostile = QStringLiteral("<img src=/dev/zero> <b>x</b>");
    const QString id = open(hostile);
    ASSERT_TRUE(
        bench.engine
            .note(id, QStringLiteral("[go](javascript:alert(1)) ![x](file:///etc/passwd)"), QStringLiteral("maria"))
            .ok());
    editor->clearFocus();
    bench.show();
    ASSERT_TRUE(waitUntil([&] { return preview->toPlainText().contains(QLatin1String("javascript:alert(1)")); }));
    EXPECT_TRUE(preview->toPlainText().contains(hostile));
    EXPECT_FALSE(preview->toHtml().contains(QLatin1String("href=\"javascript")));
    EXPECT_FALSE(preview->toHtml().contains(QLatin1String("<img")));
    typeAtEnd(QStringLiteral(" ![y](file:///etc/passwd) <img src=/dev/zero>"));
    EXPECT_TRUE(waitUntil([&] { return preview->toPlainText().contains(QLatin1String("image not shown: y")); }));
}

TEST_F(PostmortemPanelTest, ExportsWhatIsShownAndSaysSo)
{
    const QString id = open();
    typeAtEnd(QStringLiteral("exported words"));
    const QString file = bench.directory.filePath(QStringLiteral("out.md"));
    panel->exportTo(QStringLiteral("md"), file);
    ASSERT_TRUE(waitUntil([&] { return bench.store.events.last().type == EventType::PostmortemExported; }));
    QFile out(file);
    ASSERT_TRUE(out.open(QIODevice::ReadOnly));
    EXPECT_TRUE(out.readAll().contains("exported words"));
    EXPECT_TRUE(waitUntil([&] { return panel->findChild<MessageBar*>()->text().contains(file); }));
    panel->exportTo(QStringLiteral("md"), QStringLiteral("/nonexistent-folder/x.md"));
    EXPECT_TRUE(waitUntil(
        [&] { return panel->findChild<MessageBar*>()->text().contains(QLatin1String("could not be written")); }));
    EXPECT_TRUE(bench.actions.find(QStringLiteral("postmortem.export")));
    EXPECT_EQ(bench.log.book().find(id)->postmortemExported, true);
}

}  // namespace

}  // namespace cockpit::test
