// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/servers/ThrowAwayPrometheus.h"

#include "simulator/servers/ServerProcess.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <csignal>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Milliseconds deadline{30'000};

QByteArray configuration(const ThrowAwayPrometheusOptions& options)
{
    QByteArray text = "global: {scrape_interval: 1s, evaluation_interval: 1s}\n"
                      "rule_files: ['rules.yml']\n"
                      "scrape_configs:\n";
    for (const ScrapeTarget& target : options.targets)
        text += "  - job_name: " + target.job.toUtf8() + "\n    metrics_path: " + target.path.toUtf8() +
                "\n    static_configs: [{targets: ['127.0.0.1:" + QByteArray::number(target.port) + "']}]\n";
    if (options.alertmanagerPort != 0)
        text += "alerting: {alertmanagers: [{static_configs: [{targets: ['127.0.0.1:" +
                QByteArray::number(options.alertmanagerPort) + "']}]}]}\n";
    return text;
}

bool writeFile(const QString& path, const QByteArray& content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

}  // namespace

struct ThrowAwayPrometheus::Private {
    QTemporaryDir directory{QDir::tempPath() + u"/incident-cockpit-prometheus-XXXXXX"_s};
    ServerProcess server{SIGTERM, SIGKILL};
};

ThrowAwayPrometheus::ThrowAwayPrometheus(QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
}

ThrowAwayPrometheus::~ThrowAwayPrometheus() = default;

bool ThrowAwayPrometheus::available()
{
    return !findProgram(u"prometheus"_s).isEmpty();
}

QFuture<Result<ServerAddress>> ThrowAwayPrometheus::start(const ThrowAwayPrometheusOptions& options)
{
    using Answer = Result<ServerAddress>;
    if (!available())
        return QtFuture::makeReadyFuture(
            Answer(fail(ErrorKind::Unsupported,
                        QCoreApplication::translate("Simulator", "Prometheus is not installed; install prometheus."))));
    const QString file = d->directory.filePath(u"prometheus.yml"_s);
    if (!d->directory.isValid() || !writeFile(file, configuration(options)) ||
        !writeFile(d->directory.filePath(u"rules.yml"_s), options.rules))
        return QtFuture::makeReadyFuture(
            Answer(fail(ErrorKind::Storage,
                        QCoreApplication::translate("Simulator", "No temporary folder can be made for Prometheus."))));
    ServerAddress address;
    address.port = freePort();
    Launch launch;
    launch.program = findProgram(u"prometheus"_s);
    launch.arguments = {u"--config.file="_s + file, u"--storage.tsdb.path="_s + d->directory.filePath(u"data"_s),
                        u"--web.listen-address=127.0.0.1:%1"_s.arg(address.port)};
    launch.workingFolder = d->directory.path();
    launch.environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    return d->server.start(launch, "Server is ready to receive web requests", deadline)
        .then(this, [address](const Status& status) { return status ? Answer(address) : Answer(status.error()); });
}

QFuture<Status> ThrowAwayPrometheus::stop()
{
    return d->server.stop().then(this, [this](const Status& status) {
        d->directory.remove();
        return status;
    });
}

qint64 ThrowAwayPrometheus::processId() const
{
    return d->server.processId();
}

QString ThrowAwayPrometheus::folder() const
{
    return d->directory.path();
}

}  // namespace cockpit
