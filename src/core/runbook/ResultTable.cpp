// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/runbook/ResultTable.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <array>

namespace cockpit {

namespace {

using CellType = ResultTable::CellType;

constexpr std::array cellTypes{std::pair{CellType::Text, "text"}, std::pair{CellType::Number, "number"},
                               std::pair{CellType::Time, "time"}, std::pair{CellType::Flag, "flag"}};

QString cellTypeName(CellType type)
{
    for (const auto& [known, name] : cellTypes) {
        if (known == type)
            return QString::fromLatin1(name);
    }
    return QStringLiteral("text");
}

CellType cellTypeFromName(const QString& name)
{
    for (const auto& [type, known] : cellTypes) {
        if (name == QLatin1String(known))
            return type;
    }
    return CellType::Text;
}

/// OWASP, "CSV Injection": what makes a spreadsheet run a cell.
bool looksLikeFormula(const QString& cell)
{
    static const QString starts = QStringLiteral("=+-@\t\r\n");
    if (cell.isEmpty() || !starts.contains(cell.at(0)))
        return false;
    bool number = false;
    cell.toDouble(&number);
    return !number;
}

QByteArray csvCell(const QString& cell)
{
    QString text = looksLikeFormula(cell) ? QLatin1Char('\'') + cell : cell;
    return '"' + text.replace(QLatin1Char('"'), QLatin1String("\"\"")).toUtf8() + '"';
}

}  // namespace

QJsonObject ResultTable::toJson() const
{
    QJsonArray typeNames;
    for (const CellType type : types)
        typeNames.append(cellTypeName(type));
    QJsonArray lines;
    for (const Row& row : rows) {
        QJsonArray cells;
        for (const auto& cell : row)
            cells.append(cell ? QJsonValue(*cell) : QJsonValue(QJsonValue::Null));
        lines.append(cells);
    }
    return {{QStringLiteral("columns"), QJsonArray::fromStringList(columns)},
            {QStringLiteral("types"), typeNames},
            {QStringLiteral("rows"), lines},
            {QStringLiteral("row_count"), rowCount},
            {QStringLiteral("more"), more}};
}

Result<ResultTable> ResultTable::fromJson(const QJsonObject& json)
{
    const auto malformed = [] {
        return fail(ErrorKind::Malformed,
                    QCoreApplication::translate("ResultTable", "This evidence is not a table of rows and columns"));
    };
    if (!json.value(QStringLiteral("columns")).isArray() || !json.value(QStringLiteral("rows")).isArray())
        return malformed();
    ResultTable table;
    for (const QJsonValue& column : json.value(QStringLiteral("columns")).toArray())
        table.columns.append(column.toString());
    for (const QJsonValue& type : json.value(QStringLiteral("types")).toArray())
        table.types.append(cellTypeFromName(type.toString()));
    if (table.types.size() != table.columns.size())
        return malformed();
    for (const QJsonValue& line : json.value(QStringLiteral("rows")).toArray()) {
        Row row;
        for (const QJsonValue& cell : line.toArray())
            row.append(cell.isString() ? std::optional(cell.toString()) : std::nullopt);
        if (row.size() != table.columns.size())
            return malformed();
        table.rows.append(row);
    }
    table.rowCount = json.value(QStringLiteral("row_count")).toInteger(table.rows.size());
    table.more = json.value(QStringLiteral("more")).toBool();
    return table;
}

QByteArray ResultTable::toCsv() const
{
    QByteArray text;
    const auto write = [&text](const QByteArrayList& cells) { text += cells.join(',') + "\r\n"; };
    QByteArrayList header;
    for (const QString& column : columns)
        header.append(csvCell(column));
    write(header);
    for (const Row& row : rows) {
        QByteArrayList cells;
        for (const auto& cell : row)
            cells.append(cell ? csvCell(*cell) : QByteArray());
        write(cells);
    }
    return text;
}

}  // namespace cockpit
