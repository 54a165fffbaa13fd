// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/metrics/RuleExpression.h"
#include "core/playbook/Playbook.h"

#include <QDateTime>
#include <QHash>
#include <QList>

#include <map>

namespace cockpit {

/// A rule starting or ceasing to fire.
struct AlertChange {
    bool fired = false;  ///< true: began; false: cleared
    QString platform;
    RuleSpec rule;
    QString reason;  ///< the readings behind it, for a person
    QDateTime at;
};

/// Where one rule stands.
struct AlertStatus {
    enum class Phase { Clear, Pending, Firing, Unknown };
    QString platform;
    QString rule;
    Phase phase = Phase::Clear;
    QDateTime since;  ///< start of the phase
    QString reason;
};

/// Turns readings into alerts for one platform: `for`, hysteresis (clear_when), clear_for. Unknown neither starts nor
/// ends an alert: time spent in the unknown counts neither towards `for` nor towards `clear_for`, and an alert that is
/// firing stays firing and says so in its reason. Pure: time comes in with each call. Thread: one at a time.
class AlertEvaluator
{
public:
    /// The playbook's rules have been checked by its loader.
    explicit AlertEvaluator(PlaybookPointer playbook);

    /// Looks at the readings as they are at `now` and returns what changed.
    QList<AlertChange> evaluate(const RuleExpression::Lookup& lookup, const QDateTime& now);
    QList<AlertStatus> statuses() const;

    /// At start: rules that the log says are firing, so that a restart does not announce them again.
    void restoreFiring(const QStringList& ruleIds, const QDateTime& since);

private:
    struct RuleState {
        RuleSpec spec;
        std::unique_ptr<RuleExpression> when;
        std::unique_ptr<RuleExpression> clearWhen;
        AlertStatus status;
        QDateTime holdingSince;  ///< `when` holds since; moved on by the time it was unknown
        QDateTime clearSince;    ///< the same for its end
        QDateTime lastLook;
        bool lastUnknown = false;
    };
    void lookWhileQuiet(RuleState& state, Truth truth, const QDateTime& now, QList<AlertChange>* changes);
    void lookWhileFiring(RuleState& state, Truth over, const QDateTime& now, QList<AlertChange>* changes);

    PlaybookPointer m_playbook;
    std::map<QString, RuleState> m_rules;
};

}  // namespace cockpit
