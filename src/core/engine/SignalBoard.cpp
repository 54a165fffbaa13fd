// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/engine/SignalBoard.h"

#include "core/base/Duration.h"

#include <QCoreApplication>

namespace cockpit {

namespace {

QString keyOf(const QString& platform, const QString& signal)
{
    return platform + QLatin1Char('/') + signal;
}

}  // namespace

SignalBoard::SignalBoard(const Clock& clock)
    : m_clock(clock)
{
}

void SignalBoard::add(const Playbook& playbook)
{
    for (const SignalSpec& spec : playbook.signalSpecs) {
        Reading pending;
        pending.platform = playbook.id;
        pending.signal = spec.id;
        pending.at = m_clock.utcNow();
        m_entries.insert_or_assign(keyOf(playbook.id, spec.id),
                                   Entry{spec, pending, SeriesHistory(spec.every.count())});
    }
}

void SignalBoard::record(const Reading& reading)
{
    const auto found = m_entries.find(keyOf(reading.platform, reading.signal));
    if (found == m_entries.end())
        return;
    Entry& entry = found->second;
    entry.latest = reading;
    const qint64 at = reading.at.toMSecsSinceEpoch();
    if (reading.state == ReadingState::Value)
        entry.history.append(at, reading.value);
    else
        entry.history.appendGap(at);
}

Reading SignalBoard::current(const QString& platform, const QString& signal) const
{
    const Entry* entry = find(platform, signal);
    if (!entry) {
        Reading missing;
        missing.platform = platform;
        missing.signal = signal;
        missing.state = ReadingState::MissingField;
        return missing;
    }
    Reading reading = entry->latest;
    const Milliseconds age{reading.at.msecsTo(m_clock.utcNow())};
    if (reading.state == ReadingState::Value && age > entry->spec.staleAfter) {
        reading.state = ReadingState::Stale;
        reading.detail = QCoreApplication::translate("SignalBoard", "last value %1 ago")
                             .arg(formatDuration(std::chrono::duration_cast<std::chrono::seconds>(age)));
    }
    return reading;
}

const SeriesHistory* SignalBoard::history(const QString& platform, const QString& signal) const
{
    const Entry* entry = find(platform, signal);
    return entry ? &entry->history : nullptr;
}

const SignalBoard::Entry* SignalBoard::find(const QString& platform, const QString& signal) const
{
    const auto found = m_entries.find(keyOf(platform, signal));
    return found == m_entries.end() ? nullptr : &found->second;
}

}  // namespace cockpit
