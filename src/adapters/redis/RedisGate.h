// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/redis/RedisCommands.h"

#include <QSet>

namespace cockpit::adapters::redis {

/// What the server itself says about a command.
struct CommandFacts {
    enum class State {
        Told,
        NoSuchCommand,
        NotTold  ///< the user may not ask, or the server is too busy to say
    };
    State state = State::NotTold;
    QByteArray name;         ///< as Redis calls it, even where the server's owner renamed it
    QSet<QByteArray> flags;  ///< "write", "readonly", "admin", "blocking" …, and "@dangerous" and its like
};

/// COMMAND INFO for this command, and for its second word where it is a command of its own.
Arguments factsQuestion(const Arguments& command);
CommandFacts factsFrom(const RedisClient::Answer& answer);

/// Whether a step of this danger may send it, now that the server has spoken: what is known by name is judged by the
/// lists, everything else by the server's flags. Errors: Refused, InvalidInput (no such command).
Status admit(const Arguments& command, Danger danger, const CommandFacts& facts);

}  // namespace cockpit::adapters::redis
