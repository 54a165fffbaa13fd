// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"
#include "simulator/servers/ServerAddress.h"

#include <QByteArrayList>

#include <memory>

namespace cockpit {

/// The platform's own way into its throw-away Redis. Waits for the server on loopback (under a millisecond; ten seconds
/// at most). Thread: its maker's.
class RedisSession
{
public:
    explicit RedisSession(ServerAddress address);
    ~RedisSession();

    /// Runs one command, argument by argument. The answer as text: a number in digits, a list one element a line, nil
    /// as nothing. Connects when it is not connected. Unreachable, or Refused with the server's words.
    Result<QByteArray> run(const QByteArrayList& command);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace cockpit
