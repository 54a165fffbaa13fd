// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/board/BoardRow.h"

#include "core/base/SafeText.h"

#include <QCoreApplication>
#include <QHash>

#include <tuple>

namespace cockpit::panels::board {

namespace {

const QString separator = QStringLiteral(" \u00B7 ");

struct Say {
    Q_DECLARE_TR_FUNCTIONS(BoardPanel)
};

int stateOrder(const BoardRow& row)
{
    if (row.isWaiting())
        return 0;
    return row.isOpen() ? 1 : 2;
}

QString stateWordOf(IncidentState state)
{
    switch (state) {
    case IncidentState::Proposed: return Say::tr("proposed");
    case IncidentState::Declared: return Say::tr("not acked");
    case IncidentState::Acknowledged: return Say::tr("acked");
    case IncidentState::Resolved: return Say::tr("resolved");
    case IncidentState::Dismissed: return Say::tr("dismissed");
    }
    Q_UNREACHABLE();
}

/// The first phase of the lifecycle with something left to tick.
QString phaseOf(const Incident& incident, const Playbook& playbook)
{
    for (const LifecyclePhase& phase : playbook.lifecycle) {
        for (qsizetype i = 0; i < phase.checklist.size(); ++i) {
            if (!incident.ticked.contains(phase.id + QLatin1Char('/') + QString::number(i)))
                return phase.title;
        }
    }
    return {};
}

QString whoOf(const Incident& incident, const Playbook* playbook)
{
    if (incident.state == IncidentState::Proposed)
        return incident.rule.isEmpty()                     ? QString()
               : playbook && playbook->rule(incident.rule) ? Say::tr("proposed by rule %1").arg(incident.rule)
                                                           : Say::tr("proposed by an alert from outside");
    if (!incident.roles.isEmpty()) {
        const auto first = incident.roles.constBegin();
        const Role* role = playbook ? playbook->role(first.key()) : nullptr;
        return Say::tr("%1: %2").arg(role ? role->title : first.key(), first.value());
    }
    return incident.acknowledgedBy;
}

QString subtitleOf(const Incident& incident, const Playbook* playbook)
{
    QStringList parts{playbook ? playbook->title : incident.platform, whoOf(incident, playbook)};
    if (incident.state == IncidentState::Acknowledged) {
        const QString phase = playbook ? phaseOf(incident, *playbook) : QString();
        parts.append(phase.isEmpty() ? Say::tr("acknowledged") : phase);
    } else if (incident.state == IncidentState::Declared) {
        parts.append(Say::tr("not acknowledged"));
    } else if (!incident.isOpen()) {
        parts.append(stateWordOf(incident.state));
    }
    parts.removeAll(QString());
    return safeLine(parts.join(separator));
}

BoardRow rowOf(const Incident& incident, const Playbook* playbook)
{
    BoardRow row;
    row.id = incident.id;
    row.platform = incident.platform;
    row.runbook = incident.runbook;
    row.title = safeLine(incident.title);
    row.severity = safeLine(incident.severity, 12);
    const Severity* severity = playbook ? playbook->severity(incident.severity) : nullptr;
    row.rank = severity ? severity->rank : -1;
    row.state = incident.state;
    row.stateWord = stateWordOf(incident.state);
    row.subtitle = subtitleOf(incident, playbook);
    row.since = incident.declaredAt.isValid() ? incident.declaredAt : incident.proposedAt;
    row.reason = safeLine(incident.reason, 600);
    return row;
}

/// Which of two open clocks the row shows: answering before phases, and of the phases the one that still runs, for one
/// that is over is only a memory.
bool goesBefore(const DeadlineState& left, const DeadlineState& right, const QDateTime& now)
{
    const auto key = [&now](const DeadlineState& deadline) {
        const bool phase = deadline.kind == DeadlineState::Kind::TimeBox;
        const bool over = now > deadline.due;
        return std::tuple(phase, phase && over,
                          phase && over ? -deadline.due.toMSecsSinceEpoch() : deadline.due.toMSecsSinceEpoch());
    };
    return key(left) < key(right);
}

}  // namespace

bool boardOrder(const BoardRow& left, const BoardRow& right)
{
    const auto key = [](const BoardRow& row) {
        // An unknown severity is not a small one: it sorts with the worst.
        return std::tuple(stateOrder(row), qMax(row.rank, 0), row.since.toMSecsSinceEpoch());
    };
    const auto leftKey = key(left);
    const auto rightKey = key(right);
    return leftKey == rightKey ? left.id < right.id : leftKey < rightKey;
}

QList<BoardRow> boardRows(const Snapshot& snapshot, bool withClosed)
{
    QHash<QString, const DeadlineState*> next;
    for (const DeadlineState& deadline : snapshot.deadlines) {
        const DeadlineState*& known = next[deadline.incident];
        const bool over = deadline.kind == DeadlineState::Kind::RegressionWatch && deadline.due <= snapshot.at;
        if (!deadline.met && !over && (!known || goesBefore(deadline, *known, snapshot.at)))
            known = &deadline;
    }
    QHash<QString, const Playbook*> playbooks;
    for (const PlatformState& platform : snapshot.platforms)
        playbooks.insert(platform.playbook->id, platform.playbook.get());
    QList<BoardRow> rows;
    rows.reserve(snapshot.incidents.size());
    for (const Incident& incident : snapshot.incidents) {
        if (!withClosed && !incident.isOpen())
            continue;
        BoardRow row = rowOf(incident, playbooks.value(incident.platform));
        if (const DeadlineState* deadline = next.value(incident.id)) {
            row.dueWhat = deadline->what;
            row.dueFrom = deadline->started;
            row.due = deadline->due;
        }
        rows.append(std::move(row));
    }
    return rows;
}

}  // namespace cockpit::panels::board
