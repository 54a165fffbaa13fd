// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <QDBusAbstractInterface>
#include <QDBusConnection>
#include <QFuture>
#include <QObject>
#include <QVariantList>

#include <functional>
#include <memory>
#include <optional>

namespace cockpit::adapters::desktop {

/// What the notification server tells of its own accord. A proxy with the signals of the interface by their D-Bus
/// names, so that they can be connected by member pointer.
class NotificationSignals final : public QDBusAbstractInterface
{
    Q_OBJECT

public:
    explicit NotificationSignals(const QDBusConnection& bus);

signals:
    void ActionInvoked(uint id, const QString& action);
    void NotificationClosed(uint id, uint reason);
};

/// The desktop's org.freedesktop.Notifications. Connecting to a bus blocks until its daemon answers, so it happens on
/// another thread; calls are asynchronous. Thread: its maker's.
class NotificationService final : public QObject
{
    Q_OBJECT

public:
    /// `busAddress`: empty for the session's bus.
    explicit NotificationService(QString busAddress = {});
    ~NotificationService() override;

    /// One call; the future finishes by the deadline with the reply's arguments. Errors: Unreachable (no bus, no
    /// server), TimedOut, Refused. As with HTTP, a detail that starts with "sent:" means it may have taken effect.
    QFuture<Result<QVariantList>> call(const QString& method, const QVariantList& arguments, Milliseconds deadline);

signals:
    void actionInvoked(uint id, const QString& action);
    void closed(uint id);

private:
    using Ready = std::function<void(bool connected)>;
    void whenConnected(const Ready& ready);
    void adopt(const QDBusConnection& bus, const std::shared_ptr<NotificationSignals>& proxy);

    QString m_busAddress;
    std::optional<QDBusConnection> m_bus;
    std::shared_ptr<NotificationSignals> m_signals;
    std::shared_ptr<QObject> m_home;  ///< lives on the maker's thread until the last connecting thread is done with it
    QList<Ready> m_waiting;
};

}  // namespace cockpit::adapters::desktop
