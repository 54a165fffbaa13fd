// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"

namespace cockpit {

QString secretStorageName(SecretStorage storage);  ///< "none", "keychain", "session"

/// Is this a usable connection? InvalidInput names the field and the rule: the id is "<platform>/<slot>" in lower-case
/// letters, digits, dots, dashes and underscores; settings are texts, numbers and flags, and hold no secret.
Status checkConnection(const ConnectionSpec& spec);

/// Reads connections.json strictly. An absent file is an empty list; anything unexpected (wrong type, unknown key,
/// repeated id, more than 1 MiB) is InvalidInput and names file and place. Nothing is guessed or dropped.
Result<QList<ConnectionSpec>> readConnectionFile(const QString& file);

/// Replaces the file whole (written beside it, synced, renamed), readable by its owner only. Errors: Storage.
Status writeConnectionFile(const QString& file, const QList<ConnectionSpec>& specs);

}  // namespace cockpit
