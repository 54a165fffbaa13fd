// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/servers/ServerProcess.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHostAddress>
#include <QPointer>
#include <QProcess>
#include <QPromise>
#include <QStandardPaths>
#include <QTcpServer>
#include <QThread>
#include <QTimer>

#include <csignal>
#include <grp.h>
#include <poll.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Milliseconds stopPatience{5'000};
constexpr int abandonPatienceMs = 3'000;
constexpr qsizetype keptOutput = 16 * 1024;

struct Identity {
    bool change = false;
    uid_t user = 0;
    gid_t group = 0;
};

Identity databaseIdentity(bool wanted)
{
    const passwd* entry = wanted && isRoot() ? getpwnam("postgres") : nullptr;
    return entry ? Identity{true, entry->pw_uid, entry->pw_gid} : Identity{};
}

// The kernel forgets the death signal when the credentials change, so it is asked for afterwards.
void prepare(QProcess& process, const Launch& launch, int deathSignal)
{
    process.setProgram(launch.program);
    process.setArguments(launch.arguments);
    process.setProcessEnvironment(launch.environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    if (!launch.workingFolder.isEmpty())
        process.setWorkingDirectory(launch.workingFolder);
    const Identity identity = databaseIdentity(launch.asDatabaseUser);
    const pid_t parent = getpid();
    process.setChildProcessModifier([identity, parent, deathSignal] {
        setsid();
        if (identity.change &&
            (setgroups(0, nullptr) != 0 || setgid(identity.group) != 0 || setuid(identity.user) != 0))
            _exit(126);
        prctl(PR_SET_PDEATHSIG, deathSignal);
        if (getppid() != parent)
            _exit(126);
    });
}

void feed(QProcess& process, const QByteArray& input)
{
    if (!input.isEmpty())
        process.write(input);
    process.closeWriteChannel();
}

Error cannotStart(const Launch& launch, const QString& output)
{
    return fail(ErrorKind::Unreachable,
                QCoreApplication::translate("Simulator", "%1 did not do its work; see the detail.")
                    .arg(QFileInfo(launch.program).fileName()),
                output.right(2'000));
}

void waitForEnd(qint64 processId)
{
    const auto descriptor = static_cast<int>(syscall(SYS_pidfd_open, static_cast<pid_t>(processId), 0));
    if (descriptor < 0)
        return;
    pollfd waiting{descriptor, POLLIN, 0};
    poll(&waiting, 1, abandonPatienceMs);
    close(descriptor);
}

}  // namespace

bool isRoot()
{
    return geteuid() == 0;
}

QString findProgram(const QString& name, const QStringList& folders)
{
    if (!folders.isEmpty()) {
        if (const QString found = QStandardPaths::findExecutable(name, folders); !found.isEmpty())
            return found;
    }
    if (const QString found = QStandardPaths::findExecutable(name); !found.isEmpty())
        return found;
    return QStandardPaths::findExecutable(name, {u"/usr/sbin"_s, u"/sbin"_s, u"/usr/local/sbin"_s});
}

quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

QFuture<Status> runToEnd(const Launch& launch, Milliseconds deadline)
{
    auto promise = std::make_shared<QPromise<Status>>();
    promise->start();
    auto* process = new QProcess;
    prepare(*process, launch, SIGKILL);
    auto* timer = new QTimer(process);
    timer->setSingleShot(true);
    const auto finish = [promise, process](Status status) {
        if (promise->future().isFinished())
            return;
        promise->addResult(std::move(status));
        promise->finish();
        process->deleteLater();
    };
    QObject::connect(timer, &QTimer::timeout, process, [process] { process->kill(); });
    QObject::connect(process, &QProcess::finished, process, [=](int code, QProcess::ExitStatus how) {
        if (how == QProcess::NormalExit && code == 0)
            finish(Done{});
        else
            finish(cannotStart(launch, QString::fromUtf8(process->readAll())));
    });
    QObject::connect(process, &QProcess::errorOccurred, process, [=](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finish(cannotStart(launch, process->errorString()));
    });
    timer->start(deadline);
    process->start();
    feed(*process, launch.input);
    return promise->future();
}

struct ServerProcess::Private {
    int stopSignal;
    int abandonSignal;
    QProcess* process = nullptr;
    QByteArray output;
    std::shared_ptr<QPromise<Status>> starting;

    void conclude(Status status)
    {
        if (!starting)
            return;
        starting->addResult(std::move(status));
        starting->finish();
        starting.reset();
    }
};

ServerProcess::ServerProcess(int stopSignal, int abandonSignal, QObject* parent)
    : QObject(parent)
    , d(new Private{stopSignal, abandonSignal, nullptr, {}, {}})
{
}

ServerProcess::~ServerProcess()
{
    d->conclude(fail(ErrorKind::Cancelled, QCoreApplication::translate("Simulator", "The server was stopped.")));
    if (!d->process)
        return;
    const qint64 processId = d->process->processId();
    d->process->disconnect(this);
    if (processId <= 0) {
        d->process->deleteLater();
        return;
    }
    // A QProcess that is deleted while its child runs kills it without giving it time to end its own children.
    QProcess* process = d->process;
    process->setParent(nullptr);
    if (process->thread() == QThread::currentThread())
        process->moveToThread(QCoreApplication::instance()->thread());
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    ::kill(static_cast<pid_t>(processId), d->abandonSignal);
    waitForEnd(processId);
}

QFuture<Status> ServerProcess::start(const Launch& launch, const QByteArray& readyMark, Milliseconds deadline)
{
    d->starting = std::make_shared<QPromise<Status>>();
    d->starting->start();
    const QFuture<Status> future = d->starting->future();
    d->process = new QProcess(this);
    prepare(*d->process, launch, d->abandonSignal);
    connect(d->process, &QProcess::readyRead, this, [this, readyMark] {
        d->output = (d->output + d->process->readAll()).right(keptOutput);
        if (d->output.contains(readyMark))
            d->conclude(Done{});
    });
    connect(d->process, &QProcess::finished, this,
            [this, launch] { d->conclude(cannotStart(launch, QString::fromUtf8(d->output))); });
    connect(d->process, &QProcess::errorOccurred, this, [this, launch](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            d->conclude(cannotStart(launch, d->process->errorString()));
    });
    QTimer::singleShot(deadline, this,
                       [this, launch] { d->conclude(cannotStart(launch, QString::fromUtf8(d->output))); });
    d->process->start();
    feed(*d->process, launch.input);
    return future;
}

QFuture<Status> ServerProcess::stop()
{
    auto promise = std::make_shared<QPromise<Status>>();
    promise->start();
    const QFuture<Status> future = promise->future();
    const auto finish = [promise] {
        if (promise->future().isFinished())
            return;
        promise->addResult(Done{});
        promise->finish();
    };
    if (processId() <= 0) {
        finish();
        return future;
    }
    connect(d->process, &QProcess::finished, this, finish);
    ::kill(static_cast<pid_t>(processId()), d->stopSignal);
    QTimer::singleShot(stopPatience, d->process, [process = d->process] { process->kill(); });
    return future;
}

qint64 ServerProcess::processId() const
{
    return d->process ? d->process->processId() : 0;
}

}  // namespace cockpit
