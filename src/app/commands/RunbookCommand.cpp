// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "app/commands/CommandContext.h"
#include "app/commands/CommandEngine.h"
#include "app/commands/CommandLoop.h"
#include "core/base/SafeText.h"

#include <QFile>
#include <QJsonArray>

#include <cstdio>

namespace cockpit {

namespace {

const QString usageLine = QStringLiteral("runbook list [PLAYBOOK] [--json]\n"
                                         "       incident-cockpit runbook run PLAYBOOK/RUNBOOK [--step ID] [--input "
                                         "k=v]… [--confirm TEXT] [--commit] [--approval] [--dry-run] [--incident ID] "
                                         "[--json]");
constexpr Milliseconds prepareAtMost{60'000};
constexpr Milliseconds stepAtMost{24LL * 3'600'000};
constexpr qsizetype longestAnswer = 64 * 1024;

struct StepEnd {
    QString step;
    StepOutcome outcome;
};

int list(CommandContext& context, const Snapshot& snapshot, const QString& only)
{
    QJsonArray rows;
    for (const PlatformState& platform : snapshot.platforms) {
        if (!only.isEmpty() && platform.playbook->id != only)
            continue;
        for (const Runbook& runbook : platform.playbook->runbooks) {
            const QString id = platform.playbook->id + QLatin1Char('/') + runbook.id;
            if (!context.json) {
                context.out << id.leftJustified(40) << runbook.title << '\n';
                continue;
            }
            QJsonArray steps;
            for (const StepSpec& step : runbook.steps)
                steps.append(QJsonObject{{QStringLiteral("id"), step.id},
                                         {QStringLiteral("title"), step.title},
                                         {QStringLiteral("kind"), step.kind},
                                         {QStringLiteral("danger"), dangerName(step.danger)}});
            rows.append(QJsonObject{{QStringLiteral("id"), id},
                                    {QStringLiteral("title"), runbook.title},
                                    {QStringLiteral("steps"), steps}});
        }
    }
    if (context.json)
        printJson(context, rows);
    return ExitDone;
}

QFuture<StepEnd> nextEnd(Engine& engine)
{
    auto promise = std::make_shared<QPromise<StepEnd>>();
    promise->start();
    QObject::connect(
        &engine, &Engine::stepFinished, &engine,
        [promise](const QString&, const QString& step, const StepOutcome& outcome) {
            promise->addResult(StepEnd{step, outcome});
            promise->finish();
        },
        Qt::SingleShotConnection);
    return promise->future();
}

/// What --confirm must be for this step, or an error that says so.
Result<QString> confirmationFor(const PreparedStep& prepared, const QString& given)
{
    if (prepared.need == ConfirmationNeed::None)
        return QString();
    if (prepared.need == ConfirmationNeed::Agree)
        return given.isEmpty() ? Result<QString>(fail(ErrorKind::Refused,
                                                      Engine::tr("%1 Add --confirm yes").arg(prepared.question)))
                               : Result<QString>(given);
    if (given != prepared.expectedText)
        return fail(ErrorKind::Refused,
                    Engine::tr("%1 Add --confirm \"%2\" to run it").arg(prepared.question, prepared.expectedText));
    return given;
}

struct RunOptions {
    QString confirm;
    bool approval = false;  ///< read the second person's answer from standard input
    bool dryRun = false;
    bool commit = false;  ///< a change that is held for a person to look at is committed at once
};

/// Decides changes that are held, for as long as the returned object lives: nobody looks at them here.
std::unique_ptr<QObject> decideHeld(CommandContext& context, Engine& engine, const RunOptions& options)
{
    auto decider = std::make_unique<QObject>();
    QObject::connect(&engine, &Engine::eventsAppended, decider.get(), [&](const QList<Event>& events) {
        for (const Event& event : events) {
            const auto field = [&event](const char* key) { return event.data.value(QLatin1String(key)).toString(); };
            if (event.type != EventType::StepHeld || field("until").isEmpty())
                continue;
            context.err << safeLine(field("summary")) << '\n';
            if (!options.commit)
                context.err << Engine::tr("Held for a look: rolled back now; add --commit to commit it") << '\n';
            if (const Status settled = engine.settleStep(field("run"), field("step"), options.commit, actorName());
                !settled)
                context.err << settled.error().message << '\n';
        }
    });
    return decider;
}

void printPreview(CommandContext& context, const PreparedStep& prepared)
{
    const StepPreview& preview = prepared.preview;
    const TargetIdentity& target = preview.target;
    context.err << Engine::tr("target: %1 %2 as %3 [%4]")
                       .arg(safeLine(target.name), safeLine(target.address), safeLine(target.role),
                            environmentName(target.environment))
                << '\n';
    if (!prepared.step.raised.isEmpty())
        context.err << prepared.step.raised << '\n';
    if (!preview.summary.isEmpty())
        context.err << Engine::tr("would hit: %1").arg(safeLine(preview.summary)) << '\n';
    for (const QString& note : preview.notes)
        context.err << "  " << safeLine(note) << '\n';
    for (qsizetype i = 0; i < preview.samples.size(); ++i)
        context.err << (preview.spared.contains(static_cast<int>(i)) ? "  - " : "  * ")
                    << safeLine(preview.samples.at(i).join(QStringLiteral(" | "))) << '\n';
    if (!prepared.step.commandLine.isEmpty())
        context.err << Engine::tr("by hand: %1").arg(safeBlock(prepared.step.commandLine)) << '\n';
}

/// The second person's answer, from standard input; empty when none was asked for.
QString approvalFor(CommandContext& context, const PreparedStep& prepared, const RunOptions& options)
{
    if (!prepared.needsSecondPerson || !options.approval)
        return {};
    context.err << Engine::tr("Send this to a second person and paste their answer here:") << '\n'
                << prepared.approvalRequest << Qt::flush;
    QString answer;
    QFile file;
    if (!file.open(stdin, QIODevice::ReadOnly))
        return answer;
    while (!file.atEnd() && !answer.contains(QLatin1String("-----END")) && answer.size() < longestAnswer)
        answer += QString::fromUtf8(file.readLine(longestAnswer));
    return answer;
}

int runOne(CommandContext& context, Engine& engine, const StepRequest& request, const RunOptions& options,
           QJsonArray& rows)
{
    const auto prepared = runUntilFinished(engine.prepareStep(request, actorName()), prepareAtMost);
    if (!prepared)
        return printError(context, prepared.error());
    context.err << request.step << "  [" << dangerName(prepared->step.spec.danger) << "]  "
                << safeLine(prepared->step.text) << '\n';
    if (options.dryRun) {
        printPreview(context, *prepared);
        return ExitDone;
    }
    const auto confirmation = confirmationFor(*prepared, options.confirm);
    if (!confirmation)
        return printError(context, confirmation.error());
    const QFuture<StepEnd> end = nextEnd(engine);
    const auto decider = decideHeld(context, engine, options);
    const auto run =
        engine.startStep(prepared->token, *confirmation, actorName(), approvalFor(context, *prepared, options));
    if (!run)
        return printError(context, run.error());
    const StepEnd ended = runUntilFinished(end, stepAtMost);
    if (context.json) {
        rows.append(QJsonObject{{QStringLiteral("step"), request.step},
                                {QStringLiteral("run"), *run},
                                {QStringLiteral("state"), stepStateName(ended.outcome.state)},
                                {QStringLiteral("summary"), ended.outcome.summary},
                                {QStringLiteral("affected"), ended.outcome.affected},
                                {QStringLiteral("output"), QString::fromUtf8(ended.outcome.output)}});
    } else {
        context.out << QString::fromUtf8(ended.outcome.output);
        if (!ended.outcome.output.isEmpty() && !ended.outcome.output.endsWith('\n'))
            context.out << '\n';
        context.err << request.step << ": " << stepStateName(ended.outcome.state) << ", " << ended.outcome.summary
                    << '\n';
    }
    return ended.outcome.state == StepState::Succeeded ? ExitDone : ExitRefused;
}

int run(CommandContext& context, Engine& engine)
{
    const QString step = takeOption(context.arguments, QStringLiteral("--step"));
    RunOptions options;
    options.confirm = takeOption(context.arguments, QStringLiteral("--confirm"));
    options.approval = takeFlag(context.arguments, QStringLiteral("--approval"));
    options.commit = takeFlag(context.arguments, QStringLiteral("--commit"));
    options.dryRun = takeFlag(context.arguments, QStringLiteral("--dry-run"));
    StepRequest request;
    request.incident = takeOption(context.arguments, QStringLiteral("--incident"));
    for (QString input = takeOption(context.arguments, QStringLiteral("--input")); !input.isNull();
         input = takeOption(context.arguments, QStringLiteral("--input")))
        request.inputs.insert(input.section(QLatin1Char('='), 0, 0), input.section(QLatin1Char('='), 1));
    if (context.arguments.size() != 1)
        return usage(context, usageLine);
    request.platform = context.arguments.first().section(QLatin1Char('/'), 0, 0);
    request.runbook = context.arguments.first().section(QLatin1Char('/'), 1);
    const Snapshot snapshot = engine.snapshot();
    const PlatformState* platform = snapshot.platform(request.platform);
    const Runbook* runbook = platform ? platform->playbook->runbook(request.runbook) : nullptr;
    if (!runbook)
        return printError(
            context, fail(ErrorKind::NotFound,
                          Engine::tr("There is no runbook \"%1\"; see runbook list").arg(context.arguments.first())));
    QJsonArray rows;
    int exitCode = ExitDone;
    const QMap<QString, QString> given = request.inputs;
    bool found = step.isEmpty();
    for (const StepSpec& spec : runbook->steps) {
        if (!step.isEmpty() && spec.id != step)
            continue;
        found = true;
        request.step = spec.id;
        request.inputs.clear();
        for (const InputSpec& input : spec.inputs) {
            if (given.contains(input.id))
                request.inputs.insert(input.id, given.value(input.id));
        }
        exitCode = runOne(context, engine, request, options, rows);
        if (exitCode != ExitDone)
            break;
    }
    if (!found)
        return printError(context, fail(ErrorKind::NotFound, Engine::tr("This runbook has no step \"%1\"").arg(step)));
    if (context.json)
        printJson(context, rows);
    return exitCode;
}

}  // namespace

int runbookCommand(CommandContext& context)
{
    if (context.arguments.isEmpty())
        return usage(context, usageLine);
    const QString verb = context.arguments.takeFirst();
    int exitCode = ExitDone;
    const auto assembly = openForCommand(context, false, exitCode);
    if (!assembly)
        return exitCode;
    if (verb == QLatin1String("list") && context.arguments.size() <= 1)
        exitCode = list(context, assembly->engine().snapshot(), context.arguments.value(0));
    else if (verb == QLatin1String("run"))
        exitCode = run(context, assembly->engine());
    else
        exitCode = usage(context, usageLine);
    assembly->engine().stop();
    return exitCode;
}

}  // namespace cockpit
