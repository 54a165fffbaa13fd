// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/redis/RedisClient.h"
#include "core/playbook/Playbook.h"

#include <QJsonArray>

namespace cockpit::adapters::redis {

/// An argument vector as a playbook writes it (texts and numbers). Errors: InvalidInput.
Result<Arguments> toArguments(const QJsonArray& words);

/// May a step of this danger send this? Commands that would block the server, break the conversation or change the
/// target are refused for every danger; a reading step is held to a list of commands known to only read; wiping a
/// database must be declared destructive. Errors: Refused with the reason, InvalidInput.
Status checkCommand(const Arguments& arguments, Danger danger);

/// toArguments() and checkCommand() for something that may only read.
Result<Arguments> readingCommand(const QJsonArray& words);

/// FLUSHDB or FLUSHALL.
bool wipesDatabase(const Arguments& arguments);

}  // namespace cockpit::adapters::redis
