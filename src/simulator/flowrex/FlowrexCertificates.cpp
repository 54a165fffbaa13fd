// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/flowrex/FlowrexCertificates.h"

#include "simulator/servers/ServerProcess.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Milliseconds deadline{30'000};

QString nameOf(FlowrexCertificates::Kind kind)
{
    switch (kind) {
    case FlowrexCertificates::Kind::Fresh: return u"fresh"_s;
    case FlowrexCertificates::Kind::Expiring: return u"expiring"_s;
    case FlowrexCertificates::Kind::Expired: return u"expired"_s;
    }
    return {};
}

QByteArray readFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeFile(const QString& path, const QByteArray& content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QStringList newKey(const QString& file)
{
    return {u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s, u"-keyout"_s, file};
}

constexpr char authoritySettings[] = "[ca]\ndefault_ca=us\n[us]\ndatabase=issued.txt\nserial=serial\n"
                                     "new_certs_dir=.\ndefault_md=sha256\npolicy=any\nunique_subject=no\n"
                                     "copy_extensions=copy\n[any]\ncommonName=supplied\n";

}  // namespace

FlowrexCertificates::FlowrexCertificates(const Clock& clock, QString folder, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_folder(std::move(folder))
{
}

QString FlowrexCertificates::path(const QString& name) const
{
    return QDir(m_folder).filePath(name);
}

QString FlowrexCertificates::authorityFile() const
{
    return path(u"authority.pem"_s);
}

Status FlowrexCertificates::prepareFolder() const
{
    const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (QDir().mkpath(m_folder) && QFile::setPermissions(m_folder, owner) && writeFile(path(u"issued.txt"_s), {}) &&
        writeFile(path(u"serial"_s), "1000\n") && writeFile(path(u"authority.cnf"_s), authoritySettings))
        return Done{};
    return fail(ErrorKind::Storage,
                QCoreApplication::translate("Simulator", "The folder %1 cannot be made.").arg(m_folder));
}

QFuture<Status> FlowrexCertificates::openssl(const QStringList& arguments) const
{
    Launch launch;
    launch.program = findProgram(u"openssl"_s);
    launch.arguments = arguments;
    launch.workingFolder = m_folder;
    launch.environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    return runToEnd(launch, deadline);
}

QFuture<Status> FlowrexCertificates::issue(const QString& name, int days) const
{
    const QDateTime ends = m_clock.utcNow().addDays(days);
    const auto date = [](const QDateTime& at) { return at.toUTC().toString(u"yyyyMMddhhmmss'Z'"_s); };
    const QStringList request = QStringList{u"req"_s, u"-new"_s} + newKey(name + u".key"_s) +
                                QStringList{u"-out"_s,    name + u".csr"_s,
                                            u"-subj"_s,   u"/CN=flowrex.app"_s,
                                            u"-addext"_s, u"subjectAltName=DNS:flowrex.app,IP:127.0.0.1"_s};
    const QStringList sign{
        u"ca"_s,          u"-batch"_s,        u"-notext"_s,     u"-config"_s,       u"authority.cnf"_s,
        u"-cert"_s,       u"authority.pem"_s, u"-keyfile"_s,    u"authority.key"_s, u"-in"_s,
        name + u".csr"_s, u"-out"_s,          name + u".pem"_s, u"-startdate"_s,    date(ends.addDays(-90)),
        u"-enddate"_s,    date(ends)};
    return openssl(request)
        .then([this, sign](const Status& made) { return made ? openssl(sign) : QtFuture::makeReadyFuture(made); })
        .unwrap();
}

QFuture<Status> FlowrexCertificates::make()
{
    if (findProgram(u"openssl"_s).isEmpty())
        return QtFuture::makeReadyFuture(
            Status(fail(ErrorKind::Unsupported,
                        QCoreApplication::translate("Simulator", "OpenSSL is not installed; install openssl."))));
    if (const Status prepared = prepareFolder(); !prepared)
        return QtFuture::makeReadyFuture(prepared);
    const auto next = [this](const QString& name, int days) {
        return [this, name, days](const Status& made) {
            return made ? issue(name, days) : QtFuture::makeReadyFuture(made);
        };
    };
    return openssl(QStringList{u"req"_s, u"-x509"_s} + newKey(u"authority.key"_s) +
                   QStringList{u"-out"_s, u"authority.pem"_s, u"-days"_s, u"3650"_s, u"-subj"_s,
                               u"/O=Let's Encrypt (simulated)/CN=R0"_s})
        .then(this, next(nameOf(Kind::Fresh), freshDays))
        .unwrap()
        .then(this, next(nameOf(Kind::Expiring), expiringDays))
        .unwrap()
        .then(this, next(nameOf(Kind::Expired), -1))
        .unwrap()
        .then(this, [this](const Status& made) {
            m_made = bool(made);
            return made;
        });
}

QSslConfiguration FlowrexCertificates::configuration(Kind kind) const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(readFile(path(nameOf(kind) + u".pem"_s))));
    configuration.setPrivateKey(QSslKey(readFile(path(nameOf(kind) + u".key"_s)), QSsl::Ec));
    return configuration;
}

}  // namespace cockpit
