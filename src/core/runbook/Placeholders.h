// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"
#include "core/playbook/Playbook.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>

namespace cockpit {

/// Names of the {{placeholders}} in a text, in order, with repeats. Names are [a-z][a-z0-9_]*.
QStringList placeholderNames(const QString& text);

/// Replaces each {{name}} by `value(name)`, exactly once: what a value contains is never expanded again.
QString fillPlaceholders(const QString& text, const std::function<QString(const QString& name)>& value);

/// Checks the inputs of a step against their types (Integer, Number, Identifier [A-Za-z_][A-Za-z0-9_]*, Choice,
/// pattern) and returns one value per declared input, defaults applied. InvalidInput names the input, what is wrong
/// with it and what is wanted; a required input left empty is refused.
Result<QMap<QString, QString>> checkInputs(const StepSpec& spec, const QMap<QString, QString>& inputs);

/// SHA-256 (hex) over what will be sent: kind, connection and payload. This is what an approval is bound to.
QByteArray stepDigest(const QString& kind, const QString& connectionId, const QJsonObject& payload);

}  // namespace cockpit
