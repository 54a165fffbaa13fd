// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/metrics/AlertEvaluator.h"

#include <QCoreApplication>

namespace cockpit {

namespace {

using Phase = AlertStatus::Phase;

void enter(AlertStatus* status, Phase phase, const QDateTime& since)
{
    if (status->phase == phase && status->since.isValid())
        return;
    status->phase = phase;
    status->since = since;
}

/// Time in the unknown, and a wall clock that went back, must not count as time a condition held.
void discount(qint64 elapsed, QDateTime* holdingSince, QDateTime* clearSince)
{
    for (QDateTime* since : {holdingSince, clearSince}) {
        if (since->isValid())
            *since = since->addMSecs(elapsed);
    }
}

Milliseconds between(const QDateTime& since, const QDateTime& now)
{
    return Milliseconds{since.msecsTo(now)};
}

Truth opposite(Truth truth)
{
    return truth == Truth::Yes ? Truth::No : truth == Truth::No ? Truth::Yes : Truth::Unknown;
}

}  // namespace

AlertEvaluator::AlertEvaluator(PlaybookPointer playbook)
    : m_playbook(std::move(playbook))
{
    for (const RuleSpec& spec : m_playbook->rules) {
        RuleState state;
        state.spec = spec;
        state.when = RuleExpression::parse(spec.when, nullptr);
        if (!spec.clearWhen.isEmpty())
            state.clearWhen = RuleExpression::parse(spec.clearWhen, nullptr);
        state.status.platform = m_playbook->id;
        state.status.rule = spec.id;
        m_rules.insert_or_assign(spec.id, std::move(state));
    }
}

QList<AlertChange> AlertEvaluator::evaluate(const RuleExpression::Lookup& lookup, const QDateTime& now)
{
    QList<AlertChange> changes;
    for (auto& [id, state] : m_rules) {
        if (!state.when)
            continue;
        const bool firing = state.status.phase == Phase::Firing;
        Truth truth = state.when->evaluate(lookup);
        if (firing) {
            const Truth over = state.clearWhen ? state.clearWhen->evaluate(lookup) : opposite(truth);
            // Hysteresis never ends an alert whose own condition still holds.
            truth = truth == Truth::Yes ? Truth::No : over;
        }
        const bool unknown = truth == Truth::Unknown;
        const qint64 elapsed = state.lastLook.isValid() ? state.lastLook.msecsTo(now) : 0;
        if (unknown || state.lastUnknown || elapsed < 0)
            discount(elapsed, &state.holdingSince, &state.clearSince);
        state.status.reason = state.when->explain(lookup);
        if (firing)
            lookWhileFiring(state, truth, now, &changes);
        else
            lookWhileQuiet(state, truth, now, &changes);
        state.lastLook = now;
        state.lastUnknown = unknown;
    }
    return changes;
}

void AlertEvaluator::lookWhileQuiet(RuleState& state, Truth truth, const QDateTime& now, QList<AlertChange>* changes)
{
    if (truth == Truth::Unknown) {
        enter(&state.status, Phase::Unknown, now);
        return;
    }
    if (truth == Truth::No) {
        state.holdingSince = {};
        enter(&state.status, Phase::Clear, now);
        return;
    }
    if (!state.holdingSince.isValid())
        state.holdingSince = now;
    if (between(state.holdingSince, now) < state.spec.holdFor) {
        enter(&state.status, Phase::Pending, state.holdingSince);
        return;
    }
    state.clearSince = {};
    enter(&state.status, Phase::Firing, now);
    changes->append({true, m_playbook->id, state.spec, state.status.reason, now});
}

void AlertEvaluator::lookWhileFiring(RuleState& state, Truth over, const QDateTime& now, QList<AlertChange>* changes)
{
    if (over == Truth::Unknown) {
        state.status.reason =
            QCoreApplication::translate("AlertEvaluator", "still firing; its readings are not known now: %1")
                .arg(state.status.reason);
        return;
    }
    if (over == Truth::No) {
        state.clearSince = {};
        return;
    }
    if (!state.clearSince.isValid())
        state.clearSince = now;
    if (between(state.clearSince, now) < state.spec.clearFor)
        return;
    state.holdingSince = {};
    state.clearSince = {};
    enter(&state.status, Phase::Clear, now);
    changes->append({false, m_playbook->id, state.spec, state.status.reason, now});
}

QList<AlertStatus> AlertEvaluator::statuses() const
{
    QList<AlertStatus> all;
    for (const RuleSpec& spec : m_playbook->rules)
        all.append(m_rules.at(spec.id).status);
    return all;
}

void AlertEvaluator::restoreFiring(const QStringList& ruleIds, const QDateTime& since)
{
    for (const QString& id : ruleIds) {
        const auto found = m_rules.find(id);
        if (found == m_rules.end())
            continue;
        AlertStatus& status = found->second.status;
        status.phase = Phase::Firing;
        status.since = since;
        status.reason = QCoreApplication::translate("AlertEvaluator", "firing since before the restart");
    }
}

}  // namespace cockpit
