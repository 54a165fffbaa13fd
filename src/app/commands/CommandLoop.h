// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <QCoreApplication>
#include <QFuture>
#include <QFutureWatcher>
#include <QTimer>

#include <type_traits>

namespace cockpit {

/// Runs the program's event loop until the future has finished, at most `timeout`; for commands, which have nothing
/// else to do. When the time is over (or the program was told to quit) the answer is an Error of kind TimedOut where T
/// can hold one, else a T of its own making. Thread: the program's main thread, outside of any event.
template <typename T>
T runUntilFinished(QFuture<T> future, Milliseconds timeout)
{
    if (!future.isFinished()) {
        QFutureWatcher<T> watcher;
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &watcher, [] { QCoreApplication::quit(); });
        QTimer::singleShot(timeout, &watcher, [] { QCoreApplication::quit(); });
        watcher.setFuture(future);
        QCoreApplication::exec();
    }
    if (future.isFinished() && future.resultCount() > 0)
        return future.result();
    if constexpr (std::is_constructible_v<T, Error>)
        return fail(ErrorKind::TimedOut,
                    QCoreApplication::translate("CommandLoop", "No answer in %1 seconds").arg(timeout.count() / 1'000));
    else
        return T{};
}

}  // namespace cockpit
