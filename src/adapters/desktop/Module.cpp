// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/desktop/Module.h"

#include "adapters/desktop/DesktopChannel.h"
#include "adapters/desktop/DesktopConnectionKind.h"

namespace cockpit::adapters::desktop {

void describe(Vocabulary& vocabulary)
{
    vocabulary.connectionKinds.append(QStringLiteral("desktop"));
    vocabulary.channelKinds.append(QStringLiteral("desktop"));
}

void create(AdapterRegistry& registry, const AdapterServices&)
{
    const auto service = std::make_shared<NotificationService>();
    registry.add(std::make_unique<DesktopConnectionKind>(service));
    registry.add(std::make_unique<DesktopChannel>(service));
}

}  // namespace cockpit::adapters::desktop
