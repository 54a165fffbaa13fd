// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"
#include "simulator/SimulatorServer.h"
#include "simulator/flowrex/FlowrexCertificates.h"

namespace cockpit {

/// The nginx of the platform: a real configuration file, of which it reads what it needs, and the certificate it shows.
/// It acts on what it loaded last, not on what the file or the certificate store says now. Thread: its maker's.
class FlowrexNginx
{
public:
    /// `folder`: that of docker-compose.prod.yml; the file is nginx/nginx.conf below it.
    explicit FlowrexNginx(const QString& folder);

    /// Writes the file anew: with or without the headers that let WebSockets pass.
    Status writeFile(bool webSocketHeaders);
    /// What a person does by hand: puts the maintenance lines into the file, or takes them out.
    Status editMaintenance(bool on);

    ToolAnswer test() const;  ///< nginx -t
    ToolAnswer reload();      ///< nginx -s reload; keeps what it had when the file is faulty
    /// The container starts anew: loads the file. False when it is faulty, so that nginx does not come up.
    bool load();
    QByteArray file() const;  ///< the configuration as it is on disk

    bool passesWebSockets() const { return m_passesWebSockets; }
    bool maintenance() const { return m_maintenance; }
    /// What the maintenance answer 503 shows.
    QByteArray maintenancePage() const;

    using Certificate = FlowrexCertificates::Kind;
    void setCertificate(Certificate kind);                      ///< on disk and loaded
    void renewCertificate() { m_stored = Certificate::Fresh; }  ///< on disk only
    Certificate storedCertificate() const { return m_stored; }
    Certificate shownCertificate() const { return m_shown; }

private:
    QString problem() const;
    QString path(const QString& name) const;

    QString m_folder;
    bool m_passesWebSockets = true;
    bool m_maintenance = false;
    bool m_showsPage = false;
    Certificate m_stored = Certificate::Fresh;
    Certificate m_shown = Certificate::Fresh;
};

}  // namespace cockpit
