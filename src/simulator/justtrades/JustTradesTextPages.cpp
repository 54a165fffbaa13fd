// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/ExpositionText.h"
#include "simulator/justtrades/JustTradesModel.h"
#include "simulator/justtrades/JustTradesPages.h"

namespace cockpit {

QByteArray JustTradesPages::metrics() const
{
    ExpositionText out;
    out.describe("justtrades_broker_executions_total", "counter", "Signals taken from the queue, by result");
    out.sample("justtrades_broker_executions_total", {{"result", "success"}},
               static_cast<double>(m_model.processed() - m_model.failureCount()));
    out.sample("justtrades_broker_executions_total", {{"result", "failure"}},
               static_cast<double>(m_model.failureCount()));
    out.single("justtrades_webhooks_total", "counter", "Webhooks received",
               static_cast<double>(m_model.webhooksTotal()));
    out.single("justtrades_broker_queue_size", "gauge", "Signals waiting for a broker worker", m_model.queueSize());
    out.single("justtrades_broker_workers_alive", "gauge", "Broker workers alive", m_model.brokerWorkers());
    out.single("justtrades_webhook_latency_milliseconds", "gauge", "Average webhook latency",
               m_model.webhookLatencyMs());
    out.single("justtrades_websocket_connected", "gauge", "1 while the price feed is connected",
               m_model.websocketConnected() ? 1 : 0);
    out.single("justtrades_accounts_needing_reauth", "gauge", "Broker accounts that must sign in again",
               static_cast<double>(m_model.expiredAccounts().size()));
    out.describe("justtrades_price_updated_timestamp_seconds", "gauge", "When each price was last updated");
    for (auto it = m_model.prices().cbegin(); it != m_model.prices().cend(); ++it)
        out.sample("justtrades_price_updated_timestamp_seconds", {{"symbol", it.key().toUtf8()}},
                   static_cast<double>(it->updated.toMSecsSinceEpoch()) / 1'000);
    return out.text();
}

QByteArray JustTradesPages::logLines() const
{
    constexpr std::size_t shown = 40;
    QByteArray out;
    const auto line = [&out](const QDateTime& at, const char* level, const QString& text) {
        out += at.toUTC().toString(Qt::ISODateWithMs).toUtf8() + ' ' + level + ' ' + text.toUtf8() + '\n';
    };
    const auto& failures = m_model.failures();
    for (std::size_t i = failures.size() > shown ? failures.size() - shown : 0; i < failures.size(); ++i) {
        const SimulatedFailure& failure = failures[i];
        line(failure.at, "ERROR",
             QStringLiteral("broker_execution %1 %2 on %3: %4")
                 .arg(failure.action, failure.symbol, failure.account, failure.error));
    }
    if (m_model.orderPathBroken())
        out +=
            "Traceback (most recent call last):\n  File \"/app/broker_execution.py\", line 2, in execute\n    return "
            "pool.submit(order)\nNameError: name 'pool' is not defined\n";
    if (m_model.handlingWaits() && !m_model.webhooks().empty()) {
        const SimulatedWebhook& webhook = m_model.webhooks().back();
        line(webhook.at, "INFO", QStringLiteral("fast_webhook signal %1 received").arg(webhook.number));
        line(webhook.at.addMSecs(640), "INFO",
             QStringLiteral("fast_webhook signal %1 record_webhook() returned after 640 ms").arg(webhook.number));
    }
    if (!m_model.syncsMembers())
        line(m_model.lastSyncAt(), "ERROR", QStringLiteral("whop_sync thread ended: connection reset by peer"));
    line(m_model.now(), m_model.brokerWorkers() == 0 ? "ERROR" : "INFO",
         QStringLiteral("broker_execution %1 of %2 workers alive, %3 signals waiting")
             .arg(m_model.brokerWorkers())
             .arg(JustTradesModel::workersWanted)
             .arg(m_model.queueSize()));
    line(m_model.now(), m_model.websocketConnected() ? "INFO" : "ERROR",
         m_model.websocketConnected() ? QStringLiteral("tradingview_stream connected")
                                      : QStringLiteral("tradingview_stream rejected: session expired"));
    return out;
}

}  // namespace cockpit
