// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/engine/AlertDesk.h"

#include "core/base/Ids.h"
#include "core/base/SafeText.h"

#include <QCoreApplication>

namespace cockpit {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(AlertDesk)
};

QString groupOf(const RuleSpec& rule)
{
    return rule.group.isEmpty() ? rule.id : rule.group;
}

int rankOf(const Playbook& playbook, const QString& severity)
{
    const Severity* known = playbook.severity(severity);
    return known ? known->rank : static_cast<int>(playbook.severities.size());
}

/// The rule that watches for the same thing as an outside alert, or null.
const RuleSpec* ruleOfAlert(const Playbook& playbook, const ExternalAlert& alert)
{
    const QString name = alert.labels.value(QStringLiteral("alertname"));
    for (const RuleSpec& rule : playbook.rules) {
        if (!rule.alertName.isEmpty() && rule.alertName == name)
            return &rule;
    }
    return nullptr;
}

/// The playbook's own mapping first; else a label that names a severity of this platform; the customary words map to
/// the two worst.
QString severityFromLabel(const Playbook& playbook, const QString& label)
{
    if (playbook.severities.isEmpty())
        return label;
    if (playbook.severityLabels.contains(label))
        return playbook.severityLabels.value(label);
    for (const Severity& severity : playbook.severities) {
        if (severity.id.compare(label, Qt::CaseInsensitive) == 0)
            return severity.id;
    }
    const qsizetype last = playbook.severities.size() - 1;
    if (label == QLatin1String("critical") || label == QLatin1String("page"))
        return playbook.severities.at(0).id;
    if (label == QLatin1String("warning"))
        return playbook.severities.at(std::min<qsizetype>(1, last)).id;
    return playbook.severities.at(last).id;
}

}  // namespace

AlertDesk::AlertDesk(const Clock& clock, IncidentLog& log, const SignalBoard& board)
    : m_clock(clock)
    , m_log(log)
    , m_board(board)
{
}

void AlertDesk::add(PlaybookPointer playbook)
{
    const QString id = playbook->id;
    AlertEvaluator evaluator(playbook);
    QMap<QString, External> external;
    for (const Incident& incident : m_log.book().incidents()) {
        if (incident.platform != id || !incident.isOpen() || incident.alerts.isEmpty())
            continue;
        evaluator.restoreFiring(incident.alerts,
                                incident.declaredAt.isValid() ? incident.declaredAt : incident.proposedAt);
        for (const QString& alert : incident.alerts) {
            if (!playbook->rule(alert))
                external.insert(alert, {incident.group, {}});
        }
    }
    m_platforms.emplace(id, Platform{std::move(playbook), std::move(evaluator), std::move(external)});
}

Status AlertDesk::tick()
{
    const QDateTime now = m_clock.utcNow();
    for (auto& [id, platform] : m_platforms) {
        const auto lookup = [this, &name = id](const QString& signal) { return m_board.current(name, signal); };
        for (const AlertChange& change : platform.evaluator.evaluate(lookup, now)) {
            const RuleSpec& rule = change.rule;
            const Status recorded =
                change.fired ? fire(*platform.playbook, {rule.id,
                                                         groupOf(rule),
                                                         rule.title,
                                                         rule.severity,
                                                         rule.runbook,
                                                         change.reason,
                                                         {},
                                                         rule.action})
                             : clear(*platform.playbook,
                                     {rule.id, groupOf(rule), rule.title, {}, {}, change.reason, {}, rule.action});
            if (!recorded)
                return recorded;
        }
    }
    return Done{};
}

Status AlertDesk::takeExternal(const QString& platformId, const QList<ExternalAlert>& alerts)
{
    const auto found = m_platforms.find(platformId);
    if (found == m_platforms.end())
        return Done{};
    Platform& platform = found->second;
    QMap<QString, External> active;
    for (const ExternalAlert& external : alerts) {
        if (external.state != ExternalAlert::State::Active)
            continue;
        const RuleSpec* same = ruleOfAlert(*platform.playbook, external);
        const QString group = external.labels.value(QStringLiteral("incident_group"),
                                                    same ? groupOf(*same)
                                                         : QStringLiteral("alertmanager:") +
                                                               external.labels.value(QStringLiteral("alertname")));
        active.insert(external.fingerprint, {group, safeLine(external.title())});
        if (platform.external.contains(external.fingerprint))
            continue;
        const Incident* known = m_log.book().openFor(platformId, group);
        if (known && known->alerts.contains(external.fingerprint))
            continue;
        // The playbook's own rule knows this platform's severities better than a label that many platforms share.
        const QString severity = same ? same->severity : severityFromLabel(*platform.playbook, external.severity());
        const Status recorded =
            fire(*platform.playbook,
                 {external.fingerprint, group, safeLine(external.title()), severity, same ? same->runbook : QString(),
                  Say::tr("reported by Alertmanager"), QStringLiteral("alertmanager"), AlertAction::Propose});
        if (!recorded)
            return recorded;
    }
    const QMap<QString, External> before = std::exchange(platform.external, active);
    for (auto gone = before.begin(); gone != before.end(); ++gone) {
        if (active.contains(gone.key()))
            continue;
        const Status recorded = clear(*platform.playbook, {gone.key(),
                                                           gone->group,
                                                           gone->title,
                                                           {},
                                                           {},
                                                           Say::tr("no longer active at Alertmanager"),
                                                           QStringLiteral("alertmanager"),
                                                           AlertAction::Propose});
        if (!recorded)
            return recorded;
    }
    return Done{};
}

QList<AlertStatus> AlertDesk::statuses(const QString& platform) const
{
    const auto found = m_platforms.find(platform);
    return found == m_platforms.end() ? QList<AlertStatus>{} : found->second.evaluator.statuses();
}

QString AlertDesk::actorOf(const Alert& alert)
{
    return alert.feed.isEmpty() ? QStringLiteral("rule:") + alert.rule : alert.feed;
}

Status AlertDesk::fire(const Playbook& playbook, const Alert& alert)
{
    const QString actor = actorOf(alert);
    const Result<QString> incident = incidentFor(playbook, alert, actor);
    if (!incident)
        return incident.error();
    QJsonObject data{{QStringLiteral("platform"), playbook.id},    {QStringLiteral("rule"), alert.rule},
                     {QStringLiteral("group"), alert.group},       {QStringLiteral("title"), alert.title},
                     {QStringLiteral("severity"), alert.severity}, {QStringLiteral("reason"), alert.reason}};
    if (!alert.feed.isEmpty())
        data.insert(QStringLiteral("feed"), alert.feed);
    const auto fired = m_log.append({EventType::AlertFired, *incident, actor, data});
    if (!fired)
        return fired.error();
    const Incident* now = m_log.book().find(*incident);
    if (now && rankOf(playbook, alert.severity) < rankOf(playbook, now->severity)) {
        const auto raised = m_log.append({EventType::SeverityChanged,
                                          *incident,
                                          actor,
                                          {{QStringLiteral("from"), now->severity},
                                           {QStringLiteral("to"), alert.severity},
                                           {QStringLiteral("reason"), alert.reason},
                                           {QStringLiteral("title"), alert.title},
                                           {QStringLiteral("runbook"), alert.runbook}}});
        if (!raised)
            return raised.error();
    }
    return Done{};
}

Result<QString> AlertDesk::incidentFor(const Playbook& playbook, const Alert& alert, const QString& actor)
{
    const Incident* open = m_log.book().openFor(playbook.id, alert.group);
    const bool declares = alert.action == AlertAction::Declare;
    if (open && !(declares && open->state == IncidentState::Proposed))
        return open->id;
    const QString id = open ? open->id : newIncidentId(m_clock.utcNow());
    const auto recorded = m_log.append({declares ? EventType::IncidentDeclared : EventType::IncidentProposed,
                                        id,
                                        actor,
                                        {{QStringLiteral("platform"), playbook.id},
                                         {QStringLiteral("title"), alert.title},
                                         {QStringLiteral("severity"), alert.severity},
                                         {QStringLiteral("reason"), alert.reason},
                                         {QStringLiteral("rule"), alert.rule},
                                         {QStringLiteral("group"), alert.group},
                                         {QStringLiteral("runbook"), alert.runbook}}});
    if (!recorded)
        return recorded.error();
    return id;
}

Status AlertDesk::clear(const Playbook& playbook, const Alert& alert)
{
    const Incident* open = m_log.book().openFor(playbook.id, alert.group);
    if (!open || !open->alerts.contains(alert.rule))
        return Done{};
    QJsonObject data{{QStringLiteral("platform"), playbook.id},
                     {QStringLiteral("rule"), alert.rule},
                     {QStringLiteral("group"), alert.group},
                     {QStringLiteral("reason"), alert.reason}};
    if (!alert.title.isEmpty())
        data.insert(QStringLiteral("title"), alert.title);
    const auto recorded = m_log.append({EventType::AlertCleared, open->id, actorOf(alert), data});
    if (!recorded)
        return recorded.error();
    return Done{};
}

}  // namespace cockpit
