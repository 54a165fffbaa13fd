// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/servers/ThrowAwayPostgres.h"

#include "simulator/RandomWord.h"
#include "simulator/servers/ServerProcess.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>
#include <QTemporaryDir>

#include <csignal>
#include <pwd.h>
#include <unistd.h>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Milliseconds stepDeadline{60'000};

QStringList programFolders()
{
    QDir root(u"/usr/lib/postgresql"_s);
    QStringList folders;
    const QStringList versions = root.entryList({u"[0-9]*"_s}, QDir::Dirs, QDir::Name | QDir::Reversed);
    for (const QString& version : versions)
        folders.append(root.filePath(version + u"/bin"_s));
    return folders;
}

QString program(const QString& name)
{
    return findProgram(name, programFolders());
}

QProcessEnvironment environment()
{
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, u"/usr/bin:/bin"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"TZ"_s, u"UTC"_s);
    return environment;
}

bool writePrivateFile(const QString& path, const QByteArray& content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner) &&
           file.write(content) == content.size();
}

bool giveToDatabaseUser(const QString& path)
{
    if (!isRoot())
        return true;
    const passwd* entry = getpwnam("postgres");
    return entry && chown(QFile::encodeName(path).constData(), entry->pw_uid, entry->pw_gid) == 0;
}

}  // namespace

struct ThrowAwayPostgres::Private {
    explicit Private(ThrowAwayPostgresOptions given)
        : options(std::move(given))
        , directory(QDir::tempPath() + u"/incident-cockpit-postgres-XXXXXX"_s)
        , server(SIGINT, SIGQUIT)
    {
        directory.setAutoRemove(false);
    }

    ThrowAwayPostgresOptions options;
    QTemporaryDir directory;
    ServerProcess server;
    ServerAddress address;

    QString path(const QString& name) const { return directory.filePath(name); }
    bool prepareFolder();
    Launch initialise() const;
    Launch certificate() const;
    Launch serve() const;
    Launch fill() const;
};

bool ThrowAwayPostgres::Private::prepareFolder()
{
    // The server runs as another user when we are root, so that user must get through.
    return directory.isValid() &&
           QFile::setPermissions(directory.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner |
                                                       QFile::ReadOther | QFile::ExeOther | QFile::ReadGroup |
                                                       QFile::ExeGroup) &&
           writePrivateFile(path(u"password"_s), address.password.reveal() + '\n') &&
           writePrivateFile(path(u"pgpass"_s),
                            "127.0.0.1:*:*:" + address.user.toUtf8() + ':' + address.password.reveal() + '\n') &&
           giveToDatabaseUser(directory.path()) && giveToDatabaseUser(path(u"password"_s)) &&
           giveToDatabaseUser(path(u"pgpass"_s));
}

Launch ThrowAwayPostgres::Private::initialise() const
{
    return {program(u"initdb"_s),
            {u"--pgdata"_s, path(u"data"_s), u"--username"_s, address.user, u"--pwfile"_s, path(u"password"_s),
             u"--auth"_s, u"scram-sha-256"_s, u"--encoding"_s, u"UTF8"_s, u"--locale"_s, u"C.UTF-8"_s, u"--no-sync"_s},
            {},
            directory.path(),
            environment(),
            true};
}

Launch ThrowAwayPostgres::Private::certificate() const
{
    return {program(u"openssl"_s),
            {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
             u"/CN=localhost"_s, u"-addext"_s, u"subjectAltName=DNS:localhost,IP:127.0.0.1"_s, u"-keyout"_s,
             path(u"server.key"_s), u"-out"_s, path(u"server.crt"_s)},
            {},
            directory.path(),
            environment(),
            true};
}

Launch ThrowAwayPostgres::Private::serve() const
{
    QStringList arguments{u"-D"_s, path(u"data"_s), u"-p"_s, QString::number(address.port)};
    QStringList settings{u"listen_addresses=127.0.0.1"_s,
                         u"unix_socket_directories="_s,
                         u"fsync=off"_s,
                         u"synchronous_commit=off"_s,
                         u"full_page_writes=off"_s,
                         u"max_connections=%1"_s.arg(options.connections)};
    if (options.tls)
        settings << u"ssl=on"_s << u"ssl_cert_file="_s + path(u"server.crt"_s)
                 << u"ssl_key_file="_s + path(u"server.key"_s);
    for (const QString& setting : settings)
        arguments << u"-c"_s << setting;
    return {program(u"postgres"_s), arguments, {}, directory.path(), environment(), true};
}

Launch ThrowAwayPostgres::Private::fill() const
{
    QProcessEnvironment withPassword = environment();
    withPassword.insert(u"PGPASSFILE"_s, path(u"pgpass"_s));
    const QByteArray name = options.database.toUtf8();
    const QByteArray script = "CREATE DATABASE " + name + ";\n\\connect " + name + '\n' + options.script;
    return {program(u"psql"_s),
            {u"--no-psqlrc"_s, u"--quiet"_s, u"--set=ON_ERROR_STOP=1"_s, u"--host=127.0.0.1"_s,
             u"--port=%1"_s.arg(address.port), u"--username="_s + address.user, u"--dbname=postgres"_s, u"--file=-"_s},
            script,
            directory.path(),
            withPassword,
            true};
}

ThrowAwayPostgres::ThrowAwayPostgres(ThrowAwayPostgresOptions options, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(options)))
{
}

ThrowAwayPostgres::~ThrowAwayPostgres()
{
    const QString folder = d->directory.path();
    d.reset();
    QDir(folder).removeRecursively();
}

bool ThrowAwayPostgres::available()
{
    return !program(u"initdb"_s).isEmpty() && !program(u"postgres"_s).isEmpty() && !program(u"psql"_s).isEmpty() &&
           (!isRoot() || getpwnam("postgres"));
}

QFuture<Result<ServerAddress>> ThrowAwayPostgres::start()
{
    using Answer = Result<ServerAddress>;
    if (!available())
        return QtFuture::makeReadyFuture(Answer(
            fail(ErrorKind::Unsupported,
                 QCoreApplication::translate("Simulator", "PostgreSQL is not installed; install postgresql-15."))));
    d->address.port = freePort();
    d->address.user = u"cockpit"_s;
    d->address.database = d->options.database;
    d->address.password = Secret(randomWord().toUtf8());
    if (d->options.tls)
        d->address.authorityFile = d->path(u"server.crt"_s);
    if (!d->prepareFolder())
        return QtFuture::makeReadyFuture(
            Answer(fail(ErrorKind::Storage,
                        QCoreApplication::translate("Simulator", "No temporary folder can be made for PostgreSQL."))));

    const auto next = [this](auto step) {
        return [step](const Status& status) { return status ? step() : QtFuture::makeReadyFuture(status); };
    };
    return runToEnd(d->initialise(), stepDeadline)
        .then(this, next([this] {
                  return d->options.tls ? runToEnd(d->certificate(), stepDeadline)
                                        : QtFuture::makeReadyFuture(Status(Done{}));
              }))
        .unwrap()
        .then(this, next([this] {
                  return d->server.start(d->serve(), "database system is ready to accept connections", stepDeadline);
              }))
        .unwrap()
        .then(this, next([this] { return runToEnd(d->fill(), stepDeadline); }))
        .unwrap()
        .then(this, [this](const Status& status) { return status ? Answer(d->address) : Answer(status.error()); });
}

QFuture<Status> ThrowAwayPostgres::stop()
{
    return d->server.stop().then(this, [this](const Status& status) {
        QDir(d->directory.path()).removeRecursively();
        return status;
    });
}

qint64 ThrowAwayPostgres::processId() const
{
    return d->server.processId();
}

QString ThrowAwayPostgres::folder() const
{
    return d->directory.path();
}

}  // namespace cockpit
