// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/http/HttpErrors.h"

#include "core/connections/HttpConnection.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace cockpit::adapters::http {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Http)
};

QString faultText(const QSslError& error)
{
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return Say::tr("it expired on %1")
            .arg(error.certificate().expiryDate().toUTC().toString(QStringLiteral("yyyy-MM-dd")));
    case QSslError::CertificateNotYetValid:
        return Say::tr("it is not valid before %1; check this machine's clock")
            .arg(error.certificate().effectiveDate().toUTC().toString(QStringLiteral("yyyy-MM-dd")));
    case QSslError::HostNameMismatch: return Say::tr("it is for another name");
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain: return Say::tr("it is signed by itself or an authority unknown here");
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted: return Say::tr("its authority is not known here");
    default: return error.errorString();
    }
}

}  // namespace

Result<QSslConfiguration> sslConfigurationFor(const TlsOptions& tls)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (tls.authorityFile.isEmpty())
        return configuration;
    const QList<QSslCertificate> authorities =
        QSslCertificate::fromPath(tls.authorityFile, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
    if (authorities.isEmpty())
        return fail(ErrorKind::InvalidInput,
                    Say::tr("The authority file %1 cannot be read or holds no PEM certificate").arg(tls.authorityFile));
    configuration.setCaCertificates(authorities);
    return configuration;
}

QByteArray certificateDigest(const QSslCertificate& certificate)
{
    return certificate.isNull() ? QByteArray() : certificate.digest(QCryptographicHash::Sha256).toHex();
}

QString certificateFault(const QList<QSslError>& errors)
{
    QStringList faults;
    for (const QSslError& error : errors) {
        const QString fault = faultText(error);
        if (!faults.contains(fault))
            faults.append(fault);
    }
    return faults.join(Say::tr(", and "));
}

Error errorFor(QAbstractSocket::SocketError code, const QUrl& url, const QList<QSslError>& sslErrors)
{
    const QString address = addressOf(url);
    const QString detail = QStringLiteral("socket error %1").arg(static_cast<int>(code));
    switch (code) {
    case QAbstractSocket::ConnectionRefusedError:
        return fail(ErrorKind::Unreachable,
                    Say::tr("%1 refuses the connection: check the port, and whether the service runs").arg(address),
                    detail);
    case QAbstractSocket::HostNotFoundError:
        return fail(ErrorKind::Unreachable,
                    Say::tr("The name %1 cannot be found: check the host in the URL").arg(url.host()), detail);
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        if (!sslErrors.isEmpty())
            return fail(ErrorKind::Unreachable,
                        Say::tr("The certificate of %1 is not accepted: %2. Nothing was sent")
                            .arg(address, certificateFault(sslErrors)),
                        detail);
        return fail(
            ErrorKind::Unreachable,
            Say::tr("No encrypted connection to %1 can be made: it does not speak TLS 1.2 or later on this port")
                .arg(address),
            detail);
    case QAbstractSocket::RemoteHostClosedError:
        return fail(ErrorKind::Unreachable, Say::tr("%1 closed the connection without an answer").arg(address), detail);
    case QAbstractSocket::ProxyAuthenticationRequiredError:
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError:
        return fail(ErrorKind::Unreachable,
                    Say::tr("The proxy between here and %1 does not let the request through: check the proxy settings")
                        .arg(address),
                    detail);
    default:
        return fail(ErrorKind::Unreachable,
                    Say::tr("No answer from %1: check the network and the address").arg(address), detail);
    }
}

}  // namespace cockpit::adapters::http
