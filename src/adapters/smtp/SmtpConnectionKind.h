// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/Connection.h"

#include <QThreadPool>

#include <atomic>

namespace cockpit::adapters::smtp {

/// Connections of kind "smtp". The test connects, encrypts, logs in and says NOOP; no mail is sent, so whether the
/// server takes the sender and the recipients only a mail shows.
class SmtpConnectionKind final : public ConnectionKind
{
public:
    SmtpConnectionKind() = default;
    ~SmtpConnectionKind() override;

    QString kind() const override { return QStringLiteral("smtp"); }
    QString title() const override;
    QString secretLabel() const override;
    QList<ConnectionField> fields() const override;
    QFuture<ConnectionCheck> test(const ResolvedConnection& connection, Milliseconds timeout) override;

private:
    std::shared_ptr<std::atomic<bool>> m_ending = std::make_shared<std::atomic<bool>>(false);
    QThreadPool m_workers;
};

}  // namespace cockpit::adapters::smtp
