// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/servers/PlatformServers.h"

#include "simulator/servers/ThrowAwayAlertmanager.h"
#include "simulator/servers/ThrowAwayRedis.h"

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

struct PlatformServers::Private {
    explicit Private(ServersPlan given)
        : plan(std::move(given))
        , postgres(plan.postgres.value_or(ThrowAwayPostgresOptions{}))
        , redis(plan.redisSeed.value_or(QByteArrayList{}))
    {
    }

    using Answer = Result<ServerAddress>;

    ServersPlan plan;
    ThrowAwayPostgres postgres;
    ThrowAwayRedis redis;
    ThrowAwayAlertmanager alertmanager;
    ThrowAwayPrometheus prometheus;
    std::optional<ServerAddress> postgresAddress;
    std::optional<ServerAddress> redisAddress;
    std::optional<ServerAddress> alertmanagerAddress;
    std::optional<ServerAddress> prometheusAddress;
    QStringList problems;

    Status keep(const Answer& answer, std::optional<ServerAddress>& address)
    {
        if (answer)
            address = *answer;
        else
            problems << answer.error().message;
        return Done{};
    }
};

PlatformServers::PlatformServers(ServersPlan plan, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(plan)))
{
}

PlatformServers::~PlatformServers() = default;

QFuture<Status> PlatformServers::start()
{
    const auto none = [] { return QtFuture::makeReadyFuture(Status(Done{})); };
    const auto startPostgres = [this, none] {
        return !d->plan.postgres ? none() : d->postgres.start().then(this, [this](const Private::Answer& answer) {
            return d->keep(answer, d->postgresAddress);
        });
    };
    const auto startRedis = [this, none](const Status&) {
        return !d->plan.redisSeed ? none() : d->redis.start().then(this, [this](const Private::Answer& answer) {
            return d->keep(answer, d->redisAddress);
        });
    };
    const auto startAlertmanager = [this, none](const Status&) {
        return !d->plan.alertmanagerInhibitRules ? none()
                                                 : d->alertmanager.start(*d->plan.alertmanagerInhibitRules)
                                                       .then(this, [this](const Private::Answer& answer) {
                                                           return d->keep(answer, d->alertmanagerAddress);
                                                       });
    };
    const auto startPrometheus = [this, none](const Status&) {
        if (!d->plan.prometheus)
            return none();
        if (d->alertmanagerAddress)
            d->plan.prometheus->alertmanagerPort = d->alertmanagerAddress->port;
        return d->prometheus.start(*d->plan.prometheus).then(this, [this](const Private::Answer& answer) {
            return d->keep(answer, d->prometheusAddress);
        });
    };
    return startPostgres()
        .then(this, startRedis)
        .unwrap()
        .then(this, startAlertmanager)
        .unwrap()
        .then(this, startPrometheus)
        .unwrap();
}

QFuture<Status> PlatformServers::stop()
{
    return d->prometheus.stop()
        .then(this, [this](const Status&) { return d->alertmanager.stop(); })
        .unwrap()
        .then(this, [this](const Status&) { return d->redis.stop(); })
        .unwrap()
        .then(this, [this](const Status&) { return d->postgres.stop(); })
        .unwrap();
}

const std::optional<ServerAddress>& PlatformServers::postgres() const
{
    return d->postgresAddress;
}

const std::optional<ServerAddress>& PlatformServers::redis() const
{
    return d->redisAddress;
}

const std::optional<ServerAddress>& PlatformServers::alertmanager() const
{
    return d->alertmanagerAddress;
}

const std::optional<ServerAddress>& PlatformServers::prometheus() const
{
    return d->prometheusAddress;
}

qint64 PlatformServers::redisProcessId() const
{
    return d->redis.processId();
}

const QStringList& PlatformServers::problems() const
{
    return d->problems;
}

QList<DemoBinding> PlatformServers::bindings(const QString& platform) const
{
    QList<DemoBinding> bindings;
    const auto settings = [](const ServerAddress& address) {
        return QJsonObject{{u"host"_s, address.host}, {u"port"_s, address.port}};
    };
    const auto url = [](const ServerAddress& address) {
        return QJsonObject{{u"url"_s, u"http://%1:%2"_s.arg(address.host).arg(address.port)}};
    };
    if (d->postgresAddress) {
        QJsonObject values = settings(*d->postgresAddress);
        values[u"database"_s] = d->postgresAddress->database;
        values[u"user"_s] = d->postgresAddress->user;
        values[u"tls"_s] = u"disable"_s;
        bindings << demoBinding(platform, u"db"_s, u"postgres"_s, tr("Throw-away PostgreSQL"), values,
                                d->postgresAddress->password);
    }
    if (d->redisAddress) {
        QJsonObject values = settings(*d->redisAddress);
        values[u"database"_s] = 0;
        values[u"tls"_s] = false;
        bindings << demoBinding(platform, u"cache"_s, u"redis"_s, tr("Throw-away Redis"), values,
                                d->redisAddress->password);
    }
    if (d->alertmanagerAddress)
        bindings << demoBinding(platform, u"alerts"_s, u"alertmanager"_s, tr("Throw-away Alertmanager"),
                                url(*d->alertmanagerAddress));
    if (d->prometheusAddress)
        bindings << demoBinding(platform, u"metrics"_s, u"prometheus"_s, tr("Throw-away Prometheus"),
                                url(*d->prometheusAddress));
    return bindings;
}

DemoBinding demoBinding(const QString& platform, const QString& slot, const QString& kind, const QString& title,
                        QJsonObject settings, Secret secret)
{
    const SecretStorage storage = secret.isEmpty() ? SecretStorage::None : SecretStorage::Session;
    return {{platform + u'/' + slot, kind, title, Environment::Demo, std::move(settings), storage}, std::move(secret)};
}

}  // namespace cockpit
