// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/DemoPlatforms.h"

#include "simulator/JustTradesSimulator.h"
#include "simulator/LocalReceiver.h"
#include "simulator/RailwayStandIn.h"
#include "simulator/servers/ThrowAwayAlertmanager.h"
#include "simulator/servers/ThrowAwayPostgres.h"
#include "simulator/servers/ThrowAwayPrometheus.h"
#include "simulator/servers/ThrowAwayRedis.h"

#include <QCoreApplication>
#include <QDir>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

DemoBinding binding(const QString& slot, const QString& kind, const QString& title, QJsonObject settings,
                    Secret secret = {})
{
    const SecretStorage storage = secret.isEmpty() ? SecretStorage::None : SecretStorage::Session;
    return {{u"just-trades/"_s + slot, kind, title, Environment::Demo, std::move(settings), storage},
            std::move(secret)};
}

QJsonObject serverSettings(const ServerAddress& address)
{
    return {{u"host"_s, address.host}, {u"port"_s, address.port}};
}

}  // namespace

struct DemoPlatforms::Private {
    Private(const Clock& clock, DemoOptions given)
        : options(std::move(given))
        , simulator(clock, JustTradesOptions{{}, 0, options.restartDelay})
        , receiver(clock)
    {
    }

    DemoOptions options;
    JustTradesSimulator simulator;
    LocalReceiver receiver;
    ThrowAwayPostgres postgres;
    ThrowAwayRedis redis;
    ThrowAwayAlertmanager alertmanager;
    ThrowAwayPrometheus prometheus;
    QList<DemoBinding> bindings;
    QStringList problems;

    QString toolFolder() const { return QDir(options.folder).filePath(u"bin"_s); }
    void bindSimulator();
    void bindPostgres(const Result<ServerAddress>& address);
    void bindRedis(const Result<ServerAddress>& address);
    void bindPrometheus(const Result<ServerAddress>& address);
    quint16 bindAlertmanager(const Result<ServerAddress>& address);
};

DemoPlatforms::DemoPlatforms(const Clock& clock, DemoOptions options, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(clock, std::move(options)))
{
}

DemoPlatforms::~DemoPlatforms() = default;

Status DemoPlatforms::startSimulator()
{
    if (const auto port = d->simulator.listen(); !port)
        return port.error();
    if (const auto port = d->receiver.listen(); !port)
        return port.error();
    if (!QDir().mkpath(d->options.folder))
        return fail(ErrorKind::Storage, tr("The folder %1 cannot be made.").arg(d->options.folder));
    const QString keyFile = QDir(d->options.folder).filePath(u"just-trades.key"_s);
    if (const Status written = writeKeyFile(keyFile, d->simulator.key().toUtf8()); !written)
        return written;
    return writeRailwayStandIn(d->toolFolder(), d->options.program, d->simulator.url(), keyFile);
}

void DemoPlatforms::Private::bindSimulator()
{
    const QString url = simulator.url().toString();
    bindings << binding(u"api"_s, u"http"_s, DemoPlatforms::tr("Simulated Just Trades"),
                        {{u"url"_s, url},
                         {u"health_path"_s, u"/health"_s},
                         {u"auth_header"_s, u"X-Admin-Key"_s},
                         {u"auth_scheme"_s, QString()}},
                        Secret(simulator.key().toUtf8()))
             << binding(u"host"_s, u"shell"_s, DemoPlatforms::tr("Simulated railway tool"),
                        {{u"path"_s, toolFolder()}, {u"directory"_s, options.folder}})
             << binding(u"chat"_s, u"slack"_s, DemoPlatforms::tr("Local stand-in for Slack"), {},
                        receiver.webhook(u"chat"_s))
             << binding(u"hook"_s, u"webhook"_s, DemoPlatforms::tr("Local stand-in for a webhook"),
                        {{u"format"_s, u"alertmanager"_s}}, receiver.webhook(u"hook"_s));
}

void DemoPlatforms::Private::bindPostgres(const Result<ServerAddress>& address)
{
    if (!address) {
        problems << address.error().message;
        return;
    }
    QJsonObject settings = serverSettings(*address);
    settings[u"database"_s] = address->database;
    settings[u"user"_s] = address->user;
    settings[u"tls"_s] = u"disable"_s;
    bindings << binding(u"db"_s, u"postgres"_s, DemoPlatforms::tr("Throw-away PostgreSQL"), settings,
                        address->password);
}

void DemoPlatforms::Private::bindRedis(const Result<ServerAddress>& address)
{
    if (!address) {
        problems << address.error().message;
        return;
    }
    QJsonObject settings = serverSettings(*address);
    settings[u"database"_s] = 0;
    settings[u"tls"_s] = false;
    bindings << binding(u"cache"_s, u"redis"_s, DemoPlatforms::tr("Throw-away Redis"), settings, address->password);
}

void DemoPlatforms::Private::bindPrometheus(const Result<ServerAddress>& address)
{
    if (!address) {
        problems << address.error().message;
        return;
    }
    const QString url = u"http://%1:%2"_s.arg(address->host).arg(address->port);
    bindings << binding(u"metrics"_s, u"prometheus"_s, DemoPlatforms::tr("Throw-away Prometheus"), {{u"url"_s, url}});
}

/// The port it listens on; 0 when it is not there.
quint16 DemoPlatforms::Private::bindAlertmanager(const Result<ServerAddress>& address)
{
    if (!address) {
        problems << address.error().message;
        return 0;
    }
    const QString url = u"http://%1:%2"_s.arg(address->host).arg(address->port);
    bindings << binding(u"alerts"_s, u"alertmanager"_s, DemoPlatforms::tr("Throw-away Alertmanager"),
                        {{u"url"_s, url}});
    return static_cast<quint16>(address->port);
}

QFuture<Result<QList<DemoBinding>>> DemoPlatforms::start()
{
    using Answer = Result<QList<DemoBinding>>;
    if (const Status started = startSimulator(); !started)
        return QtFuture::makeReadyFuture(Answer(started.error()));
    d->bindSimulator();
    if (!d->options.servers)
        return QtFuture::makeReadyFuture(Answer(d->bindings));
    return d->postgres.start()
        .then(this,
              [this](const Result<ServerAddress>& address) {
                  d->bindPostgres(address);
                  return d->redis.start();
              })
        .unwrap()
        .then(this,
              [this](const Result<ServerAddress>& address) {
                  d->bindRedis(address);
                  return d->alertmanager.start();
              })
        .unwrap()
        .then(this,
              [this](const Result<ServerAddress>& address) {
                  const quint16 alertmanagerPort = d->bindAlertmanager(address);
                  return d->prometheus.start(static_cast<quint16>(d->simulator.url().port()), alertmanagerPort);
              })
        .unwrap()
        .then(this, [this](const Result<ServerAddress>& address) {
            d->bindPrometheus(address);
            return Answer(d->bindings);
        });
}

QFuture<Status> DemoPlatforms::stop()
{
    return d->prometheus.stop()
        .then(this, [this](const Status&) { return d->alertmanager.stop(); })
        .unwrap()
        .then(this, [this](const Status&) { return d->redis.stop(); })
        .unwrap()
        .then(this, [this](const Status&) { return d->postgres.stop(); })
        .unwrap();
}

QStringList DemoPlatforms::problems() const
{
    return d->problems;
}

JustTradesSimulator& DemoPlatforms::justTrades()
{
    return d->simulator;
}

LocalReceiver& DemoPlatforms::receiver()
{
    return d->receiver;
}

}  // namespace cockpit
