// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/pagerduty/Module.h"

#include "adapters/pagerduty/PagerDutyChannel.h"
#include "adapters/pagerduty/PagerDutyConnectionKind.h"

namespace cockpit::adapters::pagerduty {

void describe(Vocabulary& vocabulary)
{
    vocabulary.connectionKinds.append(QStringLiteral("pagerduty"));
    vocabulary.channelKinds.append(QStringLiteral("pagerduty"));
}

void create(AdapterRegistry& registry, const AdapterServices& services)
{
    registry.add(std::make_unique<PagerDutyConnectionKind>(services.http));
    registry.add(std::make_unique<PagerDutyChannel>(services.clock, services.http));
}

}  // namespace cockpit::adapters::pagerduty
