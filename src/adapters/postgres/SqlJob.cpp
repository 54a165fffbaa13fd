// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/postgres/SqlJob.h"

#include "adapters/postgres/ReadBarrier.h"
#include "adapters/postgres/SessionEnding.h"
#include "adapters/postgres/SqlTransaction.h"
#include "adapters/postgres/SqlUndo.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace cockpit::adapters::postgres {

namespace {

/// COMMIT is not cancelled: it gets this long to answer even when the step's time is over.
constexpr int commitPatienceMs = 5'000;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(SqlStep)
};

StepOutcome ended(StepState state, const QString& summary)
{
    StepOutcome result;
    result.state = state;
    result.summary = summary;
    return result;
}

bool isServerTimeout(const Error& error)
{
    return error.detail == QLatin1String("SQLSTATE 57014");
}

/// One run of a plan, up to its end.
class SqlRun
{
public:
    SqlRun(PostgresLink& link, const SqlPlan& plan, HoldGate& gate, const Bounds& bounds)
        : m_link(link)
        , m_plan(plan)
        , m_gate(gate)
        , m_bounds(bounds)
    {
    }

    StepOutcome go()
    {
        if (m_plan.danger == Danger::Read)
            return read();
        if (m_plan.shape.isSessions()) {
            const auto outcome = endSessions(m_link, m_plan, m_bounds);
            return outcome ? *outcome : failed(outcome.error(), true);
        }
        return change();
    }

    /// How a step ends that failed before COMMIT was sent: whatever the error, the transaction is gone.
    StepOutcome failed(const Error& error, bool sent) const
    {
        const bool byPerson = m_bounds.interrupt && m_bounds.interrupt->isRaised();
        if (error.kind == ErrorKind::Cancelled || byPerson)
            return ended(StepState::Cancelled, Say::tr("cancelled; %1").arg(fate(sent)));
        if (error.kind == ErrorKind::TimedOut || isServerTimeout(error))
            return ended(StepState::TimedOut, Say::tr("the time for this step was over; %1").arg(fate(sent)));
        if (error.kind == ErrorKind::Unreachable)
            return ended(StepState::Failed, Say::tr("%1; %2").arg(error.message, fate(sent)));
        return ended(StepState::Failed, error.message);
    }

private:
    QString fate(bool sent) const
    {
        if (!sent)
            return Say::tr("nothing was sent");
        if (!m_plan.stays.isEmpty())
            return Say::tr("what %1 did before stays").arg(m_plan.stays.join(QStringLiteral(", ")));
        return Say::tr("rolled back, nothing was changed in the database");
    }

    void keep(const Table& table, StepOutcome& outcome) const
    {
        QString output = formatTable(table);
        if (const QString notices = m_link.takeNotices(); !notices.isEmpty())
            output += QLatin1Char('\n') + notices;
        outcome.output = output.toUtf8();
        if (!table.columns.isEmpty())
            outcome.table = typedTable(table);
    }

    ResultCap cap() const { return {m_plan.maximumRows, ResultCap().bytes}; }

    StepOutcome read()
    {
        if (const Status begun = begin(m_link, Opening::Reading, m_bounds); !begun)
            return failed(begun.error(), false);
        if (const Status reads = checkOnlyReads(m_link, m_plan.names, m_bounds); !reads)
            return failed(reads.error(), false);
        const auto table = m_link.run(m_plan.run, cap(), m_bounds);
        if (!table)
            return failed(table.error(), true);
        if (!m_link.inTransaction())
            return leftTransaction();
        StepOutcome outcome = ended(StepState::Succeeded, rowsText(table->rowCount));
        outcome.affected = table->rowCount;
        keep(*table, outcome);
        return outcome;
    }

    static StepOutcome leftTransaction()
    {
        return ended(StepState::OutcomeUnknown,
                     Say::tr("the statement ended the transaction by itself: look at the data before you go on"));
    }

    StepOutcome mismatch(qint64 hit) const
    {
        if (!m_plan.stays.isEmpty())
            return ended(
                StepState::Failed,
                Say::tr("it hit %1 instead of the %2 that were approved, and what %3 did cannot be taken back; "
                        "look at what it hit")
                    .arg(rowsText(hit))
                    .arg(m_plan.expectedAffected)
                    .arg(m_plan.stays.join(QStringLiteral(", "))));
        return ended(StepState::Failed, Say::tr("it would have hit %1 instead of the %2 that were approved, so it was "
                                                "rolled back; look at the preview again")
                                            .arg(rowsText(hit))
                                            .arg(m_plan.expectedAffected));
    }

    StepOutcome change()
    {
        const bool captures = m_plan.holds() && m_plan.shape.isPlainChange();
        if (const Status begun = begin(m_link, captures ? Opening::ChangingOneSnapshot : Opening::Changing, m_bounds);
            !begun)
            return failed(begun.error(), false);
        CapturedRows old;
        old.missing = Say::tr("only what a plain UPDATE or DELETE of one table changes is kept");
        if (captures) {
            const auto captured = captureRows(m_link, m_plan, m_bounds);
            if (!captured)
                return failed(captured.error(), true);
            old = *captured;
            if (m_plan.expectedAffected >= 0 && old.count >= 0 && old.count != m_plan.expectedAffected)
                return mismatch(old.count);
        }
        const auto table = m_link.run(m_plan.run, cap(), m_bounds);
        if (!table)
            return failed(table.error(), true);
        if (!m_link.inTransaction())
            return leftTransaction();
        StepOutcome outcome;
        outcome.affected = table->affected;
        keep(*table, outcome);
        const StepOutcome decided = decide(*table, old);
        outcome.state = decided.state;
        outcome.summary = decided.summary;
        return outcome;
    }

    /// The statement has run and the transaction is open.
    StepOutcome decide(const Table& table, const CapturedRows& old)
    {
        if (m_bounds.interrupt && m_bounds.interrupt->isRaised())
            return failed(fail(ErrorKind::Cancelled, {}), true);
        if (m_plan.expectedAffected >= 0 && table.affected != m_plan.expectedAffected)
            return mismatch(table.affected);
        if (old.count >= 0 && table.affected != old.count)
            return ended(StepState::Failed,
                         Say::tr("it changed %1 but %2 were found just before, so it was rolled back; a trigger or "
                                 "another session stands between, look at the preview again")
                             .arg(rowsText(table.affected), rowsText(old.count)));
        if (m_plan.holds()) {
            if (const auto stopped = hold(table, old))
                return *stopped;
        }
        return commit(table);
    }

    std::optional<StepOutcome> hold(const Table& table, const CapturedRows& old)
    {
        StepHold held;
        held.affected = table.affected;
        held.summary = table.affected >= 0 ? Say::tr("%1 changed, not committed").arg(rowsText(table.affected))
                                           : Say::tr("done, not committed");
        held.undo = old.undo;
        held.undoMissing = old.undo ? QString() : old.missing;
        held.patience = m_plan.patience;
        m_gate.tell(held);
        const Bounds waiting{QDeadlineTimer(m_plan.longestHold()), m_bounds.interrupt};
        switch (m_link.pauseFor(m_gate.decided, waiting)) {
        case PostgresLink::Pause::Decided:
            if (m_gate.goOn)
                return std::nullopt;
            return ended(StepState::Cancelled, Say::tr("rolled back, nothing was changed"));
        case PostgresLink::Pause::Interrupted: return failed(fail(ErrorKind::Cancelled, {}), true);
        case PostgresLink::Pause::Expired:
            return ended(StepState::TimedOut, Say::tr("nobody decided in time; rolled back, nothing was changed"));
        case PostgresLink::Pause::Lost: break;
        }
        return ended(StepState::Failed,
                     Say::tr("the connection was lost while the change was held; the server rolled it back"));
    }

    StepOutcome commit(const Table& table)
    {
        const Status committed = m_link.run("COMMIT", Bounds{QDeadlineTimer(commitPatienceMs), nullptr});
        if (committed)
            return ended(StepState::Succeeded, table.affected >= 0
                                                   ? Say::tr("%1, committed").arg(rowsText(table.affected))
                                                   : Say::tr("done, committed"));
        if (!m_link.isOpen() || committed.error().kind == ErrorKind::TimedOut)
            return ended(StepState::OutcomeUnknown, Say::tr("the connection was lost while the change was being "
                                                            "committed: look at the data before you repeat it"));
        return ended(StepState::Failed,
                     Say::tr("the server did not commit: %1; rolled back").arg(committed.error().message));
    }

    PostgresLink& m_link;
    const SqlPlan& m_plan;
    HoldGate& m_gate;
    const Bounds& m_bounds;
};

}  // namespace

StepOutcome runSql(PostgresLink& link, const PostgresSettings& settings, const SqlPlan& plan, HoldGate& gate,
                   const Bounds& bounds)
{
    QElapsedTimer timer;
    timer.start();
    SqlRun run(link, plan, gate, bounds);
    const auto attempt = [&]() -> StepOutcome {
        if (const Status prepared = prepareSession(link, settings, plan.longestHold(), bounds); !prepared)
            return run.failed(prepared.error(), false);
        const auto identity = readIdentity(link, settings, bounds);
        if (!identity)
            return run.failed(identity.error(), false);
        if (plan.approved && !plan.approved->isSame(identity->target))
            return ended(StepState::Failed,
                         Say::tr("%1 is now another server or database than the one that was shown, so nothing was "
                                 "sent; look at the step again")
                             .arg(identity->target.address));
        return run.go();
    };
    StepOutcome result = attempt();
    rollBack(link);
    link.close();
    result.elapsed = Milliseconds(timer.elapsed());
    return result;
}

}  // namespace cockpit::adapters::postgres
