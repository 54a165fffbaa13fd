// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"
#include "core/connections/HttpTransport.h"
#include "core/metrics/SeriesHistory.h"

#include <QFuture>
#include <QList>

namespace cockpit::adapters::promql {

/// What a chart wants to know about the time before the cockpit was started.
struct RangeQuery {
    QString connectionId;
    QString query;
    qint64 fromMs = 0;  ///< UTC milliseconds
    qint64 toMs = 0;
    qint64 stepMs = 10'000;  ///< wished for; made longer where the server would refuse so many points
    Milliseconds deadline{10'000};
};

/// The step to ask for: at least `stepMs` and a second, whole seconds, at most 11,000 points (Prometheus' own limit).
qint64 chooseStepMs(qint64 fromMs, qint64 toMs, qint64 stepMs);

/// The past of one series. Holes are simply missing points. Cancelling the future aborts. Errors: InvalidInput (no
/// span), those of callHttp() and of the server (see QueryAnswer). Thread: the engine's.
QFuture<Result<QList<SeriesHistory::Point>>> queryRange(HttpTransport& http, ConnectionResolver& connections,
                                                        const RangeQuery& query);

}  // namespace cockpit::adapters::promql
