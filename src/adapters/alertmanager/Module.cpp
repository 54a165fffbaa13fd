// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/alertmanager/Module.h"

#include "adapters/alertmanager/AlertmanagerConnectionKind.h"
#include "adapters/alertmanager/AlertmanagerFeed.h"

namespace cockpit::adapters::alertmanager {

void describe(Vocabulary& vocabulary)
{
    vocabulary.connectionKinds.append(QStringLiteral("alertmanager"));
}

void create(AdapterRegistry& registry, const AdapterServices& services)
{
    registry.add(std::make_unique<AlertmanagerConnectionKind>(services.http));
    registry.add(std::make_unique<AlertmanagerFeed>(services.http));
}

}  // namespace cockpit::adapters::alertmanager
