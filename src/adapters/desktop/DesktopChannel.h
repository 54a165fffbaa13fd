// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/desktop/NotificationService.h"
#include "core/notify/Channel.h"

#include <QHash>

namespace cockpit::adapters::desktop {

/// Shows messages as notifications of this workstation's desktop. Delivered means: the notification server gave it a
/// number; whether somebody looked is not known. Pages stay until they are dismissed, are urgent and ask for an alarm
/// sound, which the server plays where it can.
class DesktopChannel final : public QObject, public Channel
{
    Q_OBJECT

public:
    explicit DesktopChannel(std::shared_ptr<NotificationService> service);

    QString kind() const override { return QStringLiteral("desktop"); }
    bool dropsRepeats() const override { return false; }
    void setActionHandler(const ActionHandler& handler) override { m_handler = handler; }
    QFuture<DeliveryOutcome> deliver(const ResolvedConnection& connection, const Delivery& delivery) override;

private:
    void act(uint id, const QString& action);

    std::shared_ptr<NotificationService> m_service;
    ActionHandler m_handler;
    QHash<uint, QString> m_incidents;  ///< by notification, while it is shown
};

/// The arguments of Notify. `capabilities` are what the server says it can do: texts are escaped where it reads markup.
QVariantList notificationFor(const Delivery& delivery, const QStringList& capabilities);

}  // namespace cockpit::adapters::desktop
