// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/justtrades/JustTradesTools.h"

#include "simulator/justtrades/JustTradesModel.h"
#include "simulator/justtrades/JustTradesPages.h"

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

// As clap, which reads railway's arguments, words it.
ToolAnswer usage(const QString& problem, const QString& form)
{
    return {2, {}, u"error: %1\n\nUsage: railway %2\n\nFor more information, try '--help'.\n"_s.arg(problem, form)};
}

}  // namespace

JustTradesTools::JustTradesTools(JustTradesModel& model, const JustTradesPages& pages, ReleaseIn releaseIn)
    : m_model(model)
    , m_pages(pages)
    , m_releaseIn(std::move(releaseIn))
{
}

ToolAnswer JustTradesTools::run(const QStringList& argv)
{
    if (argv.value(0) != u"railway")
        return {127, {}, u"%1: command not found\n"_s.arg(argv.value(0))};
    const QString verb = argv.value(1);
    const QStringList rest = argv.mid(2);
    if (verb == u"logs")
        return logs(rest);
    if (verb == u"restart")
        return restart(rest, u"The latest deployment for service just-trades has been restarted\n"_s);
    if (verb == u"redeploy")
        return restart(rest, u"The latest deployment for service just-trades has been redeployed\n"_s);
    if (verb == u"up")
        return up(rest);
    if (verb == u"status" && rest.isEmpty())
        return {0, u"Project: just-trades\nEnvironment: production\nService: just-trades\n"_s, {}};
    if (verb == u"status")
        return usage(u"unexpected argument '%1' found"_s.arg(rest.first()), u"status [OPTIONS]"_s);
    return verb.isEmpty() ? usage(u"a subcommand is required"_s, u"<COMMAND>"_s)
                          : usage(u"unrecognized subcommand '%1'"_s.arg(verb), u"<COMMAND>"_s);
}

ToolAnswer JustTradesTools::logs(QStringList options) const
{
    const QString form = u"logs [OPTIONS] [DEPLOYMENT_ID]"_s;
    qsizetype count = -1;
    while (!options.isEmpty()) {
        const QString option = options.takeFirst();
        if (option != u"--lines" && option != u"-n")
            return usage(u"unexpected argument '%1' found"_s.arg(option), form);
        bool ok = false;
        const QString given = options.isEmpty() ? QString() : options.takeFirst();
        count = given.toInt(&ok);
        if (!ok || count < 0)
            return usage(u"invalid value '%1' for '--lines <LINES>': invalid digit found in string"_s.arg(given), form);
    }
    QStringList lines = QString::fromUtf8(m_pages.logLines()).split(u'\n', Qt::SkipEmptyParts);
    if (count >= 0)
        lines = lines.mid(std::max<qsizetype>(0, lines.size() - count));
    return {0, lines.join(u'\n') + u'\n', {}};
}

ToolAnswer JustTradesTools::restart(const QStringList& options, const QString& said)
{
    for (const QString& option : options) {
        if (option != u"--yes" && option != u"-y")
            return usage(u"unexpected argument '%1' found"_s.arg(option), u"restart [OPTIONS]"_s);
    }
    m_model.restart();
    return {0, said, {}};
}

ToolAnswer JustTradesTools::up(const QStringList& arguments)
{
    const QString form = u"up [OPTIONS] [PATH]"_s;
    QString directory = u"."_s;
    for (const QString& argument : arguments) {
        if (!argument.startsWith(u'-'))
            directory = argument;
        else if (argument != u"--path-as-root" && argument != u"--detach" && argument != u"-d")
            return usage(u"unexpected argument '%1' found"_s.arg(argument), form);
    }
    const QString release = m_releaseIn(directory);
    if (release.isEmpty())
        return {1, {}, u"IO error for operation on %1: No such file or directory (os error 2)\n"_s.arg(directory)};
    m_model.deploy(release);
    return {0, u"Indexing...\nUploading...\n  Build Logs: the deployment of service just-trades has begun\n"_s, {}};
}

}  // namespace cockpit
