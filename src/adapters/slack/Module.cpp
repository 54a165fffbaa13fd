// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/slack/Module.h"

#include "adapters/slack/SlackApiChannel.h"
#include "adapters/slack/SlackApiConnectionKind.h"
#include "adapters/slack/SlackChannel.h"
#include "adapters/slack/SlackConnectionKind.h"

namespace cockpit::adapters::slack {

void describe(Vocabulary& vocabulary)
{
    for (const QString& kind : {QStringLiteral("slack"), QStringLiteral("slack_api")}) {
        vocabulary.connectionKinds.append(kind);
        vocabulary.channelKinds.append(kind);
    }
}

void create(AdapterRegistry& registry, const AdapterServices& services)
{
    registry.add(std::make_unique<SlackConnectionKind>(services.http));
    registry.add(std::make_unique<SlackChannel>(services.clock, services.http));
    registry.add(std::make_unique<SlackApiConnectionKind>(services.http));
    registry.add(std::make_unique<SlackApiChannel>(services.clock, services.http));
}

}  // namespace cockpit::adapters::slack
