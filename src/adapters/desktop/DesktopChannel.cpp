// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/desktop/DesktopChannel.h"

#include "core/base/SafeText.h"
#include "core/notify/HttpDelivery.h"
#include "core/notify/MessageText.h"

#include <QElapsedTimer>
#include <QPointer>

namespace cockpit::adapters::desktop {

namespace {

using Kind = DeliveryOutcome::Kind;

constexpr int longestTitle = 120;
constexpr qsizetype longestBody = 600;
constexpr uchar normal = 1;
constexpr uchar critical = 2;

const QString openAction = QStringLiteral("open");
const QString acknowledgeAction = QStringLiteral("acknowledge");

QStringList actionsFor(const Delivery& delivery)
{
    if (delivery.incident.isEmpty())
        return {};
    // "default" is a click on the notification itself.
    QStringList actions{QStringLiteral("default"), DesktopChannel::tr("Open")};
    if (delivery.kind == QLatin1String("page"))
        actions += {acknowledgeAction, DesktopChannel::tr("Acknowledge")};
    return actions + QStringList{openAction, DesktopChannel::tr("Open")};
}

DeliveryOutcome outcomeFor(const Result<QVariantList>& reply, const QElapsedTimer& elapsed)
{
    if (!reply)
        return outcomeOf(reply.error());
    DeliveryOutcome outcome;
    outcome.kind = reply->value(0).toUInt() > 0 ? Kind::Delivered : Kind::Retry;
    outcome.words = outcome.kind == Kind::Delivered
                        ? DesktopChannel::tr("shown on this desktop")
                        : DesktopChannel::tr("the notification service gave no number, so nothing is shown");
    outcome.elapsed = Milliseconds{elapsed.elapsed()};
    return outcome;
}

}  // namespace

DesktopChannel::DesktopChannel(std::shared_ptr<NotificationService> service)
    : m_service(std::move(service))
{
    connect(m_service.get(), &NotificationService::actionInvoked, this, &DesktopChannel::act);
    connect(m_service.get(), &NotificationService::closed, this, [this](uint id) { m_incidents.remove(id); });
}

QFuture<DeliveryOutcome> DesktopChannel::deliver(const ResolvedConnection&, const Delivery& delivery)
{
    QElapsedTimer elapsed;
    elapsed.start();
    return m_service->call(QStringLiteral("GetCapabilities"), {}, delivery.deadline / 2)
        .then([this, self = QPointer<DesktopChannel>(this), delivery](const Result<QVariantList>& capabilities) {
            // Asking shows nothing, so there is nothing uncertain about it.
            if (!capabilities || !self)
                return QtFuture::makeReadyFuture(Result<QVariantList>(
                    fail(ErrorKind::Unreachable, self ? capabilities.error().message : tr("The cockpit ends"))));
            return m_service->call(QStringLiteral("Notify"),
                                   notificationFor(delivery, capabilities->value(0).toStringList()),
                                   delivery.deadline / 2);
        })
        .unwrap()
        .then([this, self = QPointer<DesktopChannel>(this), delivery, elapsed](const Result<QVariantList>& reply) {
            const DeliveryOutcome outcome = outcomeFor(reply, elapsed);
            if (self && outcome.kind == Kind::Delivered && !delivery.incident.isEmpty())
                m_incidents.insert(reply->value(0).toUInt(), delivery.incident);
            return outcome;
        });
}

void DesktopChannel::act(uint id, const QString& action)
{
    const QString incident = m_incidents.value(id);
    if (incident.isEmpty() || !m_handler)
        return;
    if (action == acknowledgeAction)
        m_handler(incident, acknowledgeAction);
    else if (action == openAction || action == QLatin1String("default"))
        m_handler(incident, openAction);
}

QVariantList notificationFor(const Delivery& delivery, const QStringList& capabilities)
{
    const bool isPage = delivery.kind == QLatin1String("page");
    QString body = shortened(safeBlock(delivery.body).trimmed(), longestBody);
    if (delivery.possibleRepeat)
        body += QLatin1Char('\n') + signatureOf(delivery);
    if (capabilities.contains(QLatin1String("body-markup")))
        body = body.toHtmlEscaped();
    const QVariantMap hints{{QStringLiteral("urgency"), QVariant::fromValue<uchar>(isPage ? critical : normal)},
                            {QStringLiteral("desktop-entry"), QStringLiteral("org.incidentcockpit.IncidentCockpit")},
                            {QStringLiteral("category"), QStringLiteral("device.error")},
                            {QStringLiteral("sound-name"),
                             isPage ? QStringLiteral("alarm-clock-elapsed") : QStringLiteral("message-new-instant")}};
    const QStringList actions = capabilities.contains(QLatin1String("actions")) ? actionsFor(delivery) : QStringList{};
    return {DesktopChannel::tr("Incident Cockpit"),
            uint{0},
            QStringLiteral("org.incidentcockpit.IncidentCockpit"),
            safeLine(delivery.title, longestTitle),
            body,
            actions,
            hints,
            isPage ? 0 : -1};
}

}  // namespace cockpit::adapters::desktop
