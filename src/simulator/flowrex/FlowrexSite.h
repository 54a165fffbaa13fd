// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "simulator/flowrex/FlowrexNginx.h"

#include <QAbstractHttpServer>
#include <QSslServer>
#include <QUrl>

#include <functional>

namespace cockpit {

class FlowrexModel;

/// The public address: TLS on a port of 127.0.0.1 with the certificate nginx has loaded, and what nginx passes on: the
/// front end, the maintenance page, or 502. Thread: its maker's.
class FlowrexSite : public QAbstractHttpServer
{
    Q_OBJECT

public:
    FlowrexSite(const FlowrexModel& model, const FlowrexNginx& nginx, const FlowrexCertificates& certificates);
    ~FlowrexSite() override;

    /// Only when the certificates are made.
    bool open();
    QUrl url() const;  ///< empty before open()
    /// Shows the certificate nginx has loaded; connections that are open keep theirs.
    void useCertificate();

private:
    bool handleRequest(const QHttpServerRequest& request, QTcpSocket* socket) override;
    void missingHandler(const QHttpServerRequest& request, QTcpSocket* socket) override;

    const FlowrexModel& m_model;
    const FlowrexNginx& m_nginx;
    const FlowrexCertificates& m_certificates;
    QSslServer* m_server = nullptr;  ///< owned by the base class
};

/// One page of plain text on a port of 127.0.0.1, as an exporter of metrics serves it. Thread: its maker's.
class FlowrexExporter : public QAbstractHttpServer
{
    Q_OBJECT

public:
    explicit FlowrexExporter(std::function<QByteArray()> page);
    ~FlowrexExporter() override;

    /// The port; 0 when none could be opened.
    quint16 open();

private:
    bool handleRequest(const QHttpServerRequest& request, QTcpSocket* socket) override;
    void missingHandler(const QHttpServerRequest& request, QTcpSocket* socket) override;

    std::function<QByteArray()> m_page;
};

}  // namespace cockpit
