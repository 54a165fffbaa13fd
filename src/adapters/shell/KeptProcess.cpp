// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/shell/KeptProcess.h"

#include "adapters/shell/ProcessKeeper.h"

#include <QFile>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <thread>
#include <vector>

namespace cockpit::adapters::shell {

namespace {

constexpr int pipeSize = 1024 * 1024;  ///< the most an unprivileged process may ask for

/// Texts as execve() wants them; keeps their memory.
class TextVector
{
public:
    void add(QByteArray text) { m_texts.append(std::move(text)); }
    char* const* data()
    {
        m_pointers.clear();
        for (QByteArray& text : m_texts)
            m_pointers.push_back(text.data());
        m_pointers.push_back(nullptr);
        return m_pointers.data();
    }

private:
    QList<QByteArray> m_texts;
    std::vector<char*> m_pointers;
};

void closeAll(std::initializer_list<int> files)
{
    for (const int file : files) {
        if (file >= 0)
            ::close(file);
    }
}

}  // namespace

KeptProcess::KeptProcess(QObject* parent)
    : QObject(parent)
{
}

namespace {

/// A file in memory that holds `text`: unlike a pipe it never makes the writer wait for a program that does not read.
int inputOf(const QByteArray& text)
{
    if (text.isEmpty())
        return ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    const int file = ::memfd_create("input", MFD_CLOEXEC);
    if (file < 0)
        return file;
    if (::write(file, text.constData(), static_cast<size_t>(text.size())) == text.size() &&
        ::lseek(file, 0, SEEK_SET) == 0)
        return file;
    ::close(file);
    return -1;
}

}  // namespace

KeptProcess::~KeptProcess()
{
    if (m_keeper > 0) {
        send(endEverything);
        // Only to take note of its end; how long that takes is up to the kernel.
        std::thread([keeper = m_keeper] { ::waitpid(keeper, nullptr, 0); }).detach();
    }
    closeAll({m_input, m_output, m_report, m_handle});
}

bool KeptProcess::openInput(const Launch& launch, int& reader)
{
    if (!launch.keepsInputOpen) {
        reader = inputOf(launch.input);
        return reader >= 0;
    }
    std::array<int, 2> pipe{-1, -1};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0)
        return false;
    reader = pipe[0];
    m_input = pipe[1];
    // Only our end: the program expects a pipe that waits.
    ::fcntl(m_input, F_SETFL, ::fcntl(m_input, F_GETFL) | O_NONBLOCK);
    ::fcntl(m_input, F_SETPIPE_SZ, pipeSize);
    return true;
}

Status KeptProcess::write(const QByteArray& bytes)
{
    if (m_input < 0 || ::write(m_input, bytes.constData(), static_cast<size_t>(bytes.size())) != bytes.size())
        return fail(ErrorKind::TooLarge, tr("The program does not take its input"));
    return Done{};
}

void KeptProcess::closeInput()
{
    closeAll({std::exchange(m_input, -1)});
}

Status KeptProcess::start(const Launch& launch)
{
    TextVector arguments;
    arguments.add(QFile::encodeName(launch.program));
    for (const QString& argument : launch.arguments)
        arguments.add(argument.toUtf8());
    TextVector environment;
    for (const QString& entry : launch.environment.toStringList())
        environment.add(entry.toUtf8());
    const QByteArray file = QFile::encodeName(launch.program);
    const QByteArray directory = QFile::encodeName(launch.directory);
    std::array<int, 2> output{-1, -1};
    std::array<int, 2> report{-1, -1};
    int input = -1;
    const bool ready =
        openInput(launch, input) && ::pipe2(output.data(), O_CLOEXEC) == 0 && ::pipe2(report.data(), O_CLOEXEC) == 0;
    const PreparedProgram prepared{file.constData(), arguments.data(), environment.data(), directory.constData(), input,
                                   output[1],        report[1]};
    const pid_t cockpit = ::getpid();
    const pid_t keeper = ready ? ::fork() : -1;
    if (keeper == 0)
        keepProgram(prepared, cockpit);
    const QString reason = QString::fromLocal8Bit(std::strerror(errno));
    closeAll({input, output[1], report[1]});
    if (keeper < 0) {
        closeAll({output[0], report[0]});
        closeInput();
        return fail(ErrorKind::Unsupported, tr("No program can be started on this workstation now: %1").arg(reason));
    }
    m_keeper = keeper;
    watch(output[0], report[0]);
    return Done{};
}

void KeptProcess::watch(int output, int report)
{
    m_output = output;
    m_report = report;
    for (const int file : {output, report})
        ::fcntl(file, F_SETFL, ::fcntl(file, F_GETFL) | O_NONBLOCK);
    ::fcntl(output, F_SETPIPE_SZ, pipeSize);
    m_handle = static_cast<int>(::syscall(SYS_pidfd_open, m_keeper, 0U));
    m_outputReady = std::make_unique<QSocketNotifier>(m_output, QSocketNotifier::Read);
    m_gone = std::make_unique<QSocketNotifier>(m_handle, QSocketNotifier::Read);
    connect(m_outputReady.get(), &QSocketNotifier::activated, this, [this] {
        if (!readSome())
            m_outputReady->setEnabled(false);
    });
    connect(m_gone.get(), &QSocketNotifier::activated, this, [this] { conclude(); });
}

void KeptProcess::send(int signal) const
{
    if (m_keeper > 0)
        ::kill(m_keeper, signal);
}

bool KeptProcess::readSome()
{
    QByteArray piece(pipeSize, Qt::Uninitialized);
    const ssize_t count = ::read(m_output, piece.data(), static_cast<size_t>(piece.size()));
    if (count > 0) {
        piece.truncate(static_cast<qsizetype>(count));
        emit output(piece);
        return true;
    }
    return count < 0 && (errno == EAGAIN || errno == EINTR);
}

void KeptProcess::conclude()
{
    int status = 0;
    if (::waitpid(m_keeper, &status, WNOHANG) != m_keeper)
        return;
    m_keeper = 0;
    closeInput();
    m_gone->setEnabled(false);
    m_outputReady->setEnabled(false);
    // Nobody can write any more; the pipe holds at most what fits into it.
    for (int pieces = 0; pieces < 64 && readSome(); ++pieces) {
    }
    int reason = 0;
    if (::read(m_report, &reason, sizeof reason) == static_cast<ssize_t>(sizeof reason))
        emit failed(QString::fromLocal8Bit(std::strerror(reason)));
    else
        emit ended(WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
}

}  // namespace cockpit::adapters::shell
