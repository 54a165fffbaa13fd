// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/http/PeerGreeting.h"

#include "adapters/http/HttpErrors.h"
#include "core/connections/HttpConnection.h"

#include <QCoreApplication>
#include <QSslCertificate>

#include <algorithm>

namespace cockpit::adapters::http {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Http)
};

}  // namespace

PeerGreeting::PeerGreeting(const QUrl& url, QObject* parent)
    : QObject(parent)
    , m_link(url, nullptr)
{
    m_promise.start();
}

PeerGreeting::~PeerGreeting()
{
    finish(fail(ErrorKind::Cancelled, Say::tr("The cockpit is closing")));
}

QFuture<Result<HttpPeer>> PeerGreeting::start(const QSslConfiguration& tls, Milliseconds deadline)
{
    const auto future = m_promise.future();
    m_watcher.setFuture(future);
    connect(&m_watcher, &QFutureWatcherBase::canceled, this,
            [this] { finish(fail(ErrorKind::Cancelled, Say::tr("Cancelled"))); });
    connect(&m_link, &Link::ready, this, [this] { finish(peer()); });
    connect(&m_link, &Link::certificateRefused, this, &PeerGreeting::judgeCertificate);
    connect(&m_link, &Link::failed, this, [this](const Error& error) { finish(error); });
    m_link.open(tls, deadline);
    return future;
}

HttpPeer PeerGreeting::peer()
{
    HttpPeer peer;
    peer.address = addressOf(m_link.url());
    peer.elapsed = m_link.elapsed();
    const QSslCertificate certificate = m_link.socket().peerCertificate();
    if (!certificate.isNull()) {
        peer.certificateDigest = certificateDigest(certificate);
        peer.certificateExpires = certificate.expiryDate().toUTC();
    }
    return peer;
}

void PeerGreeting::judgeCertificate(const QList<QSslError>& errors)
{
    HttpPeer found = peer();
    found.refusal = Say::tr("The certificate of %1 is not accepted: %2").arg(found.address, certificateFault(errors));
    found.onlyExpired = std::all_of(errors.begin(), errors.end(), [](const QSslError& error) {
        return error.error() == QSslError::CertificateExpired;
    });
    finish(found);
}

void PeerGreeting::finish(Result<HttpPeer> result)
{
    if (std::exchange(m_finished, true))
        return;
    m_link.disconnect(this);
    m_link.close();
    m_promise.addResult(std::move(result));
    m_promise.finish();
    deleteLater();
}

}  // namespace cockpit::adapters::http
