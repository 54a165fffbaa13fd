// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/keychain/QtKeychainStore.h"

#include <QCoreApplication>
#include <QPromise>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <algorithm>

namespace cockpit::adapters::keychain {

namespace {

QString serviceName()
{
    return QStringLiteral("incident-cockpit");
}

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Keychain)
};

Error errorFor(CredentialState state)
{
    const QString detail = credentialStateName(state);
    switch (state) {
    case CredentialState::NoService:
        return fail(ErrorKind::Unsupported, Say::tr("There is no keychain on this desktop"), detail);
    case CredentialState::Locked:
        return fail(ErrorKind::Unauthorized, Say::tr("The keychain is locked; unlock it and try again"), detail);
    case CredentialState::Denied: return fail(ErrorKind::Unauthorized, Say::tr("The keychain refused access"), detail);
    case CredentialState::Missing:
        return fail(ErrorKind::NotFound, Say::tr("The keychain holds no such secret"), detail);
    case CredentialState::TimedOut:
        return fail(ErrorKind::TimedOut, Say::tr("The keychain does not answer; look for a prompt it may be showing"),
                    detail);
    case CredentialState::Ready: break;
    }
    return fail(ErrorKind::Storage, Say::tr("The keychain failed; try again"), detail);
}

/// One call under way: settled by the job, by the look over D-Bus, or by the deadline; the first one counts.
template <typename T>
struct Exchange {
    Exchange() { promise.start(); }
    void settle(Result<T> result)
    {
        if (std::exchange(settled, true))
            return;
        promise.addResult(std::move(result));
        promise.finish();
    }
    QPromise<Result<T>> promise;
    bool settled = false;
};

template <typename T>
QFuture<Result<T>> run(QKeychain::Job* job, const QString& key, Milliseconds deadline,
                       const std::function<void(QKeychain::Job*, const std::shared_ptr<Exchange<T>>&)>& conclude)
{
    const auto exchange = std::make_shared<Exchange<T>>();
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, job,
                     [exchange, conclude](QKeychain::Job* done) { conclude(done, exchange); });
    QTimer::singleShot(deadline, QCoreApplication::instance(),
                       [exchange] { exchange->settle(errorFor(CredentialState::TimedOut)); });
    job->start();
    return exchange->promise.future();
}

CredentialState stateOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser: return CredentialState::Denied;
    case QKeychain::EntryNotFound: return CredentialState::Missing;
    default: return CredentialState::NoService;
    }
}

}  // namespace

QtKeychainStore::QtKeychainStore(Milliseconds deadline)
    : m_deadline(deadline)
    , m_probe(std::min(deadline, Milliseconds(5'000)))
{
}

QFuture<Result<Secret>> QtKeychainStore::read(const QString& key)
{
    auto* job = new QKeychain::ReadPasswordJob(serviceName());
    return run<Secret>(job, key, m_deadline, [probe = m_probe, key](QKeychain::Job* done, const auto& exchange) {
        if (done->error() == QKeychain::NoError)
            return exchange->settle(Secret(static_cast<QKeychain::ReadPasswordJob*>(done)->binaryData()));
        if (done->error() == QKeychain::AccessDenied || done->error() == QKeychain::AccessDeniedByUser)
            return exchange->settle(errorFor(CredentialState::Denied));
        // A locked keychain says "not found" as well, and a missing service fails in several ways.
        probe.entry(serviceName(), key).then([exchange](CredentialState state) { exchange->settle(errorFor(state)); });
    });
}

QFuture<Status> QtKeychainStore::write(const QString& key, const Secret& secret)
{
    auto* job = new QKeychain::WritePasswordJob(serviceName());
    job->setBinaryData(secret.reveal());
    return run<Done>(job, key, m_deadline, [probe = m_probe](QKeychain::Job* done, const auto& exchange) {
        if (done->error() == QKeychain::NoError)
            return exchange->settle(Done{});
        const CredentialState reported = stateOf(done->error());
        probe.service().then([exchange, reported](CredentialState state) {
            exchange->settle(errorFor(state == CredentialState::Ready ? reported : state));
        });
    });
}

QFuture<Status> QtKeychainStore::remove(const QString& key)
{
    auto* job = new QKeychain::DeletePasswordJob(serviceName());
    return run<Done>(job, key, m_deadline, [probe = m_probe, key](QKeychain::Job*, const auto& exchange) {
        // A locked keychain answers "done" although nothing was deleted, so the service is asked what is left.
        probe.entry(serviceName(), key).then([exchange](CredentialState state) {
            if (state == CredentialState::Missing)
                exchange->settle(Done{});
            else
                exchange->settle(errorFor(state == CredentialState::Ready ? CredentialState::Denied : state));
        });
    });
}

QFuture<CredentialState> QtKeychainStore::probe()
{
    return m_probe.service().then([](CredentialState state) {
        // No default collection yet: the first write makes one, after asking the person for its password.
        return state == CredentialState::Missing ? CredentialState::Locked : state;
    });
}

}  // namespace cockpit::adapters::keychain
