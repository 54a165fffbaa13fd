// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/RunbookRunner.h"
#include "tests/support/FakeAdapters.h"
#include "tests/support/ManualClock.h"
#include "tests/support/MemoryEventStore.h"

#include <QTemporaryDir>

namespace cockpit::test {

inline const QString incidentId = QStringLiteral("i1");

/// A runner on a log in memory, with one platform "p", its runbook "r" and one declared incident.
class RunnerRig : public testing::Test
{
protected:
    RunnerRig()
    {
        auto owned = std::make_unique<FakeExecutor>();
        executor = owned.get();
        registry.add(std::move(owned));
        auto made = std::make_shared<Playbook>();
        made->id = QStringLiteral("p");
        made->title = QStringLiteral("Platform");
        SignalSpec workers;
        workers.id = QStringLiteral("workers");
        workers.every = Milliseconds{1'000};
        made->signalSpecs = {workers};
        Runbook runbook;
        runbook.id = QStringLiteral("r");
        runbook.title = QStringLiteral("Runbook");
        for (const Danger danger : {Danger::Read, Danger::Write, Danger::Destructive}) {
            StepSpec step;
            step.id = dangerName(danger);
            step.title = step.id;
            step.kind = QStringLiteral("fake");
            step.danger = danger;
            step.parameters = {{QStringLiteral("run"), QStringLiteral("do it with hunter2secret")}};
            step.deadline = Milliseconds{10'000};
            if (danger == Danger::Write)
                step.expect = Expectation{QStringLiteral("workers"), Comparison::Equal, 10, Milliseconds{60'000},
                                          Milliseconds{5'000}};
            runbook.steps.append(step);
        }
        made->runbooks = {runbook};
        playbook = made;
        board.add(*playbook);
        redactor.learn(Secret("hunter2secret"));
        log.maskWith(redactor);
        EXPECT_TRUE(log.append({EventType::IncidentDeclared,
                                incidentId,
                                QStringLiteral("t"),
                                {{QStringLiteral("platform"), QStringLiteral("p")},
                                 {QStringLiteral("title"), QStringLiteral("T")},
                                 {QStringLiteral("severity"), QStringLiteral("S1")}}})
                        .ok());
    }

    StepRequest request(const QString& step) const
    {
        return {incidentId, QStringLiteral("p"), QStringLiteral("r"), step, {}};
    }
    PreparedStep prepare(const QString& step)
    {
        const auto prepared = waitFor(runner.prepare(playbook, request(step), QStringLiteral("t")));
        EXPECT_TRUE(prepared.ok());
        return prepared.ok() ? *prepared : PreparedStep{};
    }
    const StepRunState& lastStep() const { return log.book().find(incidentId)->runs.last().steps.last(); }
    void see(double value)
    {
        Reading reading;
        reading.platform = QStringLiteral("p");
        reading.signal = QStringLiteral("workers");
        reading.state = ReadingState::Value;
        reading.value = value;
        reading.at = clock.utcNow();
        board.record(reading);
    }
    StepOutcome good() const
    {
        StepOutcome outcome;
        outcome.state = StepState::Succeeded;
        outcome.summary = QStringLiteral("fine");
        outcome.output = "token hunter2secret shown";
        return outcome;
    }

    QTemporaryDir folder;
    ManualClock clock;
    MemoryEventStore store;
    IncidentLog log{store, clock, QStringLiteral("ops-1")};
    EvidenceStore evidence{folder.filePath(QStringLiteral("evidence"))};
    AdapterRegistry registry;
    FakeExecutor* executor = nullptr;
    FakeResolver resolver;
    SignalBoard board{clock};
    Redactor redactor;
    PlaybookPointer playbook;
    QStringList alive{QStringLiteral("me")};
    RunbookRunner runner{{clock, log, evidence, registry, resolver, board, redactor, QStringLiteral("me"),
                          [this](const QString& session) { return alive.contains(session); }}};
};

}  // namespace cockpit::test
