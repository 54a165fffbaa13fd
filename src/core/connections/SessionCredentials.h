// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Secret.h"

#include <QString>

#include <map>
#include <optional>

namespace cockpit {

/// Secrets that live in this process only, for workstations without a keychain or people who want it so.
/// Thread: the engine's.
class SessionCredentials
{
public:
    void put(const QString& connectionId, const Secret& secret) { m_secrets.insert_or_assign(connectionId, secret); }
    void remove(const QString& connectionId) { m_secrets.erase(connectionId); }
    std::optional<Secret> find(const QString& connectionId) const
    {
        const auto found = m_secrets.find(connectionId);
        return found == m_secrets.end() ? std::nullopt : std::optional<Secret>(found->second);
    }

private:
    std::map<QString, Secret> m_secrets;
};

}  // namespace cockpit
