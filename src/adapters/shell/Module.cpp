// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/shell/Module.h"

#include "adapters/shell/ShellConnectionKind.h"
#include "adapters/shell/ShellPlaces.h"
#include "adapters/shell/ShellStep.h"
#include "adapters/shell/SshConnectionKind.h"

namespace cockpit::adapters::shell {

void describe(Vocabulary& vocabulary)
{
    using Type = KindKey::Type;
    vocabulary.connectionKinds += {localKind, sshKind};
    vocabulary.stepKinds.insert(localKind, {{{QStringLiteral("argv"), Type::TextList, true, {}},
                                             {QStringLiteral("environment"), Type::TextMap, false, {}},
                                             {QStringLiteral("secret_environment"), Type::TextMap, false, {}},
                                             {QStringLiteral("stdin"), Type::Text, false, {}},
                                             {QStringLiteral("stream"), Type::Flag, false, {}}},
                                            {localKind, sshKind}});
}

void create(AdapterRegistry& registry, const AdapterServices& services)
{
    registry.add(std::make_unique<ShellConnectionKind>());
    registry.add(std::make_unique<SshConnectionKind>());
    registry.add(std::make_unique<ShellStep>(services.connections));
}

}  // namespace cockpit::adapters::shell
