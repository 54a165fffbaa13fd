// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"
#include "core/connections/HttpTransport.h"

#include <QDateTime>
#include <QMap>

namespace cockpit::adapters::alertmanager {

/// What to keep quiet for an incident: the alerts with exactly these labels.
struct SilenceRequest {
    QString incident;
    QMap<QString, QString> labels;  ///< of one alert, or those that several share; never empty
    QDateTime startsAt;
    QDateTime endsAt;
    QString createdBy;
    QString comment;
};

/// A silence as Alertmanager keeps it.
struct Silence {
    QString id;
    QString state;                  ///< "pending", "active", "expired"
    QString incident;               ///< empty: not made for an incident of a cockpit
    QMap<QString, QString> labels;  ///< its matchers on equality; others are left out
    bool exact = true;              ///< every matcher is among the labels
    QDateTime startsAt;
    QDateTime endsAt;
    QString createdBy;
    QString comment;  ///< without the mark of the incident
};

/// Makes, lists and ends silences of an Alertmanager (API v2). The incident stands in the comment, where people see it
/// as well. Errors: InvalidInput, those of httpRequestFor() and HttpTransport, Unauthorized, NotFound, Malformed; an
/// Error whose detail starts with "sent:" may have taken effect. Thread: the engine's.
class SilenceClient final
{
public:
    explicit SilenceClient(HttpTransport& http);

    /// The new silence's id.
    QFuture<Result<QString>> create(const ResolvedConnection& connection, const SilenceRequest& request,
                                    Milliseconds deadline);
    /// Those of an incident that have not expired; of an empty incident, everybody's.
    QFuture<Result<QList<Silence>>> list(const ResolvedConnection& connection, const QString& incident,
                                         Milliseconds deadline);
    /// Ends it now. An unknown id is NotFound; one that has ended already is no error of ours.
    QFuture<Status> expire(const ResolvedConnection& connection, const QString& id, Milliseconds deadline);

private:
    HttpTransport& m_http;
};

/// Reads the body of GET /api/v2/silences. Errors: Malformed.
Result<QList<Silence>> parseSilences(const QByteArray& body);

}  // namespace cockpit::adapters::alertmanager
