// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/postgres/SqlJob.h"
#include "core/base/SafeText.h"

#include <QCoreApplication>

#include <algorithm>

namespace cockpit::adapters::postgres {

namespace {

constexpr qsizetype widestPadding = 60;
constexpr int longestCell = 4096;

QString cellText(const std::optional<QString>& cell)
{
    if (!cell)
        return QStringLiteral("NULL");
    if (*cell == QLatin1String("NULL"))
        return QStringLiteral("\"NULL\"");
    return safeLine(*cell, longestCell);
}

QString joined(const QStringList& cells, const QList<qsizetype>& widths)
{
    QString line;
    for (qsizetype i = 0; i < cells.size(); ++i)
        line += (i > 0 ? QStringLiteral(" | ") : QString()) + cells.at(i).leftJustified(static_cast<int>(widths.at(i)));
    while (line.endsWith(QLatin1Char(' ')))
        line.chop(1);
    return line + QLatin1Char('\n');
}

}  // namespace

QString formatTable(const Table& table)
{
    if (table.columns.isEmpty())
        return {};
    QList<QStringList> lines;
    QStringList header;
    for (const QString& column : table.columns)
        header.append(safeLine(column));
    lines.append(header);
    for (const Row& row : table.rows) {
        QStringList cells;
        std::transform(row.begin(), row.end(), std::back_inserter(cells), cellText);
        lines.append(cells);
    }
    QList<qsizetype> widths(header.size(), 0);
    for (const QStringList& line : lines) {
        for (qsizetype i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths.at(i), std::min(line.at(i).size(), widestPadding));
    }
    QString text = joined(lines.first(), widths);
    for (qsizetype i = 0; i < widths.size(); ++i)
        text += (i > 0 ? QStringLiteral("-+-") : QString()) + QString(widths.at(i), QLatin1Char('-'));
    text += QLatin1Char('\n');
    for (qsizetype i = 1; i < lines.size(); ++i)
        text += joined(lines.at(i), widths);
    if (table.cut)
        text += QCoreApplication::translate("SqlStep", "(the first %1 of %2 rows)")
                    .arg(table.rows.size())
                    .arg(table.rowCount) +
                QLatin1Char('\n');
    return text;
}

}  // namespace cockpit::adapters::postgres
