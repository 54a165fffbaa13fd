// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/metrics/RuleExpression.h"
#include "core/runbook/StepExecutor.h"

namespace cockpit {

/// The values a step hands on, from how it ended. A value that is not there is left out: what needs it cannot run.
QMap<QString, QString> takeOutputs(const StepSpec& spec, const StepOutcome& outcome);

/// Whether a step is called for: its `only_if` over what earlier steps handed on. Unknown when one of them has not run
/// or gave no number. Yes without a condition.
Truth isCalledFor(const StepSpec& spec, const QMap<QString, QString>& outputs);

/// The inputs as given, those left empty filled from the outputs their `from` names.
QMap<QString, QString> withOutputs(const StepSpec& spec, QMap<QString, QString> inputs,
                                   const QMap<QString, QString>& outputs);

}  // namespace cockpit
