// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/notify/Channel.h"

#include <QThreadPool>

#include <atomic>

namespace cockpit::adapters::smtp {

/// Sends e-mail, plain text, over an encrypted connection. Delivered means: the server took the mail (250) for every
/// recipient. libcurl waits, so each mail has a worker thread.
class SmtpChannel final : public Channel
{
public:
    explicit SmtpChannel(const Clock& clock);
    ~SmtpChannel() override;

    QString kind() const override { return QStringLiteral("smtp"); }
    bool dropsRepeats() const override { return false; }
    Milliseconds pace() const override { return Milliseconds{500}; }
    QFuture<DeliveryOutcome> deliver(const ResolvedConnection& connection, const Delivery& delivery) override;

private:
    const Clock& m_clock;
    std::shared_ptr<std::atomic<bool>> m_ending = std::make_shared<std::atomic<bool>>(false);
    QThreadPool m_workers;
};

}  // namespace cockpit::adapters::smtp
