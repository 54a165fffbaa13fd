// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// The engine's commands for runbook steps.
#include "core/engine/EnginePrivate.h"

namespace cockpit {

QFuture<Result<PreparedStep>> Engine::prepareStep(const StepRequest& request, const QString& actor)
{
    // So that the desk knows its own key by the time an approval comes back.
    if (const PlaybookPointer playbook = d->playbook(request.platform); playbook && playbook->secondPerson)
        d->approvals.ownKey();
    // So that whatever a step prints of them is known.
    d->parts.connections.fetchSecrets();
    return d->runner.prepare(d->playbook(request.platform), request, actor);
}

Result<QString> Engine::startStep(const QString& token, const QString& confirmation, const QString& actor,
                                  const QString& approval)
{
    Result<QString> run = d->runner.start(token, confirmation, actor, approval);
    d->track(run ? Status(Done{}) : Status(run.error()));
    return run;
}

Status Engine::cancelStep(const QString& run, const QString& step)
{
    return d->runner.cancel(run, step);
}

Status Engine::settleStep(const QString& run, const QString& step, bool commit, const QString& actor)
{
    return d->tracked(d->runner.settle(run, step, commit, actor));
}

QFuture<Result<SweepReport>> Engine::runReads(const StepRequest& request, const QString& actor)
{
    return d->sweep.begin(d->playbook(request.platform), request, actor);
}

QFuture<Result<PreparedStep>> Engine::prepareUndo(const QString& id, const QString& run, const QString& step,
                                                  const QString& actor)
{
    const auto incident = d->incident(id);
    const PlaybookPointer playbook = incident ? d->playbook((*incident)->platform) : PlaybookPointer();
    return d->runner.prepareUndo(playbook, id, run, step, actor);
}

Result<ApprovalRequest> Engine::readApproval(const QString& text, const QString& actor) const
{
    return d->approvals.read(text, actor);
}

QFuture<Result<QString>> Engine::giveApproval(const QString& text, const QString& actor)
{
    return d->approvals.give(text, actor);
}

QFuture<Result<QString>> Engine::approvalKey()
{
    return d->approvals.ownKey();
}

Status Engine::trustApprover(const QString& name, const QString& keyHex, const QString& actor)
{
    return d->tracked(d->approvals.trust(name, keyHex, actor));
}

Status Engine::forgetApprover(const QString& name, const QString& actor)
{
    return d->tracked(d->approvals.forget(name, actor));
}

QMap<QString, QString> Engine::approvers() const
{
    return d->approvals.approvers();
}

}  // namespace cockpit
