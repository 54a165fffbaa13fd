// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace cockpit::test {

/// Real Prometheus and Alertmanager on loopback, each in its own temporary folder, gone with the object. Prometheus
/// scrapes itself every second. A server that cannot be started is an exception: the test fails.
class PrometheusServers
{
public:
    enum Which { PrometheusOnly = 1, AlertmanagerOnly = 2 };

    /// `history`: OpenMetrics text with timestamps that Prometheus is to know from the start; empty: none.
    explicit PrometheusServers(Which which, const QByteArray& history = {});
    ~PrometheusServers();

    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }

private:
    void startPrometheus(const QByteArray& history);
    void startAlertmanager();
    void start(const QString& program, const QStringList& arguments);

    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_process;
    quint16 m_port = 0;
};

}  // namespace cockpit::test
