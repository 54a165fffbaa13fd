// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/tls/Module.h"

#include "adapters/tls/TlsExpirySource.h"

namespace cockpit::adapters::tls {

void describe(Vocabulary& vocabulary)
{
    vocabulary.signalKinds.insert(
        QStringLiteral("tls_expiry"),
        {{}, {QStringLiteral("http"), QStringLiteral("prometheus"), QStringLiteral("alertmanager")}});
}

void create(AdapterRegistry& registry, const AdapterServices& services)
{
    registry.add(std::make_unique<TlsExpirySource>(services.clock, services.http, services.connections));
}

}  // namespace cockpit::adapters::tls
