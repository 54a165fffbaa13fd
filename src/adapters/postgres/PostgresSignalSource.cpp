// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/postgres/PostgresSignalSource.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace cockpit::adapters::postgres {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(PostgresSignal)
};

/// One signal's answer as it comes back from the worker.
struct Answer {
    ReadingState state = ReadingState::Unreachable;
    double value = 0;
    QString detail;
};

/// All answers of one poll; `broken` when the connection itself failed.
struct Answers {
    QList<Answer> list;
    std::optional<Error> broken;
};

ReadingState stateFor(const Error& error)
{
    if (error.kind == ErrorKind::Unauthorized)
        return ReadingState::Unauthorized;
    // Undefined column, table or function: the database is there, what was asked for is not.
    for (const char* state : {"42703", "42P01", "42883"}) {
        if (error.detail.endsWith(QLatin1String(state)))
            return ReadingState::MissingField;
    }
    return ReadingState::Unreachable;
}

Answer toAnswer(const Table& table)
{
    if (table.columns.size() != 1 || table.rowCount != 1)
        return {ReadingState::MissingField, 0,
                Say::tr("the query gave %1 row(s) of %2 column(s) instead of one number")
                    .arg(table.rowCount)
                    .arg(table.columns.size())};
    const auto& cell = table.rows.first().first();
    if (!cell)
        return {ReadingState::MissingField, 0, Say::tr("the query gave NULL instead of a number")};
    if (*cell == QLatin1String("t") || *cell == QLatin1String("f"))
        return {ReadingState::Value, *cell == QLatin1String("t") ? 1.0 : 0.0, {}};
    bool good = false;
    const double number = cell->toDouble(&good);
    if (!good || !std::isfinite(number))
        return {ReadingState::MissingField, 0, Say::tr("the query gave text instead of a number")};
    return {ReadingState::Value, number, {}};
}

Result<Table> readOnly(PostgresLink& link, const QByteArray& query, const Bounds& bounds)
{
    for (const char* sql : {"BEGIN READ ONLY", "SELECT 1"}) {
        if (const Status prepared = link.run(sql, bounds); !prepared)
            return prepared.error();
    }
    auto table = link.run(Statement{query, {}}, ResultCap{1, 64 * 1024}, bounds);
    if (link.isOpen() && !link.run("ROLLBACK", bounds))
        link.close();
    return table;
}

Result<Answers> pollAll(PostgresLink& link, const PostgresSettings& settings, const QList<QByteArray>& queries,
                        const Bounds& bounds)
{
    Answers answers;
    if (!link.isOpen()) {
        if (const Status opened = link.open(settings, bounds); !opened) {
            answers.broken = opened.error();
            return answers;
        }
    }
    const Statement limit{"SELECT set_config('statement_timeout', $1, false)",
                          {{25, QByteArray::number(std::max<qint64>(bounds.until.remainingTime(), 1))}}};
    if (const auto set = link.run(limit, {}, bounds); !set) {
        link.close();
        answers.broken = set.error();
        return answers;
    }
    for (const QByteArray& query : queries) {
        const auto table = readOnly(link, query, bounds);
        if (!table && !link.isOpen()) {
            answers.broken = table.error();
            return answers;
        }
        answers.list.append(table ? toAnswer(*table) : Answer{stateFor(table.error()), 0, table.error().message});
    }
    return answers;
}

}  // namespace

PostgresSignalSource::PostgresSignalSource(const Clock& clock, ConnectionResolver& connections)
    : m_clock(clock)
    , m_connections(connections)
{
}

PostgresSignalSource::~PostgresSignalSource()
{
    for (const auto& [id, kept] : m_kept)
        kept->session.reset();
}

QString PostgresSignalSource::kind() const
{
    return QStringLiteral("postgres");
}

QString PostgresSignalSource::groupKey(const SignalSpec&) const
{
    return QString();
}

QList<Reading> PostgresSignalSource::noReadings(const PollRequest& request, const Error& error) const
{
    QList<Reading> readings;
    for (const SignalSpec& signal : request.signalSpecs) {
        Reading reading;
        reading.platform = request.platform;
        reading.signal = signal.id;
        reading.state = stateFor(error);
        reading.at = m_clock.utcNow();
        reading.detail = error.message;
        readings.append(reading);
    }
    return readings;
}

QFuture<QList<Reading>> PostgresSignalSource::read(const PollRequest& request)
{
    auto promise = std::make_shared<QPromise<QList<Reading>>>();
    promise->start();
    const std::weak_ptr<bool> alive = m_alive;
    m_connections.resolve(request.connectionId)
        .then([this, alive, request, promise](const Result<ResolvedConnection>& connection) {
            if (alive.expired()) {
                promise->finish();
                return;
            }
            poll(request, connection).then([promise](const QList<Reading>& readings) {
                promise->addResult(readings);
                promise->finish();
            });
        });
    return promise->future();
}

QFuture<QList<Reading>> PostgresSignalSource::poll(const PollRequest& request,
                                                   const Result<ResolvedConnection>& connection)
{
    const auto without = [&](const Error& error) { return QtFuture::makeReadyFuture(noReadings(request, error)); };
    if (!connection)
        return without(fail(ErrorKind::Unreachable, connection.error().message, connection.error().detail));
    const auto settings = PostgresSettings::from(*connection);
    if (!settings)
        return without(settings.error());
    KeptPointer& slot = m_kept[request.connectionId];
    if (!slot || !(slot->settings == *settings)) {
        slot = std::make_shared<Kept>();
        slot->settings = *settings;
        slot->session = std::make_unique<PostgresSession>();
    }
    const KeptPointer kept = slot;
    const Milliseconds now = m_clock.monotonicNow();
    if (now < kept->notBefore)
        return without(kept->lastError);
    QList<QByteArray> queries;
    for (const SignalSpec& signal : request.signalSpecs)
        queries.append(signal.parameters.value(QStringLiteral("query")).toString().toUtf8());
    const std::function<Result<Answers>(PostgresLink&, const Bounds&)> job =
        [settings = *settings, queries](PostgresLink& link, const Bounds& bounds) {
            return pollAll(link, settings, queries, bounds);
        };
    return kept->session->perform(request.deadline, job)
        .then(kept->session.get(),
              [this, alive = std::weak_ptr<bool>(m_alive), kept, request, now](const Result<Answers>& answers) {
                  if (alive.expired())
                      return QList<Reading>();
                  const std::optional<Error> broken = answers ? answers->broken : answers.error();
                  kept->failures = broken ? kept->failures + 1 : 0;
                  if (broken) {
                      kept->lastError = *broken;
                      kept->notBefore = now + std::min(Milliseconds(1'000) * (1 << std::min(kept->failures, 6)),
                                                       Milliseconds(60'000));
                  }
                  QList<Reading> readings = noReadings(request, broken.value_or(Error{ErrorKind::Unreachable, {}, {}}));
                  for (qsizetype i = 0; answers && i < answers->list.size(); ++i) {
                      readings[i].state = answers->list.at(i).state;
                      readings[i].value = answers->list.at(i).value;
                      readings[i].detail = answers->list.at(i).detail;
                      readings[i].elapsed = m_clock.monotonicNow() - now;
                  }
                  return readings;
              });
}

}  // namespace cockpit::adapters::postgres
