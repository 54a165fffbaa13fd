// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>
#include <QProcessEnvironment>
#include <QStringList>

#include <functional>
#include <memory>

class QProcess;

namespace cockpit {

/// One program to run, by path and argument vector; never through a shell.
struct Launch {
    QString program;
    QStringList arguments;
    QByteArray input;  ///< standard input, closed after it
    QString workingFolder;
    QProcessEnvironment environment;
    bool asDatabaseUser = false;  ///< drop root for the user "postgres", which refuses to be root
};

/// What runs as the user "postgres" when we are root, and as ourselves otherwise.
bool isRoot();

/// An executable of this name in `folders`, else in PATH and the system's sbin folders; empty when there is none.
QString findProgram(const QString& name, const QStringList& folders = {});

/// A port of 127.0.0.1 that was free a moment ago.
quint16 freePort();

/// Runs a program to its end; fails unless it ends with 0 within `deadline`. Thread: needs an event loop.
QFuture<Status> runToEnd(const Launch& launch, Milliseconds deadline);

/// A server as a child: ready when its output holds a mark, killed by the kernel when the thread that started it ends.
/// Thread: its maker's, which must run an event loop.
class ServerProcess : public QObject
{
    Q_OBJECT

public:
    /// `stopSignal` asks it to end soon; `abandonSignal` is for when nobody can wait for that.
    ServerProcess(int stopSignal, int abandonSignal, QObject* parent = nullptr);
    ~ServerProcess() override;

    QFuture<Status> start(const Launch& launch, const QByteArray& readyMark, Milliseconds deadline);
    /// Finishes when the process is gone; it is killed after five seconds.
    QFuture<Status> stop();
    qint64 processId() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace cockpit
