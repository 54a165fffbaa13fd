// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/support/Certificates.h"

#include "core/base/Clock.h"
#include "tests/support/Wait.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>

#include <stdexcept>

namespace cockpit::test {

namespace {

constexpr auto date = "yyyyMMddhhmmss'Z'";

void writeFile(const QString& path, const QByteArray& text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        throw std::runtime_error("cannot write a file for the certificates");
}

QByteArray readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("a certificate is missing");
    return file.readAll();
}

QStringList newKey(const QString& keyFile)
{
    return {QStringLiteral("-newkey"),
            QStringLiteral("ec"),
            QStringLiteral("-pkeyopt"),
            QStringLiteral("ec_paramgen_curve:P-256"),
            QStringLiteral("-nodes"),
            QStringLiteral("-keyout"),
            keyFile};
}

}  // namespace

Certificates::Certificates()
{
    makeAuthority(QStringLiteral("authority"));
}

void Certificates::openssl(const QStringList& arguments)
{
    QProcess process;
    process.setProgram(QStringLiteral("openssl"));
    process.setArguments(arguments);
    process.setWorkingDirectory(m_folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start();
    waitUntil([&] { return process.state() == QProcess::NotRunning; }, 20'000);
    if (process.state() != QProcess::NotRunning || process.exitCode() != 0)
        throw std::runtime_error("openssl: " + process.readAll().toStdString());
}

void Certificates::makeAuthority(const QString& name)
{
    writeFile(path(name + QStringLiteral(".txt")), {});
    writeFile(path(name + QStringLiteral(".srl")), "1000\n");
    writeFile(
        path(name + QStringLiteral(".cnf")),
        "[ca]\ndefault_ca=us\n[us]\ndatabase=" + name.toLatin1() + ".txt\nserial=" + name.toLatin1() +
            ".srl\nnew_certs_dir=.\ndefault_md=sha256\npolicy=any\nunique_subject=no\ncopy_extensions=copy\n[any]\n"
            "commonName=supplied\n");
    openssl(QStringList{QStringLiteral("req"), QStringLiteral("-x509")} + newKey(name + QStringLiteral(".key")) +
            QStringList{QStringLiteral("-out"), name + QStringLiteral(".pem"), QStringLiteral("-days"),
                        QStringLiteral("30"), QStringLiteral("-subj"), QStringLiteral("/CN=Test authority")});
}

void Certificates::makeServer(const QString& name, const QString& authority, const QString& alternativeName,
                              const QString& from, const QString& to)
{
    openssl(QStringList{QStringLiteral("req"), QStringLiteral("-new")} + newKey(name + QStringLiteral(".key")) +
            QStringList{QStringLiteral("-out"), name + QStringLiteral(".csr"), QStringLiteral("-subj"),
                        QStringLiteral("/CN=test server"), QStringLiteral("-addext"),
                        QStringLiteral("subjectAltName=") + alternativeName});
    openssl({QStringLiteral("ca"), QStringLiteral("-batch"), QStringLiteral("-notext"), QStringLiteral("-config"),
             authority + QStringLiteral(".cnf"), QStringLiteral("-cert"), authority + QStringLiteral(".pem"),
             QStringLiteral("-keyfile"), authority + QStringLiteral(".key"), QStringLiteral("-in"),
             name + QStringLiteral(".csr"), QStringLiteral("-out"), name + QStringLiteral(".pem"),
             QStringLiteral("-startdate"), from, QStringLiteral("-enddate"), to});
}

QSslConfiguration Certificates::server(Kind kind)
{
    const QString name = QStringLiteral("server%1").arg(static_cast<int>(kind));
    const QString authority = kind == Kind::OtherAuthority ? QStringLiteral("other") : QStringLiteral("authority");
    const QString address = QStringLiteral("IP:127.0.0.1");
    // The machine's own clock, as the certificates are judged by it.
    const auto inDays = [](int days) { return SystemClock().utcNow().addDays(days).toString(QLatin1String(date)); };
    if (!QFile::exists(path(name + QStringLiteral(".pem")))) {
        if (kind == Kind::OtherAuthority)
            makeAuthority(authority);
        if (kind == Kind::SelfSigned)
            openssl(QStringList{QStringLiteral("req"), QStringLiteral("-x509")} +
                    newKey(name + QStringLiteral(".key")) +
                    QStringList{QStringLiteral("-out"), name + QStringLiteral(".pem"), QStringLiteral("-subj"),
                                QStringLiteral("/CN=test server"), QStringLiteral("-addext"),
                                QStringLiteral("subjectAltName=") + address});
        else if (kind == Kind::Expired)
            makeServer(name, authority, address, QStringLiteral("20200101000000Z"), QStringLiteral("20210101000000Z"));
        else
            makeServer(name, authority, kind == Kind::WrongHost ? QStringLiteral("DNS:other.example.test") : address,
                       inDays(-1), inDays(10));
    }
    QSslConfiguration configuration;
    configuration.setLocalCertificate(QSslCertificate(readFile(path(name + QStringLiteral(".pem")))));
    configuration.setPrivateKey(QSslKey(readFile(path(name + QStringLiteral(".key"))), QSsl::Ec));
    return configuration;
}

}  // namespace cockpit::test
