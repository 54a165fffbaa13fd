// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/integration/Story.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace cockpit::test {

namespace {

constexpr int serversMs = 60'000;

void insist(bool holds, const char* what)
{
    if (!holds)
        throw std::runtime_error(what);
}

}  // namespace

Story::Story(bool servers, Milliseconds restartDelay)
    : m_restartDelay(restartDelay)
    , m_servers(servers)
{
}

Story::~Story()
{
    closeEngine();
    if (m_platforms)
        static_cast<void>(waitFor(m_platforms->stop(), serversMs));
}

void Story::open()
{
    DemoOptions options;
    options.folder = m_folder.filePath(QStringLiteral("platforms"));
    options.program = QStringLiteral(BUILD_DIR "/bin/incident-cockpit");
    options.restartDelay = m_restartDelay;
    options.servers = m_servers;
    options.platforms = QStringList{QStringLiteral("just-trades")};
    m_platforms = std::make_unique<DemoPlatforms>(m_clock, options);
    const auto bindings = waitFor(m_platforms->start(), serversMs);
    insist(bindings.ok(), "the simulated platform did not start");
    insist(!m_servers || m_platforms->problems().isEmpty(), "PostgreSQL or Redis could not be started");
    m_bindings = *bindings;
    auto made = EngineAssembly::make({profileDirectory(), true, {}});
    insist(made.ok(), "the engine could not be built");
    m_assembly = std::move(made.value());
    for (const DemoBinding& binding : m_bindings)
        bind(binding.spec, binding.secret);
    insist(engine().start(QStringLiteral("watch")).ok(), "the engine did not start");
}

void Story::bind(const ConnectionSpec& spec, const Secret& secret)
{
    const std::optional<Secret> given =
        spec.secretStorage == SecretStorage::None ? std::nullopt : std::optional<Secret>(secret);
    insist(waitFor(engine().saveConnection(spec, given, QStringLiteral("test"))).ok(),
           "a connection could not be saved");
}

void Story::closeEngine()
{
    if (!m_assembly)
        return;
    m_assembly->engine().stop();
    m_assembly.reset();
}

const TileState* Story::tile(const QString& signal)
{
    m_snapshot = engine().snapshot();
    for (const TileState& candidate : m_snapshot.tiles) {
        if (candidate.signal == signal)
            return &candidate;
    }
    return nullptr;
}

const Incident* Story::incident()
{
    m_snapshot = engine().snapshot();
    return m_snapshot.incidents.isEmpty() ? nullptr : &m_snapshot.incidents.last();
}

Result<QString> Story::runStep(const QString& runbook, const QString& step, const QMap<QString, QString>& inputs)
{
    const Incident* current = incident();
    insist(current, "no incident");
    const auto prepared =
        waitFor(engine().prepareStep({current->id, QStringLiteral("just-trades"), runbook, step, inputs},
                                     QStringLiteral("test")),
                serversMs);
    if (!prepared)
        return prepared.error();
    const QString confirmation =
        prepared->need == ConfirmationNeed::TypeText ? prepared->expectedText : QStringLiteral("yes");
    return engine().startStep(prepared->token, confirmation, QStringLiteral("test"));
}

}  // namespace cockpit::test
