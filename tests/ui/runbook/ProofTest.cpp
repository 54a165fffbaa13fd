// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// The proof beside its step, the record of earlier ones, and the second person.
#include "tests/ui/runbook/RunbookBench.h"
#include "ui/panels/runbook/ProofBar.h"
#include "ui/panels/runbook/StepCard.h"
#include "ui/widgets/ConfirmationBox.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace cockpit::panels::runbook {

namespace {

/// Signs everything with the same word.
class WordKeys final : public ApprovalKeys
{
public:
    QFuture<Result<QByteArray>> publicKey() override
    {
        return test::finishedFuture(Result<QByteArray>(QByteArray(32, 'k')));
    }
    QFuture<Result<QByteArray>> sign(const QByteArray&) override
    {
        return test::finishedFuture(Result<QByteArray>(QByteArray("signed")));
    }
    bool verify(const QByteArray&, const QByteArray& signature, const QByteArray&) const override
    {
        return signature == "signed";
    }
};

class FourEyesBench : public RunbookBench
{
protected:
    FourEyesBench()
        : RunbookBench(true, std::make_shared<WordKeys>())
    {
        EXPECT_TRUE(rig.engine.trustApprover(QStringLiteral("joe"), QString::fromLatin1(QByteArray(32, 'j').toHex()),
                                             QStringLiteral("ops-3/maria")));
        StepPreview preview = rowsPreview();
        preview.target.environment = Environment::Production;
        executor->previewed = preview;
    }
    QString answer(const QByteArray& signature) const
    {
        const auto request = ApprovalRequest::fromText(QApplication::clipboard()->text());
        EXPECT_TRUE(request.ok());
        return Approval{request ? request->id : QString(), QStringLiteral("joe"), QByteArray(32, 'j'), signature}
            .toText();
    }
    void paste(QPlainTextEdit* field, const QString& text) const
    {
        QApplication::clipboard()->setText(text);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
    }
};

}  // namespace

TEST_F(RunbookBench, TheProofIsLiveBesideTheStep)
{
    StepCard* restart = go("restart_workers");
    key(Qt::Key_Space);
    QPushButton* yes = button(restart, QStringLiteral("Yes, run it"));
    ASSERT_TRUE(test::waitUntil([&] { return yes->isEnabled(); }));
    QTest::mouseClick(yes, Qt::LeftButton);
    publish();
    end(StepState::Succeeded, {}, QStringLiteral("exit code 0"));
    ASSERT_TRUE(restart->view().watching);
    Snapshot snapshot = rig.engine.snapshot();
    ASSERT_EQ(snapshot.expectations.size(), 1);
    ExpectationState& watch = snapshot.expectations.first();
    watch.reading.state = ReadingState::Value;
    watch.reading.value = 4;
    watch.reading.at = watch.startedAt.addSecs(-5);
    snapshot.at = watch.startedAt.addSecs(28);
    rig.client.applySnapshot(snapshot);
    const auto* proof = restart->findChild<ProofBar*>();
    EXPECT_TRUE(visibleText(proof).contains(QStringLiteral("Broker workers now 4 \u2013 wanted: at least 10")))
        << qPrintable(visibleText(proof));
    EXPECT_TRUE(visibleText(proof).contains(QStringLiteral("before the step ended"))) << "an old value proves nothing";
    EXPECT_TRUE(restart->view().summary.contains(QStringLiteral("1:32 left")));
    watch.reading.value = 10;
    watch.reading.at = watch.startedAt.addSecs(27);
    watch.holdingSince = watch.startedAt.addSecs(22);
    rig.client.applySnapshot(snapshot);
    EXPECT_TRUE(visibleText(proof).contains(QStringLiteral("As wanted for 0:06 of 0:10")));
    watch.reading.state = ReadingState::Unreachable;
    watch.holdingSince = {};
    rig.client.applySnapshot(snapshot);
    EXPECT_TRUE(visibleText(proof).contains(QStringLiteral("Broker workers now unreachable")));
}

TEST_F(RunbookBench, TheVerdictStandsBesideTheStepAndCountsInItsRecord)
{
    StepCard* restart = go("restart_workers");
    key(Qt::Key_Space);
    QPushButton* yes = button(restart, QStringLiteral("Yes, run it"));
    ASSERT_TRUE(test::waitUntil([&] { return yes->isEnabled(); }));
    QTest::mouseClick(yes, Qt::LeftButton);
    publish();
    end(StepState::Succeeded, {}, QStringLiteral("exit code 0"));
    const QList<std::pair<const char*, const char*>> words{{"already_good", "Was good before"},
                                                           {"no_effect", "No effect within 1 min 35 s"},
                                                           {"worse", "Made it worse"},
                                                           {"worked", "Worked, after 1 min 35 s"}};
    for (const auto& [verdict, shown] : words) {
        const auto event = rig.log.append({EventType::StepVerdict,
                                           incident,
                                           QStringLiteral("cockpit"),
                                           {{QStringLiteral("run"), restart->view().run},
                                            {QStringLiteral("step"), QStringLiteral("restart_workers")},
                                            {QStringLiteral("afterMs"), 95'000},
                                            {QStringLiteral("verdict"), QLatin1String(verdict)}}});
        ASSERT_TRUE(event.ok());
        emit rig.client.eventsAppended({*event});
        Snapshot snapshot = rig.engine.snapshot();
        snapshot.expectations.clear();
        rig.client.applySnapshot(snapshot);
        EXPECT_TRUE(visibleText(restart->findChild<ProofBar*>()).contains(QLatin1String(shown))) << verdict;
        if (QLatin1String(verdict) == QLatin1String("worse")) {
            EXPECT_TRUE(restart->view().record.startsWith(QStringLiteral("worked 0 of 1 \u00B7 last failed ")))
                << qPrintable(restart->view().record);
        }
    }
    EXPECT_EQ(restart->view().record, QStringLiteral("worked 1 of 1, median 95 s"));
    EXPECT_TRUE(visibleText(restart).contains(QStringLiteral("worked 1 of 1, median 95 s")));
}

TEST_F(FourEyesBench, NothingRunsBeforeASecondPersonApproved)
{
    StepCard* close = go("close_stale_records");
    close->findChild<QLineEdit*>(QStringLiteral("hours"))->setText(QStringLiteral("24"));
    panel->setFocus();
    key(Qt::Key_Space);
    ASSERT_TRUE(close->isAsking());
    const auto* box = close->findChild<ConfirmationBox*>();
    EXPECT_TRUE(visibleText(box).contains(QStringLiteral("anybody but ops-3/maria")));
    QPushButton* run = button(close, QStringLiteral("Run it"));
    auto* field = close->findChild<QPlainTextEdit*>(QStringLiteral("approval"));
    ASSERT_TRUE(run && field);
    EXPECT_FALSE(field->accessibleName().isEmpty());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("7"));
    QTest::qWait(ConfirmationBox::armAfterMs + 100);
    EXPECT_FALSE(run->isEnabled()) << "the count alone does not do";
    QTest::mouseClick(button(close, QStringLiteral("Copy request")), Qt::LeftButton);
    const QString wrong = answer("forged");
    const QString right = answer("signed");
    paste(field, QStringLiteral("yes, do it"));
    EXPECT_FALSE(run->isEnabled());
    EXPECT_TRUE(visibleText(box).contains(QStringLiteral("not a whole block")));
    paste(field, wrong);
    ASSERT_TRUE(run->isEnabled()) << "whose signature it is the engine judges";
    EXPECT_TRUE(visibleText(box).contains(QStringLiteral("Approval of joe is here.")));
    QTest::mouseClick(run, Qt::LeftButton);
    publish();
    EXPECT_TRUE(executor->started.isEmpty());
    ASSERT_TRUE(close->isAsking()) << "the request stays good";
    EXPECT_TRUE(visibleText(close).contains(QStringLiteral("signature does not fit")));
    QTest::keyClicks(box->findChild<QLineEdit*>(), QStringLiteral("7"));
    paste(field, right);
    ASSERT_TRUE(test::waitUntil([&] { return run->isEnabled(); }));
    QTest::mouseClick(run, Qt::LeftButton);
    publish();
    ASSERT_EQ(executor->started.size(), 1) << qPrintable(visibleText(close));
    EXPECT_TRUE(visibleText(close).contains(QStringLiteral("Approved by joe")));
}

}  // namespace cockpit::panels::runbook
