// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/shell/ProgramRun.h"

#include <QFuture>

#include <memory>

namespace cockpit::adapters::shell {

/// The two kinds of places where programs run.
inline const QString localKind = QStringLiteral("shell");
inline const QString sshKind = QStringLiteral("ssh");

/// A program to be run where the connection says. Errors: those of the connection's settings.
Result<std::unique_ptr<ProgramRun>> programAt(const ConnectionResolver& connections, const QString& connectionId);

/// Who answers there; of a server only a connection tells.
QFuture<Result<TargetIdentity>> identityAt(const ConnectionSpec& spec, Milliseconds timeout);

/// What a line for a terminal begins with to run something there: "ssh … host"; empty for this workstation.
QString terminalPrefix(const ConnectionSpec& spec);

}  // namespace cockpit::adapters::shell
