// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/connections/AdapterRegistry.h"

namespace cockpit {

void AdapterRegistry::add(std::unique_ptr<SignalSource> source)
{
    const QString kind = source->kind();
    signalSources[kind] = std::move(source);
}

void AdapterRegistry::add(std::unique_ptr<StepExecutor> executor)
{
    const QString kind = executor->kind();
    stepExecutors[kind] = std::move(executor);
}

void AdapterRegistry::add(std::unique_ptr<Channel> channel)
{
    const QString kind = channel->kind();
    channels[kind] = std::move(channel);
}

void AdapterRegistry::add(std::unique_ptr<ConnectionKind> kind)
{
    const QString name = kind->kind();
    connectionKinds[name] = std::move(kind);
}

void AdapterRegistry::add(std::unique_ptr<AlertFeed> feed)
{
    const QString kind = feed->kind();
    alertFeeds[kind] = std::move(feed);
}

}  // namespace cockpit
