// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/engine/EngineClient.h"

namespace cockpit {

EngineClient::EngineClient(Engine& engine, QString actor, QObject* parent)
    : QObject(parent)
    , m_engine(engine)
    , m_actor(std::move(actor))
{
    connect(&engine, &Engine::snapshotReady, this, &EngineClient::applySnapshot);
    connect(&engine, &Engine::eventsAppended, this, &EngineClient::eventsAppended);
    connect(&engine, &Engine::stepOutput, this, &EngineClient::stepOutput);
}

void EngineClient::applySnapshot(const Snapshot& snapshot)
{
    m_snapshot = snapshot;
    emit snapshotChanged(m_snapshot);
}

}  // namespace cockpit
