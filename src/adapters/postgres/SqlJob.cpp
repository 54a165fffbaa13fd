// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/postgres/SqlJob.h"

#include "adapters/postgres/PostgresErrors.h"
#include "core/base/SafeText.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>

#include <algorithm>

namespace cockpit::adapters::postgres {

namespace {

constexpr int maximumSamples = 20;
constexpr qint64 lockPatienceMs = 5'000;
/// COMMIT is not cancelled: it gets this long to answer even when the step's time is over.
constexpr int commitPatienceMs = 5'000;
constexpr int rollbackPatienceMs = 2'000;
constexpr int textType = 25;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(SqlStep)
};

QString rowsText(qint64 count)
{
    return Say::tr("%n row(s)", nullptr, static_cast<int>(std::min<qint64>(count, 2'000'000'000)));
}

QJsonObject statementToJson(const Statement& statement)
{
    QJsonArray parameters;
    for (const Parameter& parameter : statement.parameters)
        parameters.append(
            QJsonObject{{QStringLiteral("type"), static_cast<qint64>(parameter.type)},
                        {QStringLiteral("value"), parameter.value ? QJsonValue(QString::fromUtf8(*parameter.value))
                                                                  : QJsonValue(QJsonValue::Null)}});
    return {{QStringLiteral("sql"), QString::fromUtf8(statement.sql)}, {QStringLiteral("parameters"), parameters}};
}

Statement statementFromJson(const QJsonObject& json)
{
    Statement statement;
    statement.sql = json.value(QStringLiteral("sql")).toString().toUtf8();
    for (const QJsonValue& value : json.value(QStringLiteral("parameters")).toArray()) {
        const QJsonObject parameter = value.toObject();
        const QJsonValue bound = parameter.value(QStringLiteral("value"));
        statement.parameters.append({static_cast<unsigned>(parameter.value(QStringLiteral("type")).toInteger(textType)),
                                     bound.isNull() ? std::nullopt : std::optional(bound.toString().toUtf8())});
    }
    return statement;
}

/// Limits the server keeps by itself, so that nothing goes on there after we have gone.
Status setServerLimits(PostgresLink& link, const Bounds& bounds)
{
    const qint64 left = std::max<qint64>(bounds.until.remainingTime(), 1);
    const Statement limits{
        "SELECT set_config('statement_timeout', $1, false), set_config('lock_timeout', $2, false), "
        "set_config('idle_in_transaction_session_timeout', '60s', false)",
        {{textType, QByteArray::number(left)}, {textType, QByteArray::number(std::min(left, lockPatienceMs))}}};
    const auto set = link.run(limits, {}, bounds);
    if (!set)
        return set.error();
    return Done{};
}

/// Opens the transaction. The first query of a read-only one takes the snapshot: from then on the server refuses to
/// make it writable again.
Status begin(PostgresLink& link, Danger danger, const Bounds& bounds)
{
    if (danger != Danger::Read)
        return link.run("BEGIN", bounds);
    if (const Status begun = link.run("BEGIN READ ONLY", bounds); !begun)
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

Status prepareSession(PostgresLink& link, const PostgresSettings& settings, const Bounds& bounds)
{
    if (const Status opened = link.open(settings, bounds); !opened)
        return opened;
    return setServerLimits(link, bounds);
}

bool isServerTimeout(const Error& error)
{
    return error.detail == QLatin1String("SQLSTATE 57014");
}

StepOutcome outcome(StepState state, const QString& summary)
{
    StepOutcome result;
    result.state = state;
    result.summary = summary;
    return result;
}

/// How a step ends that failed before COMMIT was sent: whatever the error, the transaction is gone.
StepOutcome failedBeforeCommit(const Error& error, const Bounds& bounds, bool statementSent)
{
    const QString fate =
        statementSent ? Say::tr("rolled back, nothing was changed in the database") : Say::tr("nothing was sent");
    const bool byPerson = bounds.interrupt && bounds.interrupt->isRaised();
    if (error.kind == ErrorKind::Cancelled || byPerson)
        return outcome(StepState::Cancelled, Say::tr("cancelled; %1").arg(fate));
    if (error.kind == ErrorKind::TimedOut || isServerTimeout(error))
        return outcome(StepState::TimedOut, Say::tr("the time for this step was over; %1").arg(fate));
    if (error.kind == ErrorKind::Unreachable)
        return outcome(StepState::Failed, Say::tr("%1; %2").arg(error.message, fate));
    return outcome(StepState::Failed, error.message);
}

bool isInteger(unsigned type)
{
    return type == 20 || type == 21 || type == 23;
}

void describeRadius(const Table& table, StepPreview& preview)
{
    const bool oneNumber = table.rowCount == 1 && table.columns.size() == 1 && isInteger(table.types.first()) &&
                           table.rows.size() == 1 && table.rows.first().first();
    preview.affected = oneNumber ? table.rows.first().first()->toLongLong() : table.rowCount;
    preview.summary = rowsText(preview.affected);
    preview.columns = table.columns;
    for (const Row& row : table.rows) {
        QStringList cells;
        for (const auto& cell : row)
            cells.append(cell ? safeLine(*cell) : QStringLiteral("NULL"));
        preview.samples.append(cells);
    }
}

StepOutcome commit(PostgresLink& link, const Table& table, const QString& output)
{
    const Status committed = link.run("COMMIT", Bounds{QDeadlineTimer(commitPatienceMs), nullptr});
    StepOutcome result;
    result.affected = table.affected;
    result.output = output.toUtf8();
    if (committed) {
        result.state = StepState::Succeeded;
        result.summary =
            table.affected >= 0 ? Say::tr("%1, committed").arg(rowsText(table.affected)) : Say::tr("done, committed");
    } else if (!link.isOpen() || committed.error().kind == ErrorKind::TimedOut) {
        result.state = StepState::OutcomeUnknown;
        result.summary = Say::tr(
            "the connection was lost while the change was being committed: look at the data before you repeat it");
    } else {
        result.state = StepState::Failed;
        result.summary = Say::tr("the server did not commit: %1; rolled back").arg(committed.error().message);
    }
    return result;
}

StepOutcome inTransaction(PostgresLink& link, const SqlPlan& plan, const Bounds& bounds)
{
    if (const Status begun = begin(link, plan.danger, bounds); !begun)
        return failedBeforeCommit(begun.error(), bounds, false);
    const auto table = link.run(plan.run, ResultCap{plan.maximumRows, ResultCap().bytes}, bounds);
    if (!table)
        return failedBeforeCommit(table.error(), bounds, true);
    if (!link.inTransaction())
        return outcome(StepState::OutcomeUnknown,
                       Say::tr("the statement ended the transaction by itself: look at the data before you go on"));
    QString output = formatTable(*table);
    if (const QString notices = link.takeNotices(); !notices.isEmpty())
        output += QLatin1Char('\n') + notices;
    if (plan.danger == Danger::Read) {
        StepOutcome result = outcome(StepState::Succeeded, rowsText(table->rowCount));
        result.output = output.toUtf8();
        result.affected = table->rowCount;
        return result;
    }
    if (bounds.interrupt && bounds.interrupt->isRaised())
        return failedBeforeCommit(fail(ErrorKind::Cancelled, {}), bounds, true);
    if (plan.expectedAffected >= 0 && table->affected != plan.expectedAffected) {
        StepOutcome result =
            outcome(StepState::Failed, Say::tr("it would have hit %1 instead of the %2 that were approved, so it was "
                                               "rolled back; look at the preview again")
                                           .arg(rowsText(table->affected))
                                           .arg(plan.expectedAffected));
        result.output = output.toUtf8();
        return result;
    }
    return commit(link, *table, output);
}

}  // namespace

QJsonObject SqlPlan::toPayload() const
{
    QJsonObject payload{{QStringLiteral("danger"), dangerName(danger)},
                        {QStringLiteral("run"), statementToJson(run)},
                        {QStringLiteral("max_rows"), maximumRows}};
    if (preview)
        payload.insert(QStringLiteral("preview"), statementToJson(*preview));
    return payload;
}

SqlPlan SqlPlan::fromPayload(const QJsonObject& payload)
{
    SqlPlan plan;
    const QString danger = payload.value(QStringLiteral("danger")).toString();
    plan.danger = danger == dangerName(Danger::Read)    ? Danger::Read
                  : danger == dangerName(Danger::Write) ? Danger::Write
                                                        : Danger::Destructive;
    plan.run = statementFromJson(payload.value(QStringLiteral("run")).toObject());
    if (payload.contains(QStringLiteral("preview")))
        plan.preview = statementFromJson(payload.value(QStringLiteral("preview")).toObject());
    plan.maximumRows = payload.value(QStringLiteral("max_rows")).toInteger(plan.maximumRows);
    return plan;
}

Result<StepPreview> previewSql(PostgresLink& link, const PostgresSettings& settings, const SqlPlan& plan,
                               const Bounds& bounds)
{
    if (const Status prepared = prepareSession(link, settings, bounds); !prepared)
        return prepared.error();
    const auto identity = readIdentity(link, settings, bounds);
    if (!identity)
        return identity.error();
    StepPreview preview;
    preview.target = identity->target;
    if (plan.danger == Danger::Destructive)
        preview.confirmation = identity->target.name;
    if (plan.preview) {
        if (const Status begun = begin(link, Danger::Read, bounds); !begun)
            return begun.error();
        const auto table = link.run(*plan.preview, ResultCap{maximumSamples, ResultCap().bytes}, bounds);
        rollBack(link);
        if (!table)
            return table.error();
        describeRadius(*table, preview);
        if (plan.danger == Danger::Destructive)
            preview.confirmation = QString::number(preview.affected);
    } else if (plan.danger == Danger::Destructive) {
        preview.summary = Say::tr("an unknown number of rows (this step has no preview)");
    }
    if (identity->standby)
        preview.summary = (preview.summary.isEmpty() ? QString() : preview.summary + QStringLiteral("; ")) +
                          Say::tr("the server is a read-only replica");
    link.close();
    return preview;
}

StepOutcome runSql(PostgresLink& link, const PostgresSettings& settings, const SqlPlan& plan,
                   const std::optional<TargetIdentity>& approved, const Bounds& bounds)
{
    QElapsedTimer timer;
    timer.start();
    const auto attempt = [&]() -> StepOutcome {
        if (const Status prepared = prepareSession(link, settings, bounds); !prepared)
            return failedBeforeCommit(prepared.error(), bounds, false);
        const auto identity = readIdentity(link, settings, bounds);
        if (!identity)
            return failedBeforeCommit(identity.error(), bounds, false);
        const TargetIdentity& target = identity->target;
        if (approved &&
            (approved->serverId != target.serverId || approved->name != target.name || approved->role != target.role))
            return outcome(StepState::Failed,
                           Say::tr("%1 is now another server or database than the one that was shown, so nothing was "
                                   "sent; look at the step again")
                               .arg(target.address));
        return inTransaction(link, plan, bounds);
    };
    StepOutcome result = attempt();
    rollBack(link);
    link.close();
    result.elapsed = Milliseconds(timer.elapsed());
    return result;
}

}  // namespace cockpit::adapters::postgres
