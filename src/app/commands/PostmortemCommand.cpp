// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "app/commands/CommandContext.h"
#include "app/commands/CommandEngine.h"
#include "app/commands/CommandLoop.h"

#include <QFileInfo>

namespace cockpit {

namespace {

const QString usageLine =
    QStringLiteral("postmortem draft INCIDENT\n"
                   "       incident-cockpit postmortem export INCIDENT --format md|html|pdf --out FILE");
constexpr Milliseconds exportAtMost{120'000};

int exportOne(CommandContext& context, Engine& engine)
{
    const QString format = takeOption(context.arguments, QStringLiteral("--format"));
    const QString file = takeOption(context.arguments, QStringLiteral("--out"));
    if (context.arguments.size() != 1 || file.isEmpty() ||
        !QStringList{QStringLiteral("md"), QStringLiteral("html"), QStringLiteral("pdf")}.contains(format))
        return usage(context, usageLine);
    const Status written = runUntilFinished(
        engine.exportPostmortem(context.arguments.first(), format, QFileInfo(file).absoluteFilePath(), actorName()),
        exportAtMost);
    if (!written)
        return printError(context, written.error());
    context.err << Engine::tr("Written: %1").arg(file) << '\n';
    return ExitDone;
}

}  // namespace

int postmortemCommand(CommandContext& context)
{
    if (context.arguments.size() < 2)
        return usage(context, usageLine);
    const QString verb = context.arguments.takeFirst();
    int exitCode = ExitDone;
    const auto assembly = openForCommand(context, false, exitCode);
    if (!assembly)
        return exitCode;
    Engine& engine = assembly->engine();
    if (verb == QLatin1String("draft") && context.arguments.size() == 1) {
        const auto draft = engine.postmortemDraft(context.arguments.first());
        if (draft)
            context.out << *draft;
        else
            exitCode = printError(context, draft.error());
    } else if (verb == QLatin1String("export")) {
        exitCode = exportOne(context, engine);
    } else {
        exitCode = usage(context, usageLine);
    }
    engine.stop();
    return exitCode;
}

}  // namespace cockpit
