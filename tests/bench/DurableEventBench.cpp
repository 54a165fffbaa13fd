// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// One event on disk, folded and announced, against the least a disk can do for it: 4 KB written into a file that is
// already there, and synced.
#include "adapters/sqlite/SqliteEventStore.h"
#include "core/base/Clock.h"
#include "core/incident/IncidentLog.h"
#include "tests/bench/Benches.h"

#include <QFile>
#include <QTemporaryDir>

#include <array>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace cockpit::bench {

namespace {

constexpr int rounds = 5;
constexpr int eventsEach = 300;
constexpr size_t block = 4'096;
constexpr qint64 blocks = 1'024;

/// A file with all its blocks on disk, written round and round.
class PreallocatedFile
{
public:
    explicit PreallocatedFile(const QString& path)
        : m_descriptor(::open(QFile::encodeName(path).constData(), O_CREAT | O_RDWR | O_CLOEXEC, 0600))
    {
        for (qint64 i = 0; i < blocks; ++i)
            write();
        fsync(m_descriptor);
    }
    ~PreallocatedFile() { ::close(m_descriptor); }
    PreallocatedFile(const PreallocatedFile&) = delete;
    PreallocatedFile& operator=(const PreallocatedFile&) = delete;

    bool writeAndSync() { return write() && fdatasync(m_descriptor) == 0; }

private:
    bool write()
    {
        m_content[0] = static_cast<char>(m_next);
        const off_t offset = (m_next++ % blocks) * static_cast<off_t>(block);
        return pwrite(m_descriptor, m_content.data(), block, offset) == static_cast<ssize_t>(block);
    }

    int m_descriptor;
    std::array<char, block> m_content{};
    qint64 m_next = 0;
};

}  // namespace

QList<Outcome> durableEventBench()
{
    // Beside the program, not in the temporary folder: that may be memory, which syncs for nothing.
    const QTemporaryDir folder(QStringLiteral("durable-event-bench-XXXXXX"));
    const SystemClock clock;
    Outcome outcome;
    outcome.name = QStringLiteral("one durable event through the incident log");
    outcome.baselineName = QStringLiteral("4 KB written to a preallocated file and synced");
    outcome.aim = 1.6;
    outcome.upperBound = true;
    const auto store = adapters::sqlite::SqliteEventStore::open(folder.filePath(QStringLiteral("log.sqlite")), clock);
    if (!store) {
        outcome.note = store.error().message;
        return {outcome};
    }
    IncidentLog log(**store, clock, QStringLiteral("ops-3"));
    PreallocatedFile file(folder.filePath(QStringLiteral("blocks")));
    const EventDraft draft{EventType::NoteAdded,
                           QStringLiteral("20261121-0301-7f3a"),
                           QStringLiteral("maria"),
                           {{QStringLiteral("text"), QString(160, QLatin1Char('x'))}}};
    bool good = true;
    std::vector<double> ours;
    std::vector<double> baseline;
    // In turns, so that a slow moment of the disk hits both.
    for (int round = 0; round < rounds; ++round) {
        ours.push_back(medianMs(eventsEach, [&] { good = log.append(draft).ok() && good; }));
        baseline.push_back(medianMs(eventsEach, [&] { good = file.writeAndSync() && good; }));
    }
    outcome.ours = middle(ours);
    outcome.baseline = middle(baseline);
    outcome.note =
        good ? QStringLiteral("%1 rounds of %2 events of 160 bytes, synchronous=FULL").arg(rounds).arg(eventsEach)
             : QStringLiteral("a write failed: the figures mean nothing");
    if (!good)
        outcome.aim = 0;
    return {outcome};
}

}  // namespace cockpit::bench
