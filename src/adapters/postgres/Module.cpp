// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/postgres/Module.h"

#include "adapters/postgres/PostgresConnectionKind.h"
#include "adapters/postgres/PostgresSignalSource.h"
#include "adapters/postgres/SqlStep.h"

namespace cockpit::adapters::postgres {

void describe(Vocabulary& vocabulary)
{
    const QString kind = QStringLiteral("postgres");
    using Type = KindKey::Type;
    vocabulary.connectionKinds.append(kind);
    vocabulary.signalKinds.insert(kind, {{{QStringLiteral("query"), Type::Text, true, {}}}, {kind}});
    vocabulary.stepKinds.insert(QStringLiteral("sql"), {{{QStringLiteral("run"), Type::Text, true, {}},
                                                         {QStringLiteral("preview"), Type::Text, false, {}},
                                                         {QStringLiteral("max_rows"), Type::Integer, false, {}},
                                                         {QStringLiteral("hold"), Type::Duration, false, {}}},
                                                        {kind}});
}

void create(AdapterRegistry& registry, const AdapterServices& services)
{
    registry.add(std::make_unique<PostgresConnectionKind>());
    registry.add(std::make_unique<PostgresSignalSource>(services.clock, services.connections));
    registry.add(std::make_unique<SqlStep>(services.connections));
}

}  // namespace cockpit::adapters::postgres
