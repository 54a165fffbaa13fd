// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/connections/Connection.h"
#include "core/connections/HttpTransport.h"
#include "core/metrics/AlertFeed.h"
#include "core/metrics/SignalSource.h"
#include "core/notify/Channel.h"
#include "core/runbook/StepExecutor.h"

#include <map>
#include <memory>

namespace cockpit {

/// What an adapter may use. References outlive the registry's contents.
struct AdapterServices {
    const Clock& clock;
    HttpTransport& http;
    ConnectionResolver& connections;
};

/// Everything the adapters of this build offer, by kind. Filled by the generated registry (createAdapters), owned by
/// the engine's composition. Thread: the engine's.
struct AdapterRegistry {
    std::map<QString, std::unique_ptr<SignalSource>> signalSources;
    std::map<QString, std::unique_ptr<StepExecutor>> stepExecutors;
    std::map<QString, std::unique_ptr<Channel>> channels;
    std::map<QString, std::unique_ptr<ConnectionKind>> connectionKinds;
    std::map<QString, std::unique_ptr<AlertFeed>> alertFeeds;

    void add(std::unique_ptr<SignalSource> source);
    void add(std::unique_ptr<StepExecutor> executor);
    void add(std::unique_ptr<Channel> channel);
    void add(std::unique_ptr<ConnectionKind> kind);
    void add(std::unique_ptr<AlertFeed> feed);
};

}  // namespace cockpit
