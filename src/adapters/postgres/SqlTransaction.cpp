// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/postgres/SqlTransaction.h"

#include <QCoreApplication>

#include <algorithm>

namespace cockpit::adapters::postgres {

namespace {

constexpr unsigned textType = 25;
constexpr int rollbackPatienceMs = 2'000;
constexpr qint64 idleMs = 60'000;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(SqlStep)
};

Status setServerLimits(PostgresLink& link, Milliseconds hold, const Bounds& bounds)
{
    const qint64 left = std::max<qint64>(bounds.until.remainingTime(), 1);
    const Statement limits{"SELECT set_config('statement_timeout', $1, false), set_config('lock_timeout', $2, false), "
                           "set_config('idle_in_transaction_session_timeout', $3, false)",
                           {{textType, QByteArray::number(left)},
                            {textType, QByteArray::number(std::min<qint64>(left, lockPatience.count()))},
                            {textType, QByteArray::number(idleMs + static_cast<qint64>(hold.count()))}}};
    const auto set = link.run(limits, {}, bounds);
    if (!set)
        return set.error();
    return Done{};
}

ResultTable::CellType cellTypeOf(unsigned type)
{
    switch (type) {
    case 20:
    case 21:
    case 23:
    case 26:
    case 700:
    case 701:
    case 1700: return ResultTable::CellType::Number;
    case 1082:
    case 1083:
    case 1114:
    case 1184:
    case 1266: return ResultTable::CellType::Time;
    case 16: return ResultTable::CellType::Flag;
    default: return ResultTable::CellType::Text;
    }
}

}  // namespace

Status prepareSession(PostgresLink& link, const PostgresSettings& settings, Milliseconds hold, const Bounds& bounds)
{
    if (const Status opened = link.open(settings, bounds); !opened)
        return opened;
    return setServerLimits(link, hold, bounds);
}

Status begin(PostgresLink& link, Opening opening, const Bounds& bounds)
{
    switch (opening) {
    case Opening::Changing: return link.run("BEGIN", bounds);
    case Opening::ChangingOneSnapshot: return link.run("BEGIN ISOLATION LEVEL REPEATABLE READ", bounds);
    case Opening::Reading:
    case Opening::ReadingOneSnapshot: break;
    }
    const char* words =
        opening == Opening::Reading ? "BEGIN READ ONLY" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
    if (const Status begun = link.run(words, bounds); !begun)
        return begun;
    return link.run("SELECT 1", bounds);
}

void rollBack(PostgresLink& link)
{
    if (link.inTransaction()) {
        if (!link.run("ROLLBACK", Bounds{QDeadlineTimer(rollbackPatienceMs), nullptr}))
            link.close();
    }
}

ResultTable typedTable(const Table& table)
{
    ResultTable typed;
    typed.columns = table.columns;
    std::transform(table.types.begin(), table.types.end(), std::back_inserter(typed.types), cellTypeOf);
    typed.rows = table.rows;
    typed.rowCount = table.rowCount;
    typed.more = table.cut;
    return typed;
}

QString rowsText(qint64 count)
{
    return Say::tr("%n row(s)", nullptr, static_cast<int>(std::min<qint64>(count, 2'000'000'000)));
}

}  // namespace cockpit::adapters::postgres
