// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/playbook/Playbook.h"

namespace cockpit {

namespace {

template <typename T>
const T* findById(const QList<T>& list, const QString& id)
{
    for (const T& entry : list) {
        if (entry.id == id)
            return &entry;
    }
    return nullptr;
}

}  // namespace

QString dangerName(Danger danger)
{
    switch (danger) {
    case Danger::Read: return QStringLiteral("read");
    case Danger::Write: return QStringLiteral("write");
    case Danger::Destructive: return QStringLiteral("destructive");
    }
    return QStringLiteral("destructive");
}

Danger dangerFromName(const QString& name)
{
    for (const Danger danger : {Danger::Read, Danger::Write}) {
        if (dangerName(danger) == name)
            return danger;
    }
    return Danger::Destructive;
}

QString comparisonSymbol(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Less: return QStringLiteral("<");
    case Comparison::LessOrEqual: return QStringLiteral("<=");
    case Comparison::Equal: return QStringLiteral("==");
    case Comparison::NotEqual: return QStringLiteral("!=");
    case Comparison::GreaterOrEqual: return QStringLiteral(">=");
    case Comparison::Greater: return QStringLiteral(">");
    }
    return QStringLiteral("==");
}

bool holds(Comparison comparison, double left, double right)
{
    switch (comparison) {
    case Comparison::Less: return left < right;
    case Comparison::LessOrEqual: return left <= right;
    case Comparison::Equal: return left == right;
    case Comparison::NotEqual: return left != right;
    case Comparison::GreaterOrEqual: return left >= right;
    case Comparison::Greater: return left > right;
    }
    return false;
}

const Severity* Playbook::severity(const QString& severityId) const
{
    return findById(severities, severityId);
}
const SignalSpec* Playbook::signal(const QString& signalId) const
{
    return findById(signalSpecs, signalId);
}
const RuleSpec* Playbook::rule(const QString& ruleId) const
{
    return findById(rules, ruleId);
}
const Runbook* Playbook::runbook(const QString& runbookId) const
{
    return findById(runbooks, runbookId);
}
QString Expectation::text() const
{
    return when.isEmpty() ? QStringLiteral("%1 %2 %3").arg(signal, comparisonSymbol(comparison), QString::number(value))
                          : when;
}

const StepSpec* Playbook::step(const QString& runbookId, const QString& stepId) const
{
    const Runbook* found = runbook(runbookId);
    return found ? found->step(stepId) : nullptr;
}

const Role* Playbook::role(const QString& roleId) const
{
    return findById(roles, roleId);
}
const ConnectionSlot* Playbook::connection(const QString& slotId) const
{
    return findById(connections, slotId);
}
const MessageTemplate* Playbook::message(const QString& messageId) const
{
    return findById(messages, messageId);
}

}  // namespace cockpit
