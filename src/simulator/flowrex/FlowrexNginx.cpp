// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/flowrex/FlowrexNginx.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr char headFile[] = R"(events { worker_connections 4096; }

http {
    upstream backend { server backend:8000; }

    server {
        listen 443 ssl;
        server_name flowrex.app;
        ssl_certificate /etc/letsencrypt/live/flowrex.app/fullchain.pem;
        ssl_certificate_key /etc/letsencrypt/live/flowrex.app/privkey.pem;

        location / {
            proxy_pass http://frontend:3000;
        }

        location /api {
            proxy_pass http://backend;
        }

        location /ws {
            proxy_pass http://backend;
            proxy_http_version 1.1;
)";

constexpr char webSocketLines[] = R"(            proxy_set_header Upgrade $http_upgrade;
            proxy_set_header Connection "upgrade";
)";

constexpr char tailFile[] = R"(            proxy_set_header Host $host;
            proxy_read_timeout 3600s;
        }
    }
}
)";

constexpr char maintenanceLines[] = R"(        error_page 503 @maintenance;
        location @maintenance { root /etc/nginx; rewrite ^ /maintenance.html break; }
        return 503;
)";
constexpr char serverName[] = "        server_name flowrex.app;\n";

constexpr char nginxOwnPage[] =
    "<html>\r\n<head><title>503 Service Temporarily Unavailable</title></head>\r\n<body>\r\n"
    "<center><h1>503 Service Temporarily Unavailable</h1></center>\r\n<hr><center>nginx"
    "</center>\r\n</body>\r\n</html>\r\n";

}  // namespace

FlowrexNginx::FlowrexNginx(const QString& folder)
    : m_folder(QDir(folder).filePath(u"nginx"_s))
{
}

QString FlowrexNginx::path(const QString& name) const
{
    return QDir(m_folder).filePath(name);
}

QByteArray FlowrexNginx::file() const
{
    QFile file(path(u"nginx.conf"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Status FlowrexNginx::writeFile(bool webSocketHeaders)
{
    const QByteArray text = QByteArray(headFile) + (webSocketHeaders ? webSocketLines : "") + tailFile;
    QFile file(path(u"nginx.conf"_s));
    if (QDir().mkpath(m_folder) && file.open(QIODevice::WriteOnly) && file.write(text) == text.size())
        return Done{};
    return fail(ErrorKind::Storage, QCoreApplication::translate("Simulator", "The file %1 cannot be written: %2.")
                                        .arg(file.fileName(), file.errorString()));
}

Status FlowrexNginx::editMaintenance(bool on)
{
    QByteArray text = file();
    text.replace(maintenanceLines, "");
    if (on)
        text.replace(serverName, QByteArray(serverName) + maintenanceLines);
    QFile file(path(u"nginx.conf"_s));
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size())
        return Done{};
    return fail(ErrorKind::Storage, QCoreApplication::translate("Simulator", "The file %1 cannot be written: %2.")
                                        .arg(file.fileName(), file.errorString()));
}

QString FlowrexNginx::problem() const
{
    const QByteArray text = file();
    if (text.isEmpty())
        return u"nginx: [emerg] open() \"/etc/nginx/nginx.conf\" failed (2: No such file or directory)"_s;
    int depth = 0;
    int number = 0;
    for (QByteArray line : text.split('\n')) {
        ++number;
        line = line.left(line.contains('#') ? line.indexOf('#') : line.size()).trimmed();
        depth += static_cast<int>(line.count('{') - line.count('}'));
        if (depth < 0)
            return u"nginx: [emerg] unexpected \"}\" in /etc/nginx/nginx.conf:%1"_s.arg(number);
        if (!line.isEmpty() && !line.endsWith(';') && !line.endsWith('{') && !line.endsWith('}'))
            return u"nginx: [emerg] directive \"%1\" is not terminated by \";\" in /etc/nginx/nginx.conf:%2"_s
                .arg(QString::fromUtf8(line.split(' ').first()))
                .arg(number);
    }
    if (depth > 0)
        return u"nginx: [emerg] unexpected end of file, expecting \"}\" in /etc/nginx/nginx.conf:%1"_s.arg(number);
    return {};
}

ToolAnswer FlowrexNginx::test() const
{
    if (const QString found = problem(); !found.isEmpty())
        return {1, {}, found + u"\nnginx: configuration file /etc/nginx/nginx.conf test failed\n"_s};
    return {0,
            {},
            u"nginx: the configuration file /etc/nginx/nginx.conf syntax is ok\n"
            "nginx: configuration file /etc/nginx/nginx.conf test is successful\n"_s};
}

ToolAnswer FlowrexNginx::reload()
{
    if (!load())
        return {1, {}, problem() + u'\n'};
    return {0, {}, u"[notice] 41#41: signal process started\n"_s};
}

bool FlowrexNginx::load()
{
    if (!problem().isEmpty())
        return false;
    const QString text = QString::fromUtf8(file());
    static const QRegularExpression webSocket(u"location\\s+/ws\\s*\\{([^}]*)\\}"_s);
    static const QRegularExpression upgrade(u"proxy_set_header\\s+Upgrade\\s+\\$http_upgrade\\s*;"_s);
    static const QRegularExpression connection(u"proxy_set_header\\s+Connection\\s+\"?upgrade\"?\\s*;"_s);
    static const QRegularExpression refusal(u"^\\s*return\\s+503\\s*;"_s, QRegularExpression::MultilineOption);
    const QString part = webSocket.match(text).captured(1);
    m_passesWebSockets = part.contains(upgrade) && part.contains(connection);
    m_maintenance = text.contains(refusal);
    m_showsPage = text.contains(u"error_page 503 @maintenance;"_s);
    m_shown = m_stored;
    return true;
}

QByteArray FlowrexNginx::maintenancePage() const
{
    QFile page(path(u"maintenance.html"_s));
    return m_showsPage && page.open(QIODevice::ReadOnly) ? page.readAll() : QByteArray(nginxOwnPage);
}

void FlowrexNginx::setCertificate(Certificate kind)
{
    m_stored = kind;
    m_shown = kind;
}

}  // namespace cockpit
