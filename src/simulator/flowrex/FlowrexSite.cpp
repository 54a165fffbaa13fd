// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/flowrex/FlowrexSite.h"

#include "simulator/flowrex/FlowrexModel.h"

#include <QHostAddress>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QTcpServer>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

using Code = QHttpServerResponder::StatusCode;

constexpr char html[] = "text/html";

constexpr char frontPage[] =
    "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Flowrex</title></head>"
    "<body><div id=\"__next\">Flowrex</div></body></html>\n";
constexpr char badGateway[] = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad "
                              "Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";

}  // namespace

FlowrexSite::FlowrexSite(const FlowrexModel& model, const FlowrexNginx& nginx, const FlowrexCertificates& certificates)
    : m_model(model)
    , m_nginx(nginx)
    , m_certificates(certificates)
{
}

FlowrexSite::~FlowrexSite() = default;

bool FlowrexSite::open()
{
    auto server = std::make_unique<QSslServer>();
    if (!m_certificates.made() || !server->listen(QHostAddress::LocalHost))
        return false;
    m_server = server.get();
    useCertificate();
    bind(server.release());
    return true;
}

QUrl FlowrexSite::url() const
{
    return m_server ? QUrl(u"https://127.0.0.1:%1"_s.arg(m_server->serverPort())) : QUrl();
}

void FlowrexSite::useCertificate()
{
    if (m_server)
        m_server->setSslConfiguration(m_certificates.configuration(m_nginx.shownCertificate()));
}

bool FlowrexSite::handleRequest(const QHttpServerRequest& request, QTcpSocket* socket)
{
    QHttpServerResponder responder = makeResponder(request, socket);
    if (m_nginx.maintenance())
        responder.write(m_nginx.maintenancePage(), html, Code::ServiceUnavailable);
    else if (m_model.stopped() || (!m_model.up() && request.url().path().startsWith(u"/api")))
        responder.write(badGateway, html, Code::BadGateway);
    else
        responder.write(frontPage, html);
    return true;
}

void FlowrexSite::missingHandler(const QHttpServerRequest& request, QTcpSocket* socket)
{
    makeResponder(request, socket).write(Code::NotFound);
}

FlowrexExporter::FlowrexExporter(std::function<QByteArray()> page)
    : m_page(std::move(page))
{
}

FlowrexExporter::~FlowrexExporter() = default;

quint16 FlowrexExporter::open()
{
    auto server = std::make_unique<QTcpServer>();
    if (!server->listen(QHostAddress::LocalHost))
        return 0;
    const quint16 port = server->serverPort();
    bind(server.release());
    return port;
}

bool FlowrexExporter::handleRequest(const QHttpServerRequest& request, QTcpSocket* socket)
{
    QHttpServerResponder responder = makeResponder(request, socket);
    if (request.url().path() == u"/metrics")
        responder.write(m_page(), "text/plain; version=0.0.4; charset=utf-8");
    else
        responder.write(Code::NotFound);
    return true;
}

void FlowrexExporter::missingHandler(const QHttpServerRequest& request, QTcpSocket* socket)
{
    makeResponder(request, socket).write(Code::NotFound);
}

}  // namespace cockpit
