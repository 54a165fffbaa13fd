// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/promql/QueryAnswer.h"

#include "core/base/SafeText.h"
#include "core/connections/HttpCall.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cmath>
#include <limits>

namespace cockpit::adapters::promql {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(PromQl)
};

Error wrongShape()
{
    return fail(ErrorKind::Malformed, Say::tr("the answer is not what Prometheus' query API gives; check the URL"));
}

Error serversWords(const HttpReply& reply, const QJsonObject& answer)
{
    const QString type = answer.value(QStringLiteral("errorType")).toString();
    const QString words = safeLine(answer.value(QStringLiteral("error")).toString(), 240);
    const ErrorKind kind = type == QLatin1String("timeout") || type == QLatin1String("canceled") ? ErrorKind::TimedOut
                           : reply.status >= 500 ? ErrorKind::Unreachable
                                                 : ErrorKind::Malformed;
    return fail(kind,
                Say::tr("Prometheus refused the query: %1").arg(words.isEmpty() ? statusText(reply.status) : words),
                type);
}

}  // namespace

std::optional<double> parseSampleText(const QString& text)
{
    if (text == QLatin1String("NaN"))
        return std::numeric_limits<double>::quiet_NaN();
    if (text == QLatin1String("+Inf") || text == QLatin1String("Inf"))
        return std::numeric_limits<double>::infinity();
    if (text == QLatin1String("-Inf"))
        return -std::numeric_limits<double>::infinity();
    bool good = false;
    const double number = text.toDouble(&good);
    return good && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

Result<QJsonObject> dataOf(const HttpReply& reply)
{
    const QJsonDocument document = QJsonDocument::fromJson(reply.body);
    const QJsonObject answer = document.object();
    const bool aboutKey = reply.status == 401 || reply.status == 403;
    if (reply.status >= 400 && !aboutKey && answer.value(QStringLiteral("status")).toString() == QLatin1String("error"))
        return serversWords(reply, answer);
    if (const auto failure = failureOf(reply))
        return fail(failure->state == ReadingState::Unauthorized ? ErrorKind::Unauthorized : ErrorKind::Unreachable,
                    failure->sentence);
    if (answer.value(QStringLiteral("status")).toString() != QLatin1String("success") ||
        !answer.value(QStringLiteral("data")).isObject())
        return wrongShape();
    return answer.value(QStringLiteral("data")).toObject();
}

Result<double> instantValue(const QJsonObject& data)
{
    const QString type = data.value(QStringLiteral("resultType")).toString();
    QJsonArray sample = data.value(QStringLiteral("result")).toArray();
    if (type == QLatin1String("vector")) {
        if (sample.isEmpty())
            return fail(ErrorKind::MissingField, Say::tr("the query gave no series"));
        if (sample.size() > 1)
            return fail(ErrorKind::MissingField,
                        Say::tr("the query gave %1 series instead of one; sum them up").arg(sample.size()));
        sample = sample.first().toObject().value(QStringLiteral("value")).toArray();
    } else if (type != QLatin1String("scalar")) {
        return fail(ErrorKind::MissingField,
                    Say::tr("the query gave a %1 instead of one number").arg(safeLine(type, 20)));
    }
    if (sample.size() != 2)
        return wrongShape();
    const auto number = parseSampleText(sample.at(1).toString());
    if (!number)
        return wrongShape();
    if (!std::isfinite(*number))
        return fail(ErrorKind::MissingField,
                    Say::tr("the query gave %1, which is not a number").arg(sample.at(1).toString()));
    return *number;
}

Result<QList<SeriesHistory::Point>> rangeValues(const QJsonObject& data)
{
    const QJsonArray series = data.value(QStringLiteral("result")).toArray();
    if (data.value(QStringLiteral("resultType")).toString() != QLatin1String("matrix"))
        return wrongShape();
    if (series.isEmpty())
        return fail(ErrorKind::MissingField, Say::tr("the query gave no series"));
    if (series.size() > 1)
        return fail(ErrorKind::MissingField,
                    Say::tr("the query gave %1 series instead of one; sum them up").arg(series.size()));
    QList<SeriesHistory::Point> points;
    for (const QJsonValue value : series.first().toObject().value(QStringLiteral("values")).toArray()) {
        const QJsonArray sample = value.toArray();
        const auto number = sample.size() == 2 ? parseSampleText(sample.at(1).toString()) : std::nullopt;
        if (!number || !sample.at(0).isDouble())
            return wrongShape();
        if (std::isfinite(*number))
            points.append(
                {static_cast<qint64>(std::llround(sample.at(0).toDouble() * 1000.0)), static_cast<float>(*number)});
    }
    return points;
}

}  // namespace cockpit::adapters::promql
