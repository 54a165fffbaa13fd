// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/FlowrexSimulator.h"

#include "simulator/RandomWord.h"
#include "simulator/StandInTools.h"
#include "simulator/flowrex/FlowrexPlatform.h"
#include "simulator/flowrex/FlowrexServer.h"
#include "simulator/flowrex/FlowrexTables.h"
#include "simulator/servers/PlatformServers.h"
#include "simulator/servers/ServerProcess.h"

#include <QDir>
#include <QTimer>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

struct FlowrexSimulator::Private {
    Private(const Clock& clock, PlatformOptions given)
        : options(std::move(given))
        , platform(clock, options.folder, options.restartDelay)
        , exporter([this] {
            platform.model().advance();
            return platform.pages().nodeMetrics();
        })
    {
    }

    PlatformOptions options;
    FlowrexPlatform platform;
    FlowrexExporter exporter;
    std::unique_ptr<FlowrexServer> server;
    std::unique_ptr<PlatformServers> servers;
    QStringList problems;
    QTimer timer;

    QString toolFolder() const { return QDir(options.folder).filePath(u"bin"_s); }
    QList<DemoBinding> bindings();
    void note(const Status& status)
    {
        if (!status)
            problems << status.error().message;
    }
};

FlowrexSimulator::FlowrexSimulator(const Clock& clock, PlatformOptions options, QObject* parent)
    : SimulatedPlatform(parent)
    , d(std::make_unique<Private>(clock, std::move(options)))
{
    if (d->options.key.isEmpty())
        d->options.key = randomWord();
    d->server = std::make_unique<FlowrexServer>(d->platform, d->options.key);
    connect(&d->timer, &QTimer::timeout, this, [this] { d->platform.tend(); });
}

FlowrexSimulator::~FlowrexSimulator() = default;

QList<DemoBinding> FlowrexSimulator::Private::bindings()
{
    const QString id = u"flowrex"_s;
    QList<DemoBinding> bindings{demoBinding(id, u"api"_s, u"http"_s, tr("Simulated Flowrex backend"),
                                            {{u"url"_s, server->url().toString()}, {u"health_path"_s, u"/health"_s}}),
                                demoBinding(id, u"host"_s, u"shell"_s, tr("Simulated host of Flowrex"),
                                            {{u"path"_s, toolFolder()}, {u"directory"_s, options.folder}})};
    if (!platform.site().url().isEmpty())
        bindings << demoBinding(id, u"site"_s, u"http"_s, tr("Simulated public address of Flowrex"),
                                {{u"url"_s, platform.site().url().toString()},
                                 {u"authority_file"_s, platform.certificates().authorityFile()}});
    if (servers)
        bindings << servers->bindings(id);
    return bindings;
}

QFuture<Result<QList<DemoBinding>>> FlowrexSimulator::start()
{
    using Answer = Result<QList<DemoBinding>>;
    const auto port = d->server->open(d->options.port);
    if (!port)
        return QtFuture::makeReadyFuture(Answer(port.error()));
    if (const Status prepared = d->platform.prepareFolder(); !prepared)
        return QtFuture::makeReadyFuture(Answer(prepared.error()));
    d->timer.start(FlowrexModel::tick);
    const quint16 nodePort = d->exporter.open();
    if (d->options.servers)
        d->servers = std::make_unique<PlatformServers>(flowrexServers(*port, nodePort));
    return d->platform.certificates()
        .make()
        .then(this,
              [this](const Status& made) {
                  d->note(made);
                  d->platform.site().open();
                  return d->servers ? d->servers->start() : QtFuture::makeReadyFuture(Status(Done{}));
              })
        .unwrap()
        .then(this, [this](const Status&) {
            finishServers();
            const Status tools = startTools();
            return tools ? Answer(d->bindings()) : Answer(tools.error());
        });
}

void FlowrexSimulator::finishServers()
{
    if (!d->servers)
        return;
    if (d->servers->postgres())
        d->note(d->platform.useDatabase(*d->servers->postgres()));
    d->platform.useRedis(d->servers->redisProcessId());
}

Status FlowrexSimulator::startTools()
{
    const StandInTarget target{d->options.program, url(), QDir(d->options.folder).filePath(u"key"_s)};
    if (const Status made = writeToolsWithKey(d->toolFolder(), FlowrexTools::commands(), target, key()); !made)
        return made;
    if (const Status made = writeStandInTools(d->options.folder, FlowrexTools::scripts(), target); !made)
        return made;
    QList<ToolRedirection> pages{{u"http://localhost:8000"_s, url().toString()}};
    if (d->servers && d->servers->prometheus())
        pages << ToolRedirection{u"http://localhost:9090"_s,
                                 u"http://127.0.0.1:%1"_s.arg(d->servers->prometheus()->port)};
    if (const QString curl = findProgram(u"curl"_s); !curl.isEmpty()) {
        if (const Status made = writeRedirectedTool(d->toolFolder(), u"curl"_s, curl, pages); !made)
            return made;
    }
    const QUrl site = d->platform.site().url();
    if (site.isEmpty())
        return Done{};
    return writeRedirectedTool(d->toolFolder(), u"openssl"_s, findProgram(u"openssl"_s),
                               {{u"flowrex.app:443"_s, u"127.0.0.1:%1"_s.arg(site.port())}});
}

QFuture<Status> FlowrexSimulator::stop()
{
    d->timer.stop();
    d->platform.release();
    return d->servers ? d->servers->stop() : QtFuture::makeReadyFuture(Status(Done{}));
}

QString FlowrexSimulator::id() const
{
    return u"flowrex"_s;
}

QStringList FlowrexSimulator::scenarios() const
{
    return FlowrexModel::scenarios();
}

QString FlowrexSimulator::scenario() const
{
    return d->platform.model().scenario();
}

Status FlowrexSimulator::setScenario(const QString& name)
{
    return d->platform.setScenario(name);
}

QStringList FlowrexSimulator::acts() const
{
    return FlowrexPlatform::acts();
}

Status FlowrexSimulator::act(const QString& name)
{
    return d->platform.act(name);
}

QStringList FlowrexSimulator::problems() const
{
    return d->problems + (d->servers ? d->servers->problems() : QStringList());
}

QUrl FlowrexSimulator::url() const
{
    return d->server->url();
}

QString FlowrexSimulator::key() const
{
    return d->options.key;
}

FlowrexPlatform& FlowrexSimulator::platform()
{
    return d->platform;
}

}  // namespace cockpit
