// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/postmortem/PostmortemWords.h"

#include "core/base/Duration.h"
#include "core/postmortem/MarkdownHtml.h"

#include <QCoreApplication>

namespace cockpit {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(PostmortemDraft)
};

}  // namespace

QString utcText(const QDateTime& instant)
{
    return instant.isValid() ? instant.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'")) : QString();
}

QString shortDuration(Milliseconds duration)
{
    return formatDuration(std::chrono::duration_cast<std::chrono::seconds>(duration));
}

QString severityText(const PostmortemFacts& facts)
{
    const QString id = markdownEscaped(facts.incident.severity, 20);
    const Severity* severity = facts.playbook ? facts.playbook->severity(facts.incident.severity) : nullptr;
    return severity && !severity->title.isEmpty()
               ? QStringLiteral("%1 (%2)").arg(id, markdownEscaped(severity->title, 80))
               : id;
}

QString platformText(const PostmortemFacts& facts)
{
    if (!facts.playbook)
        return markdownEscaped(facts.incident.platform, 80);
    return QStringLiteral("%1 (%2)").arg(markdownEscaped(facts.playbook->title, 80),
                                         environmentName(facts.playbook->environment));
}

QString statusText(const Incident& incident)
{
    switch (incident.state) {
    case IncidentState::Proposed: return Say::tr("proposed");
    case IncidentState::Declared: return Say::tr("open, not acknowledged");
    case IncidentState::Acknowledged: return Say::tr("open, acknowledged");
    case IncidentState::Resolved: return Say::tr("resolved");
    case IncidentState::Dismissed: return Say::tr("dismissed");
    }
    return {};
}

QString stepStateText(StepState state)
{
    switch (state) {
    case StepState::Succeeded: return Say::tr("succeeded");
    case StepState::Failed: return Say::tr("failed");
    case StepState::Cancelled: return Say::tr("cancelled");
    case StepState::TimedOut: return Say::tr("timed out");
    case StepState::OutcomeUnknown: return Say::tr("outcome unknown");
    }
    return {};
}

QTimeZone localZone(const Playbook* playbook)
{
    if (playbook && !playbook->timeZone.isEmpty()) {
        const QTimeZone zone(playbook->timeZone.toLatin1());
        if (zone.isValid())
            return zone;
    }
    return QTimeZone::utc();
}

}  // namespace cockpit
