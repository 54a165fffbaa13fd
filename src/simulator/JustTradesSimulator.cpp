// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/JustTradesSimulator.h"

#include "simulator/RandomWord.h"
#include "simulator/StandInTools.h"
#include "simulator/justtrades/JustTradesModel.h"
#include "simulator/justtrades/JustTradesPages.h"
#include "simulator/justtrades/JustTradesReleases.h"
#include "simulator/justtrades/JustTradesServer.h"
#include "simulator/justtrades/JustTradesTables.h"
#include "simulator/servers/PlatformServers.h"
#include "simulator/servers/PostgresSession.h"

#include <QDir>
#include <QTimer>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Milliseconds lookEvery{1'000};

}  // namespace

struct JustTradesSimulator::Private {
    Private(const Clock& clock, PlatformOptions given)
        : options(std::move(given))
        , model(clock, options.restartDelay)
        , pages(model)
        , releases(QDir(options.folder).filePath(u"releases"_s))
    {
    }

    PlatformOptions options;
    JustTradesModel model;
    JustTradesPages pages;
    JustTradesReleases releases;
    bool hasReleases = false;
    std::unique_ptr<JustTradesServer> server;
    std::unique_ptr<PlatformServers> servers;
    std::unique_ptr<PostgresSession> tables;
    QStringList problems;
    QTimer timer;
    QTimer recordTimer;

    QString toolFolder() const { return QDir(options.folder).filePath(u"bin"_s); }
    QList<DemoBinding> bindings() const;
    Status setScenario(const QString& name);
    void lookAtRecords();
};

JustTradesSimulator::JustTradesSimulator(const Clock& clock, PlatformOptions options, QObject* parent)
    : SimulatedPlatform(parent)
    , d(std::make_unique<Private>(clock, std::move(options)))
{
    if (d->options.key.isEmpty())
        d->options.key = randomWord();
    d->server = std::make_unique<JustTradesServer>(
        d->model, d->pages, d->options.key,
        JustTradesServer::Hooks{[this](const QString& name) { return d->setScenario(name); },
                                [this](const QString& directory) {
                                    return d->hasReleases ? d->releases.releaseIn(directory) : QString();
                                }});
    connect(&d->recordTimer, &QTimer::timeout, this, [this] { d->lookAtRecords(); });
    connect(&d->timer, &QTimer::timeout, this, [this] {
        d->model.advance();
        d->server->publishPrices();
    });
}

JustTradesSimulator::~JustTradesSimulator() = default;

Result<quint16> JustTradesSimulator::listen()
{
    const auto port = d->server->open(d->options.port);
    if (port)
        d->timer.start(JustTradesModel::tick);
    return port;
}

QList<DemoBinding> JustTradesSimulator::Private::bindings() const
{
    const QString platform = u"just-trades"_s;
    QList<DemoBinding> bindings{
        demoBinding(platform, u"api"_s, u"http"_s, tr("Simulated Just Trades"),
                    {{u"url"_s, server->url().toString()},
                     {u"health_path"_s, u"/health"_s},
                     {u"auth_header"_s, u"X-Admin-Key"_s},
                     {u"auth_scheme"_s, QString()}},
                    Secret(options.key.toUtf8())),
        demoBinding(platform, u"host"_s, u"shell"_s, tr("Simulated railway tool"),
                    {{u"path"_s, toolFolder()}, {u"directory"_s, hasReleases ? releases.clone() : options.folder}})};
    if (servers)
        bindings << servers->bindings(platform);
    return bindings;
}

QFuture<Result<QList<DemoBinding>>> JustTradesSimulator::start()
{
    using Answer = Result<QList<DemoBinding>>;
    if (const auto port = listen(); !port)
        return QtFuture::makeReadyFuture(Answer(port.error()));
    if (const Status made = writeToolsWithKey(d->toolFolder(), {u"railway"_s},
                                              {d->options.program, url(), d->options.folder + u"/key"_s}, key());
        !made)
        return QtFuture::makeReadyFuture(Answer(made.error()));
    if (!d->options.servers)
        return QtFuture::makeReadyFuture(Answer(d->bindings()));
    d->servers = std::make_unique<PlatformServers>(justTradesServers(static_cast<quint16>(url().port())));
    return d->releases.make(d->model.now())
        .then(this,
              [this](const Status& made) {
                  d->hasReleases = made.ok();
                  if (!made)
                      d->problems << made.error().message;
                  return d->servers->start();
              })
        .unwrap()
        .then(this, [this](const Status&) {
            if (d->servers->postgres()) {
                d->tables = std::make_unique<PostgresSession>(*d->servers->postgres());
                d->recordTimer.start(lookEvery);
            }
            return Answer(d->bindings());
        });
}

QFuture<Status> JustTradesSimulator::stop()
{
    d->recordTimer.stop();
    d->tables.reset();
    return d->servers ? d->servers->stop() : QtFuture::makeReadyFuture(Status(Done{}));
}

QString JustTradesSimulator::id() const
{
    return u"just-trades"_s;
}

QStringList JustTradesSimulator::scenarios() const
{
    return JustTradesModel::scenarios();
}

QString JustTradesSimulator::scenario() const
{
    return d->model.scenario();
}

Status JustTradesSimulator::Private::setScenario(const QString& name)
{
    if (const Status set = model.setScenario(name); !set)
        return set;
    if (hasReleases) {
        if (const Status published = releases.publish(model.newestRelease()); !published)
            return published;
    }
    if (!tables)
        return Done{};
    const auto done = tables->run(model.leavesRecordsOpen() ? leaveStaleRecords() : removeStaleRecords());
    return done ? Status(Done{}) : Status(done.error());
}

void JustTradesSimulator::Private::lookAtRecords()
{
    if (model.awaitsRecords() && tables->run(countStaleRecords()).ok() && tables->number(countStaleRecords()) == 0)
        model.noteRecordsClosed();
}

Status JustTradesSimulator::setScenario(const QString& name)
{
    return d->setScenario(name);
}

QStringList JustTradesSimulator::acts() const
{
    return JustTradesModel::acts();
}

Status JustTradesSimulator::act(const QString& name)
{
    return d->model.act(name);
}

QStringList JustTradesSimulator::problems() const
{
    return d->problems + (d->servers ? d->servers->problems() : QStringList());
}

QUrl JustTradesSimulator::url() const
{
    return d->server->url();
}

QString JustTradesSimulator::key() const
{
    return d->options.key;
}

const JustTradesModel& JustTradesSimulator::model() const
{
    return d->model;
}

}  // namespace cockpit
