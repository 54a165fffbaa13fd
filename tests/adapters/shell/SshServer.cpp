// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/adapters/shell/SshServer.h"

#include "tests/support/Wait.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>

#include <pwd.h>
#include <unistd.h>

namespace cockpit::test {

namespace {

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        file.write(bytes);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

int freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

}  // namespace

bool SshServer::runTool(const QString& program, const QStringList& arguments)
{
    QProcess tool;
    tool.start(program, arguments);
    return waitUntil([&] { return tool.state() == QProcess::NotRunning; }, 20'000) && tool.exitCode() == 0;
}

bool SshServer::start()
{
    for (const char* key : {"host", "other", "user"}) {
        if (!runTool(QStringLiteral("ssh-keygen"),
                     {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"), QStringLiteral("-N"),
                      QString(), QStringLiteral("-f"), path(key)}))
            return false;
    }
    QFile::copy(path("user.pub"), path("authorized_keys"));
    // Only root's sshd wants it; the distribution's service makes it at its start.
    if (::geteuid() == 0)
        QDir().mkpath(QStringLiteral("/run/sshd"));
    m_port = freePort();
    write(path("sshd_config"), QStringLiteral("Port %1\nListenAddress 127.0.0.1\nHostKey %2\nAuthorizedKeysFile %3\n"
                                              "StrictModes no\nUsePAM no\nPasswordAuthentication no\n"
                                              "KbdInteractiveAuthentication no\nPermitRootLogin prohibit-password\n"
                                              "PidFile none\nMaxStartups 100\n")
                                   .arg(m_port)
                                   .arg(path("host"), path("authorized_keys"))
                                   .toUtf8());
    trust(true);
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.start(QStringLiteral("/usr/sbin/sshd"),
                   {QStringLiteral("-D"), QStringLiteral("-e"), QStringLiteral("-f"), path("sshd_config")});
    return waitUntil(
        [this] {
            QTcpSocket probe;
            probe.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(m_port));
            return waitUntil([&] { return probe.state() != QAbstractSocket::ConnectingState; }, 500) &&
                   probe.state() == QAbstractSocket::ConnectedState;
        },
        10'000);
}

SshServer::~SshServer()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    m_server.terminate();
    waitUntil([this] { return m_server.state() == QProcess::NotRunning; }, 5'000);
}

void SshServer::trust(bool right)
{
    const QList<QByteArray> key = contents(path(right ? "host.pub" : "other.pub")).split(' ');
    write(path("known_hosts"),
          "[127.0.0.1]:" + QByteArray::number(m_port) + ' ' + key.value(0) + ' ' + key.value(1) + '\n');
}

QByteArray SshServer::log()
{
    return m_server.readAll();
}

ConnectionSpec SshServer::connection(const QString& id, const QString& directory) const
{
    ConnectionSpec spec;
    spec.id = id;
    spec.kind = QStringLiteral("ssh");
    spec.settings = {{QStringLiteral("host"), QStringLiteral("127.0.0.1")},
                     {QStringLiteral("port"), m_port},
                     {QStringLiteral("user"), QString::fromLocal8Bit(::getpwuid(::geteuid())->pw_name)},
                     {QStringLiteral("key_file"), path("user")},
                     {QStringLiteral("known_hosts"), path("known_hosts")},
                     {QStringLiteral("directory"), directory}};
    return spec;
}

}  // namespace cockpit::test
