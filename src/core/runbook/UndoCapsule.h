// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"

#include <QJsonObject>
#include <QMap>
#include <QString>

namespace cockpit {

/// What a destructive step took away, and the step that puts it back. Kept as evidence before the change takes effect;
/// run as a step of its own, with its own preview and approval.
struct UndoCapsule {
    QString kind;                   ///< step kind that runs it
    QString connectionId;           ///< "<platform>/<slot>" it was taken from
    QJsonObject parameters;         ///< of that kind; may hold {{placeholders}} of `inputs`
    QMap<QString, QString> inputs;  ///< the old content, by placeholder
    qint64 items = 0;               ///< rows or keys
    QString summary;                ///< "7 rows of orders", and what it does not bring back

    QJsonObject toJson() const;
    /// Errors: Malformed (not such a capsule).
    static Result<UndoCapsule> fromJson(const QJsonObject& json);
};

/// MIME type under which a capsule lies in the evidence store.
inline const QString undoCapsuleType = QStringLiteral("application/vnd.incident-cockpit.undo+json");

}  // namespace cockpit
