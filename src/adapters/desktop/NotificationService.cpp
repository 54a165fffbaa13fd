// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/desktop/NotificationService.h"

#include "core/base/SafeText.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QPointer>
#include <QPromise>
#include <QThreadPool>
#include <QTimer>
#include <QUuid>

#include <utility>

namespace cockpit::adapters::desktop {

namespace {

using Answer = Result<QVariantList>;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Desktop)
};

QString serviceName()
{
    return QStringLiteral("org.freedesktop.Notifications");
}

QString objectPath()
{
    return QStringLiteral("/org/freedesktop/Notifications");
}

Error noServer()
{
    return fail(ErrorKind::Unreachable,
                Say::tr("This session shows no notifications: no notification service runs on its D-Bus"));
}

Error errorOf(const QDBusMessage& reply)
{
    const QString name = reply.errorName();
    const QString said = safeLine(reply.errorMessage(), 160);
    if (name.endsWith(QLatin1String(".ServiceUnknown")) || name.endsWith(QLatin1String(".NameHasNoOwner")) ||
        name.contains(QLatin1String(".Spawn.")))
        return noServer();
    if (name.endsWith(QLatin1String(".NoReply")) || name.endsWith(QLatin1String(".Timeout")) ||
        name.endsWith(QLatin1String(".TimedOut")) || name.endsWith(QLatin1String(".Disconnected")))
        return fail(ErrorKind::TimedOut, Say::tr("The notification service did not answer"),
                    QStringLiteral("sent: ") + name);
    if (name.endsWith(QLatin1String("ExcessNotificationGeneration")) || name.endsWith(QLatin1String(".LimitsExceeded")))
        return fail(ErrorKind::Unreachable,
                    Say::tr("The notification service has too many notifications: %1").arg(said));
    return fail(ErrorKind::Refused,
                Say::tr("The notification service refused it: %1").arg(said.isEmpty() ? name : said));
}

/// A promise that the reply and the deadline share; the first one settles it.
struct Pending {
    void settle(const Answer& answer)
    {
        if (std::exchange(settled, true))
            return;
        promise.addResult(answer);
        promise.finish();
    }
    QPromise<Answer> promise;
    bool wasSent = false;
    bool settled = false;
};

}  // namespace

NotificationSignals::NotificationSignals(const QDBusConnection& bus)
    : QDBusAbstractInterface(serviceName(), objectPath(), "org.freedesktop.Notifications", bus, nullptr)
{
}

NotificationService::NotificationService(QString busAddress)
    : m_busAddress(std::move(busAddress))
    , m_home(new QObject, [](QObject* home) { home->deleteLater(); })
{
}

NotificationService::~NotificationService() = default;

QFuture<Answer> NotificationService::call(const QString& method, const QVariantList& arguments, Milliseconds deadline)
{
    auto pending = std::make_shared<Pending>();
    pending->promise.start();
    auto* timer = new QTimer(this);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, this, [pending, timer] {
        timer->deleteLater();
        pending->settle(fail(ErrorKind::TimedOut, Say::tr("The notification service did not answer in time"),
                             pending->wasSent ? QStringLiteral("sent: deadline") : QString()));
    });
    timer->start(deadline);
    whenConnected([this, pending, method, arguments, deadline](bool connected) {
        if (pending->settled)
            return;
        if (!connected)
            return pending->settle(noServer());
        QDBusMessage message = QDBusMessage::createMethodCall(serviceName(), objectPath(), serviceName(), method);
        message.setArguments(arguments);
        pending->wasSent = true;
        auto* watcher =
            new QDBusPendingCallWatcher(m_bus->asyncCall(message, static_cast<int>(deadline.count())), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [pending](QDBusPendingCallWatcher* done) {
            done->deleteLater();
            const QDBusMessage reply = done->reply();
            pending->settle(reply.type() == QDBusMessage::ReplyMessage ? Answer(reply.arguments())
                                                                       : Answer(errorOf(reply)));
        });
    });
    return pending->promise.future();
}

void NotificationService::whenConnected(const Ready& ready)
{
    if (m_bus && m_bus->isConnected())
        return ready(true);
    m_waiting.append(ready);
    if (m_waiting.size() > 1)
        return;
    QThreadPool::globalInstance()->start(
        [self = QPointer<NotificationService>(this), home = m_home, address = m_busAddress] {
            const QDBusConnection bus = address.isEmpty()
                                            ? QDBusConnection::sessionBus()
                                            : QDBusConnection::connectToBus(address, QUuid::createUuid().toString());
            // The proxy asks the bus who its server is when it is made, which waits as well.
            std::shared_ptr<NotificationSignals> proxy;
            if (bus.isConnected()) {
                proxy = {new NotificationSignals(bus), [](NotificationSignals* made) { made->deleteLater(); }};
                proxy->moveToThread(home->thread());
            }
            QMetaObject::invokeMethod(home.get(), [self, bus, proxy] {
                if (self)
                    self->adopt(bus, proxy);
            });
        });
}

void NotificationService::adopt(const QDBusConnection& bus, const std::shared_ptr<NotificationSignals>& proxy)
{
    m_bus = bus;
    m_signals = proxy;
    if (proxy) {
        connect(proxy.get(), &NotificationSignals::ActionInvoked, this, &NotificationService::actionInvoked);
        connect(proxy.get(), &NotificationSignals::NotificationClosed, this,
                [this](uint id, uint) { emit closed(id); });
    }
    for (const Ready& ready : std::exchange(m_waiting, {}))
        ready(proxy != nullptr);
}

}  // namespace cockpit::adapters::desktop
