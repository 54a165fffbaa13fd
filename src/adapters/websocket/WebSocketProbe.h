// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"
#include "core/metrics/SignalSource.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QPromise>
#include <QSslError>
#include <QTimer>
#include <QWebSocket>

namespace cockpit::adapters::websocket {

/// One visit: handshake, ping, pong, close. Finishes its future exactly once and then deletes itself.
class WebSocketProbe final : public QObject
{
    Q_OBJECT

public:
    WebSocketProbe(const Clock& clock, const PollRequest& request, QObject* parent);
    ~WebSocketProbe() override;

    QFuture<QList<Reading>> start(ConnectionResolver& connections);

private:
    void open(const Result<ResolvedConnection>& connection);
    void failed();
    void finish(ReadingState state, const QString& detail);

    const Clock& m_clock;
    PollRequest m_request;
    QPromise<QList<Reading>> m_promise;
    QFutureWatcher<QList<Reading>> m_watcher;
    QElapsedTimer m_elapsed;
    QTimer m_deadline;
    QWebSocket m_socket;
    QString m_address;
    QString m_certificateFault;
    bool m_finished = false;
};

}  // namespace cockpit::adapters::websocket
