// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QJsonObject>
#include <QString>

namespace cockpit::test {

// Each runs every scenario below `folder` under one kind of fault and returns counts: how many faults were made
// ("faults"), how many left something wrong behind ("bad"), and the first such in words ("first").

/// Every durable operation is once the last: kill -9 before it and after half of it.
QJsonObject killEverywhere(const QString& folder, const QString& sabotage);
/// After every durable operation the power goes: what was not synced is lost, kept, or kept in part by 512-byte sectors
/// (drawn `rounds` times).
QJsonObject cutPowerEverywhere(const QString& folder, const QString& sabotage, int rounds);
/// Every durable operation fails, once or for a while, with a full disk or a failing one; the log goes on without
/// restart.
QJsonObject failEverywhere(const QString& folder);
/// Several processes append to one log at the same time. `faults` counts the events written.
QJsonObject writeTogether(const QString& folder, int processes, int eventsEach);

}  // namespace cockpit::test
