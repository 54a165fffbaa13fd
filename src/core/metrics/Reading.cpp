// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/metrics/Reading.h"

#include "core/metrics/AlertFeed.h"

namespace cockpit {

QString readingStateName(ReadingState state)
{
    switch (state) {
    case ReadingState::Pending: return QStringLiteral("pending");
    case ReadingState::Value: return QStringLiteral("value");
    case ReadingState::Unreachable: return QStringLiteral("unreachable");
    case ReadingState::Unauthorized: return QStringLiteral("unauthorized");
    case ReadingState::MissingField: return QStringLiteral("missing_field");
    case ReadingState::Stale: return QStringLiteral("stale");
    }
    return QStringLiteral("pending");
}

QString externalAlertStateName(ExternalAlert::State state)
{
    switch (state) {
    case ExternalAlert::State::Active: return QStringLiteral("active");
    case ExternalAlert::State::Silenced: return QStringLiteral("silenced");
    case ExternalAlert::State::Inhibited: return QStringLiteral("inhibited");
    case ExternalAlert::State::Unprocessed: return QStringLiteral("unprocessed");
    }
    return QStringLiteral("active");
}

QString ExternalAlert::title() const
{
    const QString summary = annotations.value(QStringLiteral("summary")).trimmed();
    return summary.isEmpty() ? labels.value(QStringLiteral("alertname")) : summary;
}

QString ExternalAlert::severity() const
{
    return labels.value(QStringLiteral("severity"));
}

}  // namespace cockpit
