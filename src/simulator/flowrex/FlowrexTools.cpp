// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/flowrex/FlowrexTools.h"

#include "simulator/flowrex/FlowrexPlatform.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <climits>
#include <optional>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr char composeFile[] = "docker-compose.prod.yml";
// docker-compose's own codes: a wrong flag, and a file that is not there.
constexpr int wrongSyntax = 16;
constexpr int missingFile = 14;

QStringList services()
{
    return {u"backend"_s, u"frontend"_s, u"nginx"_s, u"postgres"_s, u"redis"_s};
}

std::optional<ToolAnswer> unknownService(const QStringList& names)
{
    for (const QString& name : names) {
        if (name.startsWith(u'-'))
            return ToolAnswer{wrongSyntax, {}, u"unknown flag: %1\n"_s.arg(name)};
        if (!services().contains(name))
            return ToolAnswer{1, {}, u"no such service: %1\n"_s.arg(name)};
    }
    return std::nullopt;
}

QString progress(const QStringList& containers, const QString& word)
{
    QString text;
    for (const QString& container : containers)
        text += u" Container %1  %2\n"_s.arg(container, word);
    return text;
}

}  // namespace

FlowrexTools::FlowrexTools(FlowrexPlatform& platform)
    : m_platform(platform)
{
}

QStringList FlowrexTools::commands()
{
    return {u"docker-compose"_s, u"docker"_s};
}

QStringList FlowrexTools::scripts()
{
    return {u"scripts/rollback.sh"_s};
}

ToolAnswer FlowrexTools::run(const QStringList& argv)
{
    const QString tool = argv.value(0);
    if (tool == u"docker-compose")
        return compose(argv.mid(1));
    if (tool == u"docker")
        return docker(argv.mid(1));
    if (tool == scripts().first())
        return rollBack(argv.mid(1));
    return {127, {}, u"%1: command not found\n"_s.arg(tool)};
}

QStringList FlowrexTools::containers(const QString& service) const
{
    const int count = service == u"backend" ? m_platform.model().instances() : 1;
    QStringList names;
    for (int i = 1; i <= count; ++i)
        names << u"flowrex-%1-%2"_s.arg(service).arg(i);
    return names;
}

bool FlowrexTools::running(const QString& service) const
{
    if (service == u"backend")
        return m_platform.model().up();
    return service != u"frontend" || !m_frontendStopped;
}

ToolAnswer FlowrexTools::compose(QStringList arguments)
{
    if (arguments.value(0) != u"-f" && arguments.value(0) != u"--file")
        return {missingFile, {}, u"no configuration file provided: not found\n"_s};
    if (arguments.value(1) != QLatin1String(composeFile))
        return {missingFile,
                {},
                u"open %1: no such file or directory\n"_s.arg(QDir(m_platform.folder()).filePath(arguments.value(1)))};
    const QString verb = arguments.value(2);
    arguments = arguments.mid(3);
    if (verb == u"ps")
        return listServices(arguments);
    if (verb == u"images")
        return arguments.isEmpty() ? images() : unknownService(arguments).value_or(images());
    if (verb == u"logs")
        return logs(arguments);
    if (verb == u"restart")
        return restart(arguments);
    if (verb == u"stop")
        return stop(arguments);
    if (verb == u"up")
        return up(arguments);
    if (verb == u"run")
        return runOnce(arguments);
    if (verb == u"exec")
        return execute(arguments);
    if (verb == u"cp")
        return copy(arguments);
    return {wrongSyntax, {}, u"unknown docker command: \"compose %1\"\n"_s.arg(verb)};
}

ToolAnswer FlowrexTools::logs(const QStringList& arguments) const
{
    int tail = INT_MAX;
    QStringList wanted;
    for (const QString& argument : arguments) {
        if (argument.startsWith(u"--tail=")) {
            bool number = false;
            tail = argument.mid(7).toInt(&number);
            if (!number)
                return {1, {}, u"invalid value for \"tail\": %1\n"_s.arg(argument.mid(7))};
        } else if (argument != u"-f" && argument != u"--follow" && !argument.startsWith(u"--since=")) {
            wanted << argument;
        }
    }
    if (const auto refused = unknownService(wanted))
        return *refused;
    QString text;
    const QStringList shown = wanted.isEmpty() ? services() : wanted;
    for (const QString& service : shown)
        text += m_platform.pages().log(service, tail);
    return {0, text, {}};
}

ToolAnswer FlowrexTools::restart(const QStringList& given)
{
    if (const auto refused = unknownService(given))
        return *refused;
    const QStringList wanted = given.isEmpty() ? services() : given;
    QString said;
    for (const QString& service : wanted) {
        said += progress(containers(service), u"Restarting"_s) + progress(containers(service), u"Started"_s);
        if (service == u"backend")
            m_platform.restartBackend();
        else if (service == u"nginx")
            m_platform.restartNginx();
        else if (service == u"redis")
            m_platform.restartRedis();
        else if (service == u"postgres")
            m_platform.restartPostgres();
        else
            m_frontendStopped = false;
    }
    return {0, {}, said};
}

ToolAnswer FlowrexTools::stop(const QStringList& given)
{
    if (const auto refused = unknownService(given))
        return *refused;
    // The simulation knows no platform without its servers.
    const bool known = std::all_of(given.begin(), given.end(), [](const QString& service) {
        return service == u"backend" || service == u"frontend";
    });
    if (given.isEmpty() || !known)
        return {1, {}, u"simulated docker-compose: only backend and frontend can be stopped\n"_s};
    QString said;
    for (const QString& service : given) {
        said += progress(containers(service), u"Stopping"_s) + progress(containers(service), u"Stopped"_s);
        if (service == u"backend")
            m_platform.stopBackend();
        else
            m_frontendStopped = true;
    }
    return {0, {}, said};
}

ToolAnswer FlowrexTools::up(const QStringList& arguments)
{
    int instances = FlowrexModel::normalInstances;
    bool detached = false;
    QStringList wanted;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& argument = arguments.at(i);
        if (argument == u"-d" || argument == u"--detach") {
            detached = true;
        } else if (argument == u"--scale") {
            const QStringList parts = arguments.value(++i).split(u'=');
            bool number = false;
            instances = parts.value(1).toInt(&number);
            if (!number || parts.first() != u"backend" || instances < 1)
                return {wrongSyntax, {}, u"invalid --scale option \"%1\"\n"_s.arg(arguments.value(i))};
        } else if (argument != u"--no-recreate") {
            wanted << argument;
        }
    }
    if (const auto refused = unknownService(wanted))
        return *refused;
    if (!detached)
        return {1, {}, u"the input device is not a TTY; use --detach\n"_s};
    const QStringList before = m_platform.model().up() ? containers(u"backend"_s) : QStringList();
    QString said;
    if (wanted.isEmpty()) {
        m_frontendStopped = false;
        for (const QString& service : services().mid(1))
            said += progress(containers(service), u"Running"_s);
    }
    if (wanted.isEmpty() || wanted.contains(u"backend"_s)) {
        m_platform.model().scale(instances);
        const QStringList after = containers(u"backend"_s);
        for (const QString& container : after)
            said += progress({container}, before.contains(container) ? u"Running"_s : u"Started"_s);
        for (const QString& container : before) {
            if (!after.contains(container))
                said += progress({container}, u"Stopped"_s) + progress({container}, u"Removed"_s);
        }
    }
    return {0, {}, said};
}

ToolAnswer FlowrexTools::runOnce(const QStringList& arguments)
{
    QStringList command = arguments;
    command.removeAll(u"--rm"_s);
    command.removeAll(u"-T"_s);
    if (command.value(0) != u"certbot")
        return {1, {}, u"no such service: %1\n"_s.arg(command.value(0))};
    if (command != QStringList{u"certbot"_s, u"renew"_s})
        return {2,
                {},
                u"usage:\n  certbot [SUBCOMMAND] [options] [-d DOMAIN] [-d DOMAIN] ...\n\n"
                "certbot: error: unrecognized arguments: %1\n"_s.arg(command.mid(1).join(u' '))};
    const QString head = u"Saving debug log to /var/log/letsencrypt/letsencrypt.log\n\n"
                         "- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -\n"
                         "Processing /etc/letsencrypt/renewal/flowrex.app.conf\n"
                         "- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -\n"_s;
    const QString file = u"/etc/letsencrypt/live/flowrex.app/fullchain.pem"_s;
    if (!m_platform.renewCertificate())
        return {0,
                head +
                    u"Certificate not yet due for renewal\n\nThe following certificates are not due for renewal yet:\n"
                    "  %1 (skipped)\nNo renewals were attempted.\n"_s.arg(file),
                {}};
    return {0,
            head + u"Renewing an existing certificate for flowrex.app\n\n"
                   "Congratulations, all renewals succeeded: \n  %1 (success)\n"_s.arg(file),
            {}};
}

ToolAnswer FlowrexTools::copy(const QStringList& arguments)
{
    const QString from = arguments.value(0);
    const QString inside = from.section(u':', 1);
    if (arguments.size() != 2 || !from.startsWith(u"postgres:"))
        return {1, {}, u"copying between these places is not supported\n"_s};
    if (!m_postgresFiles.contains(inside))
        return {
            1,
            {},
            u"Error response from daemon: Could not find the file %1 in container flowrex-postgres-1\n"_s.arg(inside)};
    QFile file(QDir(m_platform.folder()).filePath(arguments.at(1)));
    if (!file.open(QIODevice::WriteOnly) || file.write(m_postgresFiles.value(inside)) < 0)
        return {1, {}, u"open %1: %2\n"_s.arg(arguments.at(1), file.errorString())};
    return {0, {}, u" flowrex-postgres-1 copy %1 to %2 Copied\n"_s.arg(from, arguments.at(1))};
}

ToolAnswer FlowrexTools::execute(const QStringList& arguments)
{
    QStringList command = arguments;
    if (command.value(0) == u"-T")
        command.removeFirst();
    else
        return {1, {}, u"the input device is not a TTY\n"_s};
    if (const auto refused = unknownService({command.value(0)}))
        return *refused;
    const QString service = command.takeFirst();
    if (!running(service))
        return {1, {}, u"service \"%1\" is not running\n"_s.arg(service)};
    if (service == u"backend")
        return inBackend(command);
    if (service == u"postgres")
        return inPostgres(command);
    if (service == u"nginx")
        return inNginx(command);
    if (service == u"redis" && command == QStringList{u"redis-cli"_s, u"ping"_s})
        return m_platform.model().cacheHung() ? ToolAnswer{1, {}, u"Error: Resource temporarily unavailable\n"_s}
                                              : ToolAnswer{0, u"PONG\n"_s, {}};
    return {127,
            {},
            u"OCI runtime exec failed: exec failed: unable to start container process: exec: \"%1\": executable "
            "file not found in $PATH: unknown\n"_s.arg(command.value(0))};
}

ToolAnswer FlowrexTools::rollBack(const QStringList& arguments)
{
    if (arguments.isEmpty() || arguments.size() > 2)
        return {1, {}, u"Usage: ./scripts/rollback.sh <version> [backup_name]\n"_s};
    const QString version = arguments.first();
    QString said = u"Rolling back to version %1\n"_s.arg(version);
    if (!FlowrexModel::releases().contains(version))
        return {1, said,
                u"Error response from daemon: manifest for registry.flowrex.app/backend:%1 not found: manifest "
                "unknown\n"_s.arg(version)};
    if (arguments.size() == 2) {
        const QString backup = arguments.at(1);
        if (!m_platform.restore(backup))
            return {1, said, u"Backup not found: backups/postgres/%1.sql.gz\n"_s.arg(backup)};
        said += u"Restored the database from backups/postgres/%1.sql.gz\n"_s.arg(backup);
    }
    m_frontendStopped = false;
    m_platform.model().deploy(version);
    return {0,
            said + u"Pulled registry.flowrex.app/backend:%1\n"_s.arg(version) +
                progress(containers(u"backend"_s), u"Recreated"_s) + u"Rollback to %1 done\n"_s.arg(version),
            {}};
}

}  // namespace cockpit
