// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/playbook/Playbook.h"

#include <QString>

namespace cockpit::adapters::postgres {

/// What calling one of PostgreSQL's own functions does besides giving a value.
struct FunctionEffect {
    Danger danger = Danger::Read;
    bool stays = false;  ///< a rollback does not take it back
};

/// By the bare name, whatever schema it is called with: those that act on the server, its files or its sessions, and
/// those that run a text as SQL. Everything else has no effect, unless it was made by a user (see ReadBarrier).
FunctionEffect effectOf(const QString& function);

}  // namespace cockpit::adapters::postgres
