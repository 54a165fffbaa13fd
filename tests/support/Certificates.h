// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QSslConfiguration>
#include <QString>
#include <QTemporaryDir>

namespace cockpit::test {

/// Throw-away certificates for 127.0.0.1, made with the openssl tool.
class Certificates
{
public:
    enum class Kind {
        Good,       ///< of our authority, valid for ten days
        Renewed,    ///< the same with another key
        Expired,    ///< of our authority, ended on 2021-01-01
        WrongHost,  ///< of our authority, for another name
        SelfSigned,
        OtherAuthority  ///< of an authority nobody trusts
    };

    Certificates();

    /// PEM of the authority that tests trust.
    QString authorityFile() const { return path(QStringLiteral("authority.pem")); }
    QSslConfiguration server(Kind kind);

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }
    void openssl(const QStringList& arguments);
    void makeAuthority(const QString& name);
    void makeServer(const QString& name, const QString& authority, const QString& alternativeName, const QString& from,
                    const QString& to);

    QTemporaryDir m_folder;
};

}  // namespace cockpit::test
