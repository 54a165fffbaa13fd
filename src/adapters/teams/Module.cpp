// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/teams/Module.h"

#include "adapters/teams/TeamsChannel.h"
#include "adapters/teams/TeamsConnectionKind.h"

namespace cockpit::adapters::teams {

void describe(Vocabulary& vocabulary)
{
    vocabulary.connectionKinds.append(QStringLiteral("teams"));
    vocabulary.channelKinds.append(QStringLiteral("teams"));
}

void create(AdapterRegistry& registry, const AdapterServices& services)
{
    registry.add(std::make_unique<TeamsConnectionKind>(services.http));
    registry.add(std::make_unique<TeamsChannel>(services.clock, services.http));
}

}  // namespace cockpit::adapters::teams
