// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// Stands between this program and the kernel for every call that makes something durable. Counts, records, fails or
/// kills at such calls on files below one folder. Shared-memory and lock files are left alone: they mean
/// nothing once their process is gone.
/// Thread: single-threaded programs only.
namespace fault {

struct Operation {
    enum class Kind { Write, Sync, Truncate, Unlink, Rename, Acknowledge };
    Kind kind;
    std::string file;  ///< name within the folder
    std::int64_t offset = 0;
    std::string bytes;
    std::string target;  ///< of a rename
};

/// Forgets everything and watches `folder`.
void watch(const std::string& folder);
/// Sends SIGKILL to this process at operation number `point` (1, 2 …), before it, or after half of it when `torn`.
void killAt(long point, bool torn);
/// Operations `from` … `from`+`count`-1 fail with `number` (ENOSPC fails writes alone; EIO writes and syncs).
void failAt(long from, long count, int number);
/// Syncs are reported done without doing them: for judging images quickly, never for making them.
void skipSyncs(bool skip);
void record(bool on);
/// Puts an acknowledgement into the record.
void acknowledge();
long operations();
const std::vector<Operation>& recorded();

}  // namespace fault
