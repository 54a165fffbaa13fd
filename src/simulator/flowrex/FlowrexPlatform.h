// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "simulator/flowrex/FlowrexCertificates.h"
#include "simulator/flowrex/FlowrexDatabase.h"
#include "simulator/flowrex/FlowrexModel.h"
#include "simulator/flowrex/FlowrexNginx.h"
#include "simulator/flowrex/FlowrexPages.h"
#include "simulator/flowrex/FlowrexSite.h"

#include <memory>

namespace cockpit {

/// All parts of the platform together: what a deed does to each of them. Thread: its maker's.
class FlowrexPlatform
{
public:
    /// `folder`: that of docker-compose.prod.yml.
    FlowrexPlatform(const Clock& clock, QString folder, Milliseconds restartDelay);
    ~FlowrexPlatform();

    /// Files of the folder: nginx' configuration and the backups. Storage when they cannot be written.
    Status prepareFolder();
    /// The database was started. Nothing to do with it before.
    Status useDatabase(const ServerAddress& address);
    /// The process that is frozen when Redis is to hang; 0: only the backend believes that it hangs.
    void useRedis(qint64 processId) { m_redisProcess = processId; }
    /// Thaws Redis, so that it can be ended.
    void release();

    /// InvalidInput for an unknown name; Unsupported when it needs a server that is not there.
    Status setScenario(const QString& name);
    static QStringList acts();
    Status act(const QString& name);
    /// Brings everything to the present; cheap, to be called every tick.
    void tend();

    void restartBackend();
    void stopBackend();
    void restartNginx();
    void restartRedis();
    void restartPostgres();
    ToolAnswer reloadNginx();
    bool renewCertificate();  ///< false: it is not due
    bool postgresAnswers();
    /// Puts a backup in the place of the database; false when there is none of this name.
    bool restore(const QString& backup);

    QString folder() const { return m_folder; }
    FlowrexModel& model() { return m_model; }
    const FlowrexPages& pages() const { return m_pages; }
    FlowrexNginx& nginx() { return m_nginx; }
    FlowrexCertificates& certificates() { return m_certificates; }
    FlowrexSite& site() { return m_site; }
    FlowrexDatabase* database() { return m_database.get(); }  ///< null when there is none

private:
    void loadedNginx();
    void freezeRedis(bool frozen);

    const Clock& m_clock;
    QString m_folder;
    FlowrexModel m_model;
    FlowrexPages m_pages;
    FlowrexNginx m_nginx;
    FlowrexCertificates m_certificates;
    FlowrexSite m_site;
    std::unique_ptr<FlowrexDatabase> m_database;
    qint64 m_redisProcess = 0;
    Milliseconds m_lookedAt{0};
};

}  // namespace cockpit
