// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/redis/RedisCommands.h"
#include "adapters/redis/RedisContent.h"

#include <QMap>

namespace cockpit::adapters::redis {

/// What a redis step will do, filled in: one command, a walk over keys, or old content to put back. The approval is
/// bound to its payload.
struct RedisPlan {
    struct Scan {
        QByteArray match;
        qint64 atMost = 10'000;
    };

    Arguments run;        ///< empty for the other two
    Arguments preview{};  ///< reading command that shows and counts what `run` hits; empty: none
    std::optional<Scan> scan{};
    QList<SavedKey> restore{};
    Danger danger = Danger::Read;
    QString raised{};  ///< why the danger is higher than declared; empty: it is not

    /// Placeholders are filled per argument, so a value can never become a second argument or another command.
    /// Errors: InvalidInput, Refused.
    static Result<RedisPlan> make(const StepSpec& spec, const QMap<QString, QString>& inputs);

    QJsonObject toPayload() const;
    static RedisPlan fromPayload(const QJsonObject& payload);

    QString text() const;  ///< as it would be typed into redis-cli
    /// The same for a terminal, the password as a variable; empty where no single line does it.
    QString commandLine(const RedisSettings& settings, bool hasPassword) const;
};

}  // namespace cockpit::adapters::redis
