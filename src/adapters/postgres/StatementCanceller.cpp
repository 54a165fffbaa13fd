// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/postgres/StatementCanceller.h"

#include "adapters/postgres/PostgresLink.h"

#include <libpq-fe.h>

#include <array>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace cockpit::adapters::postgres {

namespace {

constexpr std::chrono::milliseconds patience{700};
constexpr int secondConnectionMs = 3'000;
constexpr unsigned int4Type = 23;

void cancelThroughSecondConnection(const PostgresSettings& settings, int backend)
{
    PostgresLink link;
    const Bounds bounds{QDeadlineTimer(secondConnectionMs), nullptr};
    if (link.open(settings, bounds)) {
        const Statement cancel{"SELECT pg_cancel_backend($1)", {{int4Type, QByteArray::number(backend)}}};
        [[maybe_unused]] const auto answered = link.run(cancel, {}, bounds);
    }
}

}  // namespace

struct StatementCanceller::Shared {
    std::mutex mutex;
    std::condition_variable changed;
    bool ended = false;

    bool endsWithin(std::chrono::milliseconds time)
    {
        std::unique_lock lock(mutex);
        return changed.wait_for(lock, time, [this] { return ended; });
    }
};

StatementCanceller::StatementCanceller(pg_conn* connection, const PostgresSettings& settings)
    : m_shared(std::make_shared<Shared>())
{
    std::shared_ptr<PGcancel> request(PQgetCancel(connection), [](PGcancel* cancel) { PQfreeCancel(cancel); });
    // Detached: PQcancel() has no deadline of its own and stays in recv() for as long as the server is frozen.
    std::thread([shared = m_shared, request, settings, backend = PQbackendPID(connection)] {
        std::array<char, 256> words{};
        const bool asked = request && PQcancel(request.get(), words.data(), static_cast<int>(words.size())) == 1;
        if (shared->endsWithin(asked ? patience : std::chrono::milliseconds{0}))
            return;
        cancelThroughSecondConnection(settings, backend);
    }).detach();
}

StatementCanceller::~StatementCanceller()
{
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->ended = true;
    }
    m_shared->changed.notify_all();
}

}  // namespace cockpit::adapters::postgres
