// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Runs, records and held changes: what spans the steps of the runbook panel.
#include "core/base/SafeText.h"
#include "ui/panels/runbook/HeldBanner.h"
#include "ui/panels/runbook/RunbookPanel.h"
#include "ui/panels/runbook/StepCard.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/MessageBar.h"
#include "ui/widgets/Selection.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace cockpit::panels::runbook {

namespace {

using Phase = StepRunState::Phase;

bool isForSweep(const StepSpec& step)
{
    return step.danger == Danger::Read && (!step.connection.isEmpty() || step.kind == QLatin1String("wait"));
}

QString reasonSkipped(const StepView& view)
{
    if (view.calledFor == Truth::No)
        return RunbookPanel::tr("not called for");
    if (view.calledFor == Truth::Unknown)
        return RunbookPanel::tr("not known whether called for");
    if (!isForSweep(view.spec))
        return RunbookPanel::tr("by hand");
    return RunbookPanel::tr("needs an input");
}

}  // namespace

const Incident* RunbookPanel::shownIncident(const Snapshot& snapshot) const
{
    const Incident* incident = snapshot.incident(m_context.selection.incident());
    return incident && incident->platform == m_context.selection.platform() ? incident : nullptr;
}

const RunState* RunbookPanel::openRun(const Snapshot& snapshot) const
{
    const Incident* incident = shownIncident(snapshot);
    return incident ? incident->runOf(m_context.selection.platform(), m_context.selection.runbook()) : nullptr;
}

void RunbookPanel::settleNewRun(const RunState* run)
{
    if (m_newRunOf.isEmpty() || (run && run->id == m_newRunOf))
        return;
    m_newRunOf.clear();
    m_copyNotice->clear();
}

void RunbookPanel::settleCopyNotice(const RunState* run, const Playbook* playbook, bool open)
{
    const bool differs = run && run->copy && playbook && open && run->playbookDigest != playbook->digest;
    const QString notice = differs ? run->id + playbook->digest + m_newRunOf : QString();
    if (notice == m_noticeFor)
        return;
    m_noticeFor = notice;
    if (!differs) {
        m_copyNotice->clear();
    } else if (m_newRunOf.isEmpty()) {
        m_copyNotice->showMessage(
            MessageBar::Kind::Info,
            tr("The playbook has changed since this run began. These are the steps as they were then."),
            tr("Start a new run"), [this, id = run->id] {
                m_newRunOf = id;
                refresh(m_context.engine.snapshot());
            });
    } else {
        m_copyNotice->showMessage(MessageBar::Kind::Info,
                                  tr("The next step begins a new run, of the playbook as it is now."),
                                  tr("Keep the open run"), [this] {
                                      m_newRunOf.clear();
                                      refresh(m_context.engine.snapshot());
                                  });
    }
}

void RunbookPanel::settleRecords(const Snapshot& snapshot, bool changed)
{
    if (!changed && (m_verdictAt <= m_recordsAt || snapshot.lastSequence < m_verdictAt))
        return;
    m_recordsAt = snapshot.lastSequence;
    m_records = stepRecords(snapshot.incidents, m_context.selection.platform(), m_context.selection.runbook());
}

void RunbookPanel::showHeld(const Snapshot& snapshot)
{
    const QList<HeldChange> all = heldChanges(snapshot, m_context.selection.incident());
    while (m_banners.size() < all.size()) {
        auto* made = new HeldBanner(m_context.theme, this);
        made->setKeysShown(m_banners.isEmpty());
        connect(made, &HeldBanner::settleAsked, this, [this, made](bool commit) { answerHeld(made, commit); });
        m_heldList->addWidget(made);
        m_banners.append(made);
    }
    for (qsizetype i = 0; i < m_banners.size(); ++i) {
        if (i < all.size())
            m_banners.at(i)->show(all.at(i), snapshot.at);
        else
            m_banners.at(i)->hide();
    }
}

void RunbookPanel::answerHeld(HeldBanner* banner, bool commit)
{
    const QPointer<HeldBanner> guard(banner);
    m_context.engine
        .call([run = banner->held().run, step = banner->held().step, commit,
               actor = m_context.engine.actor()](Engine& e) { return e.settleStep(run, step, commit, actor); })
        .then(this, [this, guard](const Status& settled) {
            if (settled)
                return;
            m_message->showMessage(MessageBar::Kind::Error, settled.error().message);
            if (guard)
                guard->settleFailed();
        });
}

void RunbookPanel::startReads()
{
    if (m_sweep || m_cards.isEmpty())
        return;
    if (!shownIncident(m_context.engine.snapshot())) {
        m_message->showMessage(MessageBar::Kind::Warning,
                               tr("Select or declare an incident first: every step belongs to one."));
        return;
    }
    const Sweep sweep{m_context.selection.incident(), m_context.selection.platform(), m_context.selection.runbook(),
                      m_context.clock.utcNow(),
                      static_cast<int>(std::count_if(m_cards.begin(), m_cards.end(), [](const StepCard* candidate) {
                          return isForSweep(candidate->view().spec);
                      }))};
    m_sweep = sweep;
    m_message->clear();
    StepRequest request{sweep.incident, sweep.platform, sweep.runbook, {}, {}};
    request.newRun = !m_newRunOf.isEmpty();
    m_context.engine.call([request, actor = m_context.engine.actor()](Engine& e) { return e.runReads(request, actor); })
        .then(this, [this, sweep](const Result<SweepReport>& report) {
            m_sweep.reset();
            if (report)
                reportReads(sweep, *report);
            else
                m_message->showMessage(MessageBar::Kind::Error, report.error().message);
            refresh(m_context.engine.snapshot());
        });
    refresh(m_context.engine.snapshot());
}

void RunbookPanel::stopReads()
{
    const Incident* incident = m_sweep ? m_context.engine.snapshot().incident(m_sweep->incident) : nullptr;
    const RunState* run = incident ? incident->runOf(m_sweep->platform, m_sweep->runbook) : nullptr;
    for (const StepRunState& state : run ? run->steps : QList<StepRunState>()) {
        if (state.phase == Phase::Running && state.danger == Danger::Read)
            m_context.engine.call([id = run->id, step = state.step](Engine& e) { return e.cancelStep(id, step); });
    }
}

void RunbookPanel::showSweep(const Snapshot& snapshot)
{
    m_sweepRow->setVisible(m_sweep.has_value());
    if (!m_sweep)
        return;
    const Incident* incident = snapshot.incident(m_sweep->incident);
    const RunState* run = incident ? incident->runOf(m_sweep->platform, m_sweep->runbook) : nullptr;
    int done = 0;
    QString running;
    for (const StepRunState& state : run ? run->steps : QList<StepRunState>()) {
        if (state.startedAt < m_sweep->since || state.danger != Danger::Read)
            continue;
        done += state.phase == Phase::Finished ? 1 : 0;
        running = state.phase == Phase::Running ? state.title : running;
    }
    const QString progress = tr("Reads: %1 of %2 done").arg(done).arg(m_sweep->reads);
    m_sweepText->setText(running.isEmpty() ? progress : tr("%1 \u00B7 %2 \u2026").arg(progress, running));
}

void RunbookPanel::reportReads(const Sweep& sweep, const SweepReport& report)
{
    const auto titleOf = [this](const QString& step) {
        const StepCard* shown = card(step);
        return shown ? shown->view().spec.title : step;
    };
    QString text = tr("Reads done: %1").arg(report.done.size());
    QStringList skipped;
    for (const QString& step : report.skipped) {
        const StepCard* shown = card(step);
        skipped.append(shown ? tr("%1 (%2)").arg(shown->view().spec.title, reasonSkipped(shown->view())) : step);
    }
    if (!skipped.isEmpty())
        text += QLatin1Char('\n') + tr("Skipped: %1").arg(skipped.join(QStringLiteral(", ")));
    if (!report.stoppedAt.isEmpty())
        text += QLatin1Char('\n') + tr("Stopped at \"%1\": %2").arg(titleOf(report.stoppedAt), report.reason);
    m_message->showMessage(report.stoppedAt.isEmpty() ? MessageBar::Kind::Info : MessageBar::Kind::Warning, text);
    const bool here = sweep.incident == m_context.selection.incident() &&
                      sweep.platform == m_context.selection.platform() &&
                      sweep.runbook == m_context.selection.runbook();
    StepCard* const stopped = here ? card(report.stoppedAt) : nullptr;
    if (stopped)
        setCurrent(static_cast<int>(m_cards.indexOf(stopped)));
    else if (here)
        goToNextStep();
}

}  // namespace cockpit::panels::runbook
