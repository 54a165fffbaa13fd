// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/alertmanager/SilenceClient.h"

#include "core/base/SafeText.h"
#include "core/connections/HttpCall.h"
#include "core/connections/HttpConnection.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <functional>
#include <optional>

namespace cockpit::adapters::alertmanager {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Alertmanager)
};

QString mark(const QString& incident)
{
    return QStringLiteral("[incident %1] ").arg(incident);
}

Status check(const SilenceRequest& request)
{
    const bool anyValue = std::any_of(request.labels.begin(), request.labels.end(),
                                      [](const QString& value) { return !value.isEmpty(); });
    if (!anyValue)
        return fail(ErrorKind::InvalidInput, Say::tr("A silence needs labels: without any it would hide every alert"));
    static const QRegularExpression name(QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_]*\\z"));
    for (auto label = request.labels.begin(); label != request.labels.end(); ++label) {
        if (!name.match(label.key()).hasMatch())
            return fail(ErrorKind::InvalidInput,
                        Say::tr("\"%1\" is no name of a label").arg(safeLine(label.key(), 60)));
    }
    if (request.incident.isEmpty() || request.incident.contains(QLatin1Char(']')))
        return fail(ErrorKind::InvalidInput, Say::tr("A silence belongs to an incident; name it"));
    if (request.createdBy.trimmed().isEmpty() || request.comment.trimmed().isEmpty())
        return fail(ErrorKind::InvalidInput, Say::tr("A silence needs the name of who makes it, and why"));
    if (!request.startsAt.isValid() || !request.endsAt.isValid() || request.endsAt <= request.startsAt)
        return fail(ErrorKind::InvalidInput, Say::tr("A silence must end, and after it starts"));
    return Done{};
}

QByteArray bodyOf(const SilenceRequest& request)
{
    QJsonArray matchers;
    for (auto label = request.labels.begin(); label != request.labels.end(); ++label)
        matchers.append(QJsonObject{{QStringLiteral("name"), label.key()},
                                    {QStringLiteral("value"), label.value()},
                                    {QStringLiteral("isRegex"), false},
                                    {QStringLiteral("isEqual"), true}});
    const QJsonObject silence{{QStringLiteral("matchers"), matchers},
                              {QStringLiteral("startsAt"), request.startsAt.toUTC().toString(Qt::ISODateWithMs)},
                              {QStringLiteral("endsAt"), request.endsAt.toUTC().toString(Qt::ISODateWithMs)},
                              {QStringLiteral("createdBy"), safeLine(request.createdBy, 200)},
                              {QStringLiteral("comment"), mark(request.incident) + safeBlock(request.comment, 2'000)}};
    return QJsonDocument(silence).toJson(QJsonDocument::Compact);
}

/// Nothing when the answer is a 200 that is worth reading; Alertmanager tells its errors as a JSON text.
std::optional<Error> errorOf(const Result<HttpReply>& reply)
{
    if (!reply)
        return reply.error();
    if (reply->status == 200 && !isWebPage(*reply))
        return std::nullopt;
    // Only expiring is answered so; what was wanted is the case.
    if (reply->status == 500 && reply->body.contains("already expired"))
        return std::nullopt;
    // 0.25 says so with 500, later ones with 404.
    if (reply->status == 404 || (reply->status == 500 && reply->body.contains("not found")))
        return fail(ErrorKind::NotFound, Say::tr("Alertmanager knows no such silence"));
    const QString said =
        isWebPage(*reply) ? QString() : safeLine(QString::fromUtf8(reply->body.left(300)).trimmed(), 160);
    if (reply->status == 400 || reply->status == 422)
        return fail(ErrorKind::InvalidInput, Say::tr("Alertmanager refused it: %1").arg(said));
    const auto failure = failureOf(reply);
    const bool isKey = failure && failure->state == ReadingState::Unauthorized;
    return fail(isKey ? ErrorKind::Unauthorized : ErrorKind::Unreachable,
                Say::tr("Alertmanager: %1").arg(failure ? failure->sentence : statusText(reply->status)));
}

Silence silenceOf(const QJsonObject& object)
{
    Silence silence;
    silence.id = object.value(QStringLiteral("id")).toString();
    silence.state =
        object.value(QStringLiteral("status")).toObject().value(QStringLiteral("state")).toString().left(40);
    silence.createdBy = object.value(QStringLiteral("createdBy")).toString().left(200);
    silence.comment = object.value(QStringLiteral("comment")).toString().left(4'096);
    static const QRegularExpression marked(QStringLiteral("\\A\\[incident ([^\\]]+)\\] "));
    if (const auto found = marked.match(silence.comment); found.hasMatch()) {
        silence.incident = found.captured(1);
        silence.comment = silence.comment.mid(found.capturedLength());
    }
    const auto time = [&](const QString& key) {
        return QDateTime::fromString(object.value(key).toString(), Qt::ISODateWithMs).toUTC();
    };
    silence.startsAt = time(QStringLiteral("startsAt"));
    silence.endsAt = time(QStringLiteral("endsAt"));
    for (const QJsonValue value : object.value(QStringLiteral("matchers")).toArray()) {
        const QJsonObject matcher = value.toObject();
        const bool isExact =
            !matcher.value(QStringLiteral("isRegex")).toBool() && matcher.value(QStringLiteral("isEqual")).toBool(true);
        silence.exact = silence.exact && isExact;
        if (isExact)
            silence.labels.insert(matcher.value(QStringLiteral("name")).toString().left(200),
                                  matcher.value(QStringLiteral("value")).toString().left(4'096));
    }
    return silence;
}

template <typename T>
QFuture<Result<T>> exchange(HttpTransport& http, Result<HttpRequest> request, Milliseconds deadline,
                            const std::function<Result<T>(const HttpReply&)>& read)
{
    if (!request)
        return QtFuture::makeReadyFuture(Result<T>(request.error()));
    request->deadline = deadline;
    const auto sent = http.send(*request);
    auto answer = QFuture(sent).then([read](const Result<HttpReply>& reply) -> Result<T> {
        if (const auto error = errorOf(reply))
            return *error;
        return read(*reply);
    });
    cancelTogether(answer, sent);
    return answer;
}

}  // namespace

SilenceClient::SilenceClient(HttpTransport& http)
    : m_http(http)
{
}

QFuture<Result<QString>> SilenceClient::create(const ResolvedConnection& connection, const SilenceRequest& request,
                                               Milliseconds deadline)
{
    if (const Status checked = check(request); !checked)
        return QtFuture::makeReadyFuture(Result<QString>(checked.error()));
    auto post = httpRequestFor(connection, QStringLiteral("/api/v2/silences"));
    if (post) {
        post->method = "POST";
        post->headers.append(HttpHeader{"Content-Type", "application/json"});
        post->body = bodyOf(request);
    }
    return exchange<QString>(m_http, post, deadline, [](const HttpReply& reply) -> Result<QString> {
        const QString id = QJsonDocument::fromJson(reply.body).object().value(QStringLiteral("silenceID")).toString();
        if (id.isEmpty())
            return fail(ErrorKind::Malformed,
                        Say::tr("Alertmanager's answer names no silence; look whether it is there"));
        return id;
    });
}

QFuture<Result<QList<Silence>>> SilenceClient::list(const ResolvedConnection& connection, const QString& incident,
                                                    Milliseconds deadline)
{
    const auto read = [incident](const HttpReply& reply) -> Result<QList<Silence>> {
        auto silences = parseSilences(reply.body);
        if (!silences)
            return silences;
        silences->removeIf([&](const Silence& silence) {
            return silence.state == QLatin1String("expired") || (!incident.isEmpty() && silence.incident != incident);
        });
        return silences;
    };
    return exchange<QList<Silence>>(m_http, httpRequestFor(connection, QStringLiteral("/api/v2/silences")), deadline,
                                    read);
}

QFuture<Status> SilenceClient::expire(const ResolvedConnection& connection, const QString& id, Milliseconds deadline)
{
    static const QRegularExpression pattern(QStringLiteral("\\A[A-Za-z0-9-]{1,64}\\z"));
    if (!pattern.match(id).hasMatch())
        return QtFuture::makeReadyFuture(Status(fail(ErrorKind::InvalidInput, Say::tr("That is no id of a silence"))));
    auto request = httpRequestFor(connection, QStringLiteral("/api/v2/silence/") + id);
    if (request)
        request->method = "DELETE";
    return exchange<Done>(m_http, request, deadline, [](const HttpReply&) -> Status { return Done{}; });
}

Result<QList<Silence>> parseSilences(const QByteArray& body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isArray())
        return fail(ErrorKind::Malformed, Say::tr("The answer is not Alertmanager's list of silences; check the URL"));
    QList<Silence> silences;
    const QJsonArray list = document.array();
    for (const QJsonValue value : list) {
        const Silence silence = silenceOf(value.toObject());
        if (silence.id.isEmpty() || silence.state.isEmpty())
            return fail(ErrorKind::Malformed, Say::tr("A silence in the answer has no id or state"));
        silences.append(silence);
    }
    return silences;
}

}  // namespace cockpit::adapters::alertmanager
