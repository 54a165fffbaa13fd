// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"

namespace cockpit {

/// How long to wait before attempt `attempt` + 1: full jitter over 1 s doubled per attempt, at most 5 min.
/// `random` is uniform in [0, 1).
Milliseconds backOff(int attempt, double random);

/// The service's own Retry-After obeyed up to one hour, otherwise backOff().
Milliseconds waitBefore(int attempt, Milliseconds retryAfter, double random);

/// After this long without delivery a message has failed.
constexpr Milliseconds retryHorizon{24LL * 3'600'000};

/// A message of the top severity that is not delivered by then also goes to the next channel.
constexpr Milliseconds nextChannelAfter{60'000};

}  // namespace cockpit
