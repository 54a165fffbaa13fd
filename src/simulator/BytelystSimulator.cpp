// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/BytelystSimulator.h"

#include "simulator/RandomWord.h"
#include "simulator/bytelyst/BytelystModel.h"
#include "simulator/bytelyst/BytelystPages.h"
#include "simulator/bytelyst/BytelystServer.h"
#include "simulator/bytelyst/BytelystTables.h"
#include "simulator/servers/PlatformServers.h"

#include <QTimer>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Milliseconds synchroniseEvery{1'000};

ServersPlan plan()
{
    ThrowAwayPostgresOptions postgres;
    postgres.database = u"bytelyst"_s;
    postgres.script = BytelystTables::schema();
    return {postgres, std::nullopt, std::nullopt, std::nullopt};
}

}  // namespace

struct BytelystSimulator::Private {
    Private(const Clock& clock, PlatformOptions given)
        : options(std::move(given))
        , model(clock, options.restartDelay)
    {
        if (options.key.isEmpty())
            options.key = randomWord();
        bot = std::make_unique<BytelystServer>(model, options.key);
        broker = std::make_unique<BytelystServer>(model, options.key);
        supabase = std::make_unique<BytelystServer>(model, options.key);
    }

    PlatformOptions options;
    BytelystModel model;
    std::unique_ptr<BytelystPages> pages;
    std::unique_ptr<BytelystServer> bot;
    std::unique_ptr<BytelystServer> broker;
    std::unique_ptr<BytelystServer> supabase;
    std::unique_ptr<PlatformServers> servers;
    std::unique_ptr<BytelystTables> tables;
    QTimer timer;

    QList<DemoBinding> bindings() const;
};

BytelystSimulator::BytelystSimulator(const Clock& clock, PlatformOptions options, QObject* parent)
    : SimulatedPlatform(parent)
    , d(std::make_unique<Private>(clock, std::move(options)))
{
    connect(&d->timer, &QTimer::timeout, this, &BytelystSimulator::synchronise);
}

BytelystSimulator::~BytelystSimulator() = default;

Status BytelystSimulator::listen()
{
    for (BytelystServer* server : {d->supabase.get(), d->broker.get()}) {
        if (const auto port = server->open(0); !port)
            return port.error();
    }
    if (const auto port = d->bot->open(d->options.port); !port)
        return port.error();
    d->pages = std::make_unique<BytelystPages>(
        d->model, BytelystKeys::make(d->options.key, d->supabase->url().toString() + u"/auth/v1"_s, d->model.now()));
    d->bot->serve(*d->pages, [this](const BytelystRequest& request) { return d->pages->bot(request); });
    d->broker->serve(*d->pages, [this](const BytelystRequest& request) { return d->pages->broker(request); });
    d->supabase->serve(*d->pages, [this](const BytelystRequest& request) { return d->pages->supabase(request); });
    d->timer.start(synchroniseEvery);
    return Done{};
}

void BytelystSimulator::synchronise()
{
    if (d->tables)
        d->tables->pull(d->model);
    d->model.advance();
    if (d->tables)
        d->tables->push(d->model);
}

QList<DemoBinding> BytelystSimulator::Private::bindings() const
{
    const QString platform = u"bytelyst"_s;
    const auto http = [&](const QString& slot, const QString& title, const QUrl& url, QJsonObject settings,
                          const QByteArray& secret) {
        settings[u"url"_s] = url.toString();
        return demoBinding(platform, slot, u"http"_s, title, settings, secret.isEmpty() ? Secret() : Secret(secret));
    };
    const BytelystKeys& keys = pages->keys();
    QList<DemoBinding> bindings{
        http(
            u"api"_s, tr("Simulated bytelyst bot, signed in"), bot->url(),
            {{u"health_path"_s, u"/health"_s}, {u"auth_header"_s, u"Authorization"_s}, {u"auth_scheme"_s, u"Bearer"_s}},
            keys.userToken),
        http(u"public_api"_s, tr("Simulated bytelyst bot, without a key"), bot->url(),
             {{u"health_path"_s, u"/health/live"_s}}, {}),
        http(u"broker"_s, tr("Simulated broker"), broker->url(),
             {{u"health_path"_s, u"/v2/account"_s},
              {u"auth_header"_s, u"Authorization"_s},
              {u"auth_scheme"_s, u"Bearer"_s}},
             keys.brokerKey),
        http(u"supabase"_s, tr("Simulated Supabase project"), supabase->url(),
             {{u"health_path"_s, u"/auth/v1/health"_s}, {u"auth_header"_s, u"apikey"_s}, {u"auth_scheme"_s, QString()}},
             keys.publicKey)};
    if (servers)
        bindings << servers->bindings(platform);
    return bindings;
}

QFuture<Result<QList<DemoBinding>>> BytelystSimulator::start()
{
    using Answer = Result<QList<DemoBinding>>;
    if (const Status opened = listen(); !opened)
        return QtFuture::makeReadyFuture(Answer(opened.error()));
    if (!d->options.servers)
        return QtFuture::makeReadyFuture(Answer(d->bindings()));
    d->servers = std::make_unique<PlatformServers>(plan());
    return d->servers->start().then(this, [this](const Status&) {
        if (d->servers->postgres()) {
            d->tables = std::make_unique<BytelystTables>(*d->servers->postgres());
            synchronise();
        }
        return Answer(d->bindings());
    });
}

QFuture<Status> BytelystSimulator::stop()
{
    d->tables.reset();
    return d->servers ? d->servers->stop() : QtFuture::makeReadyFuture(Status(Done{}));
}

QString BytelystSimulator::id() const
{
    return u"bytelyst"_s;
}

QStringList BytelystSimulator::scenarios() const
{
    return BytelystModel::scenarios();
}

QString BytelystSimulator::scenario() const
{
    return d->model.scenario();
}

Status BytelystSimulator::setScenario(const QString& name)
{
    const Status set = d->model.setScenario(name);
    synchronise();
    return set;
}

QStringList BytelystSimulator::acts() const
{
    return BytelystModel::acts();
}

Status BytelystSimulator::act(const QString& name)
{
    synchronise();
    const Status done = d->model.act(name);
    synchronise();
    return done;
}

QStringList BytelystSimulator::problems() const
{
    return d->servers ? d->servers->problems() : QStringList();
}

QUrl BytelystSimulator::url() const
{
    return d->bot->url();
}

QString BytelystSimulator::key() const
{
    return d->options.key;
}

QUrl BytelystSimulator::brokerUrl() const
{
    return d->broker->url();
}

QUrl BytelystSimulator::supabaseUrl() const
{
    return d->supabase->url();
}

const BytelystKeys& BytelystSimulator::keys() const
{
    return d->pages->keys();
}

const BytelystModel& BytelystSimulator::model() const
{
    return d->model;
}

}  // namespace cockpit
