// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QObject>
#include <QString>

namespace cockpit {

/// What the person is looking at; the one thing panels share besides the engine. Thread: GUI.
class Selection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const QString& incident() const { return m_incident; }
    const QString& platform() const { return m_platform; }
    const QString& runbook() const { return m_runbook; }

    void setIncident(const QString& incident);
    void setRunbook(const QString& platform, const QString& runbook);

signals:
    void incidentChanged(const QString& incident);
    void runbookChanged(const QString& platform, const QString& runbook);

private:
    QString m_incident;
    QString m_platform;
    QString m_runbook;
};

}  // namespace cockpit
