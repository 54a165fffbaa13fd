// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/redis/RedisSignalSource.h"

#include "adapters/redis/RedisCommands.h"
#include "adapters/redis/RedisIdentity.h"

#include <QCoreApplication>
#include <QPromise>

#include <cmath>

namespace cockpit::adapters::redis {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(RedisSignal)
};

void setNumber(Reading& reading, const QByteArray& text)
{
    bool good = false;
    reading.value = text.toDouble(&good);
    if (good && std::isfinite(reading.value)) {
        reading.state = ReadingState::Value;
        return;
    }
    reading.value = 0;
    reading.state = ReadingState::MissingField;
    reading.detail = text.isEmpty() ? Say::tr("the answer holds no such field") : Say::tr("the answer is not a number");
}

void setError(Reading& reading, const Error& error)
{
    reading.state = error.kind == ErrorKind::Unauthorized   ? ReadingState::Unauthorized
                    : error.kind == ErrorKind::MissingField ? ReadingState::MissingField
                                                            : ReadingState::Unreachable;
    reading.detail = error.message;
}

void setReply(Reading& reading, const RedisReply& reply, const QString& infoName)
{
    if (!infoName.isEmpty())
        setNumber(reading, infoField(reply.text, infoName.toUtf8()));
    else if (reply.kind == RedisReply::Kind::Integer)
        setNumber(reading, QByteArray::number(reply.integer));
    else if (reply.kind == RedisReply::Kind::Nil)
        setError(reading, fail(ErrorKind::MissingField, Say::tr("the key does not exist")));
    else
        setNumber(reading, reply.kind == RedisReply::Kind::List ? QByteArray("list") : reply.text);
}

}  // namespace

/// One poll under way.
struct RedisSignalSource::Poll {
    PollRequest request;
    QList<Reading> readings;
    qsizetype open = 0;
    QPromise<QList<Reading>> promise;

    void finish()
    {
        promise.addResult(readings);
        promise.finish();
    }
};

RedisSignalSource::RedisSignalSource(const Clock& clock, ConnectionResolver& connections)
    : m_clock(clock)
    , m_connections(connections)
{
}

RedisSignalSource::~RedisSignalSource() = default;

QString RedisSignalSource::kind() const
{
    return QStringLiteral("redis");
}

QString RedisSignalSource::groupKey(const SignalSpec&) const
{
    return QString();
}

QFuture<QList<Reading>> RedisSignalSource::read(const PollRequest& request)
{
    auto poll = std::make_shared<Poll>();
    poll->request = request;
    poll->promise.start();
    for (const SignalSpec& signal : request.signalSpecs) {
        Reading reading;
        reading.platform = request.platform;
        reading.signal = signal.id;
        reading.at = m_clock.utcNow();
        reading.state = ReadingState::Unreachable;
        poll->readings.append(reading);
    }
    const auto future = poll->promise.future();
    m_connections.resolve(request.connectionId)
        .then([this, alive = std::weak_ptr<bool>(m_alive), poll](const Result<ResolvedConnection>& connection) {
            if (alive.expired())
                poll->finish();
            else
                this->poll(poll, connection);
        });
    return future;
}

void RedisSignalSource::poll(const std::shared_ptr<Poll>& poll, const Result<ResolvedConnection>& connection)
{
    const auto settings = connection ? RedisSettings::from(*connection) : Result<RedisSettings>(connection.error());
    if (!settings) {
        for (Reading& reading : poll->readings)
            reading.detail = settings.error().message;
        poll->finish();
        return;
    }
    auto& client = m_clients[poll->request.connectionId];
    if (!client || !(client->settings() == *settings)) {
        if (client) {
            client->abort();
            client.release()->deleteLater();
        }
        client = std::make_unique<RedisClient>(*settings);
    }
    const Milliseconds begun = m_clock.monotonicNow();
    poll->open = poll->readings.size();
    for (qsizetype i = 0; i < poll->readings.size(); ++i) {
        const QJsonObject& parameters = poll->request.signalSpecs.at(i).parameters;
        const QString info = parameters.value(QStringLiteral("info")).toString();
        const auto command = info.isEmpty() ? readingCommand(parameters.value(QStringLiteral("command")).toArray())
                                            : Result<Arguments>(Arguments{"INFO"});
        const auto done = [this, poll, i, info, begun](const Result<RedisReply>& reply) {
            Reading& reading = poll->readings[i];
            reading.elapsed = m_clock.monotonicNow() - begun;
            if (reply)
                setReply(reading, *reply, info);
            else
                setError(reading, reply.error());
            if (--poll->open == 0)
                poll->finish();
        };
        if (command)
            client->command(*command, poll->request.deadline,
                            [done](const RedisClient::Answer& answer) { done(answer.reply); });
        else
            done(command.error());
    }
}

}  // namespace cockpit::adapters::redis
