// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/statuspage/Module.h"

#include "adapters/statuspage/StatuspageChannel.h"
#include "adapters/statuspage/StatuspageConnectionKind.h"

namespace cockpit::adapters::statuspage {

void describe(Vocabulary& vocabulary)
{
    vocabulary.connectionKinds.append(QStringLiteral("statuspage"));
    vocabulary.channelKinds.append(QStringLiteral("statuspage"));
}

void create(AdapterRegistry& registry, const AdapterServices& services)
{
    registry.add(std::make_unique<StatuspageConnectionKind>(services.http));
    registry.add(std::make_unique<StatuspageChannel>(services.clock, services.http));
}

}  // namespace cockpit::adapters::statuspage
