// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/slack/Module.h"

#include "adapters/slack/SlackChannel.h"
#include "adapters/slack/SlackConnectionKind.h"

namespace cockpit::adapters::slack {

void describe(Vocabulary& vocabulary)
{
    vocabulary.connectionKinds.append(QStringLiteral("slack"));
    vocabulary.channelKinds.append(QStringLiteral("slack"));
}

void create(AdapterRegistry& registry, const AdapterServices& services)
{
    registry.add(std::make_unique<SlackConnectionKind>(services.http));
    registry.add(std::make_unique<SlackChannel>(services.clock, services.http));
}

}  // namespace cockpit::adapters::slack
