// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "simulator/servers/ThrowAwayPostgres.h"
#include "tests/faults/FickleProxy.h"
#include "tests/support/Certificates.h"
#include "tests/support/HttpReceiver.h"
#include "tests/support/Wait.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <array>
#include <memory>

namespace cockpit::test {

/// A real Redis that keeps what it was told through a kill, by its append-only file.
class DurableRedis
{
public:
    explicit DurableRedis(quint16 port);
    ~DurableRedis();
    void start();
    void restart();
    quint16 port() const { return m_port; }
    QByteArray runId() const;
    /// How often each operation was counted.
    QHash<int, int> counts() const;

private:
    QTemporaryDir m_folder;
    quint16 m_port;
    QProcess m_process;
};

/// Two real servers of each kind, the right one and another that must never be hit unapproved, behind fickle proxies.
class FaultServers
{
public:
    enum Place { Right = 0, Other = 1 };

    explicit FaultServers(int operations);
    ~FaultServers();

    /// What the player needs to know, secrets included.
    QProcessEnvironment environment() const;
    /// Something goes wrong now: a PostgreSQL backend crashes (all sessions end, recovery runs), or Redis is killed.
    void upset(QRandomGenerator& dice);
    void settle();
    int cuts() const;
    int misled() const;

    QString postgresId(Place place) const { return m_postgresId.at(place); }
    QString certificate(Place place) const { return m_certificate.at(place); }
    QString redisId(Place place) const { return m_redisIds.at(place).last(); }
    const QStringList& redisIds(Place place) const { return m_redisIds.at(place); }
    QHash<int, int> sqlCounts(Place place) const;
    QHash<int, int> redisCounts(Place place) const { return m_redis.at(place)->counts(); }
    QHash<int, int> httpCounts(Place place) const;
    /// Requests that were neither exactly what the step says nor a look whether the connection answers.
    int strangeRequests() const;

private:
    void startPostgres(Place place, int operations);

    Certificates m_certificates;
    std::array<std::unique_ptr<ThrowAwayPostgres>, 2> m_postgres;
    std::array<ServerAddress, 2> m_postgresAddress;
    std::array<QString, 2> m_postgresId;
    std::array<std::unique_ptr<DurableRedis>, 2> m_redis;
    std::array<QStringList, 2> m_redisIds;
    std::array<std::unique_ptr<HttpReceiver>, 2> m_http;
    std::array<QString, 2> m_certificate;
    std::unique_ptr<FickleProxy> m_sqlProxy;
    std::unique_ptr<FickleProxy> m_redisProxy;
    std::unique_ptr<FickleProxy> m_httpProxy;
};

}  // namespace cockpit::test
