// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>

namespace cockpit {

class JustTradesModel;

/// What the platform answers on one path.
struct SimulatedPage {
    bool needsKey = false;
    bool changesData = false;                          ///< also by GET, as the real route does
    std::function<std::optional<QJsonObject>()> body;  ///< nothing: no such recorder or trader
};

/// The platform's JSON pages, made from the model. Thread: the model's.
class JustTradesPages
{
public:
    explicit JustTradesPages(JustTradesModel& model);

    /// The page at `path`; nothing when the platform has none. `limit`: at most so many list entries.
    std::optional<SimulatedPage> find(const QString& path, int limit) const;

    /// The same figures as a Prometheus text page.
    QByteArray metrics() const;

    /// The newest failures and the platform's own state as log lines, oldest first.
    QByteArray logLines() const;

    /// What the simulator itself is doing: scenario, restart under way, counters.
    QJsonObject simulatorState() const;

private:
    std::optional<SimulatedPage> findEntity(const QString& path) const;
    QJsonObject health() const;
    QJsonObject status() const;
    QJsonObject detailedHealth() const;
    QJsonObject executionStatus() const;
    QJsonObject executionFailures(int limit) const;
    QJsonObject queueStatistics() const;
    QJsonObject webhookActivity(int limit) const;
    QJsonObject rawWebhooks(int limit) const;
    QJsonObject tradingView() const;
    QJsonObject accountAuthorization() const;
    QJsonObject whopSync() const;
    QJsonObject threadHealth() const;
    QJsonObject runMigrations() const;
    std::optional<QJsonObject> recorder(int id) const;
    std::optional<QJsonObject> trader(int id) const;
    QJsonObject cachedPrices() const;
    double webhookSuccessRate() const;

    JustTradesModel& m_model;
};

}  // namespace cockpit
