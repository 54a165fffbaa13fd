// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"
#include "simulator/servers/ServerAddress.h"

#include <QByteArrayList>
#include <QFuture>
#include <QObject>

#include <memory>

namespace cockpit {

/// A Redis server of its own on loopback, kept in memory only, with a random password. Thread: its maker's, which must
/// run an event loop and outlive it.
class ThrowAwayRedis : public QObject
{
    Q_OBJECT

public:
    /// `seed`: commands to fill it with, each one line of words.
    explicit ThrowAwayRedis(QByteArrayList seed = {}, QObject* parent = nullptr);
    ~ThrowAwayRedis() override;

    static bool available();

    /// Once. Errors: Unsupported (not installed), Unreachable (did not come up).
    QFuture<Result<ServerAddress>> start();
    QFuture<Status> stop();
    qint64 processId() const;  ///< 0 while there is none

private:
    Status fill() const;

    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace cockpit
