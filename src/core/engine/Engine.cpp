// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/engine/Engine.h"

#include "core/engine/EnginePrivate.h"
#include "core/engine/NextAction.h"

#include <QPromise>
#include <QThreadPool>

namespace cockpit {

namespace {

constexpr int tickMs = 100;
constexpr Milliseconds snapshotAtMost{100};
constexpr Milliseconds snapshotAtLeast{1'000};
constexpr Milliseconds rulesAtLeast{1'000};
constexpr Milliseconds catchUpEvery{500};
constexpr Milliseconds recoverEvery{5'000};
constexpr Milliseconds verifyEvery{10 * 60'000};

}  // namespace

Engine::Private::Private(EngineParts given)
    : parts(std::move(given))
    , board(parts.clock)
    , scheduler(parts.clock, parts.registry,
                [this](const QString& connection) { return parts.connections.find(connection).ok(); })
    , desk(parts.clock, parts.log, board)
    , stages(parts.clock, parts.log, board)
    , approvals(parts.clock, parts.log, parts.approvalKeys)
    , runner({parts.clock, parts.log, parts.evidence, parts.registry, parts.connections, board, parts.redactor,
              parts.session, parts.isSessionAlive,
              [this](const StepRequest& request) { return stages.admits(playbook(request.platform), request); },
              [this](const ApprovalRequest& asked, const QString& answer) { return approvals.check(asked, answer); }})
    , outbox({parts.clock, parts.log, parts.registry, parts.connections, parts.redactor, parts.session,
              parts.isSessionAlive, parts.random})
    , feeds(parts.clock, parts.registry, parts.connections)
    , sweep(parts.log, runner)
{
    parts.log.maskWith(parts.redactor);
    parts.connections.teach(parts.redactor);
}

PlaybookPointer Engine::Private::playbook(const QString& platform) const
{
    for (const PlaybookPointer& candidate : parts.playbooks) {
        if (candidate->id == platform)
            return candidate;
    }
    return {};
}

Result<const Incident*> Engine::Private::incident(const QString& id) const
{
    const Incident* found = id.isEmpty() ? nullptr : parts.log.book().find(id);
    if (!found)
        return fail(ErrorKind::NotFound, Engine::tr("There is no incident \"%1\"").arg(id.left(60)));
    return found;
}

Result<const Incident*> Engine::Private::openIncident(const QString& id) const
{
    const auto found = incident(id);
    if (found && !(*found)->isOpen())
        return fail(ErrorKind::Conflict, Engine::tr("Incident %1 is closed already").arg(id));
    return found;
}

Status Engine::Private::record(const EventDraft& draft)
{
    const auto event = parts.log.append(draft);
    return tracked(event ? Status(Done{}) : Status(event.error()));
}

void Engine::Private::track(const Status& status)
{
    const QString before = storageProblem;
    if (status)
        storageProblem.clear();
    else if (status.error().kind == ErrorKind::Storage)
        storageProblem = status.error().message;
    dirty = dirty || before != storageProblem;
}

Status Engine::Private::tracked(Status status)
{
    track(status);
    return status;
}

Engine::Engine(EngineParts parts, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(parts)))
{
    for (const PlaybookPointer& playbook : d->parts.playbooks)
        d->stages.add(playbook);
    qRegisterMetaType<Snapshot>();
    qRegisterMetaType<QList<Event>>();
    connect(&d->parts.log, &IncidentLog::appended, this, [this](const Event& event) {
        d->freshEvents.append(event);
        d->storageProblem.clear();
        d->dirty = true;
    });
    connect(&d->scheduler, &SignalScheduler::readingsArrived, this, [this](const QList<Reading>& readings) {
        for (const Reading& reading : readings)
            d->board.record(reading);
        d->rulesDue = true;
        d->dirty = true;
    });
    connect(&d->feeds, &FeedPoller::alertsArrived, this,
            [this](const QString& platform, const QList<ExternalAlert>& alerts) {
                d->track(d->desk.takeExternal(platform, alerts));
                d->dirty = true;
            });
    connect(&d->runner, &RunbookRunner::stepOutput, this, &Engine::stepOutput);
    connect(&d->runner, &RunbookRunner::stepFinished, this, &Engine::stepFinished);
    const auto storageFailed = [this](const QString& sentence) {
        d->storageProblem = sentence;
        d->dirty = true;
    };
    connect(&d->runner, &RunbookRunner::storageFailed, this, storageFailed);
    connect(&d->outbox, &Outbox::storageFailed, this, storageFailed);
    connect(&d->timer, &QTimer::timeout, this, &Engine::tick);
}

Engine::~Engine() = default;

Status Engine::start(const QString& mode)
{
    const Status caughtUp = d->tracked(d->parts.log.catchUp());
    if (!caughtUp)
        return caughtUp;
    d->freshEvents.clear();
    d->inLog = mode != QLatin1String("command");
    if (d->inLog) {
        const Status opened = d->record({EventType::SessionStarted,
                                         {},
                                         QStringLiteral("cockpit"),
                                         {{QStringLiteral("session"), d->parts.session},
                                          {QStringLiteral("version"), d->parts.version},
                                          {QStringLiteral("mode"), mode}}});
        if (!opened)
            return opened;
    }
    for (const PlaybookPointer& playbook : d->parts.playbooks) {
        d->board.add(*playbook);
        d->desk.add(playbook);
        if (d->parts.leads) {
            d->scheduler.add(*playbook);
            d->feeds.add(*playbook);
        }
    }
    d->outbox.setSending(d->parts.leads);
    if (d->parts.leads) {
        Status recovered = d->runner.recover([this](const QString& platform) { return d->playbook(platform); });
        if (recovered)
            recovered = d->outbox.recover();
        if (!recovered)
            return d->tracked(recovered);
        probeConnections();
    }
    d->started = true;
    d->timer.start(tickMs);
    return Done{};
}

void Engine::probeConnections()
{
    d->parts.keychain.probe().then(this, [this](CredentialState state) {
        d->keychain = state;
        d->dirty = true;
    });
    const auto specs = d->parts.connections.specs();
    for (const ConnectionSpec& spec : specs ? *specs : QList<ConnectionSpec>{})
        testConnection(spec.id);
}

void Engine::stop()
{
    if (!d->started)
        return;
    d->started = false;
    d->timer.stop();
    d->scheduler.stop();
    d->runner.stop();
    if (!d->inLog)
        return;
    const Status closed = d->record(
        {EventType::SessionEnded, {}, QStringLiteral("cockpit"), {{QStringLiteral("session"), d->parts.session}}});
    if (!closed)
        qWarning("the end of the session could not be recorded: %s", qPrintable(closed.error().message));
}

void Engine::tick()
{
    if (!d->started)
        return;
    const Milliseconds now = d->parts.clock.monotonicNow();
    const auto due = [now](Milliseconds& last, Milliseconds every) {
        if (now - last < every)
            return false;
        last = now;
        return true;
    };
    if (due(d->lastCatchUp, catchUpEvery))
        d->track(d->parts.log.catchUp());
    if (due(d->lastRecover, recoverEvery) && d->parts.leads)
        d->track(d->outbox.recover());
    d->scheduler.tick();
    d->feeds.tick();
    if (d->rulesDue || due(d->lastRules, rulesAtLeast)) {
        d->rulesDue = false;
        if (d->parts.leads)
            d->track(d->desk.tick());
        if (d->parts.leads)
            d->track(d->stages.tick());
    }
    d->track(d->runner.tick());
    d->track(d->outbox.tick());
    if (d->inLog && !d->verifying && (d->lastVerify == Milliseconds{0} || now - d->lastVerify > verifyEvery)) {
        d->lastVerify = now;
        verifyLog();
    }
    if (!d->freshEvents.isEmpty())
        emit eventsAppended(std::exchange(d->freshEvents, {}));
    const Milliseconds age = now - d->lastSnapshot;
    if ((d->dirty && age >= snapshotAtMost) || age >= snapshotAtLeast) {
        d->dirty = false;
        d->lastSnapshot = now;
        emit snapshotReady(snapshot());
    }
}

Snapshot Engine::snapshot() const
{
    Snapshot out;
    out.at = d->parts.clock.utcNow();
    out.workstation = d->parts.log.workstation();
    out.profile = d->parts.profileName;
    out.connections = d->connectionStates();
    for (const PlaybookPointer& playbook : d->parts.playbooks) {
        PlatformState platform;
        platform.playbook = playbook;
        platform.alerts = d->desk.statuses(playbook->id);
        const FeedPoller::State feed = d->feeds.state(playbook->id);
        platform.externalAlerts = feed.alerts;
        platform.externalProblem = feed.problem;
        for (const StatusPage& page : playbook->statusPages)
            platform.pages.append(page.signal.isEmpty() ? Reading() : d->board.current(playbook->id, page.signal));
        platform.watched =
            playbook->connections.isEmpty() ||
            std::any_of(out.connections.begin(), out.connections.end(),
                        [&](const ConnectionState& state) { return state.bound && state.platform == playbook->id; });
        if (platform.watched)
            out.tiles += d->tiles.build(*playbook, d->board, platform.alerts, out.at);
        out.platforms.append(platform);
    }
    for (const Incident& incident : d->parts.log.book().incidents()) {
        if (incident.id.isEmpty())
            continue;
        out.incidents.append(incident);
        if (const PlaybookPointer playbook = d->playbook(incident.platform))
            out.deadlines += deadlinesOf(incident, *playbook);
    }
    std::sort(out.incidents.begin(), out.incidents.end(),
              [](const Incident& a, const Incident& b) { return a.firstSequence < b.firstSequence; });
    out.expectations = d->runner.expectations();
    out.stages = d->stages.states();
    out.lastSequence = d->parts.log.book().lastSequence();
    out.chain = d->chain;
    out.chainVerifiedAt = d->chainVerifiedAt;
    out.keychain = d->keychain;
    out.storageProblem = d->storageProblem;
    out.next = nextAction(out);
    return out;
}

bool Engine::isIdle() const
{
    return d->runner.isIdle() && d->outbox.isIdle();
}

Result<QList<Event>> Engine::events(qint64 afterSequence, int limit) const
{
    return d->parts.log.store().read(afterSequence, limit);
}

ColumnSet Engine::columns(const QString& platform, const QString& signal, qint64 fromMs, qint64 toMs, int count) const
{
    const SeriesHistory* history = d->board.history(platform, signal);
    return history ? history->columns(fromMs, toMs, count) : ColumnSet{};
}

QList<SeriesHistory::Point> Engine::points(const QString& platform, const QString& signal, qint64 fromMs,
                                           qint64 toMs) const
{
    const SeriesHistory* history = d->board.history(platform, signal);
    return history ? history->points(fromMs, toMs) : QList<SeriesHistory::Point>{};
}

QFuture<ChainReport> Engine::verifyLog()
{
    d->verifying = true;
    auto promise = std::make_shared<QPromise<ChainReport>>();
    promise->start();
    QFuture<ChainReport> future = promise->future();
    QThreadPool::globalInstance()->start([promise, verify = d->parts.verifyLog] {
        const Result<ChainReport> report = verify();
        ChainReport unread;
        if (!report) {
            unread.intact = false;
            unread.reason = report.error().message;
        }
        promise->addResult(report ? *report : unread);
        promise->finish();
    });
    return future.then(this, [this](const ChainReport& report) {
        d->verifying = false;
        d->chain = report;
        d->chainVerifiedAt = d->parts.clock.utcNow();
        d->dirty = true;
        return report;
    });
}

}  // namespace cockpit
