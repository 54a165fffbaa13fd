// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/prometheus/Module.h"

#include "adapters/prometheus/PageSource.h"

namespace cockpit::adapters::prometheus {

void describe(Vocabulary& vocabulary)
{
    using Type = KindKey::Type;
    const QStringList oneOf{QStringLiteral("value"), QStringLiteral("rate"), QStringLiteral("ratio")};
    vocabulary.signalKinds.insert(QStringLiteral("prometheus"), {{{QStringLiteral("path"), Type::Text, false, {}},
                                                                  {QStringLiteral("value"), Type::Text, false, {}},
                                                                  {QStringLiteral("rate"), Type::Text, false, {}},
                                                                  {QStringLiteral("ratio"), Type::TextMap, false, {}}},
                                                                 {QStringLiteral("http"), QStringLiteral("prometheus"),
                                                                  QStringLiteral("alertmanager")},
                                                                 {oneOf}});
}

void create(AdapterRegistry& registry, const AdapterServices& services)
{
    registry.add(std::make_unique<PageSource>(services.clock, services.http, services.connections));
}

}  // namespace cockpit::adapters::prometheus
