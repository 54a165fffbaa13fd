// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/keychain/SecretServiceProbe.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QMap>
#include <QPromise>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <memory>
#include <utility>

namespace cockpit::adapters::keychain {

namespace {

using Attributes = QMap<QString, QString>;
using Answer = std::function<void(const QDBusMessage&)>;

QString serviceName()
{
    return QStringLiteral("org.freedesktop.secrets");
}

QDBusMessage call(const QString& path, const char* interface, const char* method)
{
    return QDBusMessage::createMethodCall(serviceName(), path, QLatin1String(interface), QLatin1String(method));
}

QDBusMessage serviceCall(const char* method)
{
    return call(QStringLiteral("/org/freedesktop/secrets"), "org.freedesktop.Secret.Service", method);
}

CredentialState stateOf(const QDBusMessage& error)
{
    const QString name = error.errorName();
    if (name == QLatin1String("org.freedesktop.DBus.Error.NoReply") ||
        name == QLatin1String("org.freedesktop.DBus.Error.Timeout") ||
        name == QLatin1String("org.freedesktop.DBus.Error.TimedOut"))
        return CredentialState::TimedOut;
    return CredentialState::NoService;
}

void ask(const QDBusMessage& message, Milliseconds deadline, const Answer& answer)
{
    const auto pending = QDBusConnection::sessionBus().asyncCall(message, static_cast<int>(deadline.count()));
    auto* watcher = new QDBusPendingCallWatcher(pending);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, [answer](QDBusPendingCallWatcher* done) {
        done->deleteLater();
        answer(done->reply());
    });
}

/// A promise that several callbacks share; the first one settles it, the deadline at the latest.
struct Verdict {
    void settle(CredentialState state)
    {
        if (std::exchange(settled, true))
            return;
        promise.addResult(state);
        promise.finish();
    }
    QPromise<CredentialState> promise;
    bool settled = false;
};

/// Calls `asking` on this thread once the session bus is connected. Connecting blocks until the bus daemon answers, so
/// it happens on another thread.
std::shared_ptr<Verdict> onBus(Milliseconds deadline,
                               const std::function<void(const std::shared_ptr<Verdict>&)>& asking)
{
    auto verdict = std::make_shared<Verdict>();
    verdict->promise.start();
    std::shared_ptr<QObject> here(new QObject, [](QObject* object) { object->deleteLater(); });
    QTimer::singleShot(deadline, here.get(), [here, verdict] { verdict->settle(CredentialState::TimedOut); });
    QThreadPool::globalInstance()->start([here, verdict, asking] {
        const bool connected = QDBusConnection::sessionBus().isConnected();
        QMetaObject::invokeMethod(here.get(), [verdict, asking, connected] {
            if (connected)
                asking(verdict);
            else
                verdict->settle(CredentialState::NoService);
        });
    });
    return verdict;
}

void askWhetherLocked(const QDBusObjectPath& collection, Milliseconds deadline, const std::shared_ptr<Verdict>& verdict)
{
    QDBusMessage question = call(collection.path(), "org.freedesktop.DBus.Properties", "Get");
    question << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    ask(question, deadline, [verdict](const QDBusMessage& reply) {
        if (reply.type() == QDBusMessage::ErrorMessage)
            return verdict->settle(stateOf(reply));
        const bool locked = reply.arguments().value(0).value<QDBusVariant>().variant().toBool();
        verdict->settle(locked ? CredentialState::Locked : CredentialState::Ready);
    });
}

}  // namespace

SecretServiceProbe::SecretServiceProbe(Milliseconds deadline)
    : m_deadline(deadline)
{
    qDBusRegisterMetaType<Attributes>();
}

QFuture<CredentialState> SecretServiceProbe::service() const
{
    const auto asking = [deadline = m_deadline](const std::shared_ptr<Verdict>& verdict) {
        QDBusMessage question = serviceCall("ReadAlias");
        question << QStringLiteral("default");
        ask(question, deadline, [verdict, deadline](const QDBusMessage& reply) {
            if (reply.type() == QDBusMessage::ErrorMessage)
                return verdict->settle(stateOf(reply));
            const auto collection = reply.arguments().value(0).value<QDBusObjectPath>();
            if (collection.path().isEmpty() || collection.path() == QLatin1String("/"))
                return verdict->settle(CredentialState::Missing);
            askWhetherLocked(collection, deadline, verdict);
        });
    };
    return onBus(m_deadline, asking)->promise.future();
}

QFuture<CredentialState> SecretServiceProbe::entry(const QString& service, const QString& key) const
{
    const Attributes attributes{{QStringLiteral("server"), service}, {QStringLiteral("user"), key}};
    const auto asking = [deadline = m_deadline, attributes](const std::shared_ptr<Verdict>& verdict) {
        QDBusMessage question = serviceCall("SearchItems");
        question << QVariant::fromValue(attributes);
        ask(question, deadline, [verdict](const QDBusMessage& reply) {
            if (reply.type() == QDBusMessage::ErrorMessage)
                return verdict->settle(stateOf(reply));
            const QDBusPendingReply<QList<QDBusObjectPath>, QList<QDBusObjectPath>> found(reply);
            if (found.isError())
                return verdict->settle(CredentialState::NoService);
            if (!found.argumentAt<0>().isEmpty())
                return verdict->settle(CredentialState::Ready);
            verdict->settle(found.argumentAt<1>().isEmpty() ? CredentialState::Missing : CredentialState::Locked);
        });
    };
    return onBus(m_deadline, asking)->promise.future();
}

}  // namespace cockpit::adapters::keychain
