// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/http/Link.h"
#include "core/connections/HttpTransport.h"

#include <QFutureWatcher>
#include <QPromise>

namespace cockpit::adapters::http {

/// One look at who answers: connects, shakes hands where the scheme says so, sends no request, leaves.
/// Finishes its future exactly once and then deletes itself.
class PeerGreeting final : public QObject
{
    Q_OBJECT

public:
    explicit PeerGreeting(const QUrl& url, QObject* parent);
    ~PeerGreeting() override;

    QFuture<Result<HttpPeer>> start(const QSslConfiguration& tls, Milliseconds deadline);

private:
    HttpPeer peer();
    void judgeCertificate(const QList<QSslError>& errors);
    void finish(Result<HttpPeer> result);

    QPromise<Result<HttpPeer>> m_promise;
    QFutureWatcher<Result<HttpPeer>> m_watcher;
    Link m_link;
    bool m_finished = false;
};

}  // namespace cockpit::adapters::http
