// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/notify/RetryPolicy.h"

#include <algorithm>

namespace cockpit {

namespace {

constexpr Milliseconds firstPause{1'000};
constexpr Milliseconds longestPause{5 * 60'000};
constexpr Milliseconds shortestPause{250};
constexpr Milliseconds longestRetryAfter{3'600'000};

}  // namespace

Milliseconds backOff(int attempt, double random)
{
    const int doublings = std::clamp(attempt - 1, 0, 20);
    const Milliseconds ceiling = std::min<Milliseconds>(firstPause * (1LL << doublings), longestPause);
    const auto jittered = static_cast<qint64>(static_cast<double>(ceiling.count()) * std::clamp(random, 0.0, 1.0));
    return std::max(shortestPause, Milliseconds{jittered});
}

Milliseconds waitBefore(int attempt, Milliseconds retryAfter, double random)
{
    if (retryAfter > Milliseconds{0})
        return std::min(retryAfter, longestRetryAfter);
    return backOff(attempt, random);
}

}  // namespace cockpit
