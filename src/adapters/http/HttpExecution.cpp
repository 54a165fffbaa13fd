// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/http/HttpExecution.h"

#include "core/base/SafeText.h"
#include "core/connections/HttpConnection.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>
#include <QUrl>

#include <algorithm>
#include <array>

namespace cockpit::adapters::http {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(HttpStep)
};

QByteArray readable(const HttpReply& reply)
{
    const QJsonDocument document = QJsonDocument::fromJson(reply.body);
    return document.isNull() ? reply.body : document.toJson(QJsonDocument::Indented);
}

QString summaryOf(const HttpReply& reply)
{
    const QString size = QLocale::c().formattedDataSize(reply.body.size(), 1);
    const QString type =
        QString::fromLatin1(reply.header("Content-Type")).section(QLatin1Char(';'), 0, 0).trimmed().left(60);
    const QString summary =
        Say::tr("%1 in %2 ms, %3").arg(statusText(reply.status)).arg(reply.elapsed.count()).arg(size);
    return type.isEmpty() ? summary : summary + QStringLiteral(", ") + type;
}

/// Answers after which a request that changes something may or may not have been carried out: given up half-way, or
/// by a gateway that lost the server behind it.
bool leavesItOpen(int status)
{
    constexpr std::array open{408, 425, 502, 503, 504, 520, 522, 524};
    return std::find(open.begin(), open.end(), status) != open.end();
}

}  // namespace

HttpExecution::HttpExecution(HttpTransport& http, ConnectionResolver& connections, const ResolvedStep& step)
    : m_http(http)
    , m_connections(connections)
    , m_plan(HttpPlan::fromPayload(step.payload))
    , m_connectionId(step.connectionId)
    , m_deadline(step.spec.deadline)
    , m_approved(step.approved)
{
    // Queued, so that nothing leaves before the event loop is reached again.
    QMetaObject::invokeMethod(this, &HttpExecution::send, Qt::QueuedConnection);
}

void HttpExecution::cancel()
{
    if (m_finished)
        return;
    m_exchange.cancel();
    StepOutcome outcome;
    // Once it is under way nobody can tell whether a cancelled request arrived.
    outcome.state = m_sending && m_plan.changes ? StepState::OutcomeUnknown : StepState::Cancelled;
    outcome.summary =
        outcome.state == StepState::Cancelled
            ? Say::tr("cancelled")
            : Say::tr("cancelled while the request was under way; look whether it took effect before you repeat it");
    finish(outcome);
}

void HttpExecution::send()
{
    if (m_finished)
        return;
    const auto spec = m_connections.find(m_connectionId);
    if (!spec)
        return judge(Result<HttpReply>(spec.error()));
    if (baseUrlOf(*spec).toString() != m_plan.base)
        return judge(fail(
            ErrorKind::Refused,
            Say::tr("the address of %1 was changed after this step was shown; look at it again").arg(m_connectionId)));
    HttpCall call;
    if (m_approved) {
        // What the certificate says is compared on the connection that carries the request, before its first byte.
        TargetIdentity now = httpTarget(*spec);
        now.serverId = m_approved->serverId;
        if (!m_approved->isSame(now))
            return judge(fail(ErrorKind::Refused,
                              Say::tr("%1 is now another address than the one that was shown, so nothing was sent; "
                                      "look at the step again")
                                  .arg(m_connectionId)));
        call.onlyCertificate = m_approved->serverId.toLatin1();
    }
    call.connectionId = m_connectionId;
    call.pathAndQuery = m_plan.pathAndQuery;
    call.method = m_plan.method;
    call.body = m_plan.body;
    if (!m_plan.body.isEmpty())
        call.headers.append(HttpHeader{"Content-Type", "application/json"});
    call.deadline = m_deadline;
    call.maximumBytes = 64LL * 1024 * 1024;
    m_sending = true;
    m_exchange = callHttp(m_http, m_connections, call);
    QFuture(m_exchange).then(this, [this](const Result<HttpReply>& reply) { judge(reply); });
}

void HttpExecution::judge(const Result<HttpReply>& reply)
{
    finish(reply ? outcomeOf(*reply) : outcomeOf(reply.error()));
}

StepOutcome HttpExecution::outcomeOf(const HttpReply& reply) const
{
    StepOutcome outcome;
    outcome.elapsed = reply.elapsed;
    outcome.output = readable(reply);
    if (!QJsonDocument::fromJson(reply.body).isNull())
        outcome.outputType = QStringLiteral("application/json");
    outcome.summary = summaryOf(reply);
    if (m_plan.expects(reply.status)) {
        outcome.state = StepState::Succeeded;
    } else if (m_plan.changes && leavesItOpen(reply.status)) {
        outcome.state = StepState::OutcomeUnknown;
        outcome.summary =
            Say::tr("%1: whether it took effect is not known; look before you repeat it").arg(outcome.summary);
    } else if (reply.status >= 300 && reply.status < 400) {
        outcome.summary = redirectText(reply);
    } else if (reply.status == 401 || reply.status == 403) {
        outcome.summary = Say::tr("%1: your key was refused; check it in Connections").arg(outcome.summary);
    }
    return outcome;
}

QString HttpExecution::redirectText(const HttpReply& reply) const
{
    QUrl to(QString::fromUtf8(reply.header("Location")), QUrl::TolerantMode);
    if (to.isRelative())
        to = QUrl(m_plan.base).resolved(to);
    // A query may carry a token, and so may a name and a password before the host.
    const QString where = safeLine(
        to.toString(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo | QUrl::FullyEncoded), 300);
    const QString text =
        reply.header("Location").isEmpty() || !to.isValid()
            ? Say::tr("%1, not followed").arg(statusText(reply.status))
            : Say::tr("%1 to %2, not followed; the key was not sent there").arg(statusText(reply.status), where);
    return m_plan.changes ? Say::tr("%1. The request itself had arrived: look whether it took effect").arg(text) : text;
}

StepOutcome HttpExecution::outcomeOf(const Error& error) const
{
    StepOutcome outcome;
    if (m_plan.changes && mayHaveArrived(error)) {
        outcome.state = StepState::OutcomeUnknown;
        outcome.summary =
            Say::tr("%1. The request had left: look whether it took effect before you repeat it").arg(error.message);
        return outcome;
    }
    outcome.state = error.kind == ErrorKind::TimedOut    ? StepState::TimedOut
                    : error.kind == ErrorKind::Cancelled ? StepState::Cancelled
                                                         : StepState::Failed;
    outcome.summary = error.message;
    return outcome;
}

void HttpExecution::finish(const StepOutcome& outcome)
{
    if (std::exchange(m_finished, true))
        return;
    if (!outcome.output.isEmpty())
        emit output(outcome.output);
    emit finished(outcome);
}

}  // namespace cockpit::adapters::http
