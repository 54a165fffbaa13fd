// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/desktop/NotificationService.h"
#include "core/connections/Connection.h"

namespace cockpit::adapters::desktop {

/// Connections of kind "desktop": no settings, no secret. The test asks the notification server for its name.
class DesktopConnectionKind final : public ConnectionKind
{
public:
    explicit DesktopConnectionKind(std::shared_ptr<NotificationService> service);

    QString kind() const override { return QStringLiteral("desktop"); }
    QString title() const override;
    QString secretLabel() const override { return {}; }
    QList<ConnectionField> fields() const override { return {}; }
    QFuture<ConnectionCheck> test(const ResolvedConnection& connection, Milliseconds timeout) override;

private:
    std::shared_ptr<NotificationService> m_service;
};

}  // namespace cockpit::adapters::desktop
