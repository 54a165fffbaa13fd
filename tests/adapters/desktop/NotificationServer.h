// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace cockpit::test {

/// One call of Notify.
struct ShownNotification {
    QString application;
    uint replaces = 0;
    QString summary;
    QString body;
    QStringList actions;
    QVariantMap hints;
    int timeout = 0;
};

/// A notification server on a bus of the test's own, as the Desktop Notifications Specification 1.2 has it.
class NotificationServer : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    explicit NotificationServer(const QString& busAddress)
        : m_bus(QDBusConnection::connectToBus(busAddress, QStringLiteral("notification-server")))
    {
        m_bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
                             QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
    }
    ~NotificationServer() override { QDBusConnection::disconnectFromBus(QStringLiteral("notification-server")); }
    Q_DISABLE_COPY_MOVE(NotificationServer)

    bool appear() { return m_bus.registerService(QStringLiteral("org.freedesktop.Notifications")); }
    bool vanish() { return m_bus.unregisterService(QStringLiteral("org.freedesktop.Notifications")); }

    QStringList capabilities{QStringLiteral("actions"), QStringLiteral("body"), QStringLiteral("body-markup"),
                             QStringLiteral("sound")};
    QList<ShownNotification> shown;
    bool silent = false;     ///< never answers Notify
    QString refusal;         ///< D-Bus error name to answer Notify with
    uint firstNumber = 100;  ///< 0: answers 0

public slots:
    QStringList GetCapabilities() { return capabilities; }
    QString GetServerInformation(QString& vendor, QString& version, QString& specification)
    {
        vendor = QStringLiteral("tests");
        version = QStringLiteral("1.0");
        specification = QStringLiteral("1.2");
        return QStringLiteral("Test <b>shell</b>");
    }
    uint Notify(const QString& application, uint replaces, const QString& icon, const QString& summary,
                const QString& body, const QStringList& actions, const QVariantMap& hints, int timeout)
    {
        Q_UNUSED(icon)
        if (silent)
            setDelayedReply(true);
        if (!refusal.isEmpty())
            sendErrorReply(refusal, QStringLiteral("not now"));
        shown.append({application, replaces, summary, body, actions, hints, timeout});
        return firstNumber == 0 ? 0 : firstNumber + static_cast<uint>(shown.size());
    }
    void CloseNotification(uint id) { emit NotificationClosed(id, 3); }

signals:
    void ActionInvoked(uint id, const QString& action);
    void NotificationClosed(uint id, uint reason);

private:
    QDBusConnection m_bus;
};

}  // namespace cockpit::test
