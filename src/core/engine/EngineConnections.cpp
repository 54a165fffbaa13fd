// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Connections: what is bound, how it fares, and changing it.
#include "core/engine/EnginePrivate.h"

#include <QPromise>

namespace cockpit {

namespace {

constexpr Milliseconds testTimeout{10'000};

template <typename T>
QFuture<T> finished(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

ConnectionCheck failedCheck(const Error& error)
{
    ConnectionCheck check;
    check.sentence = error.message;
    check.errorKind = error.kind;
    return check;
}

}  // namespace

QList<ConnectionState> Engine::Private::connectionStates() const
{
    QList<ConnectionState> states;
    QSet<QString> known;
    const auto add = [&](ConnectionState state) {
        known.insert(state.spec.id);
        if (checks.contains(state.spec.id)) {
            state.tested = true;
            state.check = checks.value(state.spec.id);
        }
        states.append(state);
    };
    for (const PlaybookPointer& playbook : parts.playbooks) {
        for (const ConnectionSlot& slot : playbook->connections) {
            ConnectionState state;
            state.platform = playbook->id;
            state.spec.id = playbook->id + QLatin1Char('/') + slot.id;
            const auto bound = parts.connections.find(state.spec.id);
            state.bound = bound.ok();
            if (bound) {
                state.spec = *bound;
            } else {
                state.spec.kind = slot.kind;
                state.spec.title = slot.title;
                state.spec.environment = playbook->environment;
                state.spec.settings = slot.defaults;
            }
            add(state);
        }
    }
    const auto specs = parts.connections.specs();
    for (const ConnectionSpec& spec : specs ? *specs : QList<ConnectionSpec>{}) {
        if (known.contains(spec.id))
            continue;
        ConnectionState state;
        state.spec = spec;
        state.bound = true;
        add(state);
    }
    return states;
}

QList<ConnectionKindInfo> Engine::connectionKinds() const
{
    QList<ConnectionKindInfo> kinds;
    for (const auto& [id, kind] : d->parts.registry.connectionKinds)
        kinds.append({id, kind->title(), kind->secretLabel(), kind->fields()});
    return kinds;
}

QFuture<Status> Engine::saveConnection(const ConnectionSpec& spec, const std::optional<Secret>& secret, const QString&)
{
    if (d->parts.registry.connectionKinds.count(spec.kind) == 0)
        return finished(Status(fail(ErrorKind::InvalidInput, tr("There is no connection kind \"%1\"").arg(spec.kind))));
    if (secret)
        d->parts.redactor.learn(*secret);
    return d->parts.connections.save(spec, secret).then(this, [this, id = spec.id](const Status& saved) {
        if (saved) {
            d->checks.remove(id);
            d->scheduler.pollSoon();
            d->feeds.pollSoon();
            testConnection(id);
        }
        d->dirty = true;
        return saved;
    });
}

QFuture<Status> Engine::removeConnection(const QString& connectionId, const QString&)
{
    return d->parts.connections.remove(connectionId).then(this, [this, connectionId](const Status& removed) {
        d->checks.remove(connectionId);
        d->dirty = true;
        return removed;
    });
}

QFuture<ConnectionCheck> Engine::testConnection(const QString& connectionId)
{
    const auto spec = d->parts.connections.find(connectionId);
    if (!spec)
        return finished(failedCheck(spec.error()));
    return testSettings(*spec, std::nullopt).then(this, [this, connectionId](const ConnectionCheck& check) {
        d->checks.insert(connectionId, check);
        d->dirty = true;
        return check;
    });
}

QFuture<ConnectionCheck> Engine::testSettings(const ConnectionSpec& spec, const std::optional<Secret>& secret)
{
    const auto kind = d->parts.registry.connectionKinds.find(spec.kind);
    if (kind == d->parts.registry.connectionKinds.end())
        return finished(
            failedCheck(fail(ErrorKind::Unsupported, tr("There is no connection kind \"%1\"").arg(spec.kind))));
    if (secret) {
        d->parts.redactor.learn(*secret);
        return kind->second->test({spec, *secret}, testTimeout);
    }
    if (spec.secretStorage == SecretStorage::None)
        return kind->second->test({spec, Secret()}, testTimeout);
    auto promise = std::make_shared<QPromise<ConnectionCheck>>();
    promise->start();
    d->parts.connections.resolve(spec).then(this, [this, promise, spec](const Result<ResolvedConnection>& stored) {
        const auto end = [promise](const ConnectionCheck& check) {
            promise->addResult(check);
            promise->finish();
        };
        if (!stored) {
            end(failedCheck(stored.error()));
            return;
        }
        d->parts.redactor.learn(stored->secret);
        d->parts.registry.connectionKinds.at(spec.kind)->test({spec, stored->secret}, testTimeout).then(this, end);
    });
    return promise->future();
}

QFuture<QList<Reading>> Engine::readSignals(const QString& platform, const QStringList& ids)
{
    const PlaybookPointer playbook = d->playbook(platform);
    auto readings = std::make_shared<QList<Reading>>();
    auto promise = std::make_shared<QPromise<QList<Reading>>>();
    auto open = std::make_shared<int>(1);
    promise->start();
    const auto endOne = [readings, promise, open] {
        if (--*open > 0)
            return;
        promise->addResult(*readings);
        promise->finish();
    };
    for (const SignalSpec& spec : playbook ? playbook->signalSpecs : QList<SignalSpec>{}) {
        const auto source = d->parts.registry.signalSources.find(spec.kind);
        if ((!ids.isEmpty() && !ids.contains(spec.id)) || source == d->parts.registry.signalSources.end())
            continue;
        ++*open;
        const QString connection =
            spec.connection.isEmpty() ? QString() : platform + QLatin1Char('/') + spec.connection;
        source->second->read({platform, connection, {spec}, spec.deadline})
            .then(this, [readings, endOne](const QList<Reading>& some) {
                *readings += some;
                endOne();
            });
    }
    endOne();
    return promise->future();
}

}  // namespace cockpit
