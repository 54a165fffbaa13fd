// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"

#include <QObject>
#include <QProcessEnvironment>
#include <QSocketNotifier>
#include <QStringList>

#include <sys/types.h>

#include <memory>

namespace cockpit::adapters::shell {

/// What to start.
struct Launch {
    QString program;  ///< absolute path
    QStringList arguments;
    QString directory;
    QProcessEnvironment environment;
    QByteArray input{};           ///< its whole standard input
    bool keepsInputOpen = false;  ///< instead, write() says what it reads, until closeInput()
};

/// A program with a keeper (ProcessKeeper.h), so that nothing of it is left behind. Not QProcess: that stops the
/// calling thread until its child execs (vfork), so no keeper could be its child. Standard input holds what the launch
/// says and then ends, standard error goes where standard output goes. Thread: one with an event loop, which must live
/// as long as the program.
class KeptProcess : public QObject
{
    Q_OBJECT

public:
    explicit KeptProcess(QObject* parent = nullptr);
    /// Ends what still runs, without waiting for it.
    ~KeptProcess() override;

    /// Errors: Unsupported (no more processes or files). A program that cannot be executed is reported by failed().
    Status start(const Launch& launch);
    bool isRunning() const { return m_keeper > 0; }
    /// Never waits for the reader. Errors: TooLarge (more than a pipe holds).
    Status write(const QByteArray& bytes);
    void closeInput();
    /// A signal for the keeper: askToEnd or endEverything. Nothing when it has ended.
    void send(int signal) const;

signals:
    void output(const QByteArray& bytes);
    /// The program and all it started are gone; 128 plus the number when a signal ended it.
    void ended(int exitCode);
    /// It could not be started, for this reason.
    void failed(const QString& reason);

private:
    bool openInput(const Launch& launch, int& reader);
    void watch(int output, int report);
    bool readSome();
    void conclude();

    pid_t m_keeper = 0;
    int m_input = -1;  ///< our end of its standard input, while it is kept open
    int m_output = -1;
    int m_report = -1;
    int m_handle = -1;  ///< pidfd of the keeper
    std::unique_ptr<QSocketNotifier> m_outputReady;
    std::unique_ptr<QSocketNotifier> m_gone;
};

}  // namespace cockpit::adapters::shell
