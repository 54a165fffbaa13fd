// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "app/commands/CommandContext.h"
#include "app/commands/CommandEngine.h"
#include "app/commands/CommandLoop.h"

#include <QJsonArray>
#include <QTimer>

namespace cockpit {

namespace {

const QString usageLine =
    QStringLiteral("notify send INCIDENT --role ROLE [--kind page|update|resolved] [--title T] [--body TEXT] [--json]\n"
                   "       incident-cockpit notify outbox [--json] | notify test CONNECTION");
constexpr int lookEveryMs = 100;
constexpr Milliseconds sendAtMost{60'000};
constexpr Milliseconds testAtMost{30'000};

const NotificationState* find(const Snapshot& snapshot, const QString& id)
{
    for (const Incident& incident : snapshot.incidents) {
        if (const NotificationState* state = incident.notification(id))
            return state;
    }
    return nullptr;
}

bool isSettled(NotificationState::Phase phase)
{
    using Phase = NotificationState::Phase;
    return phase == Phase::Delivered || phase == Phase::Failed || phase == Phase::Cancelled;
}

/// Finishes when the message is settled, or when the time is up: then it stays in the outbox.
QFuture<bool> settled(Engine& engine, const QString& id)
{
    auto promise = std::make_shared<QPromise<bool>>();
    promise->start();
    auto* timer = new QTimer(&engine);
    auto left = std::make_shared<qint64>(sendAtMost.count());
    QObject::connect(timer, &QTimer::timeout, &engine, [&engine, id, promise, timer, left] {
        *left -= lookEveryMs;
        const Snapshot snapshot = engine.snapshot();
        const NotificationState* state = find(snapshot, id);
        if (state && !isSettled(state->phase) && *left > 0)
            return;
        timer->stop();
        timer->deleteLater();
        promise->addResult(state && state->phase == NotificationState::Phase::Delivered);
        promise->finish();
    });
    timer->start(lookEveryMs);
    return promise->future();
}

int send(CommandContext& context, Engine& engine)
{
    NotifyRequest request;
    request.role = takeOption(context.arguments, QStringLiteral("--role"));
    request.kind = takeOption(context.arguments, QStringLiteral("--kind"));
    request.title = takeOption(context.arguments, QStringLiteral("--title"));
    request.body = takeOption(context.arguments, QStringLiteral("--body"));
    request.channel = takeOption(context.arguments, QStringLiteral("--channel"));
    if (request.kind.isEmpty())
        request.kind = QStringLiteral("page");
    if (context.arguments.size() != 1 || (request.role.isEmpty() && request.channel.isEmpty()))
        return usage(context, usageLine);
    request.incident = context.arguments.first();
    const auto id = engine.notify(request, actorName());
    if (!id)
        return printError(context, id.error());
    const bool delivered = runUntilFinished(settled(engine, *id), sendAtMost + testAtMost);
    const Snapshot snapshot = engine.snapshot();
    const NotificationState* state = find(snapshot, *id);
    if (context.json && state)
        printJson(context, notificationToJson(*state));
    else if (state)
        context.out << state->reference << "  " << notificationPhaseName(state->phase) << "  " << state->words << '\n';
    return delivered ? ExitDone : ExitUnreachable;
}

int outbox(CommandContext& context, const Snapshot& snapshot)
{
    QJsonArray rows;
    for (const Incident& incident : snapshot.incidents) {
        for (const NotificationState& state : incident.notifications) {
            if (context.json)
                rows.append(notificationToJson(state));
            else
                context.out << state.reference << "  " << notificationPhaseName(state.phase).leftJustified(10) << "  "
                            << state.channel << "  " << state.attempts << "  " << state.title << "  " << state.words
                            << '\n';
        }
    }
    if (context.json)
        printJson(context, rows);
    return ExitDone;
}

int test(CommandContext& context, Engine& engine)
{
    if (context.arguments.size() != 1)
        return usage(context, usageLine);
    const ConnectionCheck check = runUntilFinished(engine.testConnection(context.arguments.first()), testAtMost);
    context.out << check.sentence << '\n';
    return check.ok ? ExitDone : ExitUnreachable;
}

}  // namespace

int notifyCommand(CommandContext& context)
{
    if (context.arguments.isEmpty())
        return usage(context, usageLine);
    const QString verb = context.arguments.takeFirst();
    int exitCode = ExitDone;
    // Sending needs an engine that sends: this one when no window has the profile, otherwise the window's.
    const auto assembly = openForCommand(context, verb == QLatin1String("send"), exitCode);
    if (!assembly)
        return exitCode;
    Engine& engine = assembly->engine();
    if (verb == QLatin1String("send"))
        exitCode = send(context, engine);
    else if (verb == QLatin1String("outbox"))
        exitCode = outbox(context, engine.snapshot());
    else if (verb == QLatin1String("test"))
        exitCode = test(context, engine);
    else
        exitCode = usage(context, usageLine);
    engine.stop();
    return exitCode;
}

}  // namespace cockpit
