// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/shell/KeptProcess.h"
#include "adapters/shell/ProgramRun.h"
#include "adapters/shell/SshSettings.h"

#include <QTemporaryDir>

namespace cockpit::adapters::shell {

/// A program on a server, over one SSH connection: who answers is checked on it before anything is sent. On the server
/// a few lines of POSIX shell stand between: they wait for the word to go, take secrets from standard input, start the
/// program in a session of its own, and end all of it when the connection ends.
class RemoteProgram final : public ProgramRun
{
    Q_OBJECT

public:
    explicit RemoteProgram(SshSettings settings, QObject* parent = nullptr);

    Status begin(const ProgramRequest& request) override;
    /// Only finds out who answers: identified() or failed(), and nothing runs.
    Status identify();
    bool isRunning() const override { return m_process.isRunning(); }
    void askToEnd() override;
    /// The server itself waits three seconds and then tidies up.
    Milliseconds patience() const override { return Milliseconds(6'000); }
    void endEverything() override;
    ErrorKind problemKind() const { return m_problemKind; }  ///< meaningful after failed()

    /// The whole remote command for a request; `word` is what the server says when it is ready.
    static QString remoteCommand(const ProgramRequest& request, const QString& directory, const QString& word);

signals:
    void identified(const cockpit::TargetIdentity& target);

private:
    Status connectTo();
    void take(const QByteArray& bytes);
    void greet(const QByteArray& user);
    void conclude(int exitCode);
    SshLog log() const;
    void giveUp(ErrorKind kind, const QString& sentence);

    SshSettings m_settings;
    ProgramRequest m_request;
    KeptProcess m_process;
    QTemporaryDir m_folder;  ///< for ssh's own messages
    QString m_word;
    QByteArray m_before;  ///< what came before the greeting
    ErrorKind m_problemKind = ErrorKind::Unreachable;
    bool m_onlyIdentify = false;
    bool m_greeted = false;
    bool m_over = false;
};

}  // namespace cockpit::adapters::shell
