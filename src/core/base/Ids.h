// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QDateTime>
#include <QString>

namespace cockpit {

/// A new random identifier (RFC 4122 version 4, 36 characters, no braces).
QString newId();

/// An identifier a person can read out at 3 a.m.: "20261121-0301-7f3a" (UTC minute of `at` plus four hex digits).
QString newIncidentId(const QDateTime& at);

/// The short visible reference of a longer key: its SHA-256's first four hex digits, upper case ("7F3A").
QString shortReference(const QString& key);

}  // namespace cockpit
