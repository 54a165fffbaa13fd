// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "tests/support/EngineRig.h"
#include "tests/support/ExpectedWarnings.h"
#include "ui/panels/runbook/RunbookPanel.h"
#include "ui/widgets/ActionCatalogue.h"
#include "ui/widgets/Selection.h"

#include <gtest/gtest.h>

class QAbstractItemModel;
class QLabel;
class QPushButton;

namespace cockpit::panels::runbook {

class StepCard;

/// The panel on a real engine whose steps end when the test says so. Slots api (production) and db (staging) are bound,
/// cache is not.
class RunbookBench : public testing::Test
{
protected:
    explicit RunbookBench(bool secondPerson = false, std::shared_ptr<ApprovalKeys> keys = {});

    static PlaybookPointer playbook(bool secondPerson = false);

    /// What the engine does after each change: hand over its state.
    void publish();
    QString declare(const QString& title);
    void key(Qt::Key key);
    /// Ends the running step.
    void end(StepState state, const QByteArray& output, const QString& summary);
    void end(const StepOutcome& outcome);
    /// Fills the card's number in, asks, types `typed` and presses what confirms.
    void runTyped(StepCard* card, const QString& typed);
    /// Runs "close_stale_records" up to a change that is held for a minute, with something to undo it.
    void holdClose();
    static StepPreview rowsPreview();
    /// Two columns of rows, the second NULL in the first row.
    static ResultTable table(int rows, bool more = false);
    void show(const char* runbook);
    /// Makes the step current with the keys.
    StepCard* go(const char* step);
    StepCard* card(const char* step) const;
    StepCard* current() const;
    QPushButton* button(const QWidget* parent, const QString& text) const;
    static QStringList cellsOf(const QAbstractItemModel* model);
    /// Every text of a widget that can be seen.
    QString visibleText(const QWidget* widget) const;

    test::EngineRig rig;
    test::FakeExecutor* executor = nullptr;
    Selection selection;
    Theme theme;
    ActionCatalogue actions;
    std::unique_ptr<RunbookPanel> panel;
    QString incident;
    test::ExpectWarning sizeHints{QStringLiteral("does not support propagateSizeHints")};  // of the offscreen platform
};

}  // namespace cockpit::panels::runbook
