// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "simulator/SimulatorServer.h"

#include <QMap>
#include <QStringList>

namespace cockpit {

class FlowrexPlatform;

/// The tools on the platform's host: docker-compose (version 2), docker and scripts/rollback.sh. They print what the
/// real ones print and refuse what those refuse. Thread: its maker's.
class FlowrexTools
{
public:
    explicit FlowrexTools(FlowrexPlatform& platform);

    /// `argv`: the tool's name and its arguments.
    ToolAnswer run(const QStringList& argv);
    /// Names below the folder of tools, and below the platform's own folder.
    static QStringList commands();
    static QStringList scripts();

private:
    ToolAnswer compose(QStringList arguments);
    ToolAnswer listServices(const QStringList& arguments) const;
    ToolAnswer images() const;
    ToolAnswer logs(const QStringList& arguments) const;
    ToolAnswer restart(const QStringList& services);
    ToolAnswer stop(const QStringList& services);
    ToolAnswer up(const QStringList& arguments);
    ToolAnswer runOnce(const QStringList& arguments);
    ToolAnswer copy(const QStringList& arguments);
    ToolAnswer execute(const QStringList& arguments);
    ToolAnswer inBackend(const QStringList& command) const;
    ToolAnswer inPostgres(const QStringList& command);
    ToolAnswer inNginx(const QStringList& command);
    ToolAnswer docker(const QStringList& arguments) const;
    QString stats() const;
    ToolAnswer rollBack(const QStringList& arguments);
    QStringList containers(const QString& service) const;
    bool running(const QString& service) const;

    FlowrexPlatform& m_platform;
    bool m_frontendStopped = false;
    QMap<QString, QByteArray> m_postgresFiles;  ///< written inside that container
};

}  // namespace cockpit
