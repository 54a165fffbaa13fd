// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/servers/ThrowAwayAlertmanager.h"

#include "simulator/servers/ServerProcess.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <csignal>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Milliseconds deadline{30'000};

constexpr char configuration[] = "route: {receiver: nobody, group_wait: 0s}\n"
                                 "receivers: [{name: nobody}]\n";

bool writeFile(const QString& path, const QByteArray& content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

}  // namespace

struct ThrowAwayAlertmanager::Private {
    QTemporaryDir directory{QDir::tempPath() + u"/incident-cockpit-alertmanager-XXXXXX"_s};
    ServerProcess server{SIGTERM, SIGKILL};
};

ThrowAwayAlertmanager::ThrowAwayAlertmanager(QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
}

ThrowAwayAlertmanager::~ThrowAwayAlertmanager() = default;

bool ThrowAwayAlertmanager::available()
{
    return !findProgram(u"prometheus-alertmanager"_s).isEmpty();
}

QFuture<Result<ServerAddress>> ThrowAwayAlertmanager::start(const QByteArray& inhibitRules)
{
    using Answer = Result<ServerAddress>;
    if (!available())
        return QtFuture::makeReadyFuture(
            Answer(fail(ErrorKind::Unsupported,
                        QCoreApplication::translate(
                            "Simulator", "Alertmanager is not installed; install prometheus-alertmanager."))));
    const QString file = d->directory.filePath(u"alertmanager.yml"_s);
    QByteArray content = configuration;
    if (!inhibitRules.isEmpty())
        content += "inhibit_rules: " + inhibitRules + '\n';
    if (!d->directory.isValid() || !writeFile(file, content))
        return QtFuture::makeReadyFuture(Answer(
            fail(ErrorKind::Storage,
                 QCoreApplication::translate("Simulator", "No temporary folder can be made for Alertmanager."))));
    ServerAddress address;
    address.port = freePort();
    Launch launch;
    launch.program = findProgram(u"prometheus-alertmanager"_s);
    launch.arguments = {u"--config.file="_s + file, u"--storage.path="_s + d->directory.filePath(u"data"_s),
                        u"--web.listen-address=127.0.0.1:%1"_s.arg(address.port), u"--cluster.listen-address="_s};
    launch.workingFolder = d->directory.path();
    launch.environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    return d->server.start(launch, "Listening on", deadline).then(this, [address](const Status& status) {
        return status ? Answer(address) : Answer(status.error());
    });
}

QFuture<Status> ThrowAwayAlertmanager::stop()
{
    return d->server.stop().then(this, [this](const Status& status) {
        d->directory.remove();
        return status;
    });
}

qint64 ThrowAwayAlertmanager::processId() const
{
    return d->server.processId();
}

QString ThrowAwayAlertmanager::folder() const
{
    return d->directory.path();
}

}  // namespace cockpit
