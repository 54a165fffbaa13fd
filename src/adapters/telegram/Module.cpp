// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/telegram/Module.h"

#include "adapters/telegram/TelegramChannel.h"
#include "adapters/telegram/TelegramConnectionKind.h"

namespace cockpit::adapters::telegram {

void describe(Vocabulary& vocabulary)
{
    vocabulary.connectionKinds.append(QStringLiteral("telegram"));
    vocabulary.channelKinds.append(QStringLiteral("telegram"));
}

void create(AdapterRegistry& registry, const AdapterServices& services)
{
    registry.add(std::make_unique<TelegramConnectionKind>(services.http));
    registry.add(std::make_unique<TelegramChannel>(services.clock, services.http));
}

}  // namespace cockpit::adapters::telegram
