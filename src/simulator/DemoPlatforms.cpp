// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/DemoPlatforms.h"

#include "simulator/FlowrexSimulator.h"
#include "simulator/JustTradesSimulator.h"
#include "simulator/LocalReceiver.h"
#include "simulator/servers/PlatformServers.h"

#include <QDir>
#include <QPromise>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

QStringList simulatedPlatforms()
{
    return {u"just-trades"_s, u"flowrex"_s};
}

std::unique_ptr<SimulatedPlatform> makeSimulatedPlatform(const QString& id, const Clock& clock, PlatformOptions options)
{
    if (id == u"just-trades")
        return std::make_unique<JustTradesSimulator>(clock, std::move(options));
    if (id == u"flowrex")
        return std::make_unique<FlowrexSimulator>(clock, std::move(options));
    return nullptr;
}

struct DemoPlatforms::Private {
    Private(const Clock& clock, DemoOptions given)
        : options(std::move(given))
        , receiver(clock)
    {
        const QStringList ids = options.platforms.isEmpty() ? simulatedPlatforms() : options.platforms;
        for (const QString& id : ids) {
            PlatformOptions each;
            each.folder = QDir(options.folder).filePath(id);
            each.program = options.program;
            each.restartDelay = options.restartDelay;
            each.servers = options.servers;
            if (auto platform = makeSimulatedPlatform(id, clock, std::move(each)))
                platforms.push_back(std::move(platform));
        }
    }

    DemoOptions options;
    LocalReceiver receiver;
    std::vector<std::unique_ptr<SimulatedPlatform>> platforms;

    QList<DemoBinding> messageBindings(const QString& platform) const;
};

QList<DemoBinding> DemoPlatforms::Private::messageBindings(const QString& platform) const
{
    return {
        demoBinding(platform, u"chat"_s, u"slack"_s, tr("Local stand-in for Slack"), {}, receiver.webhook(u"chat"_s)),
        demoBinding(platform, u"hook"_s, u"webhook"_s, tr("Local stand-in for a webhook"),
                    {{u"format"_s, u"alertmanager"_s}}, receiver.webhook(u"hook"_s))};
}

DemoPlatforms::DemoPlatforms(const Clock& clock, DemoOptions options, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(clock, std::move(options)))
{
}

DemoPlatforms::~DemoPlatforms() = default;

QFuture<Result<QList<DemoBinding>>> DemoPlatforms::start()
{
    using Answer = Result<QList<DemoBinding>>;
    if (const auto port = d->receiver.listen(); !port)
        return QtFuture::makeReadyFuture(Answer(port.error()));
    QList<QFuture<Answer>> starting;
    for (const auto& platform : d->platforms)
        starting << platform->start();
    return QtFuture::whenAll(starting.begin(), starting.end())
        .then(this, [this](const QList<QFuture<Answer>>& started) {
            QList<DemoBinding> bindings;
            for (qsizetype i = 0; i < started.size(); ++i) {
                const Answer answer = started.at(i).result();
                if (!answer)
                    return answer;
                bindings << *answer << d->messageBindings(d->platforms.at(static_cast<std::size_t>(i))->id());
            }
            return Answer(bindings);
        });
}

QFuture<Status> DemoPlatforms::stop()
{
    QList<QFuture<Status>> stopping;
    for (const auto& platform : d->platforms)
        stopping << platform->stop();
    return QtFuture::whenAll(stopping.begin(), stopping.end()).then(this, [](const QList<QFuture<Status>>& stopped) {
        for (const QFuture<Status>& one : stopped) {
            if (const Status status = one.result(); !status)
                return status;
        }
        return Status(Done{});
    });
}

QStringList DemoPlatforms::problems() const
{
    QStringList problems;
    for (const auto& platform : d->platforms)
        problems << platform->problems();
    problems.removeDuplicates();
    return problems;
}

SimulatedPlatform* DemoPlatforms::platform(const QString& id) const
{
    for (const auto& platform : d->platforms) {
        if (platform->id() == id)
            return platform.get();
    }
    return nullptr;
}

LocalReceiver& DemoPlatforms::receiver()
{
    return d->receiver;
}

}  // namespace cockpit
