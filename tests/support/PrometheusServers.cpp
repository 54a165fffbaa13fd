// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/support/PrometheusServers.h"

#include "tests/support/Wait.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpServer>

#include <csignal>
#include <stdexcept>
#include <sys/prctl.h>

namespace cockpit::test {

namespace {

quint16 freePort()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        throw std::runtime_error("no free port on loopback");
    return server.serverPort();
}

void writeFile(const QString& path, const QByteArray& text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        throw std::runtime_error("cannot write a configuration file");
}

bool isReady(QNetworkAccessManager& manager, const QString& url)
{
    const std::unique_ptr<QNetworkReply> reply(manager.get(QNetworkRequest(QUrl(url + QStringLiteral("/-/ready")))));
    return waitUntil([&] { return reply->isFinished(); }, 1'000) &&
           reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200;
}

}  // namespace

PrometheusServers::PrometheusServers(Which which, const QByteArray& history)
    : m_port(freePort())
{
    if (which == PrometheusOnly)
        startPrometheus(history);
    else
        startAlertmanager();
    QNetworkAccessManager manager;
    for (int attempt = 0; attempt < 100; ++attempt) {
        if (isReady(manager, url()))
            return;
        if (m_process->state() == QProcess::NotRunning)
            break;
        QTest::qWait(100);
    }
    throw std::runtime_error("the server did not become ready: " + m_process->readAll().toStdString());
}

PrometheusServers::~PrometheusServers()
{
    if (!m_process)
        return;
    m_process->terminate();
    if (!waitUntil([&] { return m_process->state() == QProcess::NotRunning; }, 5'000)) {
        m_process->kill();
        waitUntil([&] { return m_process->state() == QProcess::NotRunning; }, 5'000);
    }
}

void PrometheusServers::start(const QString& program, const QStringList& arguments)
{
    m_process = std::make_unique<QProcess>();
    m_process->setProgram(program);
    m_process->setArguments(arguments);
    m_process->setWorkingDirectory(m_folder.path());
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process->start();
}

void PrometheusServers::startPrometheus(const QByteArray& history)
{
    const QByteArray address = "127.0.0.1:" + QByteArray::number(m_port);
    writeFile(m_folder.filePath(QStringLiteral("prometheus.yml")),
              "global: {scrape_interval: 1s}\nscrape_configs: [{job_name: self, static_configs: [{targets: ['" +
                  address + "']}]}]\n");
    const QString data = m_folder.filePath(QStringLiteral("data"));
    if (!history.isEmpty()) {
        const QString text = m_folder.filePath(QStringLiteral("history.txt"));
        writeFile(text, history);
        start(QStringLiteral("promtool"), {QStringLiteral("tsdb"), QStringLiteral("create-blocks-from"),
                                           QStringLiteral("openmetrics"), text, data});
        waitUntil([&] { return m_process->state() == QProcess::NotRunning; }, 20'000);
        if (m_process->exitCode() != 0)
            throw std::runtime_error("promtool: " + m_process->readAll().toStdString());
    }
    start(QStringLiteral("prometheus"),
          {QStringLiteral("--config.file=") + m_folder.filePath(QStringLiteral("prometheus.yml")),
           QStringLiteral("--storage.tsdb.path=") + data, QStringLiteral("--storage.tsdb.retention.time=3650d"),
           QStringLiteral("--web.listen-address=") + QString::fromLatin1(address), QStringLiteral("--log.level=warn")});
}

void PrometheusServers::startAlertmanager()
{
    writeFile(m_folder.filePath(QStringLiteral("am.yml")),
              "route: {receiver: none, group_wait: 0s}\nreceivers: [{name: none}]\ninhibit_rules: [{source_matchers: "
              "['alertname=Outage'], "
              "target_matchers: ['alertname=Symptom'], equal: ['platform']}]\n");
    start(QStringLiteral("prometheus-alertmanager"),
          {QStringLiteral("--config.file=") + m_folder.filePath(QStringLiteral("am.yml")),
           QStringLiteral("--storage.path=") + m_folder.filePath(QStringLiteral("am")),
           QStringLiteral("--web.listen-address=127.0.0.1:%1").arg(m_port), QStringLiteral("--cluster.listen-address="),
           QStringLiteral("--log.level=warn")});
}

}  // namespace cockpit::test
