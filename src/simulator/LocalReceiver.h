// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/base/Secret.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QObject>
#include <QUrl>

#include <memory>

namespace cockpit {

/// What arrived at the receiver. Bodies are kept up to 64 KiB.
struct ReceivedMessage {
    QDateTime at;
    QString inbox;  ///< "chat", "hook"
    QByteArray contentType;
    QByteArray idempotencyKey;  ///< header Idempotency-Key; empty without
    QByteArray body;
};

/// Stands in for a chat service: incoming webhooks on loopback that answer "ok" and keep what came.
/// Like the real ones its addresses hold a secret; a wrong one is answered 404 "no_service". Thread: its maker's.
class LocalReceiver : public QObject
{
    Q_OBJECT

public:
    explicit LocalReceiver(const Clock& clock, QObject* parent = nullptr);
    ~LocalReceiver() override;

    Result<quint16> listen();
    /// The webhook address of an inbox; whoever holds it may post.
    Secret webhook(const QString& inbox) const;
    /// The newest 500, oldest first.
    const QList<ReceivedMessage>& messages() const;
    /// From now on every post is answered so; 200 "ok" to begin with.
    void setAnswer(int status, const QByteArray& text);

Q_SIGNALS:
    void received(const cockpit::ReceivedMessage& message);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace cockpit
