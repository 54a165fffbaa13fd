// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <sys/types.h>

#include <csignal>

namespace cockpit::adapters::shell {

/// Signals the keeper understands.
constexpr int askToEnd = SIGTERM;       ///< passed on to the program's whole process group
constexpr int endEverything = SIGUSR1;  ///< the program and all its descendants are killed

/// What a program is started with, ready before the fork: after it no memory may be allocated.
struct PreparedProgram {
    const char* file = nullptr;  ///< absolute path
    char* const* arguments = nullptr;
    char* const* environment = nullptr;
    const char* directory = nullptr;
    int input = -1;   ///< becomes its standard input
    int output = -1;  ///< becomes its standard output and standard error
    int report = -1;  ///< close-on-exec; receives errno when it cannot be started
};

/// To be called in a freshly forked child; does not return. Starts the program in a session of its own and stays behind
/// as its keeper: it adopts whatever the program leaves running, daemons too, and kills it when the program has ended
/// or when the cockpit itself is gone. Ends with the program's exit code, or 128 plus the signal that ended it.
/// Async-signal-safe. `cockpit` is the process id of the caller's parent.
[[noreturn]] void keepProgram(const PreparedProgram& program, pid_t cockpit);

}  // namespace cockpit::adapters::shell
