// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/redis/Module.h"

#include "adapters/redis/RedisConnectionKind.h"
#include "adapters/redis/RedisSignalSource.h"
#include "adapters/redis/RedisStep.h"

namespace cockpit::adapters::redis {

void describe(Vocabulary& vocabulary)
{
    const QString kind = QStringLiteral("redis");
    using Type = KindKey::Type;
    vocabulary.connectionKinds.append(kind);
    vocabulary.signalKinds.insert(kind, {{{QStringLiteral("info"), Type::Text, false, {}},
                                          {QStringLiteral("command"), Type::TextList, false, {}}},
                                         {kind}});
    const KindKey scan{
        QStringLiteral("scan"),
        Type::Map,
        false,
        {},
        {{QStringLiteral("match"), Type::Text, true, {}}, {QStringLiteral("at_most"), Type::Integer, false, {}}}};
    vocabulary.stepKinds.insert(kind, {{{QStringLiteral("run"), Type::TextList, false, {}},
                                        scan,
                                        {QStringLiteral("preview"), Type::TextList, false, {}}},
                                       {kind},
                                       {{QStringLiteral("run"), QStringLiteral("scan")}}});
}

void create(AdapterRegistry& registry, const AdapterServices& services)
{
    registry.add(std::make_unique<RedisConnectionKind>());
    registry.add(std::make_unique<RedisSignalSource>(services.clock, services.connections));
    registry.add(std::make_unique<RedisStep>(services.connections));
}

}  // namespace cockpit::adapters::redis
