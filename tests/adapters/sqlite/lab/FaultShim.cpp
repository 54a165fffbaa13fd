// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/adapters/sqlite/lab/FaultShim.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <map>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

namespace fault {

namespace {

struct State {
    std::string folder;
    std::map<int, std::string> files;
    std::vector<Operation> log;
    long count = 0;
    long killPoint = -1;
    bool torn = false;
    long failFrom = -1;
    long failCount = 0;
    int failNumber = 0;
    bool recording = false;
    bool skipping = false;
};

State& state()
{
    // Never destroyed: files are still being closed after main() has ended.
    static State* const instance = new State;
    return *instance;
}

bool isWatched(const std::string& path)
{
    const std::string& folder = state().folder;
    return !folder.empty() && path.compare(0, folder.size(), folder) == 0 && path.find("-shm") == std::string::npos &&
           path.find(".opening") == std::string::npos;
}

const std::string* watchedFile(int descriptor)
{
    const auto found = state().files.find(descriptor);
    return found == state().files.end() ? nullptr : &found->second;
}

void remember(int descriptor, const char* path)
{
    if (descriptor < 0)
        return;
    state().files.erase(descriptor);
    if (isWatched(path))
        state().files[descriptor] =
            std::string(path).substr(std::min(state().folder.size() + 1, std::string(path).size()));
}

void die()
{
    syscall(SYS_kill, getpid(), SIGKILL);
}

/// Counts one operation; true when this is the one to die at.
bool isKillPoint()
{
    return ++state().count == state().killPoint;
}

bool isFailPoint(Operation::Kind kind)
{
    const State& now = state();
    if (now.failNumber == ENOSPC && kind != Operation::Kind::Write)
        return false;
    return now.failFrom > 0 && now.count >= now.failFrom && now.count < now.failFrom + now.failCount;
}

void note(Operation operation)
{
    if (state().recording)
        state().log.push_back(std::move(operation));
}

template <typename Function>
Function* next(const char* name)
{
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

/// What happens to a write before it reaches the kernel. Returns false when it fails with errno set.
template <typename Write>
bool beforeWrite(const std::string& file, const void* data, size_t size, std::int64_t offset, Write write)
{
    if (isKillPoint()) {
        if (state().torn)
            write(size / 2);
        die();
    }
    if (isFailPoint(Operation::Kind::Write)) {
        errno = state().failNumber;
        return false;
    }
    note({Operation::Kind::Write, file, offset, std::string(static_cast<const char*>(data), size), {}});
    return true;
}

int sync(int descriptor, const char* name)
{
    const std::string* file = watchedFile(descriptor);
    if (file) {
        if (isKillPoint())
            die();
        if (isFailPoint(Operation::Kind::Sync)) {
            errno = state().failNumber;
            return -1;
        }
        note({Operation::Kind::Sync, *file, 0, {}, {}});
    }
    if (state().skipping)
        return 0;
    return next<int(int)>(name)(descriptor);
}

}  // namespace

void watch(const std::string& folder)
{
    State fresh;
    fresh.folder = folder;
    fresh.skipping = state().skipping;
    state() = fresh;
}

void killAt(long point, bool torn)
{
    state().killPoint = point;
    state().torn = torn;
}

void failAt(long from, long count, int number)
{
    state().failFrom = from;
    state().failCount = count;
    state().failNumber = number;
}

void skipSyncs(bool skip)
{
    state().skipping = skip;
}

void record(bool on)
{
    state().recording = on;
}

void acknowledge()
{
    note({Operation::Kind::Acknowledge, {}, 0, {}, {}});
}

long operations()
{
    return state().count;
}

const std::vector<Operation>& recorded()
{
    return state().log;
}

}  // namespace fault

using fault::Operation;

extern "C" {

int open(const char* path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = va_arg(arguments, mode_t);
    va_end(arguments);
    const int descriptor = fault::next<int(const char*, int, ...)>("open")(path, flags, mode);
    fault::remember(descriptor, path);
    return descriptor;
}

int open64(const char* path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = va_arg(arguments, mode_t);
    va_end(arguments);
    const int descriptor = fault::next<int(const char*, int, ...)>("open64")(path, flags, mode);
    fault::remember(descriptor, path);
    return descriptor;
}

int close(int descriptor)
{
    fault::state().files.erase(descriptor);
    return fault::next<int(int)>("close")(descriptor);
}

ssize_t pwrite64(int descriptor, const void* data, size_t size, off64_t offset)
{
    auto* real = fault::next<ssize_t(int, const void*, size_t, off64_t)>("pwrite64");
    const std::string* file = fault::watchedFile(descriptor);
    if (file &&
        !fault::beforeWrite(*file, data, size, offset, [&](size_t part) { real(descriptor, data, part, offset); }))
        return -1;
    return real(descriptor, data, size, offset);
}

ssize_t write(int descriptor, const void* data, size_t size)
{
    const auto real = [&](size_t part) { return syscall(SYS_write, descriptor, data, part); };
    const std::string* file = fault::watchedFile(descriptor);
    if (file && !fault::beforeWrite(*file, data, size, lseek(descriptor, 0, SEEK_CUR), real))
        return -1;
    return real(size);
}

int fsync(int descriptor)
{
    return fault::sync(descriptor, "fsync");
}

int fdatasync(int descriptor)
{
    return fault::sync(descriptor, "fdatasync");
}

int ftruncate64(int descriptor, off64_t size) noexcept
{
    if (const std::string* file = fault::watchedFile(descriptor)) {
        if (fault::isKillPoint())
            fault::die();
        fault::note({Operation::Kind::Truncate, *file, size, {}, {}});
    }
    return fault::next<int(int, off64_t)>("ftruncate64")(descriptor, size);
}

int unlink(const char* path) noexcept
{
    if (fault::isWatched(path)) {
        if (fault::isKillPoint())
            fault::die();
        fault::note({Operation::Kind::Unlink, std::string(path).substr(fault::state().folder.size() + 1), 0, {}, {}});
    }
    return fault::next<int(const char*)>("unlink")(path);
}

int rename(const char* from, const char* to) noexcept
{
    if (fault::isWatched(from)) {
        if (fault::isKillPoint())
            fault::die();
        fault::note({Operation::Kind::Rename,
                     std::string(from).substr(fault::state().folder.size() + 1),
                     0,
                     {},
                     std::string(to).substr(fault::state().folder.size() + 1)});
    }
    return fault::next<int(const char*, const char*)>("rename")(from, to);
}

}  // extern "C"
