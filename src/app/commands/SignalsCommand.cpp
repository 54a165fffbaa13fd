// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "app/commands/CommandContext.h"
#include "app/commands/CommandEngine.h"
#include "app/commands/CommandLoop.h"
#include "core/metrics/ValueText.h"

#include <QJsonArray>
#include <QTimer>

#include <algorithm>

namespace cockpit {

namespace {

constexpr int betweenPollsMs = 1'000;
constexpr Milliseconds longest{60'000};

/// Rates need two polls: the second follows a second later, and only when the first left something open.
QFuture<QList<Reading>> pollTwice(Engine& engine, const QString& platform, const QStringList& ids)
{
    auto promise = std::make_shared<QPromise<QList<Reading>>>();
    promise->start();
    const auto end = [promise](const QList<Reading>& readings) {
        promise->addResult(readings);
        promise->finish();
    };
    engine.readSignals(platform, ids).then(&engine, [&engine, platform, ids, end](const QList<Reading>& first) {
        const bool open = std::any_of(first.begin(), first.end(), [](const Reading& reading) {
            return reading.state == ReadingState::MissingField;
        });
        if (!open) {
            end(first);
            return;
        }
        QTimer::singleShot(betweenPollsMs, &engine,
                           [&engine, platform, ids, end] { engine.readSignals(platform, ids).then(&engine, end); });
    });
    return promise->future();
}

QJsonObject toJson(const Reading& reading, const SignalSpec& spec)
{
    QJsonObject json{{QStringLiteral("signal"), reading.signal},
                     {QStringLiteral("state"), readingStateName(reading.state)},
                     {QStringLiteral("unit"), spec.unit},
                     {QStringLiteral("at"), reading.at.toString(Qt::ISODateWithMs)},
                     {QStringLiteral("elapsed_ms"), static_cast<qint64>(reading.elapsed.count())}};
    if (reading.state == ReadingState::Value)
        json.insert(QStringLiteral("value"), reading.value);
    if (!reading.detail.isEmpty())
        json.insert(QStringLiteral("detail"), reading.detail);
    return json;
}

int print(CommandContext& context, const Playbook& playbook, const QList<Reading>& readings)
{
    QJsonArray rows;
    bool allKnown = true;
    for (const Reading& reading : readings) {
        const SignalSpec* spec = playbook.signal(reading.signal);
        if (!spec)
            continue;
        allKnown = allKnown && reading.state == ReadingState::Value;
        if (context.json) {
            rows.append(toJson(reading, *spec));
            continue;
        }
        const QString value =
            reading.state == ReadingState::Value ? formatValue(reading.value, spec->unit) : reading.detail;
        context.out << reading.signal.leftJustified(28) << readingStateName(reading.state).leftJustified(14) << value
                    << '\n';
    }
    if (context.json)
        printJson(context, rows);
    return allKnown ? ExitDone : ExitUnreachable;
}

}  // namespace

int signalsCommand(CommandContext& context)
{
    const QString line = QStringLiteral("signals read PLAYBOOK [SIGNAL…] [--json]");
    if (context.arguments.size() < 2 || context.arguments.first() != QLatin1String("read"))
        return usage(context, line);
    const QString platform = context.arguments.at(1);
    const QStringList ids = context.arguments.mid(2);
    int exitCode = ExitDone;
    const auto assembly = openForCommand(context, false, exitCode);
    if (!assembly)
        return exitCode;
    Engine& engine = assembly->engine();
    const Snapshot snapshot = engine.snapshot();
    const PlatformState* known = snapshot.platform(platform);
    if (!known)
        return printError(context, fail(ErrorKind::NotFound,
                                        Engine::tr("There is no playbook \"%1\"; see playbook list").arg(platform)));
    for (const QString& id : ids) {
        if (!known->playbook->signal(id))
            return printError(context,
                              fail(ErrorKind::NotFound, Engine::tr("%1 has no signal \"%2\"").arg(platform, id)));
    }
    const QList<Reading> readings = runUntilFinished(pollTwice(engine, platform, ids), longest);
    exitCode = print(context, *known->playbook, readings);
    engine.stop();
    return exitCode;
}

}  // namespace cockpit
