// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "app/commands/CommandEngine.h"
#include "app/commands/CommandLoop.h"
#include "core/base/SafeText.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

namespace cockpit {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(ApprovalsCommand)
};

const QString usageLine =
    QStringLiteral("approvals key | list | trust NAME KEY | forget NAME | show | give   [--json]\n"
                   "       (show and give read a colleague's request from standard input)");
constexpr Milliseconds keychainTime{30'000};
constexpr qint64 longestRequest = 1024 * 1024;

QString standardInput()
{
    QFile file;
    return file.open(stdin, QIODevice::ReadOnly) ? QString::fromUtf8(file.read(longestRequest)) : QString();
}

int printKey(CommandContext& context, Engine& engine)
{
    const auto key = runUntilFinished(engine.approvalKey(), keychainTime);
    if (!key)
        return printError(context, key.error());
    if (context.json)
        printJson(context, QJsonObject{{QStringLiteral("key"), *key}});
    else
        context.out << *key << Qt::endl;
    return ExitDone;
}

int list(CommandContext& context, const Engine& engine)
{
    const QMap<QString, QString> approvers = engine.approvers();
    QJsonObject all;
    for (auto approver = approvers.begin(); approver != approvers.end(); ++approver) {
        all.insert(approver.key(), approver.value());
        if (!context.json)
            context.out << approver.value() << "  " << safeLine(approver.key()) << Qt::endl;
    }
    if (context.json)
        printJson(context, all);
    return ExitDone;
}

int show(CommandContext& context, const Engine& engine, const QString& text)
{
    const auto request = engine.readApproval(text, actorName());
    if (!request)
        return printError(context, request.error());
    const TargetIdentity& target = request->target;
    context.err << Say::tr("%1 asks to run \"%2\" (%3/%4) on %5 %6 [%7]")
                       .arg(safeLine(request->requester, 80), safeLine(request->title, 200),
                            safeLine(request->platform, 60), safeLine(request->step, 60), safeLine(target.name, 80),
                            safeLine(target.address, 80), environmentName(target.environment))
                << '\n'
                << safeBlock(request->text) << '\n';
    if (request->affected >= 0)
        context.err << Say::tr("It would hit %1.").arg(request->affected) << '\n';
    context.err << Say::tr("Expires at %1 UTC.").arg(request->expires.toUTC().toString(QStringLiteral("HH:mm:ss")))
                << Qt::endl;
    return ExitDone;
}

int give(CommandContext& context, Engine& engine)
{
    const QString text = standardInput();
    if (const int shown = show(context, engine, text); shown != ExitDone)
        return shown;
    const auto approval = runUntilFinished(engine.giveApproval(text, actorName()), keychainTime);
    if (!approval)
        return printError(context, approval.error());
    context.out << *approval << Qt::flush;
    return ExitDone;
}

int told(CommandContext& context, const Status& status)
{
    return status ? static_cast<int>(ExitDone) : printError(context, status.error());
}

}  // namespace

int approvalsCommand(CommandContext& context)
{
    const QString verb = context.arguments.isEmpty() ? QString() : context.arguments.takeFirst();
    const QStringList words = context.arguments;
    int exitCode = ExitDone;
    const auto assembly = openForCommand(context, false, exitCode);
    if (!assembly)
        return exitCode;
    Engine& engine = assembly->engine();
    if (verb == QLatin1String("key") && words.isEmpty())
        exitCode = printKey(context, engine);
    else if (verb == QLatin1String("list") && words.isEmpty())
        exitCode = list(context, engine);
    else if (verb == QLatin1String("trust") && words.size() == 2)
        exitCode = told(context, engine.trustApprover(words.at(0), words.at(1), actorName()));
    else if (verb == QLatin1String("forget") && words.size() == 1)
        exitCode = told(context, engine.forgetApprover(words.at(0), actorName()));
    else if (verb == QLatin1String("show") && words.isEmpty())
        exitCode = show(context, engine, standardInput());
    else if (verb == QLatin1String("give") && words.isEmpty())
        exitCode = give(context, engine);
    else
        exitCode = usage(context, usageLine);
    engine.stop();
    return exitCode;
}

}  // namespace cockpit
