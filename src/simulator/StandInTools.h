// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace cockpit {

/// Where stand-in tools get their answers: this program, asked to hand the command on to the simulated platform.
struct StandInTarget {
    QString program;  ///< this program's file
    QUrl url;         ///< of the simulated platform
    QString keyFile;  ///< holds its key, readable by its owner only, so that the key is on no command line
};

/// Writes executables of these names ("railway", "docker-compose", "scripts/rollback.sh") below `folder` that act on
/// the simulated platform instead of a real one: name, arguments, output and exit code go over its socket. Storage
/// when one cannot be written.
Status writeStandInTools(const QString& folder, const QStringList& names, const StandInTarget& target);

/// The same, after the key was written to the target's key file; `folder` is made.
Status writeToolsWithKey(const QString& folder, const QStringList& names, const StandInTarget& target,
                         const QString& key);

/// An address that arguments of a tool begin with, and what stands there instead.
struct ToolRedirection {
    QString from;
    QString to;
};

/// Writes an executable `name` below `folder` that runs the real program `program` with every argument redirected.
/// Storage when it cannot be written.
Status writeRedirectedTool(const QString& folder, const QString& name, const QString& program,
                           const QList<ToolRedirection>& redirections);

/// Writes a secret so that only its owner can read it; replaces the file.
Status writeKeyFile(const QString& path, const QByteArray& key);

}  // namespace cockpit
