// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/statuspage/StatuspageChannel.h"

#include "adapters/statuspage/StatuspageConnectionKind.h"
#include "adapters/statuspage/StatuspageIncident.h"
#include "core/base/SafeText.h"
#include "core/connections/HttpCall.h"
#include "core/notify/HttpDelivery.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace cockpit::adapters::statuspage {

namespace {

using Kind = DeliveryOutcome::Kind;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Statuspage)
};

DeliveryOutcome judge(const HttpReply& reply, const QDateTime& utcNow, int success)
{
    const QJsonObject answer = QJsonDocument::fromJson(reply.body).object();
    const QString id = answer.value(QStringLiteral("id")).toString();
    if (reply.status == success && !id.isEmpty()) {
        DeliveryOutcome outcome =
            deliveredWith(reply, Say::tr("shown as %1").arg(answer.value(QStringLiteral("status")).toString()));
        outcome.thread = id;
        return outcome;
    }
    const QJsonValue error = answer.value(QStringLiteral("error"));
    QStringList words{error.toString()};
    for (const QJsonValue each : error.toArray())
        words.append(each.toString());
    words.removeAll(QString());
    DeliveryOutcome outcome =
        notDelivered(reply, utcNow, QStringLiteral("Statuspage"),
                     words.isEmpty() ? wordsOf(reply) : safeLine(words.join(QStringLiteral("; ")), 200));
    // Statuspage's own number for "too many requests".
    if (reply.status == 420) {
        outcome.kind = Kind::Retry;
        outcome.retryAfter = retryAfter(reply, utcNow);
    }
    return outcome;
}

/// One message of one incident, and what it needs to leave.
struct Sending {
    HttpTransport& http;
    const Clock& clock;
    ResolvedConnection connection;
    Delivery delivery;

    QFuture<DeliveryOutcome> send(const QString& id, Milliseconds deadline) const
    {
        const bool tell = connection.spec.settings.value(QStringLiteral("notify")).toBool(true);
        const bool isNew = id.isEmpty();
        auto request = pageRequest(connection, isNew ? "POST" : "PATCH",
                                   isNew ? QStringLiteral("/incidents") : QStringLiteral("/incidents/") + id);
        if (request)
            request->body = isNew ? newIncident(delivery, tell) : incidentUpdate(delivery, tell);
        const auto judging = [isNew](const HttpReply& reply, const QDateTime& utcNow) {
            return judge(reply, utcNow, isNew ? 201 : 200);
        };
        return deliverOverHttp({http, clock, judging}, connection, request, deadline);
    }

    /// Looks whether an earlier attempt arrived. Its outcome is Delivered when it did; its thread is the incident to go
    /// on with; anything but 200 is an outcome of its own.
    QFuture<DeliveryOutcome> look(Milliseconds deadline) const
    {
        const QString path = delivery.thread.isEmpty() ? QStringLiteral("/incidents?limit=50")
                                                       : QStringLiteral("/incidents/") + delivery.thread;
        const auto judging = [delivery = delivery](const HttpReply& reply, const QDateTime& utcNow) {
            if (reply.status != 200 || QJsonDocument::fromJson(reply.body).isNull())
                return notDelivered(reply, utcNow, QStringLiteral("Statuspage"), wordsOf(reply));
            const EarlierAttempt found = earlierAttempt(reply.body, delivery);
            DeliveryOutcome outcome = deliveredWith(reply, Say::tr("an earlier attempt had arrived"));
            outcome.kind = found.hasBody ? Kind::Delivered : Kind::Uncertain;
            outcome.thread = found.id;
            return outcome;
        };
        return deliverOverHttp({http, clock, judging}, connection, pageRequest(connection, "GET", path), deadline);
    }
};

}  // namespace

StatuspageChannel::StatuspageChannel(const Clock& clock, HttpTransport& http)
    : m_clock(clock)
    , m_http(http)
{
}

QFuture<DeliveryOutcome> StatuspageChannel::deliver(const ResolvedConnection& connection, const Delivery& delivery)
{
    const Sending sending{m_http, m_clock, connection, delivery};
    if (!delivery.possibleRepeat)
        return sending.send(delivery.thread, delivery.deadline);
    const auto looking = sending.look(delivery.deadline / 2);
    auto outcome = QFuture(looking)
                       .then([sending](const DeliveryOutcome& found) {
                           if (found.status == 200 && found.kind == Kind::Uncertain)
                               return sending.send(found.thread.isEmpty() ? sending.delivery.thread : found.thread,
                                                   sending.delivery.deadline / 2);
                           DeliveryOutcome settled = found;
                           // Nothing was written by looking.
                           if (settled.kind == Kind::Uncertain)
                               settled.kind = Kind::Retry;
                           return QtFuture::makeReadyFuture(settled);
                       })
                       .unwrap();
    cancelTogether(outcome, looking);
    return outcome;
}

}  // namespace cockpit::adapters::statuspage
