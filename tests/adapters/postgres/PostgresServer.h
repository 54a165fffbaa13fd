// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/postgres/PostgresLink.h"
#include "adapters/postgres/SqlStep.h"
#include "simulator/servers/ThrowAwayPostgres.h"
#include "tests/support/FixedConnections.h"

#include <gtest/gtest.h>

#include <memory>

namespace cockpit::test {

/// A real server for the tests of one suite, and short ways to use it.
class PostgresTest : public testing::Test
{
protected:
    static void SetUpTestSuite();
    static void TearDownTestSuite();
    void SetUp() override;

    /// "demo/db": TLS off (loopback), the server's owner.
    static ResolvedConnection connection();
    /// One statement through a connection of its own; the first cell of its answer.
    static QString ask(const QByteArray& sql);

    static StepSpec stepSpec(Danger danger, const QString& run, const QString& preview = {});
    ResolvedStep resolved(const StepSpec& spec, const QMap<QString, QString>& inputs = {});
    StepPreview previewOf(const ResolvedStep& step);
    /// Runs it to the end; `meanwhile` is called once it has been started. A held change is committed unless `onHold`
    /// decides.
    StepOutcome run(const ResolvedStep& step, const std::function<void(StepExecution&)>& meanwhile = {},
                    int timeoutMs = 20'000);

    static ServerAddress address;
    static std::unique_ptr<ThrowAwayPostgres> server;
    FixedConnections connections;
    std::function<void(StepExecution&, const StepHold&)> onHold;
    QList<StepHold> holds;  ///< of the last run
    adapters::postgres::SqlStep executor{connections};
};

/// Stops (SIGSTOP) the server and all its children while it lives.
class FrozenServer
{
public:
    explicit FrozenServer(qint64 processId);
    ~FrozenServer();
    Q_DISABLE_COPY_MOVE(FrozenServer)

private:
    QList<qint64> m_stopped;
};

/// The children of a process.
QList<qint64> childrenOf(qint64 processId);

}  // namespace cockpit::test
