// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/shell/ShellStep.h"
#include "tests/support/FixedConnections.h"
#include "tests/support/Wait.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

namespace cockpit::test {

/// Processes whose environment holds `mark`: our programs and whatever they left behind, wherever they hid.
inline QList<qint64> marked(const QByteArray& mark)
{
    QList<qint64> found;
    for (const QString& name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile environment(QStringLiteral("/proc/%1/environ").arg(name));
        if (name.toLongLong() > 0 && environment.open(QIODevice::ReadOnly) && environment.readAll().contains(mark))
            found.append(name.toLongLong());
    }
    return found;
}

class ShellTest : public testing::Test
{
protected:
    void SetUp() override
    {
        ResolvedConnection here;
        here.spec.id = QStringLiteral("demo/here");
        here.spec.kind = QStringLiteral("shell");
        here.spec.settings = {{QStringLiteral("directory"), folder.path()}};
        connections.put(here);
        mark = "COCKPIT_TEST_MARK=" + QByteArray::number(QCoreApplication::applicationPid()) + '-' +
               testing::UnitTest::GetInstance()->current_test_info()->name();
    }

    void TearDown() override
    {
        EXPECT_TRUE(waitUntil([&] { return marked(mark).isEmpty(); }, 2'000)) << "something was left behind";
    }

    StepSpec stepSpec(const QStringList& argv, int deadlineMs = 20'000)
    {
        StepSpec spec;
        spec.id = QStringLiteral("step");
        spec.kind = QStringLiteral("shell");
        spec.connection = QStringLiteral("here");
        spec.deadline = Milliseconds(deadlineMs);
        spec.parameters = {
            {QStringLiteral("argv"), QJsonArray::fromStringList(argv)},
            {QStringLiteral("environment"),
             QJsonObject{{QStringLiteral("COCKPIT_TEST_MARK"), QString::fromLatin1(mark.mid(mark.indexOf('=') + 1))}}}};
        return spec;
    }

    Result<ResolvedStep> tryResolve(const StepSpec& spec, const QMap<QString, QString>& inputs = {})
    {
        return executor.resolve(QStringLiteral("demo"), QStringLiteral("runbook"), spec, inputs);
    }

    StepOutcome run(const StepSpec& spec, const QMap<QString, QString>& inputs = {},
                    const std::function<void(StepExecution&)>& meanwhile = {})
    {
        const auto step = tryResolve(spec, inputs);
        EXPECT_TRUE(step.ok()) << (step.ok() ? "" : qPrintable(step.error().message));
        const auto execution = executor.start(*step);
        StepOutcome outcome;
        int count = 0;
        QObject::connect(execution.get(), &StepExecution::output, execution.get(),
                         [&](const QByteArray& chunk) { streamed += chunk; });
        QObject::connect(execution.get(), &StepExecution::finished, execution.get(), [&](const StepOutcome& given) {
            outcome = given;
            ++count;
        });
        if (meanwhile)
            meanwhile(*execution);
        EXPECT_TRUE(waitUntil([&] { return count > 0; }, 30'000));
        EXPECT_EQ(count, 1);
        return outcome;
    }

    static QStringList script(const QString& text) { return {QStringLiteral("/bin/sh"), QStringLiteral("-c"), text}; }

    QTemporaryDir folder;
    FixedConnections connections;
    adapters::shell::ShellStep executor{connections};
    QByteArray streamed;
    QByteArray mark;
};

}  // namespace cockpit::test
