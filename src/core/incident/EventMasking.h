// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Redactor.h"

#include <QJsonObject>

namespace cockpit {

/// The data of an event with secrets masked in what people, playbooks and other systems wrote. What the fold goes by
/// (ids, digests, names of playbook parts) stays as it is, even if somebody chose such a word as a password.
QJsonObject maskedEventData(const QJsonObject& data, const Redactor& redactor);

}  // namespace cockpit
