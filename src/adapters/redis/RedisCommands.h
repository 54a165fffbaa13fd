// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/redis/RedisClient.h"
#include "core/playbook/Playbook.h"

#include <QJsonArray>

#include <optional>

namespace cockpit::adapters::redis {

/// An argument vector as a playbook writes it (texts and numbers). Errors: InvalidInput.
Result<Arguments> toArguments(const QJsonArray& words);

/// May a step send this at all? Commands that would block the server, wait for data, break the conversation or stop the
/// server are refused for every danger. Errors: Refused with the reason and what to use instead.
Status checkCommand(const Arguments& arguments);

/// What a command does, from lists of commands known by name.
struct KnownDanger {
    Danger danger = Danger::Read;
    QString why;  ///< one sentence about commands that are more than reading
};
/// Nothing for a command that is not on any list (of a module, or renamed): only the server can tell.
std::optional<KnownDanger> knownDanger(const Arguments& arguments);

/// toArguments() for something that may only read and is known to: previews and signals. Errors: Refused, InvalidInput.
Result<Arguments> readingCommand(const QJsonArray& words);

/// FLUSHDB or FLUSHALL.
bool wipesDatabase(const Arguments& arguments);

/// The keys that DEL or UNLINK removes, each once; empty for other commands.
QList<QByteArray> removedKeys(const Arguments& arguments);

/// "config|get": the command with its second word, in lower case.
QByteArray fullName(const Arguments& arguments);

}  // namespace cockpit::adapters::redis
