// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"

#include <QProcessEnvironment>
#include <QStringList>

namespace cockpit::adapters::shell {

/// Where commands of one connection run on this workstation.
struct ShellSettings {
    QString extraPath;  ///< searched before the system's folders; empty: none
    QString directory;  ///< working directory; the home folder when not set
    Environment environment = Environment::Production;

    /// Errors: InvalidInput when a folder does not exist.
    static Result<ShellSettings> from(const ConnectionSpec& spec);

    QStringList searchPath() const;
    /// Only what programs cannot do without, and what the step declares.
    QProcessEnvironment processEnvironment(const QJsonObject& declared) const;
    TargetIdentity identity() const;
};

}  // namespace cockpit::adapters::shell
