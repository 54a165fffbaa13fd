// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/tls/TlsExpirySource.h"

#include "core/connections/HttpCall.h"
#include "core/connections/HttpConnection.h"

#include <QCoreApplication>

namespace cockpit::adapters::tls {

namespace {

constexpr double millisecondsPerDay = 86'400'000.0;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(TlsExpiry)
};

QList<Reading> judge(const PollRequest& request, const Result<HttpPeer>& peer, const QDateTime& now)
{
    if (!peer)
        return readingsOf(request, ReadingState::Unreachable, peer.error().message, now);
    if (!peer->refusal.isEmpty() && !peer->onlyExpired)
        return readingsOf(request, ReadingState::Unreachable, peer->refusal, now);
    if (!peer->certificateExpires.isValid())
        return readingsOf(request, ReadingState::MissingField, Say::tr("%1 showed no certificate").arg(peer->address),
                          now);
    QList<Reading> readings = readingsOf(request, ReadingState::Value, peer->refusal, now);
    for (Reading& reading : readings) {
        reading.value = static_cast<double>(now.msecsTo(peer->certificateExpires)) / millisecondsPerDay;
        reading.elapsed = peer->elapsed;
    }
    return readings;
}

}  // namespace

TlsExpirySource::TlsExpirySource(const Clock& clock, HttpTransport& http, ConnectionResolver& connections)
    : m_clock(clock)
    , m_http(http)
    , m_connections(connections)
{
}

QString TlsExpirySource::groupKey(const SignalSpec&) const
{
    return QString();
}

QFuture<QList<Reading>> TlsExpirySource::read(const PollRequest& request)
{
    const auto without = [&](ReadingState state, const QString& detail) {
        return QtFuture::makeReadyFuture(readingsOf(request, state, detail, m_clock.utcNow()));
    };
    // No secret is needed to look at a certificate, so none is fetched.
    const auto spec = m_connections.find(request.connectionId);
    if (!spec)
        return without(ReadingState::Unreachable, spec.error().message);
    const QUrl url = baseUrlOf(*spec);
    if (url.scheme() == QLatin1String("http"))
        return without(ReadingState::MissingField,
                       Say::tr("this connection is not encrypted, so it has no certificate"));
    const TlsOptions tls{spec->settings.value(QStringLiteral("authority_file")).toString()};
    const auto greeting = m_http.greet(url, tls, request.deadline);
    auto readings = QFuture(greeting).then(
        [request, &clock = m_clock](const Result<HttpPeer>& peer) { return judge(request, peer, clock.utcNow()); });
    cancelTogether(readings, greeting);
    return readings;
}

}  // namespace cockpit::adapters::tls
