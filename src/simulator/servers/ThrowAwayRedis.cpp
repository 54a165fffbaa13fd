// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/servers/ThrowAwayRedis.h"

#include "simulator/RandomWord.h"
#include "simulator/servers/RedisSession.h"
#include "simulator/servers/ServerProcess.h"

#include <QCoreApplication>
#include <QDir>

#include <csignal>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Milliseconds deadline{20'000};

}  // namespace

struct ThrowAwayRedis::Private {
    ServerProcess server{SIGTERM, SIGKILL};
    ServerAddress address;
    QByteArrayList seed;
};

ThrowAwayRedis::ThrowAwayRedis(QByteArrayList seed, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->seed = std::move(seed);
}

ThrowAwayRedis::~ThrowAwayRedis() = default;

bool ThrowAwayRedis::available()
{
    return !findProgram(u"redis-server"_s).isEmpty();
}

QFuture<Result<ServerAddress>> ThrowAwayRedis::start()
{
    using Answer = Result<ServerAddress>;
    if (!available())
        return QtFuture::makeReadyFuture(
            Answer(fail(ErrorKind::Unsupported,
                        QCoreApplication::translate("Simulator", "Redis is not installed; install redis-server."))));
    d->address.port = freePort();
    d->address.password = Secret(randomWord().toUtf8());
    // The password travels by standard input: a command line is public.
    Launch launch;
    launch.program = findProgram(u"redis-server"_s);
    launch.arguments = QStringList{u"-"_s};
    launch.workingFolder = QDir::tempPath();
    launch.input = "bind 127.0.0.1\nport " + QByteArray::number(d->address.port) + "\nrequirepass " +
                   d->address.password.reveal() + "\nsave \"\"\nappendonly no\ndaemonize no\n";
    launch.environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    return d->server.start(launch, "Ready to accept connections", deadline)
        .then(this, [this](const Status& status) { return status ? fill() : status; })
        .then(this, [this](const Status& status) { return status ? Answer(d->address) : Answer(status.error()); });
}

Status ThrowAwayRedis::fill() const
{
    RedisSession session(d->address);
    for (const QByteArray& command : d->seed) {
        if (const auto done = session.run(command.split(' ')); !done)
            return done.error();
    }
    return Done{};
}

QFuture<Status> ThrowAwayRedis::stop()
{
    return d->server.stop();
}

qint64 ThrowAwayRedis::processId() const
{
    return d->server.processId();
}

}  // namespace cockpit
