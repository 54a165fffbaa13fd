// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/adapters/smtp/MailServer.h"

#include "tests/support/Wait.h"

#include <QFile>
#include <QJsonDocument>
#include <QSslCertificate>
#include <QSslKey>

#include <stdexcept>

namespace cockpit::test {

namespace {

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        throw std::runtime_error("the temporary folder cannot be written");
}

}  // namespace

MailServer::MailServer(Certificates& certificates, Certificates::Kind certificate, Mode mode, bool login)
{
    const QSslConfiguration tls = certificates.server(certificate);
    write(m_folder.filePath(QStringLiteral("certificate.pem")), tls.localCertificate().toPem());
    write(m_folder.filePath(QStringLiteral("key.pem")), tls.privateKey().toPem());
    const QString modeName = mode == Mode::StartTls ? QStringLiteral("starttls")
                             : mode == Mode::Tls    ? QStringLiteral("tls")
                                                    : QStringLiteral("clear");
    QStringList arguments{QStringLiteral(TEST_DATA_DIR "/server/mail_server.py"),
                          m_folder.filePath(QStringLiteral("certificate.pem")),
                          m_folder.filePath(QStringLiteral("key.pem")), modeName};
    if (login)
        arguments.append(QStringLiteral("login"));
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    // Debian's own interpreter: the server's library is packaged for it.
    m_process.start(QStringLiteral("/usr/bin/python3"), arguments);
    if (!waitUntil([this] { return m_process.canReadLine(); }, 15'000))
        throw std::runtime_error("the mail server does not start: " + m_process.readAllStandardError().toStdString());
    m_port = m_process.readLine().trimmed().split(' ').last().toInt();
}

MailServer::~MailServer()
{
    m_process.kill();
    waitUntil([this] { return m_process.state() == QProcess::NotRunning; });
}

QList<QJsonObject> MailServer::events()
{
    while (m_process.canReadLine())
        m_events.append(QJsonDocument::fromJson(m_process.readLine()).object());
    return m_events;
}

QList<QJsonObject> MailServer::mails()
{
    QList<QJsonObject> mails;
    for (QJsonObject event : events()) {
        if (!event.contains(QStringLiteral("mail")))
            continue;
        const QByteArray bytes = QByteArray::fromBase64(event.value(QStringLiteral("mail")).toString().toLatin1());
        event.insert(QStringLiteral("mail"), QString::fromUtf8(bytes));
        mails.append(event);
    }
    return mails;
}

}  // namespace cockpit::test
