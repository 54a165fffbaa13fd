// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "tests/support/Certificates.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace cockpit::test {

/// A real mail server (aiosmtpd) on loopback, gone with the object. See server/mail_server.py for how it answers.
class MailServer
{
public:
    enum class Mode { StartTls, Tls, Clear };

    MailServer(Certificates& certificates, Certificates::Kind certificate, Mode mode = Mode::StartTls,
               bool login = true);
    ~MailServer();
    Q_DISABLE_COPY_MOVE(MailServer)

    int port() const { return m_port; }
    /// What it has told so far: logins and mails.
    QList<QJsonObject> events();
    /// The mails among them, with "mail" decoded to text.
    QList<QJsonObject> mails();

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QList<QJsonObject> m_events;
    int m_port = 0;
};

}  // namespace cockpit::test
