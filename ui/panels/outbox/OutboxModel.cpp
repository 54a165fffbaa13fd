// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/outbox/OutboxModel.h"

#include "core/base/Duration.h"
#include "core/base/SafeText.h"
#include "ui/widgets/TimeText.h"

#include <QCoreApplication>

#include <algorithm>

namespace cockpit::panels::outbox {

namespace {

using Phase = NotificationState::Phase;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(OutboxPanel)
};

/// Failures and doubts first, then what is on its way, then what is done.
int urgency(Phase phase)
{
    switch (phase) {
    case Phase::Failed: return 0;
    case Phase::Uncertain: return 1;
    case Phase::Waiting: return 2;
    case Phase::InFlight: return 3;
    case Phase::Pending: return 4;
    case Phase::Delivered:
    case Phase::Cancelled: break;
    }
    return 5;
}

bool sameOrder(const QList<NotificationState>& left, const QList<NotificationState>& right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const NotificationState& a, const NotificationState& b) { return a.id == b.id; });
}

}  // namespace

PhaseLook phaseLook(Phase phase)
{
    switch (phase) {
    case Phase::Pending: return {Glyph::Pending, Tone::Muted, Say::tr("queued")};
    case Phase::InFlight: return {Glyph::Pending, Tone::Focus, Say::tr("sending")};
    case Phase::Delivered: return {Glyph::Check, Tone::Good, Say::tr("delivered")};
    case Phase::Waiting: return {Glyph::Stale, Tone::Severity2, Say::tr("waiting")};
    case Phase::Failed: return {Glyph::Cross, Tone::Severity1, Say::tr("failed")};
    case Phase::Uncertain: return {Glyph::Question, Tone::Unknown, Say::tr("uncertain")};
    case Phase::Cancelled: return {Glyph::Cross, Tone::Dim, Say::tr("cancelled")};
    }
    return {};
}

bool mayRetry(const NotificationState& message)
{
    return message.phase == Phase::Waiting || message.phase == Phase::Failed || message.phase == Phase::Uncertain;
}

bool mayCancel(const NotificationState& message)
{
    return message.phase == Phase::Pending || message.phase == Phase::Waiting;
}

QString messageTitle(const NotificationState& message)
{
    QString kind = Say::tr("Message");
    if (message.kind == QLatin1String("page"))
        kind = Say::tr("Page");
    else if (message.kind == QLatin1String("update"))
        kind = Say::tr("Update");
    else if (message.kind == QLatin1String("resolved"))
        kind = Say::tr("All-clear");
    const QString role = safeLine(message.role, 60);
    const QString head = role.isEmpty() ? kind : Say::tr("%1 to %2").arg(kind, role);
    const QString title = safeLine(message.title, 160);
    return title.isEmpty() ? head : Say::tr("%1: %2").arg(head, title);
}

QString messageFacts(const NotificationState& message, const QDateTime& now)
{
    QStringList facts{safeLine(message.channel, 80)};
    if (!message.reference.isEmpty())
        facts.append(Say::tr("ref %1").arg(safeLine(message.reference, 12)));
    if (message.attempts > 0)
        facts.append(Say::tr("attempt %1").arg(message.attempts));
    if (message.phase == Phase::Waiting && message.waitUntil.isValid())
        facts.append(message.waitUntil > now
                         ? Say::tr("again in %1").arg(formatCountdown(Milliseconds{now.msecsTo(message.waitUntil)}))
                         : Say::tr("due now"));
    if (message.phase == Phase::Delivered && message.changedAt.isValid())
        facts.append(Say::tr("at %1").arg(instantText(message.changedAt, now)));
    const QString words = safeLine(message.words, 160);
    if (!words.isEmpty())
        facts.append(words);
    return facts.join(QStringLiteral(" · "));
}

void OutboxModel::setIncidents(const QList<Incident>& incidents, const QDateTime& now)
{
    m_now = now;
    QList<NotificationState> messages;
    for (const Incident& incident : incidents)
        messages += incident.notifications;
    std::stable_sort(messages.begin(), messages.end(), [](const NotificationState& a, const NotificationState& b) {
        const int left = urgency(a.phase);
        const int right = urgency(b.phase);
        return left != right ? left < right : a.queuedAt > b.queuedAt;
    });
    if (!sameOrder(messages, m_messages)) {
        beginResetModel();
        m_messages = messages;
        endResetModel();
        return;
    }
    m_messages = messages;
    if (!m_messages.isEmpty())
        emit dataChanged(index(0), index(static_cast<int>(m_messages.size()) - 1));
}

const NotificationState* OutboxModel::at(const QModelIndex& index) const
{
    return index.isValid() && index.row() < m_messages.size() ? &m_messages.at(index.row()) : nullptr;
}

QModelIndex OutboxModel::find(const QString& id) const
{
    for (int i = 0; i < m_messages.size(); ++i) {
        if (m_messages.at(i).id == id)
            return index(i);
    }
    return {};
}

int OutboxModel::count(std::initializer_list<Phase> phases) const
{
    return static_cast<int>(std::count_if(m_messages.begin(), m_messages.end(), [&](const NotificationState& message) {
        return std::find(phases.begin(), phases.end(), message.phase) != phases.end();
    }));
}

int OutboxModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_messages.size());
}

QVariant OutboxModel::data(const QModelIndex& index, int role) const
{
    const NotificationState* message = at(index);
    if (!message)
        return {};
    switch (role) {
    case Qt::DisplayRole: return messageTitle(*message);
    case Qt::AccessibleTextRole:
        return phaseLook(message->phase).word + QStringLiteral(": ") + messageTitle(*message) + QStringLiteral(", ") +
               messageFacts(*message, m_now);
    case Qt::ToolTipRole: return safeToolTip(messageTitle(*message) + QLatin1Char('\n') + message->body);
    case StateRole: return QVariant::fromValue(message);
    default: return {};
    }
}

}  // namespace cockpit::panels::outbox
