// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// What the runner does while a step runs: output, a change that is held, its end.
#include "core/base/SafeText.h"
#include "core/engine/RunbookRunner.h"
#include "core/runbook/StepOutputs.h"

#include <QJsonDocument>

namespace cockpit {

namespace {

constexpr Milliseconds cancelGrace{5'000};
constexpr qsizetype displayedChunk = 64 * 1024;
constexpr char terminalEscape = 0x1B;

}  // namespace

void RunbookRunner::launch(const Prepared& prepared, const QString& run)
{
    const ResolvedStep& step = prepared.step.step;
    const QString key = keyOf(run, step.spec.id);
    Running running;
    running.incident = prepared.request.incident;
    running.run = run;
    running.step = step;
    running.proofBefore = proofBefore(step);
    running.startedAt = m_parts.clock.monotonicNow();
    running.display = std::make_unique<DisplayText>(m_parts.redactor);
    running.execution = m_parts.registry.stepExecutors.at(step.spec.kind)->start(step);
    StepExecution* const execution = running.execution.get();
    m_running.emplace(key, std::move(running));
    connect(execution, &StepExecution::output, this, [this, key](const QByteArray& chunk) { take(key, chunk); });
    connect(execution, &StepExecution::holding, this, [this, key](const StepHold& held) { hold(key, held); });
    connect(execution, &StepExecution::finished, this,
            [this, key](const StepOutcome& outcome) { finish(key, outcome); });
}

void RunbookRunner::take(const QString& key, const QByteArray& chunk)
{
    const auto found = m_running.find(key);
    if (found == m_running.end())
        return;
    Running& running = found->second;
    // Judged even when it is not shown: a secret may begin in one piece and end in the next.
    const QString text = running.display->feed(chunk);
    if (running.pendingOutput.size() <= displayedChunk)
        running.pendingOutput += text;
    else
        running.skippedOutput = running.skippedOutput || !text.isEmpty();
    if (!m_outputTimer.isActive())
        m_outputTimer.start();
}

void RunbookRunner::flushOutput()
{
    for (auto& [key, running] : m_running) {
        if (running.pendingOutput.isEmpty())
            continue;
        QString text = std::exchange(running.pendingOutput, {});
        if (std::exchange(running.skippedOutput, false))
            text += QLatin1Char('\n') + tr("(too fast for the screen; the whole output is kept as evidence)") +
                    QLatin1Char('\n');
        emit stepOutput(running.run, running.step.spec.id, text);
    }
}

QString RunbookRunner::keep(const Running& running, const QByteArray& bytes, const QString& name, const QString& type)
{
    const auto stored = m_parts.evidence.addBytes(bytes, name, type);
    if (!stored) {
        emit storageFailed(stored.error().message);
        return {};
    }
    const auto noted = m_parts.log.append({EventType::EvidenceAdded,
                                           running.incident,
                                           QStringLiteral("cockpit"),
                                           {{QStringLiteral("sha256"), stored->sha256},
                                            {QStringLiteral("name"), stored->name},
                                            {QStringLiteral("type"), stored->type},
                                            {QStringLiteral("size"), stored->size},
                                            {QStringLiteral("source"), QStringLiteral("step")},
                                            {QStringLiteral("step"), running.step.spec.id}}});
    if (!noted)
        emit storageFailed(noted.error().message);
    return stored->sha256;
}

void RunbookRunner::hold(const QString& key, const StepHold& held)
{
    const auto found = m_running.find(key);
    if (found == m_running.end())
        return;
    Running& running = found->second;
    QString undo;
    QString undoSummary = held.undoMissing;
    bool lost = false;
    if (held.undo) {
        const QByteArray bytes = QJsonDocument(held.undo->toJson()).toJson(QJsonDocument::Compact);
        // A masked capsule would put wrong content back.
        if (m_parts.redactor.holdsKnown(bytes)) {
            undoSummary = tr("the old content holds a secret of a connection, so it was not kept");
        } else {
            undo = keep(running, bytes, running.step.spec.id + QStringLiteral(".undo.json"), undoCapsuleType);
            undoSummary = held.undo->summary;
            lost = undo.isEmpty();
        }
    }
    const QDateTime until =
        held.patience.count() > 0 ? m_parts.clock.utcNow().addMSecs(held.patience.count()) : QDateTime();
    const auto recorded =
        m_parts.log.append({EventType::StepHeld,
                            running.incident,
                            QStringLiteral("cockpit"),
                            {{QStringLiteral("run"), running.run},
                             {QStringLiteral("step"), running.step.spec.id},
                             {QStringLiteral("summary"), safeLine(m_parts.redactor.redact(held.summary))},
                             {QStringLiteral("affected"), held.affected},
                             {QStringLiteral("until"), until.isValid() ? until.toString(Qt::ISODateWithMs) : QString()},
                             {QStringLiteral("undo"), undo},
                             {QStringLiteral("undoSummary"), safeLine(undoSummary)}}});
    if (!recorded)
        emit storageFailed(recorded.error().message);
    // What is not on the log does not happen; nor does what could have been undone but was not kept.
    if (!recorded || lost)
        return running.execution->settle(false);
    if (until.isValid())
        running.heldUntil = until;
    else
        running.execution->settle(true);
}

Status RunbookRunner::recordSettled(const Running& running, bool commit, const QString& reason, const QString& actor)
{
    const auto recorded = m_parts.log.append(
        {EventType::StepSettled,
         running.incident,
         actor,
         {{QStringLiteral("run"), running.run},
          {QStringLiteral("step"), running.step.spec.id},
          {QStringLiteral("decision"), commit ? QStringLiteral("commit") : QStringLiteral("roll_back")},
          {QStringLiteral("reason"), reason}}});
    if (!recorded)
        return recorded.error();
    return Done{};
}

Status RunbookRunner::settle(const QString& run, const QString& step, bool commit, const QString& actor)
{
    const auto found = m_running.find(keyOf(run, step));
    if (found == m_running.end() || !found->second.heldUntil.isValid())
        return fail(ErrorKind::NotFound, tr("Nothing is held for this step here"));
    Running& running = found->second;
    if (const Status recorded = recordSettled(running, commit, {}, actor); !recorded)
        return recorded;
    running.heldUntil = {};
    running.held = m_parts.clock.monotonicNow() - running.startedAt;
    running.execution->settle(commit);
    return Done{};
}

StepOutcome RunbookRunner::masked(const StepOutcome& outcome) const
{
    StepOutcome clean = outcome;
    clean.summary = m_parts.redactor.redact(outcome.summary);
    // Steering sequences go first: a colour in the middle of a secret must not hide it.
    clean.output = m_parts.redactor.redact(
        outcome.output.contains(terminalEscape) ? TerminalCleaner().feed(outcome.output) : outcome.output);
    if (!clean.table)
        return clean;
    for (ResultTable::Row& row : clean.table->rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (!row[i])
                continue;
            // With its column's name, which tells ids from card numbers and passwords from words.
            const QString label = clean.table->columns.value(i) + QLatin1String("=");
            const QString cell = m_parts.redactor.redact(label + *row[i]);
            row[i] = cell.startsWith(label) ? cell.mid(label.size()) : m_parts.redactor.redact(*row[i]);
        }
    }
    return clean;
}

void RunbookRunner::finish(const QString& key, const StepOutcome& ended)
{
    const auto found = m_running.find(key);
    if (found == m_running.end())
        return;
    found->second.pendingOutput += found->second.display->finish();
    flushOutput();
    Running running = std::move(found->second);
    m_running.erase(found);
    StepExecution* const execution = running.execution.release();
    execution->disconnect(this);
    execution->deleteLater();
    StepOutcome outcome = masked(ended);
    if (running.outOfTime && outcome.state == StepState::Cancelled)
        outcome.state = StepState::TimedOut;

    const StepSpec& spec = running.step.spec;
    QJsonObject data{{QStringLiteral("run"), running.run},
                     {QStringLiteral("step"), spec.id},
                     {QStringLiteral("state"), stepStateName(outcome.state)},
                     {QStringLiteral("summary"), safeLine(outcome.summary)},
                     {QStringLiteral("affected"), outcome.affected},
                     {QStringLiteral("elapsedMs"), static_cast<qint64>(outcome.elapsed.count())},
                     {QStringLiteral("evidence"), QString()}};
    if (!outcome.output.isEmpty())
        data.insert(QStringLiteral("evidence"),
                    keep(running, outcome.output, spec.id + QStringLiteral(".txt"), outcome.outputType));
    if (outcome.table)
        data.insert(QStringLiteral("table"),
                    keep(running, QJsonDocument(outcome.table->toJson()).toJson(QJsonDocument::Compact),
                         spec.id + QStringLiteral(".table.json"), resultTableType));
    if (outcome.state == StepState::Succeeded && !spec.outputs.isEmpty()) {
        QJsonObject outputs;
        const QMap<QString, QString> taken = takeOutputs(spec, ended);
        for (auto output = taken.begin(); output != taken.end(); ++output) {
            // A masked value would be sent as such by the step that uses it.
            if (m_parts.redactor.redact(output.value()) == output.value())
                outputs.insert(output.key(), output.value());
        }
        data.insert(QStringLiteral("outputs"), outputs);
    }
    const auto recorded =
        m_parts.log.append({EventType::StepFinished, running.incident, QStringLiteral("cockpit"), data});
    if (!recorded)
        emit storageFailed(recorded.error().message);
    if (outcome.state == StepState::Succeeded && spec.expect)
        watch(running, *spec.expect, m_parts.clock.utcNow());
    emit stepFinished(running.run, spec.id, outcome);
}

Status RunbookRunner::cancel(const QString& run, const QString& step)
{
    const auto found = m_running.find(keyOf(run, step));
    if (found == m_running.end())
        return fail(ErrorKind::NotFound, tr("This step is not running here"));
    found->second.execution->cancel();
    return Done{};
}

void RunbookRunner::stop()
{
    QStringList keys;
    for (const auto& [key, running] : m_running)
        keys.append(key);
    for (const QString& key : keys) {
        const auto found = m_running.find(key);
        if (found != m_running.end())
            found->second.execution->cancel();
    }
}

void RunbookRunner::endOverdue()
{
    const Milliseconds now = m_parts.clock.monotonicNow();
    QStringList overdue;
    QStringList looked;
    for (const auto& [key, running] : m_running) {
        if (running.heldUntil.isValid() && m_parts.clock.utcNow() >= running.heldUntil)
            looked.append(key);
        else if (!running.heldUntil.isValid() && !running.outOfTime &&
                 now - running.startedAt - running.held > running.step.spec.deadline + cancelGrace)
            overdue.append(key);
    }
    for (const QString& key : looked) {
        Running& running = m_running.at(key);
        running.heldUntil = {};
        running.held = now - running.startedAt;
        // Rolling back needs no permission of the log.
        if (const Status recorded =
                recordSettled(running, false, tr("nobody decided in time"), QStringLiteral("cockpit"));
            !recorded)
            emit storageFailed(recorded.error().message);
        running.execution->settle(false);
    }
    for (const QString& key : overdue) {
        const auto found = m_running.find(key);
        if (found == m_running.end())
            continue;
        found->second.outOfTime = true;
        found->second.execution->cancel();
    }
}

Status RunbookRunner::tick()
{
    const Milliseconds now = m_parts.clock.monotonicNow();
    std::erase_if(m_prepared, [&](const auto& entry) { return now - entry.second.preparedAt > approvalLifetime; });
    endOverdue();
    for (ExpectationState& state : m_expectations) {
        const Status judged = judge(state);
        if (!judged)
            return judged;
    }
    m_expectations.removeIf([](const ExpectationState& state) { return !state.verdict.isEmpty(); });
    return Done{};
}

}  // namespace cockpit
