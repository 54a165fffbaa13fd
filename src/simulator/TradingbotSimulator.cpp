// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/TradingbotSimulator.h"

#include "simulator/RandomWord.h"
#include "simulator/StandInTools.h"
#include "simulator/servers/PlatformServers.h"
#include "simulator/tradingbot/MarketDataServer.h"
#include "simulator/tradingbot/TradingbotAlerts.h"
#include "simulator/tradingbot/TradingbotModel.h"
#include "simulator/tradingbot/TradingbotPages.h"
#include "simulator/tradingbot/TradingbotServer.h"

#include <QDir>
#include <QTimer>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

struct TradingbotSimulator::Private {
    Private(const Clock& clock, PlatformOptions given)
        : options(std::move(given))
        , model(clock, options.restartDelay)
        , pages(model)
    {
    }

    PlatformOptions options;
    TradingbotModel model;
    TradingbotPages pages;
    std::unique_ptr<TradingbotServer> server;
    std::unique_ptr<MarketDataServer> marketData;
    quint16 marketDataPort = 0;
    std::unique_ptr<PlatformServers> servers;
    QTimer timer;

    QString toolFolder() const { return QDir(options.folder).filePath(u"bin"_s); }
    Status openMarketData();
    void followMarketData();
    QList<DemoBinding> bindings() const;
};

Status TradingbotSimulator::Private::openMarketData()
{
    auto opening = std::make_unique<MarketDataServer>();
    const auto port = opening->open(marketDataPort);
    if (!port)
        return port.error();
    marketDataPort = *port;
    marketData = std::move(opening);
    return Done{};
}

void TradingbotSimulator::Private::followMarketData()
{
    if (marketDataPort == 0)
        return;
    if (!model.marketDataUp())
        marketData.reset();
    else if (!marketData)
        // Where another program took the port meanwhile, the next tick tries again.
        static_cast<void>(openMarketData());
}

TradingbotSimulator::TradingbotSimulator(const Clock& clock, PlatformOptions options, QObject* parent)
    : SimulatedPlatform(parent)
    , d(std::make_unique<Private>(clock, std::move(options)))
{
    if (d->options.key.isEmpty())
        d->options.key = randomWord();
    d->server =
        std::make_unique<TradingbotServer>(d->model, d->pages, d->options.key, [this] { d->followMarketData(); });
    connect(&d->timer, &QTimer::timeout, this, [this] {
        d->model.advance();
        d->followMarketData();
    });
}

TradingbotSimulator::~TradingbotSimulator() = default;

Status TradingbotSimulator::listen()
{
    if (const auto port = d->server->open(d->options.port); !port)
        return port.error();
    if (const Status opened = d->openMarketData(); !opened)
        return opened;
    d->timer.start(TradingbotModel::tick);
    return Done{};
}

QList<DemoBinding> TradingbotSimulator::Private::bindings() const
{
    const QString platform = u"tradingbot"_s;
    QList<DemoBinding> bindings{demoBinding(platform, u"host"_s, u"shell"_s, tr("Simulated trading host"),
                                            {{u"path"_s, toolFolder()}, {u"directory"_s, options.folder}})};
    if (servers)
        bindings << servers->bindings(platform);
    return bindings;
}

QFuture<Result<QList<DemoBinding>>> TradingbotSimulator::start()
{
    using Answer = Result<QList<DemoBinding>>;
    if (const Status listening = listen(); !listening)
        return QtFuture::makeReadyFuture(Answer(listening.error()));
    if (const Status made = writeToolsWithKey(d->toolFolder(), {u"python"_s, u"ps"_s, u"df"_s},
                                              {d->options.program, url(), d->options.folder + u"/key"_s}, key());
        !made)
        return QtFuture::makeReadyFuture(Answer(made.error()));
    if (!d->options.servers)
        return QtFuture::makeReadyFuture(Answer(d->bindings()));
    d->servers =
        std::make_unique<PlatformServers>(tradingbotServers(static_cast<quint16>(url().port()), d->marketDataPort));
    return d->servers->start().then(this, [this](const Status&) { return Answer(d->bindings()); });
}

QFuture<Status> TradingbotSimulator::stop()
{
    return d->servers ? d->servers->stop() : QtFuture::makeReadyFuture(Status(Done{}));
}

QString TradingbotSimulator::id() const
{
    return u"tradingbot"_s;
}

QStringList TradingbotSimulator::scenarios() const
{
    return tradingbotScenarios();
}

QString TradingbotSimulator::scenario() const
{
    return d->model.scenario();
}

Status TradingbotSimulator::setScenario(const QString& name)
{
    const Status set = d->model.setScenario(name);
    d->followMarketData();
    return set;
}

QStringList TradingbotSimulator::acts() const
{
    return TradingbotModel::acts();
}

Status TradingbotSimulator::act(const QString& name)
{
    const Status done = d->model.act(name);
    d->followMarketData();
    return done;
}

QStringList TradingbotSimulator::problems() const
{
    return d->servers ? d->servers->problems() : QStringList();
}

QUrl TradingbotSimulator::url() const
{
    return d->server->url();
}

QString TradingbotSimulator::key() const
{
    return d->options.key;
}

quint16 TradingbotSimulator::marketDataPort() const
{
    return d->marketDataPort;
}

const TradingbotModel& TradingbotSimulator::model() const
{
    return d->model;
}

}  // namespace cockpit
