// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "app/EngineAssembly.h"
#include "app/commands/CommandContext.h"

#include <QJsonObject>

namespace cockpit {

/// An engine for the length of one command. `lead` polls and sends; without it the engine only records and looks, so
/// that it can be used beside a running window. Prints the error and returns null with `exitCode` set on failure.
std::unique_ptr<EngineAssembly> openForCommand(CommandContext& context, bool lead, int& exitCode);

/// Prints one error sentence to err and returns the exit code that fits its kind.
int printError(CommandContext& context, const Error& error);

/// `--name value` or `--name=value`; removes it from `arguments`. Null when absent.
QString takeOption(QStringList& arguments, const QString& name);
bool takeFlag(QStringList& arguments, const QString& name);

/// Prints a usage line to err and returns ExitUsage. Names what was not understood when `arguments` are left over.
int usage(CommandContext& context, const QString& line);

void printJson(CommandContext& context, const QJsonValue& value);

QJsonObject incidentToJson(const Incident& incident);
QJsonObject eventToJson(const Event& event);
QJsonObject notificationToJson(const NotificationState& notification);

}  // namespace cockpit
