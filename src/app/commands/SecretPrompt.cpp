// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "app/commands/SecretPrompt.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace cockpit {

namespace {

constexpr qint64 longestSecret = 64 * 1024;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(SecretPrompt)
};

/// Switches a terminal's echo off while it lives.
class NoEcho
{
public:
    explicit NoEcho(int terminal)
        : m_terminal(terminal)
    {
        m_changed = ::tcgetattr(m_terminal, &m_before) == 0;
        if (m_changed) {
            termios silent = m_before;
            silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            m_changed = ::tcsetattr(m_terminal, TCSAFLUSH, &silent) == 0;
        }
    }
    ~NoEcho()
    {
        if (m_changed)
            ::tcsetattr(m_terminal, TCSAFLUSH, &m_before);
    }
    Q_DISABLE_COPY_MOVE(NoEcho)

    bool isSilent() const { return m_changed; }

private:
    int m_terminal;
    termios m_before{};
    bool m_changed = false;
};

QByteArray firstLine(QFile& source)
{
    QByteArray line = source.readLine(longestSecret);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return line;
}

}  // namespace

Result<Secret> promptForSecret(const QString& label)
{
    QFile terminal(QStringLiteral("/dev/tty"));
    if (!terminal.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return fail(ErrorKind::InvalidInput,
                    Say::tr("There is no terminal to ask for the secret on; use --secret-stdin"));
    const NoEcho quiet(terminal.handle());
    if (!quiet.isSilent())
        return fail(ErrorKind::InvalidInput, Say::tr("The terminal would show what is typed; use --secret-stdin"));
    terminal.write((label + QStringLiteral(": ")).toLocal8Bit());
    const QByteArray line = firstLine(terminal);
    terminal.write("\n");
    return Secret(line);
}

Result<Secret> readSecretFromStandardInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return fail(ErrorKind::InvalidInput, Say::tr("Standard input cannot be read"));
    const QByteArray line = firstLine(input);
    if (line.isEmpty())
        return fail(ErrorKind::InvalidInput, Say::tr("Standard input held no secret"));
    return Secret(line);
}

}  // namespace cockpit
