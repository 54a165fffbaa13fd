// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/websocket/Module.h"

#include "adapters/websocket/WebSocketSource.h"

namespace cockpit::adapters::websocket {

void describe(Vocabulary& vocabulary)
{
    vocabulary.signalKinds.insert(
        QStringLiteral("websocket"),
        {{{QStringLiteral("path"), KindKey::Type::Text, true, {}}}, {QStringLiteral("http")}});
}

void create(AdapterRegistry& registry, const AdapterServices& services)
{
    registry.add(std::make_unique<WebSocketSource>(services.clock, services.connections));
}

}  // namespace cockpit::adapters::websocket
