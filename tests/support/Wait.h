// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QFuture>
#include <QTest>

namespace cockpit::test {

/// Runs the event loop until `condition()` holds or `timeoutMs` is over; returns whether it held.
template <typename Condition>
bool waitUntil(Condition condition, int timeoutMs = 5'000)
{
    return QTest::qWaitFor(condition, timeoutMs);
}

/// Runs the event loop until the future has finished and returns its result. Fails the test by exception otherwise.
template <typename T>
T waitFor(QFuture<T> future, int timeoutMs = 10'000)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, timeoutMs))
        throw std::runtime_error("the future did not finish in time");
    return future.result();
}

}  // namespace cockpit::test
