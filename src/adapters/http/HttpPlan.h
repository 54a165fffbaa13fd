// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"
#include "core/playbook/Playbook.h"

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <QString>

namespace cockpit::adapters::http {

/// What an http step will send, filled in. The approval is bound to its payload.
struct HttpPlan {
    QString base;  ///< the connection's URL when the step was shown; it must still be that when it runs
    QByteArray method = "GET";
    QString pathAndQuery;    ///< percent-encoded
    QByteArray body;         ///< JSON; empty: none
    QSet<int> expectStatus;  ///< empty: any 2xx

    /// Whether a second arrival could change anything: everything but a GET or HEAD that is declared a read.
    bool changes = false;

    /// Fills the inputs in: each value becomes one path segment or query value (percent-encoded), or part of a JSON
    /// string (escaped), so that it can never change the shape of the request. Errors: InvalidInput.
    static Result<HttpPlan> make(const StepSpec& spec, const QMap<QString, QString>& inputs);

    QJsonObject toPayload() const;
    static HttpPlan fromPayload(const QJsonObject& payload);
    bool expects(int status) const;
};

}  // namespace cockpit::adapters::http
