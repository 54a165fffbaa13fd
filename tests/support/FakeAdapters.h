// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/AdapterRegistry.h"
#include "tests/support/Wait.h"

#include <QPromise>

#include <functional>

namespace cockpit::test {

template <typename T>
QFuture<T> finishedFuture(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

/// A signal source that answers what it is told, or never.
class FakeSource final : public SignalSource
{
public:
    QString kind() const override { return QStringLiteral("fake"); }
    QString groupKey(const SignalSpec& signal) const override
    {
        return signal.parameters.value(QStringLiteral("page")).toString();
    }
    QFuture<QList<Reading>> read(const PollRequest& request) override
    {
        requests.append(request);
        if (silent) {
            promises.push_back(std::make_shared<QPromise<QList<Reading>>>());
            promises.back()->start();
            return promises.back()->future();
        }
        QList<Reading> readings;
        for (const SignalSpec& spec : request.signalSpecs)
            readings.append(answer(request.platform, spec));
        return finishedFuture(readings);
    }

    std::function<Reading(const QString& platform, const SignalSpec&)> answer;
    QList<PollRequest> requests;
    std::vector<std::shared_ptr<QPromise<QList<Reading>>>> promises;
    bool silent = false;
};

/// A step that ends when the test says so.
class FakeExecution final : public StepExecution
{
public:
    explicit FakeExecution(int* cancelled)
        : m_cancelled(cancelled)
    {
    }
    void cancel() override
    {
        ++*m_cancelled;
        StepOutcome outcome;
        outcome.state = StepState::Cancelled;
        emit finished(outcome);
    }
    void settle(bool goOn) override { settled.append(goOn); }
    void hold(const StepHold& held) { emit holding(held); }
    void end(const StepOutcome& outcome) { emit finished(outcome); }
    void say(const QByteArray& text) { emit output(text); }

    QList<bool> settled;

private:
    int* m_cancelled;
};

class FakeExecutor final : public StepExecutor
{
public:
    QString kind() const override { return QStringLiteral("fake"); }
    Result<ResolvedStep> resolve(const QString& platform, const QString& runbook, const StepSpec& spec,
                                 const QMap<QString, QString>& inputs) const override
    {
        for (const InputSpec& input : spec.inputs) {
            if (inputs.value(input.id).isEmpty())
                return fail(ErrorKind::InvalidInput, QStringLiteral("fill in %1").arg(input.id));
        }
        ResolvedStep step;
        step.platform = platform;
        step.runbook = runbook;
        step.spec = spec;
        step.text = spec.parameters.value(QStringLiteral("run")).toString();
        step.digest = "d1";
        if (onResolve)
            onResolve(step);
        return step;
    }
    QFuture<Result<StepPreview>> preview(const ResolvedStep&) override { return finishedFuture(previewed); }
    std::unique_ptr<StepExecution> start(const ResolvedStep& step) override
    {
        started.append(step);
        if (onStart)
            onStart();
        auto execution = std::make_unique<FakeExecution>(&cancelled);
        running = execution.get();
        return execution;
    }

    Result<StepPreview> previewed = StepPreview{};
    QList<ResolvedStep> started;
    std::function<void()> onStart;
    std::function<void(ResolvedStep& step)> onResolve;
    FakeExecution* running = nullptr;
    int cancelled = 0;
};

/// A channel that plays back outcomes; the last one repeats.
class FakeChannel final : public Channel
{
public:
    QString kind() const override { return QStringLiteral("fake"); }
    bool dropsRepeats() const override { return false; }
    Milliseconds pace() const override { return rest; }
    QFuture<DeliveryOutcome> deliver(const ResolvedConnection& connection, const Delivery& delivery) override
    {
        deliveries.append(delivery);
        connectionIds.append(connection.spec.id);
        if (onDeliver)
            onDeliver();
        if (silent) {
            promises.push_back(std::make_shared<QPromise<DeliveryOutcome>>());
            promises.back()->start();
            return promises.back()->future();
        }
        const DeliveryOutcome outcome = outcomes.size() > 1 ? outcomes.takeFirst() : outcomes.value(0);
        return finishedFuture(outcome);
    }

    QList<DeliveryOutcome> outcomes;
    QList<Delivery> deliveries;
    QStringList connectionIds;
    Milliseconds rest{0};
    std::function<void()> onDeliver;
    std::vector<std::shared_ptr<QPromise<DeliveryOutcome>>> promises;
    bool silent = false;
};

/// Knows every connection, all of kind "fake", without secrets.
class FakeResolver final : public ConnectionResolver
{
public:
    QFuture<Result<ResolvedConnection>> resolve(const QString& id) override
    {
        const auto spec = find(id);
        return finishedFuture(spec ? Result<ResolvedConnection>(ResolvedConnection{*spec, secret})
                                   : Result<ResolvedConnection>(spec.error()));
    }
    Result<ConnectionSpec> find(const QString& id) const override
    {
        if (unknown.contains(id))
            return fail(ErrorKind::NotFound, QStringLiteral("no connection %1").arg(id));
        ConnectionSpec spec;
        spec.id = id;
        spec.kind = QStringLiteral("fake");
        return spec;
    }

    QStringList unknown;
    Secret secret;
};

}  // namespace cockpit::test
