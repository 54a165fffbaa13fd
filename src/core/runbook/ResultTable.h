// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace cockpit {

/// Rows that a step read, with the types the server gave its columns. Values are the server's own texts.
struct ResultTable {
    enum class CellType { Text, Number, Time, Flag };
    using Row = QList<std::optional<QString>>;  ///< nullopt is SQL NULL

    QStringList columns;
    QList<CellType> types;  ///< one per column
    QList<Row> rows;
    qint64 rowCount = 0;  ///< of the whole result, kept or not
    bool more = false;    ///< there were more rows than kept

    QJsonObject toJson() const;
    /// Errors: Malformed (not such a table).
    static Result<ResultTable> fromJson(const QJsonObject& json);
    /// RFC 4180 with CRLF and a header line, UTF-8. NULL is an empty cell, the empty text is "". A cell a spreadsheet
    /// would take for a formula (first character = + - @, tab, CR or LF; plain numbers excepted) gets a ' in front.
    QByteArray toCsv() const;
};

/// MIME type under which a table lies in the evidence store.
inline const QString resultTableType = QStringLiteral("application/vnd.incident-cockpit.table+json");

}  // namespace cockpit
