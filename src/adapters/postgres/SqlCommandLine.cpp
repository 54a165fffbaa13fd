// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/postgres/SqlCommandLine.h"

#include "adapters/postgres/SqlText.h"
#include "core/base/ShellWords.h"

namespace cockpit::adapters::postgres {

namespace {

constexpr qsizetype longestLine = 64 * 1024;

/// A value of libpq's "keyword=value" text.
QString settingValue(QString text)
{
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('\''), QLatin1String("\\'"));
    return QLatin1Char('\'') + text + QLatin1Char('\'');
}

const char* typeName(unsigned type)
{
    switch (type) {
    case 20: return "int8";
    case 23: return "int4";
    case 1700: return "numeric";
    default: return "text";
    }
}

/// Means the same whether or not the server takes backslashes as escapes.
QString literal(const Parameter& parameter)
{
    const QString cast = QStringLiteral("::") + QLatin1String(typeName(parameter.type));
    if (!parameter.value)
        return QStringLiteral("NULL") + cast;
    QString text = QString::fromUtf8(*parameter.value);
    const bool escaped = text.contains(QLatin1Char('\\'));
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('\''), QLatin1String("''"));
    return QLatin1String(escaped ? " E'" : "'") + text + QLatin1Char('\'') + cast;
}

}  // namespace

QString psqlLine(const ConnectionSpec& connection, const Statement& statement, Danger danger)
{
    QStringList settings;
    for (const auto& [keyword, setting, otherwise] : {std::tuple{"host", "host", ""},
                                                      {"port", "port", "5432"},
                                                      {"dbname", "database", ""},
                                                      {"user", "user", ""},
                                                      {"sslmode", "tls", "verify-full"},
                                                      {"sslrootcert", "authority_file", ""}}) {
        const QString value = connection.settings.value(QLatin1String(setting)).toVariant().toString();
        const QString used = value.isEmpty() ? QLatin1String(otherwise) : value;
        if (!used.isEmpty())
            settings.append(QLatin1String(keyword) + QLatin1Char('=') + settingValue(used));
    }
    QString sql = QString::fromUtf8(statement.sql);
    const QList<SqlScan::Parameter> places = scanSql(sql).parameters;
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
        if (place->number >= 1 && place->number <= statement.parameters.size())
            sql.replace(place->at, place->length, literal(statement.parameters.at(place->number - 1)));
    }
    const QString line =
        QStringLiteral("PGPASSWORD=\"$PGPASSWORD\" ") +
        (danger == Danger::Read ? QStringLiteral("PGOPTIONS='-c default_transaction_read_only=on' ") : QString()) +
        QStringLiteral("psql -X ") + shellQuoted(settings.join(QLatin1Char(' '))) +
        QStringLiteral(" -v ON_ERROR_STOP=1 -c ") + shellQuoted(sql);
    return line.size() > longestLine ? QString() : line;
}

}  // namespace cockpit::adapters::postgres
