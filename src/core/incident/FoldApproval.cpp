// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/incident/Fold.h"

namespace cockpit {

bool foldApproval(Incident& incident, const Event& event)
{
    const QString name = event.data.value(QLatin1String("name")).toString();
    const QString key = event.data.value(QLatin1String("key")).toString();
    switch (event.type) {
    case EventType::ApproverTrusted:
        if (name.isEmpty() || key.isEmpty())
            return false;
        incident.approvers.insert(name, key);
        return true;
    case EventType::ApproverForgotten: return incident.approvers.remove(name) > 0;
    default: return true;
    }
}

}  // namespace cockpit
