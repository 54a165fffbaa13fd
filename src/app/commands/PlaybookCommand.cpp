// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "app/AppVocabulary.h"
#include "app/commands/CommandContext.h"
#include "core/base/Profile.h"
#include "core/playbook/PlaybookLibrary.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cockpit {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(PlaybookCommand)
};

int usage(CommandContext& context)
{
    context.err << Say::tr("Usage: incident-cockpit playbook list | show ID | check PATH…   [--json]") << Qt::endl;
    return ExitUsage;
}

void report(CommandContext& context, const PlaybookProblems& problems)
{
    for (const PlaybookProblem& problem : problems)
        context.err << problem.toString() << Qt::endl;
}

void print(CommandContext& context, const QJsonDocument& document)
{
    context.out << QString::fromUtf8(document.toJson(QJsonDocument::Indented)) << Qt::flush;
}

int list(CommandContext& context, const PlaybookLibrary& library)
{
    QJsonArray rows;
    for (const PlaybookPointer& playbook : library.playbooks()) {
        rows.append(QJsonObject{{QStringLiteral("id"), playbook->id},
                                {QStringLiteral("title"), playbook->title},
                                {QStringLiteral("environment"), environmentName(playbook->environment)},
                                {QStringLiteral("runbooks"), playbook->runbooks.size()},
                                {QStringLiteral("signals"), playbook->signalSpecs.size()},
                                {QStringLiteral("source"), playbook->sourceFile},
                                {QStringLiteral("digest"), playbook->digest}});
        if (!context.json)
            context.out
                << QStringLiteral("%1  %2  (%3)").arg(playbook->id, -20).arg(playbook->title, playbook->sourceFile)
                << Qt::endl;
    }
    if (context.json)
        print(context, QJsonDocument(rows));
    report(context, library.problems());
    return library.problems().isEmpty() ? ExitDone : ExitRefused;
}

void printSummary(CommandContext& context, const Playbook& playbook)
{
    QTextStream& out = context.out;
    out << playbook.title << " (" << environmentName(playbook.environment) << ')' << Qt::endl;
    if (!playbook.description.isEmpty())
        out << playbook.description << Qt::endl;
    out << Qt::endl << Say::tr("Severities:") << Qt::endl;
    for (const Severity& severity : playbook.severities)
        out << "  " << severity.id << "  " << severity.title << Qt::endl;
    out << Say::tr("Rules:") << Qt::endl;
    for (const RuleSpec& rule : playbook.rules)
        out << "  " << rule.id << "  " << rule.severity << "  " << rule.when << Qt::endl;
    out << Say::tr("Runbooks:") << Qt::endl;
    for (const Runbook& runbook : playbook.runbooks) {
        out << "  " << runbook.id << "  " << runbook.title << Qt::endl;
        for (const StepSpec& step : runbook.steps)
            out << "    " << step.id << "  [" << dangerName(step.danger) << "]  " << step.title << Qt::endl;
    }
}

int show(CommandContext& context, const PlaybookLibrary& library, const QString& id)
{
    const PlaybookPointer playbook = library.find(id);
    if (!playbook) {
        QStringList ids;
        for (const PlaybookPointer& known : library.playbooks())
            ids.append(known->id);
        context.err << Say::tr("There is no playbook \"%1\"").arg(id) << suggestion(id, ids) << Qt::endl;
        report(context, library.problems());
        return ExitRefused;
    }
    if (context.json)
        print(context, QJsonDocument(playbook->toJson()));
    else
        printSummary(context, *playbook);
    return ExitDone;
}

QJsonObject problemJson(const PlaybookProblem& problem)
{
    return {{QStringLiteral("file"), problem.file},
            {QStringLiteral("line"), problem.line},
            {QStringLiteral("column"), problem.column},
            {QStringLiteral("message"), problem.message}};
}

int check(CommandContext& context, const Vocabulary& vocabulary, const QStringList& paths)
{
    const PlaybookLoader loader(vocabulary);
    QJsonArray found;
    QJsonArray repaired;
    bool good = true;
    for (const QString& path : paths) {
        const PlaybookLoad load = loader.load(path);
        good = good && load.ok();
        report(context, load.problems);
        report(context, load.notices);
        for (const PlaybookProblem& notice : load.notices)
            repaired.append(problemJson(notice));
        for (const PlaybookProblem& problem : load.problems)
            found.append(problemJson(problem));
        if (load.ok() && !context.json)
            context.out << Say::tr("%1: \"%2\" is in order (%3 signals, %4 rules, %5 runbooks)")
                               .arg(path, load.playbook->id)
                               .arg(load.playbook->signalSpecs.size())
                               .arg(load.playbook->rules.size())
                               .arg(load.playbook->runbooks.size())
                        << Qt::endl;
    }
    if (context.json)
        print(context, QJsonDocument(QJsonObject{{QStringLiteral("ok"), good},
                                                 {QStringLiteral("problems"), found},
                                                 {QStringLiteral("repaired"), repaired}}));
    return good ? ExitDone : ExitRefused;
}

}  // namespace

int playbookCommand(CommandContext& context)
{
    const QString verb = context.arguments.value(0);
    const QStringList rest = context.arguments.mid(1);
    const Vocabulary vocabulary = appVocabulary();
    if (verb == QLatin1String("check") && !rest.isEmpty())
        return check(context, vocabulary, rest);
    const bool listing = verb == QLatin1String("list") && rest.isEmpty();
    if (!listing && (verb != QLatin1String("show") || rest.size() != 1))
        return usage(context);
    const PlaybookLibrary library(vocabulary, Profile::at(context.profileDirectory).playbooks());
    return listing ? list(context, library) : show(context, library, rest.first());
}

}  // namespace cockpit
