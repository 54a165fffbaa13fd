// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/webhook/Module.h"

#include "adapters/webhook/WebhookChannel.h"
#include "adapters/webhook/WebhookConnectionKind.h"

namespace cockpit::adapters::webhook {

void describe(Vocabulary& vocabulary)
{
    vocabulary.connectionKinds.append(QStringLiteral("webhook"));
    vocabulary.channelKinds.append(QStringLiteral("webhook"));
}

void create(AdapterRegistry& registry, const AdapterServices& services)
{
    registry.add(std::make_unique<WebhookConnectionKind>(services.http));
    registry.add(std::make_unique<WebhookChannel>(services.clock, services.http));
}

}  // namespace cockpit::adapters::webhook
