// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "simulator/bytelyst/BytelystWorld.h"
#include "simulator/servers/PostgresSession.h"

namespace cockpit {

class BytelystModel;

/// The bot's tables in a real database: what a person changes there reaches the model, what the bot does reaches them.
/// Thread: the model's.
class BytelystTables
{
public:
    explicit BytelystTables(ServerAddress address);

    /// SQL that makes the empty tables profiles, orders and positions.
    static QByteArray schema();

    /// Takes over what was changed in the tables since push(). Tells the model when they cannot be reached.
    void pull(BytelystModel& model);
    /// Writes what the model changed since pull(), or everything after a new scenario.
    void push(BytelystModel& model);

private:
    std::optional<BytelystBook> load(const QDateTime& now);

    PostgresSession m_session;
    BytelystBook m_stored;
    int m_edition = 0;
};

}  // namespace cockpit
