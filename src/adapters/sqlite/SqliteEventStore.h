// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/incident/EventStore.h"

#include <QString>

#include <memory>

namespace cockpit::adapters::sqlite {

/// The incident log in one SQLite file of mode 0600. Several processes may append to the same file; numbers and hashes
/// are given under the write lock. Thread: the one that opened it; calls block on disk (about 0.1 ms to append on an
/// SSD, at times 10 ms), so not the GUI thread.
class SqliteEventStore final : public EventStore
{
public:
    /// Creates the file when it is absent, migrates an older layout after a backup copy. Errors: Storage (cannot be
    /// opened, damaged: the sentence names the file and the remedy), Unsupported (written by a newer version).
    static Result<std::unique_ptr<SqliteEventStore>> open(const QString& file, const Clock& clock);
    ~SqliteEventStore() override;

    /// Strings are stored as valid Unicode and data as it reads back; the event returned is what was stored. Errors:
    /// Storage (nothing was recorded), InvalidInput (data above 16 MiB, or not expressible as JSON).
    Result<Event> append(Event event) override;
    Result<QList<Event>> read(qint64 after, int limit = 10'000) const override;
    /// Streams through the chain. A break is in the report; Storage only when the file cannot be read.
    Result<ChainReport> verify() const override;

private:
    struct Private;
    explicit SqliteEventStore(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

}  // namespace cockpit::adapters::sqlite
