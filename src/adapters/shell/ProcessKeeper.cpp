// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/shell/ProcessKeeper.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace cockpit::adapters::shell {

namespace {

constexpr int signalled = 128;

/// Kills every child this process has now. Descendants become children when their own parent dies, so calling it until
/// none is left reaches all of them.
void killChildren()
{
    const int file = ::open("/proc/thread-self/children", O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return;
    std::array<char, 4096> text{};
    pid_t child = 0;
    for (;;) {
        const ssize_t count = ::read(file, text.data(), text.size());
        if (count <= 0)
            break;
        for (ssize_t i = 0; i < count; ++i) {
            const char character = text.at(static_cast<size_t>(i));
            if (character >= '0' && character <= '9') {
                child = child * 10 + (character - '0');
            } else if (child > 0) {
                ::kill(child, SIGKILL);
                child = 0;
            }
        }
    }
    ::close(file);
}

/// Ends all that is left and gives the program's exit code.
[[noreturn]] void leave(pid_t program, int status, bool programEnded)
{
    ::kill(-program, SIGKILL);
    for (;;) {
        killChildren();
        int one = 0;
        const pid_t gone = ::waitpid(-1, &one, 0);
        if (gone < 0)
            break;
        if (gone == program && !programEnded)
            status = one;
    }
    ::_exit(WIFEXITED(status) ? WEXITSTATUS(status) : signalled + WTERMSIG(status));
}

[[noreturn]] void keep(pid_t program, const sigset_t& watched)
{
    for (;;) {
        const int got = ::sigwaitinfo(&watched, nullptr);
        if (got == askToEnd)
            ::kill(-program, SIGTERM);
        if (got == endEverything)
            leave(program, 0, false);
        if (got != SIGCHLD)
            continue;
        int status = 0;
        while (const pid_t gone = ::waitpid(-1, &status, WNOHANG)) {
            if (gone < 0)
                ::_exit(signalled);
            if (gone == program)
                leave(program, status, true);
        }
    }
}

/// So that neither outlives its parent. The parent may have died before the call took effect.
void followParent(int signal, pid_t parent)
{
    ::prctl(PR_SET_PDEATHSIG, signal);
    if (::getppid() != parent)
        ::_exit(signalled);
}

[[noreturn]] void giveUp(int report)
{
    const int reason = errno;
    [[maybe_unused]] const auto written = ::write(report, &reason, sizeof reason);
    ::_exit(signalled);
}

[[noreturn]] void become(const PreparedProgram& prepared)
{
    // What Qt ignores for itself the program must not inherit.
    ::signal(SIGPIPE, SIG_DFL);
    // The cockpit keeps its own files to itself; what a program of the playbook writes is for others to read, as it
    // would be from a shell.
    ::umask(022);
    if (::chdir(prepared.directory) == 0 && ::dup2(prepared.input, STDIN_FILENO) >= 0 &&
        ::dup2(prepared.output, STDOUT_FILENO) >= 0 && ::dup2(prepared.output, STDERR_FILENO) >= 0)
        ::execve(prepared.file, prepared.arguments, prepared.environment);
    giveUp(prepared.report);
}

}  // namespace

void keepProgram(const PreparedProgram& prepared, pid_t cockpit)
{
    sigset_t watched;
    sigset_t before;
    ::sigemptyset(&watched);
    for (const int one : {SIGCHLD, askToEnd, endEverything})
        ::sigaddset(&watched, one);
    ::sigprocmask(SIG_BLOCK, &watched, &before);
    ::setsid();
    followParent(endEverything, cockpit);
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    const pid_t keeper = ::getpid();
    const pid_t program = ::_Fork();
    if (program < 0)
        giveUp(prepared.report);
    if (program == 0) {
        followParent(SIGKILL, keeper);
        ::setsid();
        ::sigprocmask(SIG_SETMASK, &before, nullptr);
        become(prepared);
    }
    // The keeper holds none of the cockpit's files or pipes, and never leaves its memory behind in a core dump.
    ::syscall(SYS_close_range, 0U, ~0U, 0U);
    constexpr rlimit nothing{0, 0};
    ::setrlimit(RLIMIT_CORE, &nothing);
    for (const int one : {SIGINT, SIGHUP, SIGPIPE, SIGQUIT})
        ::signal(one, SIG_IGN);
    keep(program, watched);
}

}  // namespace cockpit::adapters::shell
