// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/runbook/BuiltInSteps.h"

#include <gtest/gtest.h>

namespace cockpit::test {
namespace {

class WaitStepTest : public testing::Test
{
protected:
    WaitStepTest()
    {
        createBuiltInSteps(registry);
        spec.kind = QStringLiteral("wait");
    }

    Result<ResolvedStep> resolve(const char* duration)
    {
        spec.parameters = {{QStringLiteral("for"), QString::fromLatin1(duration)}};
        return registry.stepExecutors.at(spec.kind)->resolve(QStringLiteral("p"), QStringLiteral("r"), spec, {});
    }

    AdapterRegistry registry;
    StepSpec spec;
};

TEST_F(WaitStepTest, MayTakeAsLongAsItSays)
{
    spec.deadline = Milliseconds{30'000};
    ASSERT_TRUE(resolve("5m").ok());
    EXPECT_EQ(resolve("5m")->spec.deadline, Milliseconds{300'000});
    EXPECT_EQ(resolve("10s")->spec.deadline, Milliseconds{30'000});
}

TEST_F(WaitStepTest, StoppedEarlyItSaysHowLongItRan)
{
    const auto step = resolve("5m");
    ASSERT_TRUE(step.ok());
    const auto execution = registry.stepExecutors.at(spec.kind)->start(*step);
    StepOutcome outcome;
    QObject::connect(execution.get(), &StepExecution::finished, execution.get(),
                     [&](const StepOutcome& ended) { outcome = ended; });
    execution->cancel();
    EXPECT_EQ(outcome.state, StepState::Cancelled);
    EXPECT_LT(outcome.elapsed, Milliseconds{5'000});
}

}  // namespace
}  // namespace cockpit::test
