// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/redis/RedisClient.h"
#include "adapters/redis/RedisStep.h"
#include "simulator/servers/ServerProcess.h"
#include "simulator/servers/ThrowAwayRedis.h"
#include "tests/support/FixedConnections.h"

#include <gtest/gtest.h>

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <csignal>
#include <memory>

namespace cockpit::test {

/// A real server for the tests of one suite, and short ways to use it.
class RedisTest : public testing::Test
{
public:
    static ResolvedConnection connectionTo(quint16 port, const QByteArray& password = {}, const QString& user = {});

protected:
    static void SetUpTestSuite();
    static void TearDownTestSuite();
    void SetUp() override;

    static ResolvedConnection connection();
    /// One command as the server's owner; fails the test when the server refuses it.
    static adapters::redis::RedisReply ask(const adapters::redis::Arguments& arguments);
    static Result<adapters::redis::RedisReply>
    tell(const ResolvedConnection& connection, const adapters::redis::Arguments& arguments, int deadlineMs = 3'000);

    static StepSpec stepSpec(Danger danger, const QJsonArray& run, const QJsonArray& preview = {});
    Result<ResolvedStep> tryResolve(const StepSpec& spec, const QMap<QString, QString>& inputs = {});
    ResolvedStep resolved(const StepSpec& spec, const QMap<QString, QString>& inputs = {});
    StepPreview previewOf(const ResolvedStep& step);
    StepOutcome run(const ResolvedStep& step, const std::function<void(StepExecution&)>& meanwhile = {});

    static ServerAddress address;
    static std::unique_ptr<ThrowAwayRedis> server;
    QList<StepHold> holds;  ///< of the last run()
    bool settles = true;    ///< how run() answers a hold
    FixedConnections connections;
    adapters::redis::RedisStep executor{connections};
};

/// A real server with settings of its own, without a password.
class OwnRedis
{
public:
    /// `settings` as on redis-server's command line.
    explicit OwnRedis(const QStringList& settings = {}, quint16 port = 0);
    ~OwnRedis();

    quint16 port() const { return m_port; }
    QString folder() const { return m_folder.path(); }
    ResolvedConnection connection() const;
    void stop();

private:
    QTemporaryDir m_folder;
    quint16 m_port;
    ServerProcess m_process{SIGTERM, SIGKILL};
};

/// Accepts every login and answers every other command with the same bytes.
class LyingRedis : public QTcpServer
{
public:
    explicit LyingRedis(QByteArray answer);
    int asked() const { return m_asked; }

private:
    QByteArray m_answer;
    int m_asked = 0;
};

}  // namespace cockpit::test
