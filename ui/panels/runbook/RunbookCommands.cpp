// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// What is done with one step: run it, stop it, undo it, look at it without running.
#include "ui/panels/runbook/HeldBanner.h"
#include "ui/panels/runbook/ResultView.h"
#include "ui/panels/runbook/RunbookPanel.h"
#include "ui/panels/runbook/StepCard.h"
#include "ui/widgets/ActionCatalogue.h"
#include "ui/widgets/MessageBar.h"
#include "ui/widgets/Selection.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>

#include <algorithm>

namespace cockpit::panels::runbook {

void RunbookPanel::makeActions()
{
    const auto add = [this](const QString& id, const QString& text, const QKeySequence& key, auto slot) {
        auto* action = new QAction(text, this);
        action->setShortcut(key);
        action->setAutoRepeat(false);
        connect(action, &QAction::triggered, this, slot);
        m_context.actions.add(id, action, QStringLiteral("runbook"));
    };
    add(QStringLiteral("runbook.run_next"), tr("Run the next step"), QKeySequence(Qt::CTRL | Qt::Key_R), [this] {
        goToNextStep();
        act();
    });
    add(QStringLiteral("runbook.run_step"), tr("Run the selected step"), QKeySequence(), [this] { act(); });
    add(QStringLiteral("runbook.run_reads"), tr("Run all reading steps"), QKeySequence(Qt::Key_F5),
        [this] { startReads(); });
    add(QStringLiteral("runbook.stop_step"), tr("Stop the running step"), QKeySequence(Qt::CTRL | Qt::Key_Period),
        [this] { cancelCurrent(); });
    add(QStringLiteral("runbook.roll_back_held"), tr("Roll back the held change"), rollBackKey(), [this] {
        if (!m_banners.isEmpty() && m_banners.first()->isVisible())
            m_banners.first()->rollBack();
    });
    add(QStringLiteral("runbook.commit_held"), tr("Commit the held change"), commitKey(), [this] {
        if (!m_banners.isEmpty() && m_banners.first()->isVisible())
            m_banners.first()->commit();
    });
    add(QStringLiteral("runbook.undo_step"), tr("Undo the selected step\u2026"), undoKey(), [this] { undoCurrent(); });
    add(QStringLiteral("runbook.dry_run"), tr("Dry run of the selected step"), dryRunKey(),
        [this] { dryRunCurrent(); });
    add(QStringLiteral("runbook.copy_command"), tr("Copy the selected step as a command line"), copyCommandKey(),
        [this] { copyCurrent(); });
}

StepRequest RunbookPanel::requestFor(const StepCard* target, qint64 rows) const
{
    StepRequest request{m_context.selection.incident(), m_context.selection.platform(), m_context.selection.runbook(),
                        target->view().spec.id, target->inputs()};
    request.rows = rows;
    request.newRun = !m_newRunOf.isEmpty();
    return request;
}

void RunbookPanel::act()
{
    StepCard* target = current();
    if (!target || target->isAsking() || target->isDryRun())
        return;
    const StepView& view = target->view();
    if (!view.lookFirst.first.isEmpty())
        lookFirst();
    else if (view.state == StepView::State::Unknown && view.spec.danger != Danger::Read)
        target->showProblem(tr("Nobody knows what it has done. Check by hand; then the button runs it again."));
    else
        runCurrent();
}

void RunbookPanel::lookFirst()
{
    const StepCard* target = current();
    StepCard* const look = target ? card(target->view().lookFirst.first) : nullptr;
    if (!look)
        return;
    setCurrent(static_cast<int>(m_cards.indexOf(look)));
    run(look, 0);
}

void RunbookPanel::runCurrent()
{
    if (StepCard* target = current())
        run(target, 0);
}

void RunbookPanel::run(StepCard* target, qint64 rows)
{
    if (target->isAsking() || target->isDryRun())
        return;
    if (!target->view().obstacle.isEmpty()) {
        target->showProblem(target->view().obstacle);
        return;
    }
    prepare(target, rows, [this](StepCard* ready, const PreparedStep& prepared) {
        if (prepared.need == ConfirmationNeed::None)
            start(ready, prepared, {}, {});
        else
            ask(ready, prepared);
    });
}

void RunbookPanel::prepare(StepCard* target, qint64 rows, const Prepare& then)
{
    if (!target->validate())
        return;
    target->showProblem({});
    target->setBusy(true);
    const QPointer<StepCard> guard(target);
    m_context.engine
        .call([request = requestFor(target, rows), actor = m_context.engine.actor()](Engine& e) {
            return e.prepareStep(request, actor);
        })
        .then(this, [guard, then](const Result<PreparedStep>& prepared) {
            if (!guard)
                return;
            guard->setBusy(false);
            if (prepared)
                then(guard, *prepared);
            else
                guard->showProblem(prepared.error().message);
        });
}

void RunbookPanel::ask(StepCard* target, const PreparedStep& prepared)
{
    if (target != current())
        return;
    m_asked.insert(target, prepared);
    target->ask(prepared);
    showCurrent();
}

void RunbookPanel::start(StepCard* target, const PreparedStep& prepared, const QString& confirmation,
                         const QString& approval)
{
    if (prepared.step.spec.id == target->view().spec.id) {
        target->result().setText({});
        target->result().clearTable();
        m_loaded.remove(target);
        m_loadedTables.remove(target);
    }
    const QPointer<StepCard> guard(target);
    m_context.engine
        .call([token = prepared.token, confirmation, approval, actor = m_context.engine.actor()](Engine& e) {
            return e.startStep(token, confirmation, actor, approval);
        })
        .then(this, [this, guard, prepared](const Result<QString>& run) {
            if (!guard || run)
                return;
            // Another token would make the second person's answer worthless: the same question stays open.
            if (prepared.needsSecondPerson)
                ask(guard, prepared);
            guard->showProblem(run.error().message);
        });
}

void RunbookPanel::cancelCurrent()
{
    StepCard* target = current();
    const auto runs = [](const StepCard* candidate) {
        return candidate->view().state == StepView::State::Running || candidate->view().undoing;
    };
    if (!target || !runs(target)) {
        const auto other = std::find_if(m_cards.begin(), m_cards.end(), runs);
        target = other == m_cards.end() ? nullptr : *other;
    }
    if (!target)
        return;
    const QString& id = target->view().spec.id;
    const QPointer<StepCard> guard(target);
    m_context.engine
        .call([run = target->view().run, step = target->view().undoing ? undoStepId(id) : id](Engine& e) {
            return e.cancelStep(run, step);
        })
        .then(this, [guard](const Status& cancelled) {
            if (guard && !cancelled)
                guard->showProblem(cancelled.error().message);
        });
}

void RunbookPanel::undoCurrent()
{
    StepCard* target = current();
    if (!target || target->isAsking() || target->isDryRun() || !target->view().mayUndo)
        return;
    target->showProblem({});
    target->setBusy(true);
    const QPointer<StepCard> guard(target);
    m_context.engine
        .call([incident = m_context.selection.incident(), run = target->view().run, step = target->view().spec.id,
               actor = m_context.engine.actor()](Engine& e) { return e.prepareUndo(incident, run, step, actor); })
        .then(this, [this, guard](const Result<PreparedStep>& prepared) {
            if (!guard)
                return;
            guard->setBusy(false);
            if (prepared)
                ask(guard, *prepared);
            else
                guard->showProblem(prepared.error().message);
        });
}

void RunbookPanel::copyCurrent()
{
    StepCard* target = current();
    if (!target)
        return;
    const auto copy = [this](StepCard* shown, const PreparedStep& prepared) {
        if (prepared.step.commandLine.isEmpty()) {
            shown->showProblem(tr("There is no command line that does the same as this step."));
            return;
        }
        QApplication::clipboard()->setText(prepared.step.commandLine);
        m_message->showMessage(MessageBar::Kind::Info, tr("Copied. Secrets stand in it as variables."));
    };
    if (m_asked.contains(target))
        copy(target, m_asked.value(target));
    else
        prepare(target, 0, copy);
}

void RunbookPanel::dryRunCurrent()
{
    StepCard* target = current();
    if (!target || target->isAsking() || target->isDryRun())
        return;
    prepare(target, 0, [this](StepCard* shown, const PreparedStep& prepared) {
        if (shown != current())
            return;
        shown->showDryRun(prepared);
        showCurrent();
    });
}

}  // namespace cockpit::panels::runbook
