// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/incident/Incident.h"
#include "ui/widgets/Glyph.h"
#include "ui/widgets/Theme.h"

#include <QAbstractListModel>

#include <initializer_list>

namespace cockpit::panels::outbox {

/// How a phase looks: picture, colour and word, never one alone.
struct PhaseLook {
    Glyph glyph = Glyph::Pending;
    Tone tone = Tone::Muted;
    QString word;  ///< translated
};
PhaseLook phaseLook(NotificationState::Phase phase);

/// Every message of every incident; what still needs somebody first, then the newest first.
class OutboxModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { StateRole = Qt::UserRole + 1 };

    using QAbstractListModel::QAbstractListModel;

    /// Takes the messages over: a reset when there are others or their order changed, otherwise a change of data.
    void setIncidents(const QList<Incident>& incidents, const QDateTime& now);
    const NotificationState* at(const QModelIndex& index) const;
    QModelIndex find(const QString& id) const;
    const QDateTime& now() const { return m_now; }
    int count(std::initializer_list<NotificationState::Phase> phases) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<NotificationState> m_messages;
    QDateTime m_now;
};

bool mayRetry(const NotificationState& message);   ///< waiting, failed or uncertain
bool mayCancel(const NotificationState& message);  ///< pending or waiting
/// "Page to team_lead", from kind and role.
QString messageTitle(const NotificationState& message);
/// Second line: channel, reference, attempts, countdown, the service's words.
QString messageFacts(const NotificationState& message, const QDateTime& now);

}  // namespace cockpit::panels::outbox

Q_DECLARE_METATYPE(const cockpit::NotificationState*)
