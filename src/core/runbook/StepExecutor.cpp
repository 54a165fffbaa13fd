// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/runbook/StepExecutor.h"

namespace cockpit {

QString stepStateName(StepState state)
{
    switch (state) {
    case StepState::Succeeded: return QStringLiteral("succeeded");
    case StepState::Failed: return QStringLiteral("failed");
    case StepState::Cancelled: return QStringLiteral("cancelled");
    case StepState::TimedOut: return QStringLiteral("timed_out");
    case StepState::OutcomeUnknown: return QStringLiteral("outcome_unknown");
    }
    return QStringLiteral("outcome_unknown");
}

void StepExecution::settle(bool) {}

}  // namespace cockpit
