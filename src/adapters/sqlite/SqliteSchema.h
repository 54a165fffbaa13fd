// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/sqlite/SqliteConnection.h"
#include "core/base/Clock.h"
#include "core/base/Result.h"

namespace cockpit::adapters::sqlite {

/// The version of the log's layout this build writes.
constexpr int currentSchema = 2;

/// Makes the layout in an empty file, or brings an older one up to date: first a backup copy beside it
/// (<file>.backup-<version>-<utc>), then every migration in one transaction. Errors: Unsupported (written by a newer
/// version), Storage.
Status prepareSchema(const SqliteConnection& connection, const Clock& clock);

}  // namespace cockpit::adapters::sqlite
