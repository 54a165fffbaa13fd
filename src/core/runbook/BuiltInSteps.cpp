// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/runbook/BuiltInSteps.h"

#include "core/base/Duration.h"
#include "core/runbook/Placeholders.h"

#include <QCoreApplication>
#include <QPromise>
#include <QSysInfo>
#include <QTimer>

namespace cockpit {

namespace {

const QString manualKind = QStringLiteral("manual");
const QString waitKind = QStringLiteral("wait");

QFuture<Result<StepPreview>> nothingToPreview()
{
    QPromise<Result<StepPreview>> promise;
    promise.start();
    StepPreview preview;
    preview.target.address = QSysInfo::machineHostName();
    promise.addResult(preview);
    promise.finish();
    return promise.future();
}

/// Ends by itself after a time, or earlier when cancelled.
class TimedExecution final : public StepExecution
{
public:
    TimedExecution(Milliseconds duration, QString summary)
        : m_duration(duration)
        , m_summary(std::move(summary))
    {
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, [this] { finish(StepState::Succeeded, m_summary); });
        m_timer.start(duration);
    }

    void cancel() override
    {
        m_duration -= m_timer.remainingTimeAsDuration();
        m_timer.stop();
        finish(StepState::Cancelled, QCoreApplication::translate("WaitStep", "stopped before the time was over"));
    }

private:
    void finish(StepState state, const QString& summary)
    {
        if (m_finished)
            return;
        m_finished = true;
        StepOutcome outcome;
        outcome.state = state;
        outcome.summary = summary;
        outcome.elapsed = m_duration;
        emit finished(outcome);
    }

    QTimer m_timer;
    Milliseconds m_duration;
    QString m_summary;
    bool m_finished = false;
};

Result<ResolvedStep> resolveText(const QString& platform, const QString& runbook, const StepSpec& spec,
                                 const QMap<QString, QString>& inputs, const QString& key)
{
    const auto values = checkInputs(spec, inputs);
    if (!values)
        return values.error();
    ResolvedStep step;
    step.platform = platform;
    step.runbook = runbook;
    step.spec = spec;
    step.text = fillPlaceholders(spec.parameters.value(key).toString(),
                                 [&](const QString& name) { return values->value(name); });
    step.payload = {{key, step.text}};
    step.digest = stepDigest(spec.kind, {}, step.payload);
    return step;
}

class ManualExecutor final : public StepExecutor
{
public:
    QString kind() const override { return manualKind; }

    Result<ResolvedStep> resolve(const QString& platform, const QString& runbook, const StepSpec& spec,
                                 const QMap<QString, QString>& inputs) const override
    {
        return resolveText(platform, runbook, spec, inputs, QStringLiteral("text"));
    }

    QFuture<Result<StepPreview>> preview(const ResolvedStep&) override { return nothingToPreview(); }

    std::unique_ptr<StepExecution> start(const ResolvedStep&) override
    {
        return std::make_unique<TimedExecution>(Milliseconds{0},
                                                QCoreApplication::translate("ManualStep", "done by hand"));
    }
};

class WaitExecutor final : public StepExecutor
{
public:
    QString kind() const override { return waitKind; }

    Result<ResolvedStep> resolve(const QString& platform, const QString& runbook, const StepSpec& spec,
                                 const QMap<QString, QString>& inputs) const override
    {
        auto step = resolveText(platform, runbook, spec, inputs, QStringLiteral("for"));
        if (!step)
            return step;
        // A wait lasts as long as it says, whatever other steps are allowed.
        const auto duration = parseDuration(step->text);
        if (duration)
            step->spec.deadline = std::max(spec.deadline, *duration);
        return step;
    }

    QFuture<Result<StepPreview>> preview(const ResolvedStep&) override { return nothingToPreview(); }

    std::unique_ptr<StepExecution> start(const ResolvedStep& step) override
    {
        const auto duration = parseDuration(step.text);
        return std::make_unique<TimedExecution>(duration ? *duration : Milliseconds{0},
                                                QCoreApplication::translate("WaitStep", "waited %1").arg(step.text));
    }
};

}  // namespace

void describeBuiltInSteps(Vocabulary& vocabulary)
{
    vocabulary.stepKinds.insert(manualKind, {{{QStringLiteral("text"), KindKey::Type::Text, true, {}}}, {}});
    vocabulary.stepKinds.insert(waitKind, {{{QStringLiteral("for"), KindKey::Type::Duration, true, {}}}, {}});
}

void createBuiltInSteps(AdapterRegistry& registry)
{
    registry.add(std::make_unique<ManualExecutor>());
    registry.add(std::make_unique<WaitExecutor>());
}

}  // namespace cockpit
