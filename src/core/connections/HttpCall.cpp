// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/connections/HttpCall.h"

#include "core/base/SafeText.h"
#include "core/connections/HttpConnection.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLocale>
#include <QPromise>
#include <QTimer>

#include <algorithm>
#include <array>

namespace cockpit {

namespace {

constexpr Milliseconds longestRetryAfter{3'600'000};

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Http)
};

/// Lives until its future has finished, which is at the deadline at the latest.
class PendingCall final : public QObject
{
public:
    PendingCall(HttpTransport& http, HttpCall call)
        : m_http(http)
        , m_call(std::move(call))
    {
        m_promise.start();
        m_elapsed.start();
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_exchange.cancel();
            finish(fail(ErrorKind::TimedOut,
                        Say::tr("The secret of %1 could not be read in time; look whether the keychain waits for you")
                            .arg(m_call.connectionId)));
        });
        connect(&m_watcher, &QFutureWatcherBase::canceled, this, [this] {
            m_exchange.cancel();
            finish(fail(ErrorKind::Cancelled, Say::tr("Cancelled")));
        });
    }

    QFuture<Result<HttpReply>> start(ConnectionResolver& connections)
    {
        const auto future = m_promise.future();
        m_watcher.setFuture(future);
        m_timer.start(m_call.deadline);
        connections.resolve(m_call.connectionId).then(this, [this](const Result<ResolvedConnection>& connection) {
            send(connection);
        });
        return future;
    }

private:
    void send(const Result<ResolvedConnection>& connection)
    {
        if (m_finished)
            return;
        if (!connection)
            return finish(connection.error());
        auto request = httpRequestFor(*connection, m_call.pathAndQuery);
        if (!request)
            return finish(request.error());
        request->method = m_call.method;
        request->headers += m_call.headers;
        request->body = m_call.body;
        request->maximumBytes = m_call.maximumBytes;
        request->tls.onlyCertificate = m_call.onlyCertificate;
        request->deadline = std::max(m_call.deadline - Milliseconds{m_elapsed.elapsed()}, Milliseconds{1});
        m_timer.stop();
        m_exchange = m_http.send(*request);
        m_exchange.then(this, [this](const Result<HttpReply>& reply) { finish(reply); });
    }

    void finish(const Result<HttpReply>& reply)
    {
        if (std::exchange(m_finished, true))
            return;
        m_timer.stop();
        m_promise.addResult(reply);
        m_promise.finish();
        deleteLater();
    }

    HttpTransport& m_http;
    HttpCall m_call;
    QPromise<Result<HttpReply>> m_promise;
    QFutureWatcher<Result<HttpReply>> m_watcher;
    QFuture<Result<HttpReply>> m_exchange;
    QElapsedTimer m_elapsed;
    QTimer m_timer;
    bool m_finished = false;
};

ErrorKind kindOf(int status)
{
    return status == 401 || status == 403 ? ErrorKind::Unauthorized : ErrorKind::Unreachable;
}

QString keyRefused(int status)
{
    return Say::tr("your key was refused (%1): this is about the key, not an outage; check it in Connections")
        .arg(statusText(status));
}

ConnectionCheck judgeCheck(const Result<HttpReply>& reply, const HttpProbe& probe, const TargetIdentity& target)
{
    if (!reply)
        return failedCheck(reply.error(), target);
    ConnectionCheck check;
    check.target = target;
    check.elapsed = reply->elapsed;
    const int status = reply->status;
    if (status == 401 || status == 403) {
        check = failedCheck(fail(ErrorKind::Unauthorized, keyRefused(status)), target);
    } else if (status >= 500 || (!probe.anyPath && (status < 200 || status > 299))) {
        check = failedCheck(
            fail(kindOf(status),
                 Say::tr("%1 answered %2: check the URL and the service").arg(target.address, statusText(status))),
            target);
    } else {
        const Result<QString> words = probe.judge ? probe.judge(*reply) : Result<QString>(statusText(status));
        if (!words)
            check = failedCheck(words.error(), target);
        check.ok = words.ok();
        if (words)
            check.sentence = Say::tr("%1 answered %2 in %3 ms").arg(target.address, *words).arg(reply->elapsed.count());
    }
    check.elapsed = reply->elapsed;
    return check;
}

}  // namespace

QFuture<Result<HttpReply>> callHttp(HttpTransport& http, ConnectionResolver& connections, const HttpCall& call)
{
    return (new PendingCall(http, call))->start(connections);
}

bool mayHaveArrived(const Error& error)
{
    return error.detail.startsWith(QLatin1String("sent:"));
}

Milliseconds retryAfter(const HttpReply& reply, const QDateTime& utcNow)
{
    const QString text = QString::fromLatin1(reply.header("Retry-After")).trimmed();
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    if (isNumber && seconds >= 0)
        return seconds >= 3600 ? longestRetryAfter : Milliseconds{static_cast<qint64>(seconds * 1000)};
    QDateTime date = QLocale::c().toDateTime(text, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (isNumber || !date.isValid())
        return Milliseconds{0};
    date.setTimeSpec(Qt::UTC);
    return std::clamp(Milliseconds{utcNow.msecsTo(date)}, Milliseconds{0}, longestRetryAfter);
}

QString statusText(int status)
{
    struct Name {
        int status;
        const char* name;
    };
    static constexpr std::array names{Name{200, "OK"},
                                      Name{201, "Created"},
                                      Name{202, "Accepted"},
                                      Name{204, "No Content"},
                                      Name{301, "Moved Permanently"},
                                      Name{302, "Found"},
                                      Name{303, "See Other"},
                                      Name{307, "Temporary Redirect"},
                                      Name{308, "Permanent Redirect"},
                                      Name{400, "Bad Request"},
                                      Name{401, "Unauthorized"},
                                      Name{403, "Forbidden"},
                                      Name{404, "Not Found"},
                                      Name{405, "Method Not Allowed"},
                                      Name{408, "Request Timeout"},
                                      Name{409, "Conflict"},
                                      Name{410, "Gone"},
                                      Name{413, "Content Too Large"},
                                      Name{415, "Unsupported Media Type"},
                                      Name{422, "Unprocessable Content"},
                                      Name{425, "Too Early"},
                                      Name{429, "Too Many Requests"},
                                      Name{500, "Internal Server Error"},
                                      Name{501, "Not Implemented"},
                                      Name{502, "Bad Gateway"},
                                      Name{503, "Service Unavailable"},
                                      Name{504, "Gateway Timeout"}};
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const Name& name) { return name.status == status; });
    return found == names.end() ? QString::number(status)
                                : QStringLiteral("%1 %2").arg(status).arg(QLatin1String(found->name));
}

bool isWebPage(const HttpReply& reply)
{
    if (reply.header("Content-Type").toLower().startsWith("text/html"))
        return true;
    const QByteArray start = reply.body.left(256).trimmed().toLower();
    return start.startsWith("<!doctype html") || start.startsWith("<html");
}

std::optional<HttpFailure> failureOf(const Result<HttpReply>& reply)
{
    if (!reply) {
        const Error& error = reply.error();
        // A key that cannot be had is not a key that was refused.
        return HttpFailure{ReadingState::Unreachable, error.message};
    }
    const int status = reply->status;
    if (status == 401 || status == 403)
        return HttpFailure{ReadingState::Unauthorized, keyRefused(status)};
    if (status >= 300 && status < 400)
        return HttpFailure{
            ReadingState::Unreachable,
            Say::tr("answered %1; redirects are not followed, so enter the final address").arg(statusText(status))};
    if (status < 200 || status > 299)
        return HttpFailure{ReadingState::Unreachable, Say::tr("answered %1").arg(statusText(status))};
    if (isWebPage(*reply))
        return HttpFailure{ReadingState::Unreachable,
                           Say::tr("answered with a web page instead of data (a login page or a captive portal?)")};
    return std::nullopt;
}

QList<Reading> readingsOf(const PollRequest& request, ReadingState state, const QString& detail, const QDateTime& at)
{
    QList<Reading> readings;
    for (const SignalSpec& signal : request.signalSpecs) {
        Reading reading;
        reading.platform = request.platform;
        reading.signal = signal.id;
        reading.state = state;
        reading.at = at;
        reading.detail = safeLine(detail, 300);
        readings.append(reading);
    }
    return readings;
}

QFuture<ConnectionCheck> checkHttp(HttpTransport& http, const ResolvedConnection& connection, const HttpProbe& probe,
                                   Milliseconds timeout)
{
    const TargetIdentity target = httpTarget(connection.spec);
    auto request = httpRequestFor(connection, probe.pathAndQuery);
    if (!request)
        return QtFuture::makeReadyFuture(failedCheck(request.error(), target));
    request->deadline = timeout;
    const auto exchange = http.send(*request);
    auto check = QFuture(exchange).then(
        [probe, target](const Result<HttpReply>& reply) { return judgeCheck(reply, probe, target); });
    cancelTogether(check, exchange);
    return check;
}

ConnectionCheck failedCheck(const Error& error, const TargetIdentity& target)
{
    ConnectionCheck check;
    check.sentence = error.message;
    check.errorKind = error.kind;
    check.target = target;
    return check;
}

}  // namespace cockpit
