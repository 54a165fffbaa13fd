// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/smtp/SmtpChannel.h"

#include "adapters/smtp/SmtpMessage.h"
#include "adapters/smtp/SmtpSession.h"
#include "core/base/SafeText.h"
#include "core/notify/HttpDelivery.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QPromise>

namespace cockpit::adapters::smtp {

namespace {

using Kind = DeliveryOutcome::Kind;
using End = SmtpResult::End;

constexpr int mostAtOnce = 8;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Smtp)
};

Kind kindOf(const SmtpResult& result)
{
    switch (result.end) {
    case End::Accepted: return result.refused.isEmpty() ? Kind::Delivered : Kind::Failed;
    case End::Refused: return result.code >= 500 ? Kind::Failed : Kind::Retry;
    case End::Lost: return Kind::Uncertain;
    case End::Settings: return Kind::Failed;
    case End::NotSent:
    case End::Cancelled: return Kind::Retry;
    }
    return Kind::Failed;
}

DeliveryOutcome outcomeFor(const SmtpResult& result, const QByteArray& id)
{
    DeliveryOutcome outcome;
    outcome.kind = kindOf(result);
    outcome.status = result.code;
    outcome.elapsed = result.elapsed;
    outcome.words = result.words;
    if (outcome.kind == Kind::Delivered)
        outcome.thread = QString::fromLatin1(id);
    // Sending it again would reach those twice who have it; who has it not must be told by other means.
    if (result.end == End::Accepted && !result.refused.isEmpty())
        outcome.words = safeLine(
            Say::tr("the mail server took it, but not for %1").arg(result.refused.join(QStringLiteral(", "))), 300);
    return outcome;
}

}  // namespace

SmtpChannel::SmtpChannel(const Clock& clock)
    : m_clock(clock)
{
    m_workers.setMaxThreadCount(mostAtOnce);
}

SmtpChannel::~SmtpChannel()
{
    *m_ending = true;
    m_workers.clear();
}

QFuture<DeliveryOutcome> SmtpChannel::deliver(const ResolvedConnection& connection, const Delivery& delivery)
{
    const auto settings = smtpSettings(connection);
    if (!settings)
        return QtFuture::makeReadyFuture(outcomeOf(settings.error()));
    auto promise = std::make_shared<QPromise<DeliveryOutcome>>();
    promise->start();
    QElapsedTimer waiting;
    waiting.start();
    m_workers.start([promise, waiting, settings = *settings, password = connection.secret, ending = m_ending,
                     deadline = delivery.deadline, mail = mailFor(delivery, *settings, m_clock.utcNow()),
                     id = messageId(delivery, *settings)] {
        const auto isCancelled = [&] { return promise->isCanceled() || *ending; };
        const Milliseconds left = std::max(deadline - Milliseconds{waiting.elapsed()}, Milliseconds{1});
        talkToServer(settings, password, mail, left, isCancelled, [&](const SmtpResult& result) {
            promise->addResult(outcomeFor(result, id));
            promise->finish();
        });
    });
    return promise->future();
}

}  // namespace cockpit::adapters::smtp
