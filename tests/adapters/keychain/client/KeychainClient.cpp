// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/keychain/QtKeychainStore.h"

#include <QCoreApplication>
#include <QTextStream>

#include <functional>

namespace {

using namespace cockpit;

template <typename T>
void report(QFuture<T> future, const std::function<QString(const T&)>& words)
{
    future.then(QCoreApplication::instance(), [words](const T& value) {
        QTextStream(stdout) << words(value) << Qt::endl;
        QCoreApplication::quit();
    });
}

QString statusWords(const Status& status)
{
    return status ? QStringLiteral("done") : status.error().detail;
}

}  // namespace

/// keychain_client DEADLINE_MS probe | read KEY | write KEY SECRET | remove KEY
int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    adapters::keychain::QtKeychainStore store(Milliseconds(arguments.value(1).toInt()));
    const QString command = arguments.value(2);
    const QString key = arguments.value(3);
    if (command == QLatin1String("probe"))
        report<CredentialState>(store.probe(), credentialStateName);
    else if (command == QLatin1String("read"))
        report<Result<Secret>>(store.read(key), [](const Result<Secret>& secret) {
            return secret ? QStringLiteral("secret ") + QString::fromUtf8(secret->reveal().toHex())
                          : secret.error().detail;
        });
    else if (command == QLatin1String("write"))
        report<Status>(store.write(key, Secret(QByteArray::fromHex(arguments.value(4).toLatin1()))), statusWords);
    else
        report<Status>(store.remove(key), statusWords);
    return QCoreApplication::exec();
}
