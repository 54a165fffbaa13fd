// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/SignalBoard.h"
#include "core/incident/IncidentLog.h"
#include "core/metrics/AlertEvaluator.h"
#include "core/metrics/AlertFeed.h"

#include <map>

namespace cockpit {

/// Turns alerts into incidents: proposes or declares as the rule says, grouped so that one cause makes one incident,
/// raising an incident's severity when a worse rule of its group joins. Thread: the engine's.
class AlertDesk
{
public:
    AlertDesk(const Clock& clock, IncidentLog& log, const SignalBoard& board);

    void add(PlaybookPointer playbook);
    /// Judges all rules against the board as it is now.
    Status tick();
    /// Takes over what an alert feed reported for a platform; active alerts propose incidents, others are only shown.
    Status takeExternal(const QString& platform, const QList<ExternalAlert>& alerts);

    QList<AlertStatus> statuses(const QString& platform) const;

private:
    struct Alert {
        QString rule;
        QString group;
        QString title;
        QString severity;
        QString runbook;
        QString reason;
        QString feed;
        AlertAction action = AlertAction::Propose;
    };

    Status fire(const Playbook& playbook, const Alert& alert);
    Status clear(const Playbook& playbook, const Alert& alert);
    static QString actorOf(const Alert& alert);
    Result<QString> incidentFor(const Playbook& playbook, const Alert& alert, const QString& actor);

    struct External {
        QString group;
        QString title;  ///< empty when only the log of an earlier session knows the alert
    };
    struct Platform {
        PlaybookPointer playbook;
        AlertEvaluator evaluator;
        QMap<QString, External> external;  ///< the active ones by fingerprint
    };

    const Clock& m_clock;
    IncidentLog& m_log;
    const SignalBoard& m_board;
    std::map<QString, Platform> m_platforms;
};

}  // namespace cockpit
