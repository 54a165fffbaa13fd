// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"

#include <QStringList>

namespace cockpit::adapters::shell {

/// A server on which programs run over SSH. The key comes from a file without a passphrase or from the agent.
struct SshSettings {
    QString host;
    int port = 22;
    QString user;
    QString keyFile;     ///< empty: the agent's keys
    QString knownHosts;  ///< the only file whose host keys count
    QString directory;   ///< on the server; empty: the user's home folder
    Environment environment = Environment::Production;

    /// Errors: InvalidInput (names the setting).
    static Result<SshSettings> from(const ConnectionSpec& spec);

    /// Of the ssh program, up to the remote command; it writes its own messages to `logFile`.
    QStringList arguments(const QString& logFile) const;
    /// Without the host key, which only a connection tells.
    TargetIdentity identity() const;
};

/// What ssh says about a connection in its log.
struct SshLog {
    QString fingerprint;  ///< of the server's host key ("SHA256:…"); empty when it came not so far
    QString problem;      ///< why there is no connection, a sentence; empty when the log does not say
    ErrorKind kind = ErrorKind::Unreachable;

    static SshLog read(const QString& text, const SshSettings& settings);
};

}  // namespace cockpit::adapters::shell
