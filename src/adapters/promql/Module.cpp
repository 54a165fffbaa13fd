// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/promql/Module.h"

#include "adapters/promql/PromQlSource.h"
#include "adapters/promql/PrometheusConnectionKind.h"

namespace cockpit::adapters::promql {

void describe(Vocabulary& vocabulary)
{
    const QString kind = QStringLiteral("prometheus");
    vocabulary.connectionKinds.append(kind);
    vocabulary.signalKinds.insert(QStringLiteral("promql"),
                                  {{{QStringLiteral("query"), KindKey::Type::Text, true, {}}}, {kind}});
}

void create(AdapterRegistry& registry, const AdapterServices& services)
{
    registry.add(std::make_unique<PrometheusConnectionKind>(services.http));
    registry.add(std::make_unique<PromQlSource>(services.clock, services.http, services.connections));
}

}  // namespace cockpit::adapters::promql
