// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"

#include <QString>
#include <QUrl>

namespace cockpit {

/// Writes an executable `railway` into `folder` that does `restart` and `logs` to the simulated platform at `url`
/// instead of a real one. `program` is this program; `keyFile` holds the platform's key and is readable by its owner
/// only, so that the key is on no command line. Storage when it cannot be written.
Status writeRailwayStandIn(const QString& folder, const QString& program, const QUrl& url, const QString& keyFile);

/// Writes a secret so that only its owner can read it; replaces the file.
Status writeKeyFile(const QString& path, const QByteArray& key);

}  // namespace cockpit
