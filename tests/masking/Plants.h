// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace cockpit::test {

/// Twelve secrets of the kinds a cockpit knows.
QList<std::pair<QString, QByteArray>> plants();

/// A secret in all the ways it is printed: plain, base64 (both alphabets, with and without padding, behind a user
/// name), percent, JSON (once, twice, in codes), hexadecimal.
QList<QByteArray> printedForms(const QByteArray& secret);

/// What of the plants can still be found in `bytes`, in any form, as "name: form".
QStringList findPlants(const QByteArray& bytes);

}  // namespace cockpit::test
