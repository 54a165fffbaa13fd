// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace cockpit::adapters::postgres {

/// One statement as PostgreSQL's own parser reads it.
struct ParsedSql {
    QString kind;      ///< name of the top node: "SelectStmt", "DeleteStmt" …
    QJsonObject node;  ///< what stands in it
};

/// Reads a text of exactly one statement; $1 … may stand in it. Texts over 256 KiB and deeply nested ones are refused
/// before the parser sees them, because it has no guard of its own for the stack. Errors: InvalidInput (empty, open
/// quote, syntax, too long, too deep), Refused (several statements).
/// Thread: the engine's only; each thread that calls it costs the process a thread-local key for good.
Result<ParsedSql> parseSql(const QString& sql);

}  // namespace cockpit::adapters::postgres
