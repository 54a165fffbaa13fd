// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <QObject>
#include <QStringList>
#include <QUrl>

#include <memory>

namespace cockpit {

class JustTradesModel;

struct JustTradesOptions {
    QString key;                        ///< what X-Admin-Key must hold; empty: a random one is made
    quint16 port = 0;                   ///< 0: a free one
    Milliseconds restartDelay{90'000};  ///< from restart() until the workers are back
};

/// The Just Trades platform on a loopback socket: its HTTP pages, a WebSocket with prices on the same port (/ws, any
/// path), /metrics for Prometheus, and /simulator/… to switch faults on. What needs X-Admin-Key answers 403 without.
/// A changed state is on the wire with the next request. Thread: its maker's, which must run an event loop.
class JustTradesSimulator : public QObject
{
    Q_OBJECT

public:
    explicit JustTradesSimulator(const Clock& clock, JustTradesOptions options = {}, QObject* parent = nullptr);
    ~JustTradesSimulator() override;

    /// Opens the port. Unreachable when it is taken.
    Result<quint16> listen();

    QUrl url() const;            ///< http://127.0.0.1:PORT; empty before listen()
    const QString& key() const;  ///< a secret of the simulated platform
    static QStringList scenarios();

    QString scenario() const;
    /// Replaces whatever fault there is. InvalidInput for an unknown name.
    Status setScenario(const QString& name);
    void restart();       ///< cures workers-dead and queue-growing after the restart delay
    void reauthorize();   ///< cures token-expired
    void renewSession();  ///< cures prices-stale

    const JustTradesModel& model() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace cockpit
