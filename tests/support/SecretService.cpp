// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/support/SecretService.h"

#include "tests/support/Wait.h"

#include <QDir>
#include <QFile>

#include <csignal>

namespace cockpit::test {

namespace {

// No service folders: nothing is started by asking for its name.
const char busConfiguration[] = R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=%1</listen>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
)";

void endProcess(QProcess& process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.kill();
    waitUntil([&] { return process.state() == QProcess::NotRunning; });
}

}  // namespace

SecretService::SecretService()
{
    for (const char* name : {"run", "data", "cache", "config"}) {
        QDir().mkpath(m_folder.filePath(QLatin1String(name)));
        QFile::setPermissions(m_folder.filePath(QLatin1String(name)),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
}

SecretService::~SecretService()
{
    stopKeyring();
    endProcess(m_bus);
}

bool SecretService::startBus()
{
    QFile configuration(m_folder.filePath(QStringLiteral("bus.conf")));
    if (!configuration.open(QIODevice::WriteOnly))
        return false;
    configuration.write(QString::fromLatin1(busConfiguration).arg(m_folder.filePath(QStringLiteral("run"))).toUtf8());
    configuration.close();
    m_bus.setProcessEnvironment(environment());
    m_bus.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--config-file=") + configuration.fileName(),
                                                QStringLiteral("--nofork"), QStringLiteral("--print-address=1")});
    if (!waitUntil([this] { return m_bus.canReadLine(); }, 10'000))
        return false;
    m_address = QString::fromLocal8Bit(m_bus.readLine()).trimmed();
    return !m_address.isEmpty();
}

bool SecretService::startKeyring(Keyring keyring)
{
    stopKeyring();
    if (keyring == Keyring::None)
        return true;
    QStringList arguments{QStringLiteral("--foreground"), QStringLiteral("--components=secrets"),
                          QStringLiteral("--control-directory=") + m_folder.filePath(QStringLiteral("run/keyring"))};
    if (keyring == Keyring::Unlocked)
        arguments.append(QStringLiteral("--unlock"));
    m_keyring.setProcessEnvironment(environment());
    m_keyring.start(QStringLiteral("gnome-keyring-daemon"), arguments);
    if (keyring == Keyring::Unlocked)
        m_keyring.write("test");
    m_keyring.closeWriteChannel();
    return waitUntil([this] { return m_keyring.state() == QProcess::Running; });
}

void SecretService::stopKeyring()
{
    thawKeyring();
    endProcess(m_keyring);
}

void SecretService::freezeKeyring()
{
    ::kill(static_cast<pid_t>(m_keyring.processId()), SIGSTOP);
}

void SecretService::thawKeyring()
{
    if (m_keyring.processId() > 0)
        ::kill(static_cast<pid_t>(m_keyring.processId()), SIGCONT);
}

QProcessEnvironment SecretService::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("DISPLAY"));
    environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_folder.filePath(QStringLiteral("run")));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder.filePath(QStringLiteral("data")));
    environment.insert(QStringLiteral("XDG_CACHE_HOME"), m_folder.filePath(QStringLiteral("cache")));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder.filePath(QStringLiteral("config")));
    environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
    if (!m_address.isEmpty())
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), m_address);
    return environment;
}

}  // namespace cockpit::test
