// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

namespace cockpit::test {

/// A session bus of its own with a GNOME Keyring on it, in a temporary folder. The bus must be known before a process
/// first uses D-Bus, so tests hand `environment()` to a child process. Thread: one with an event loop.
class SecretService
{
public:
    enum class Keyring {
        None,      ///< the bus alone
        Unlocked,  ///< made and unlocked with a password
        Locked     ///< as an earlier Unlocked run left it, without the password
    };

    SecretService();
    ~SecretService();
    Q_DISABLE_COPY_MOVE(SecretService)

    /// Starts the bus; returns whether it is up.
    bool startBus();
    /// (Re)starts the keyring on the bus. It may take a moment until it answers.
    bool startKeyring(Keyring keyring);
    void stopKeyring();
    /// Stops it (SIGSTOP) without ending it.
    void freezeKeyring();
    void thawKeyring();

    /// For a child process: the bus, private XDG folders, no display.
    QProcessEnvironment environment() const;
    QString folder() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_keyring;
    QString m_address;
};

}  // namespace cockpit::test
