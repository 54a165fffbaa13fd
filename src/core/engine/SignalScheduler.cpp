// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/engine/SignalScheduler.h"

#include "core/base/Duration.h"

#include <QRandomGenerator>

#include <algorithm>

namespace cockpit {

namespace {

constexpr Milliseconds longestBackOff{60'000};
constexpr Milliseconds grace{1'000};
constexpr Milliseconds startSpread{500};

bool nothingAnswered(const QList<Reading>& readings)
{
    return std::all_of(readings.begin(), readings.end(), [](const Reading& reading) {
        return reading.state == ReadingState::Unreachable || reading.state == ReadingState::Unauthorized;
    });
}

Milliseconds upTo(Milliseconds most)
{
    return Milliseconds{QRandomGenerator::global()->bounded(std::max<qint64>(most.count(), 1))};
}

}  // namespace

SignalScheduler::SignalScheduler(const Clock& clock, const AdapterRegistry& registry,
                                 std::function<bool(const QString&)> isBound, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_registry(registry)
    , m_isBound(std::move(isBound))
{
}

void SignalScheduler::add(const Playbook& playbook)
{
    QMap<QString, Group*> byKey;
    for (const SignalSpec& spec : playbook.signalSpecs) {
        const auto source = m_registry.signalSources.find(spec.kind);
        const QString ownKey = source == m_registry.signalSources.end() ? spec.id : source->second->groupKey(spec);
        const QString key = QStringList{spec.kind, spec.connection, ownKey, QString::number(spec.every.count())}.join(
            QLatin1Char('\n'));
        Group*& group = byKey[key];
        if (!group) {
            m_groups.push_back(std::make_unique<Group>());
            group = m_groups.back().get();
            group->kind = spec.kind;
            group->every = spec.every;
            group->nextDue = m_clock.monotonicNow() + upTo(std::min(startSpread, spec.every));
            group->request.platform = playbook.id;
            if (!spec.connection.isEmpty())
                group->request.connectionId = playbook.id + QLatin1Char('/') + spec.connection;
            group->request.deadline = spec.deadline;
        }
        group->request.deadline = std::max(group->request.deadline, spec.deadline);
        group->request.signalSpecs.append(spec);
    }
}

void SignalScheduler::tick()
{
    const Milliseconds now = m_clock.monotonicNow();
    for (const auto& group : m_groups) {
        if (group->inFlight && now - group->startedAt > group->request.deadline + grace) {
            const auto watcher = std::move(group->watcher);
            watcher->disconnect(this);
            watcher->future().cancel();
            finish(*group, all(*group, ReadingState::Unreachable,
                               tr("no answer within %1").arg(formatDuration(group->request.deadline))));
        }
        if (group->inFlight || now < group->nextDue)
            continue;
        const QString& connection = group->request.connectionId;
        if (connection.isEmpty() || m_isBound(connection))
            start(*group);
        else
            leaveAlone(*group);
    }
}

void SignalScheduler::pollSoon()
{
    for (const auto& group : m_groups) {
        group->failures = 0;
        group->nextDue = m_clock.monotonicNow();
    }
}

void SignalScheduler::stop()
{
    for (const auto& group : m_groups) {
        if (!group->watcher)
            continue;
        group->watcher->disconnect(this);
        group->watcher->future().cancel();
        group->watcher.reset();
    }
    m_groups.clear();
}

void SignalScheduler::start(Group& group)
{
    group.startedAt = m_clock.monotonicNow();
    group.unboundSaid = false;
    const auto source = m_registry.signalSources.find(group.kind);
    if (source == m_registry.signalSources.end()) {
        finish(group,
               all(group, ReadingState::Unreachable, tr("this build cannot read signals of kind %1").arg(group.kind)));
        return;
    }
    group.inFlight = true;
    group.watcher = std::make_unique<QFutureWatcher<QList<Reading>>>();
    Group* const running = &group;
    connect(group.watcher.get(), &QFutureWatcherBase::finished, this, [this, running] {
        const auto future = running->watcher->future();
        running->watcher.release()->deleteLater();
        finish(*running, future.resultCount() > 0
                             ? future.result()
                             : all(*running, ReadingState::Unreachable, tr("the poll was cancelled")));
    });
    group.watcher->setFuture(source->second->read(group.request));
}

void SignalScheduler::finish(Group& group, QList<Reading> readings)
{
    group.inFlight = false;
    group.failures = nothingAnswered(readings) ? std::min(group.failures + 1, 16) : 0;
    Milliseconds pause = group.every;
    for (int i = 1; i < group.failures && pause < longestBackOff; ++i)
        pause = std::min(pause * 2, std::max(longestBackOff, group.every));
    group.nextDue = std::max(group.startedAt + pause + upTo(group.every / 20), m_clock.monotonicNow());
    emit readingsArrived(readings);
}

void SignalScheduler::leaveAlone(Group& group)
{
    group.nextDue = m_clock.monotonicNow() + group.every;
    if (std::exchange(group.unboundSaid, true))
        return;
    emit readingsArrived(all(group, ReadingState::Pending, tr("not connected on this workstation")));
}

QList<Reading> SignalScheduler::all(const Group& group, ReadingState state, const QString& detail) const
{
    QList<Reading> readings;
    for (const SignalSpec& spec : group.request.signalSpecs) {
        Reading reading;
        reading.platform = group.request.platform;
        reading.signal = spec.id;
        reading.state = state;
        reading.at = m_clock.utcNow();
        reading.detail = detail;
        readings.append(reading);
    }
    return readings;
}

}  // namespace cockpit
