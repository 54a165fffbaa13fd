// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/engine/SnapshotBuilder.h"

#include "core/base/SafeText.h"
#include "core/metrics/ValueText.h"

#include <QCoreApplication>

namespace cockpit {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Tiles)
};

TileLevel levelOf(const Reading& reading)
{
    switch (reading.state) {
    case ReadingState::Value: return TileLevel::Ok;
    case ReadingState::Pending: return TileLevel::Pending;
    case ReadingState::Stale: return TileLevel::Stale;
    case ReadingState::Unreachable:
    case ReadingState::Unauthorized:
    case ReadingState::MissingField: break;
    }
    return TileLevel::Unknown;
}

QString wordOf(const Reading& reading)
{
    switch (reading.state) {
    case ReadingState::Value: return Say::tr("ok");
    case ReadingState::Pending: return Say::tr("waiting");
    case ReadingState::Stale: return Say::tr("stale");
    case ReadingState::Unreachable: return Say::tr("unreachable");
    case ReadingState::Unauthorized: return Say::tr("unauthorized");
    case ReadingState::MissingField: return Say::tr("missing");
    }
    return Say::tr("unknown");
}

QString reasonOf(const SignalSpec& spec, const Reading& reading)
{
    if (reading.state == ReadingState::Value)
        return formatValue(reading.value, spec.unit);
    if (reading.state == ReadingState::Pending)
        return reading.detail.isEmpty() ? Say::tr("not read yet") : safeLine(reading.detail, 120);
    return reading.detail.isEmpty() ? wordOf(reading) : safeLine(reading.detail, 120);
}

/// The worst rule that names the signal and whose condition holds, whether or not it has held long enough to fire.
struct Firing {
    const RuleSpec* rule = nullptr;
    int rank = -1;
    bool fires = false;
};

Firing worstFiring(const Playbook& playbook, const QString& signal, const QList<AlertStatus>& alerts)
{
    Firing worst;
    for (const AlertStatus& status : alerts) {
        if (status.phase != AlertStatus::Phase::Firing && status.phase != AlertStatus::Phase::Pending)
            continue;
        const RuleSpec* rule = playbook.rule(status.rule);
        const Severity* severity = rule ? playbook.severity(rule->severity) : nullptr;
        if (!severity || (worst.rule && severity->rank >= worst.rank))
            continue;
        const auto expression = RuleExpression::parse(rule->when, nullptr);
        if (expression && expression->signalNames().contains(signal))
            worst = {rule, severity->rank, status.phase == AlertStatus::Phase::Firing};
    }
    return worst;
}

}  // namespace

QList<TileState> TileBuilder::build(const Playbook& playbook, const SignalBoard& board,
                                    const QList<AlertStatus>& alerts, const QDateTime& now)
{
    QList<TileState> tiles;
    for (const SignalSpec& spec : playbook.signalSpecs) {
        if (!spec.tile)
            continue;
        TileState tile;
        tile.platform = playbook.id;
        tile.platformTitle = playbook.title;
        tile.signal = spec.id;
        tile.title = spec.title;
        tile.unit = spec.unit;
        tile.reading = board.current(playbook.id, spec.id);
        tile.level = levelOf(tile.reading);
        tile.word = wordOf(tile.reading);
        tile.reason = reasonOf(spec, tile.reading);
        const Firing firing = worstFiring(playbook, spec.id, alerts);
        if (firing.rule && tile.level == TileLevel::Ok) {
            tile.level = TileLevel::Alert;
            tile.word = firing.fires ? Say::tr("alert") : Say::tr("failing");
        }
        if (firing.rule) {
            tile.severityRank = firing.rank;
            tile.severity = firing.rule->severity;
            tile.reason = safeLine(tile.reason + QStringLiteral(" \u00B7 ") + firing.rule->title, 120);
        }
        Since& since = m_since[playbook.id + QLatin1Char('/') + spec.id];
        if (since.level != tile.level || !since.at.isValid())
            since = {tile.level, now};
        tile.since = since.at;
        tiles.append(tile);
    }
    return tiles;
}

}  // namespace cockpit
