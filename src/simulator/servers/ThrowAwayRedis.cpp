// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/servers/ThrowAwayRedis.h"

#include "simulator/RandomWord.h"
#include "simulator/servers/ServerProcess.h"

#include <QCoreApplication>
#include <QDir>
#include <QHostAddress>
#include <QPromise>
#include <QTcpSocket>
#include <QTimer>

#include <csignal>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Milliseconds deadline{20'000};

// Inline commands, one a line; each is answered with one line.
QList<QByteArray> seedCommands(const QByteArray& password)
{
    QList<QByteArray> commands{"AUTH " + password};
    for (int i = 1; i <= ThrowAwayRedis::seededQueue; ++i)
        commands.append("RPUSH broker:queue signal-" + QByteArray::number(i));
    for (int i = 1; i <= ThrowAwayRedis::seededDedup; ++i)
        commands.append("SET dedup:signal-" + QByteArray::number(i) + " 1");
    return commands;
}

}  // namespace

struct ThrowAwayRedis::Private {
    ServerProcess server{SIGTERM, SIGKILL};
    ServerAddress address;
};

ThrowAwayRedis::ThrowAwayRedis(QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
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
        .then(this, [this](const Status& status) { return status ? seed() : QtFuture::makeReadyFuture(status); })
        .unwrap()
        .then(this, [this](const Status& status) { return status ? Answer(d->address) : Answer(status.error()); });
}

QFuture<Status> ThrowAwayRedis::seed()
{
    auto promise = std::make_shared<QPromise<Status>>();
    promise->start();
    const QFuture<Status> future = promise->future();
    const QList<QByteArray> commands = seedCommands(d->address.password.reveal());
    auto* socket = new QTcpSocket(this);
    const auto finish = [promise, socket](Status status) {
        if (promise->future().isFinished())
            return;
        promise->addResult(std::move(status));
        promise->finish();
        socket->deleteLater();
    };
    const Error unreachable =
        fail(ErrorKind::Unreachable, QCoreApplication::translate("Simulator", "Redis started but cannot be filled."));
    connect(socket, &QTcpSocket::connected, socket, [socket, commands] {
        for (const QByteArray& command : commands)
            socket->write(command + "\r\n");
    });
    connect(socket, &QTcpSocket::readyRead, socket, [=, answered = 0]() mutable {
        while (socket->canReadLine()) {
            if (socket->readLine().startsWith('-'))
                return finish(unreachable);
            if (++answered == commands.size())
                return finish(Done{});
        }
    });
    connect(socket, &QTcpSocket::errorOccurred, socket, [=] { finish(unreachable); });
    QTimer::singleShot(deadline, socket, [=] { finish(unreachable); });
    socket->connectToHost(QHostAddress::LocalHost, d->address.port);
    return future;
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
