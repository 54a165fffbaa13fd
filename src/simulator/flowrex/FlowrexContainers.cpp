// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// What the tools say about containers and what runs inside them.
#include "simulator/flowrex/FlowrexPlatform.h"
#include "simulator/flowrex/FlowrexTools.h"

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Service {
    const char16_t* name;
    const char16_t* image;
    const char16_t* command;
    const char16_t* ports;
    int memoryMiB;
    int processes;
};
constexpr Service backendService{
    u"backend", u"registry.flowrex.app/backend", u"\"uvicorn app.main:a…\"", u"8000/tcp", 0, 14};
constexpr Service otherServices[]{
    {u"frontend", u"registry.flowrex.app/frontend", u"\"docker-entrypoint.s…\"", u"3000/tcp", 182, 11},
    {u"nginx", u"nginx", u"\"/docker-entrypoint.…\"", u"0.0.0.0:443->443/tcp", 24, 5},
    {u"postgres", u"postgres", u"\"docker-entrypoint.s…\"", u"5432/tcp", 412, 58},
    {u"redis", u"redis", u"\"docker-entrypoint.s…\"", u"6379/tcp", 12, 5}};

QString text(const char16_t* words)
{
    return QString::fromUtf16(words);
}

QString cell(const QString& words, int width)
{
    return words.leftJustified(width) + u' ';
}

QString imageOf(const Service& service, const QString& version)
{
    const QString name = text(service.image);
    return name + (name.startsWith(u"registry.") ? u':' + version : u":stable-alpine"_s);
}

QString grepAfter(const QByteArray& file, const QString& pattern, int after, bool numbered)
{
    QString out;
    int left = 0;
    int number = 0;
    const QStringList lines = QString::fromUtf8(file).split(u'\n');
    for (const QString& line : lines) {
        ++number;
        const bool match = line.contains(pattern);
        if (match)
            left = after + 1;
        if (left-- > 0)
            out += (numbered ? QString::number(number) + (match ? u':' : u'-') : QString()) + line + u'\n';
    }
    return out;
}

ToolAnswer notFound(const QString& command)
{
    return {127,
            {},
            u"OCI runtime exec failed: exec failed: unable to start container process: exec: \"%1\": executable "
            "file not found in $PATH: unknown\n"_s.arg(command)};
}

}  // namespace

ToolAnswer FlowrexTools::listServices(const QStringList& arguments) const
{
    const bool all = arguments == QStringList{u"--all"_s} || arguments == QStringList{u"-a"_s};
    if (!arguments.isEmpty() && !all)
        return {16, {}, u"unknown flag: %1\n"_s.arg(arguments.first())};
    FlowrexModel& model = m_platform.model();
    QString out = cell(u"NAME"_s, 20) + cell(u"IMAGE"_s, 40) + cell(u"COMMAND"_s, 24) + cell(u"SERVICE"_s, 10) +
                  cell(u"STATUS"_s, 28) + u"PORTS\n"_s;
    const auto row = [&](const Service& service, const QString& container, const QString& status) {
        out += cell(container, 20) + cell(imageOf(service, model.version()), 40) + cell(text(service.command), 24) +
               cell(text(service.name), 10) + cell(status, 28) + text(service.ports) + u'\n';
    };
    const QStringList instances = containers(u"backend"_s);
    for (const QString& container : instances) {
        if (model.up())
            row(backendService, container, model.cacheHung() ? u"Up 2 days (unhealthy)"_s : u"Up 2 days (healthy)"_s);
        else if (all)
            row(backendService, container, model.restarting() ? u"Restarting"_s : u"Exited (137) 2 minutes ago"_s);
    }
    for (const Service& service : otherServices) {
        const bool up = running(text(service.name));
        if (up || all)
            row(service, containers(text(service.name)).first(), up ? u"Up 2 days"_s : u"Exited (0) 1 minute ago"_s);
    }
    return {0, out, {}};
}

ToolAnswer FlowrexTools::images() const
{
    QString out =
        cell(u"CONTAINER"_s, 22) + cell(u"REPOSITORY"_s, 34) + cell(u"TAG"_s, 16) + u"IMAGE ID       SIZE\n"_s;
    const auto row = [&](const Service& service, const QString& container, const QString& size) {
        const QString image = imageOf(service, m_platform.model().version());
        out += cell(container, 22) + cell(image.section(u':', 0, 0), 34) + cell(image.section(u':', 1), 16) +
               u"5f1c0de%1   %2\n"_s.arg(qHash(image) % 90'000 + 10'000).arg(size);
    };
    const QStringList instances = containers(u"backend"_s);
    for (const QString& container : instances)
        row(backendService, container, u"612MB"_s);
    for (const Service& service : otherServices)
        row(service, containers(text(service.name)).first(), u"188MB"_s);
    return {0, out, {}};
}

QString FlowrexTools::stats() const
{
    const FlowrexModel& model = m_platform.model();
    QString out =
        u"CONTAINER ID   NAME                 CPU %     MEM USAGE / LIMIT     MEM %     NET I/O          BLOCK I/O   PIDS\n"_s;
    const auto row = [&](const QString& name, double cpu, int memory, int processes) {
        const QString used =
            memory < 1'024 ? u"%1MiB"_s.arg(memory) : QString::number(memory / 1'024.0, 'f', 3) + u"GiB"_s;
        out += u"%1   "_s.arg(qHash(name), 12, 16, QLatin1Char('a')) + cell(name, 20) +
               cell(QString::number(cpu, 'f', 2) + u'%', 9) + cell(used + u" / 8GiB"_s, 21) +
               cell(QString::number(100.0 * memory / FlowrexModel::hostMemoryMiB, 'f', 2) + u'%', 9) +
               cell(u"1.2GB / 3.4GB"_s, 16) + cell(u"0B / 0B"_s, 11) + QString::number(processes) + u'\n';
    };
    for (int instance = 1; model.up() && instance <= model.instances(); ++instance)
        row(u"flowrex-backend-%1"_s.arg(instance), 8 + instance % 3, model.instanceMemoryMiB(instance),
            backendService.processes);
    for (const Service& service : otherServices) {
        if (running(text(service.name)))
            row(containers(text(service.name)).first(), 1.5, service.memoryMiB, service.processes);
    }
    return out;
}

ToolAnswer FlowrexTools::docker(const QStringList& arguments) const
{
    const QString verb = arguments.value(0);
    if (verb == u"stats") {
        if (arguments == QStringList{u"stats"_s, u"--no-stream"_s})
            return {0, stats(), {}};
        const QString last = arguments.last();
        if (last.startsWith(u'-') || arguments.size() == 1)
            return {125, {}, u"unknown flag: %1\nSee 'docker stats --help'.\n"_s.arg(last)};
        return {1, {}, u"Error response from daemon: No such container: %1\n"_s.arg(last)};
    }
    // No container of this host was ever killed for memory, so the answer of a bounded question is empty.
    if (verb == u"events" && arguments.contains(u"--since"_s) && arguments.contains(u"--until"_s) &&
        arguments.contains(u"event=oom"_s))
        return {0, {}, {}};
    return {1, {}, u"docker: '%1' is not a docker command.\nSee 'docker --help'\n"_s.arg(verb)};
}

ToolAnswer FlowrexTools::inBackend(const QStringList& command) const
{
    if (command.value(0) != u"python" || command.value(1) != u"-c")
        return notFound(command.value(0));
    if (!command.value(2).contains(u"adapter.check_connection()"))
        return {1,
                {},
                u"Traceback (most recent call last):\n  File \"<string>\", line 1, in <module>\n"
                "NotImplementedError: only the adapter's check runs here\n"_s};
    if (m_platform.model().brokerAnswers())
        return {0, u"True\n"_s, {}};
    return {0, u"False\n"_s,
            u"ERROR app.execution.oanda: GET /v3/accounts: 401 Unauthorized: Insufficient authorization to perform "
            "request\n"_s};
}

ToolAnswer FlowrexTools::inPostgres(const QStringList& command)
{
    if (command == QStringList{u"pg_isready"_s})
        return m_platform.postgresAnswers() ? ToolAnswer{0, u"/var/run/postgresql:5432 - accepting connections\n"_s, {}}
                                            : ToolAnswer{2, u"/var/run/postgresql:5432 - no response\n"_s, {}};
    if (command.value(0) != u"pg_dump")
        return notFound(command.value(0));
    const QString mark = u"--file="_s;
    const QString file = command.value(3).mid(mark.size());
    if (command.mid(1, 2) != QStringList{u"-U"_s, u"flowrex"_s} || !command.value(3).startsWith(mark) ||
        command.mid(4) != QStringList{u"flowrex"_s})
        return {1,
                {},
                u"pg_dump: error: too many command-line arguments\nTry \"pg_dump --help\" for more information.\n"_s};
    FlowrexDatabase* database = m_platform.database();
    const auto dumped = database ? database->dump() : Result<QByteArray>(fail(ErrorKind::Unreachable, u"no server"_s));
    if (!dumped)
        return {1, {}, u"pg_dump: error: connection to server failed: %1\n"_s.arg(dumped.error().message)};
    m_postgresFiles.insert(file, *dumped);
    return {0, {}, {}};
}

ToolAnswer FlowrexTools::inNginx(const QStringList& command)
{
    FlowrexNginx& nginx = m_platform.nginx();
    if (command == QStringList{u"nginx"_s, u"-t"_s})
        return nginx.test();
    if (command == QStringList{u"nginx"_s, u"-s"_s, u"reload"_s})
        return m_platform.reloadNginx();
    if (command.value(0) != u"grep")
        return notFound(command.value(0));
    int after = 0;
    bool numbered = false;
    QStringList words;
    for (qsizetype i = 1; i < command.size(); ++i) {
        if (command.at(i) == u"-A")
            after = command.value(++i).toInt();
        else if (command.at(i) == u"-n")
            numbered = true;
        else
            words << command.at(i);
    }
    if (words.size() != 2)
        return {2, {}, u"Usage: grep [-HhnlLoqvsrRiwFE] [-m N] [-A|B|C N] { PATTERN | -e PATTERN... } [FILE]...\n"_s};
    if (words.at(1) != u"/etc/nginx/nginx.conf")
        return {2, {}, u"grep: %1: No such file or directory\n"_s.arg(words.at(1))};
    const QString found = grepAfter(nginx.file(), words.at(0), after, numbered);
    return {found.isEmpty() ? 1 : 0, found, {}};
}

}  // namespace cockpit
