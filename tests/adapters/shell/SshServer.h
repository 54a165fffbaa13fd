// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"

#include <QProcess>
#include <QTemporaryDir>

namespace cockpit::test {

/// A real sshd on a free port of loopback that lets the current user in with a key of its own; everything it needs lies
/// in a temporary folder.
class SshServer
{
public:
    ~SshServer();
    bool start();

    ConnectionSpec connection(const QString& id, const QString& directory) const;
    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    int port() const { return m_port; }
    /// Makes known_hosts hold the server's key, or another one.
    void trust(bool right);
    QByteArray log();

    static bool runTool(const QString& program, const QStringList& arguments);

private:
    QTemporaryDir m_folder;
    QProcess m_server;
    int m_port = 0;
};

}  // namespace cockpit::test
