// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/shell/Module.h"

#include "adapters/shell/ShellConnectionKind.h"
#include "adapters/shell/ShellStep.h"

namespace cockpit::adapters::shell {

void describe(Vocabulary& vocabulary)
{
    const QString kind = QStringLiteral("shell");
    using Type = KindKey::Type;
    vocabulary.connectionKinds.append(kind);
    vocabulary.stepKinds.insert(kind, {{{QStringLiteral("argv"), Type::TextList, true, {}},
                                        {QStringLiteral("environment"), Type::TextMap, false, {}},
                                        {QStringLiteral("stdin"), Type::Text, false, {}}},
                                       {kind}});
}

void create(AdapterRegistry& registry, const AdapterServices& services)
{
    registry.add(std::make_unique<ShellConnectionKind>());
    registry.add(std::make_unique<ShellStep>(services.connections));
}

}  // namespace cockpit::adapters::shell
