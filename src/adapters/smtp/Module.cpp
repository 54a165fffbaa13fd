// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/smtp/Module.h"

#include "adapters/smtp/SmtpChannel.h"
#include "adapters/smtp/SmtpConnectionKind.h"

namespace cockpit::adapters::smtp {

void describe(Vocabulary& vocabulary)
{
    vocabulary.connectionKinds.append(QStringLiteral("smtp"));
    vocabulary.channelKinds.append(QStringLiteral("smtp"));
}

void create(AdapterRegistry& registry, const AdapterServices& services)
{
    registry.add(std::make_unique<SmtpConnectionKind>());
    registry.add(std::make_unique<SmtpChannel>(services.clock));
}

}  // namespace cockpit::adapters::smtp
