// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/widgets/Selection.h"

namespace cockpit {

void Selection::setIncident(const QString& incident)
{
    if (m_incident == incident)
        return;
    m_incident = incident;
    emit incidentChanged(m_incident);
}

void Selection::setRunbook(const QString& platform, const QString& runbook)
{
    if (m_platform == platform && m_runbook == runbook)
        return;
    m_platform = platform;
    m_runbook = runbook;
    emit runbookChanged(m_platform, m_runbook);
}

}  // namespace cockpit
