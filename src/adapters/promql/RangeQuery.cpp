// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/promql/RangeQuery.h"

#include "adapters/promql/QueryAnswer.h"
#include "core/connections/HttpCall.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace cockpit::adapters::promql {

namespace {

constexpr qint64 maximumPoints = 11'000;

QByteArray seconds(qint64 milliseconds)
{
    return QByteArray::number(static_cast<double>(milliseconds) / 1000.0, 'f', 3);
}

}  // namespace

qint64 chooseStepMs(qint64 fromMs, qint64 toMs, qint64 stepMs)
{
    const qint64 span = std::max<qint64>(toMs - fromMs, 0);
    const qint64 least = (span + maximumPoints - 2) / (maximumPoints - 1);
    const qint64 step = std::max({least, stepMs, qint64{1'000}});
    return (step + 999) / 1'000 * 1'000;
}

QFuture<Result<QList<SeriesHistory::Point>>> queryRange(HttpTransport& http, ConnectionResolver& connections,
                                                        const RangeQuery& query)
{
    using Points = QList<SeriesHistory::Point>;
    if (query.toMs <= query.fromMs)
        return QtFuture::makeReadyFuture(Result<Points>(
            fail(ErrorKind::InvalidInput, QCoreApplication::translate("PromQl", "The time range is empty"))));
    const qint64 step = chooseStepMs(query.fromMs, query.toMs, query.stepMs);
    HttpCall call;
    call.connectionId = query.connectionId;
    call.pathAndQuery = QStringLiteral("/api/v1/query_range");
    call.method = "POST";
    call.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    // Aligned to the step, so that the same points come back whenever it is asked.
    call.body = "query=" + QUrl::toPercentEncoding(query.query) +
                "&start=" + seconds((query.fromMs + step - 1) / step * step) +
                "&end=" + seconds(query.toMs / step * step) + "&step=" + QByteArray::number(step / 1'000);
    call.deadline = query.deadline;
    const auto exchange = callHttp(http, connections, call);
    auto points = QFuture(exchange).then([](const Result<HttpReply>& reply) -> Result<Points> {
        if (!reply)
            return reply.error();
        const auto data = dataOf(*reply);
        return data ? rangeValues(*data) : data.error();
    });
    cancelTogether(points, exchange);
    return points;
}

}  // namespace cockpit::adapters::promql
