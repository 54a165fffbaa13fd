// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/smtp/SmtpConnectionKind.h"

#include "adapters/smtp/SmtpSession.h"
#include "core/connections/HttpCall.h"
#include "core/connections/PublicService.h"

#include <QCoreApplication>
#include <QPromise>

namespace cockpit::adapters::smtp {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Smtp)
};

ConnectionCheck checkFor(const SmtpResult& result, const SmtpSettings& settings)
{
    ConnectionCheck check;
    if (result.end == SmtpResult::End::Accepted) {
        check.ok = true;
        check.target = settings.target;
        check.sentence = (settings.user.isEmpty() ? Say::tr("%1 answered over TLS (%2 ms); no mail was sent")
                                                  : Say::tr("%1 took the login over TLS (%2 ms); no mail was sent"))
                             .arg(settings.target.address)
                             .arg(result.elapsed.count());
    } else {
        const bool isLogin = result.end == SmtpResult::End::Refused && result.code >= 530 && result.code <= 538;
        const ErrorKind kind = isLogin                                   ? ErrorKind::Unauthorized
                               : result.end == SmtpResult::End::Settings ? ErrorKind::InvalidInput
                                                                         : ErrorKind::Unreachable;
        check = failedCheck(fail(kind, QStringLiteral("%1: %2").arg(settings.target.address, result.words)),
                            settings.target);
    }
    check.elapsed = result.elapsed;
    return check;
}

ConnectionField field(const QString& id, const QString& label, bool required, const QString& help,
                      ConnectionField::Type type = ConnectionField::Type::Text, const QString& preset = {},
                      const QStringList& choices = {})
{
    return {id, label, type, required, preset, help, choices};
}

}  // namespace

SmtpConnectionKind::~SmtpConnectionKind()
{
    *m_ending = true;
    m_workers.clear();
}

QString SmtpConnectionKind::title() const
{
    return Say::tr("E-mail (SMTP)");
}

QString SmtpConnectionKind::secretLabel() const
{
    return Say::tr("Password");
}

QList<ConnectionField> SmtpConnectionKind::fields() const
{
    using Type = ConnectionField::Type;
    return QList<ConnectionField>{
               field(QStringLiteral("host"), Say::tr("Server"), true, Say::tr("Name or address of the mail server.")),
               field(QStringLiteral("security"), Say::tr("Encryption"), false,
                     Say::tr("starttls (usually port 587) or tls from the first byte (usually 465); never without."),
                     Type::Choice, QStringLiteral("starttls"), {QStringLiteral("starttls"), QStringLiteral("tls")}),
               field(QStringLiteral("port"), Say::tr("Port"), false, Say::tr("Empty for 587 (starttls) or 465 (tls)."),
                     Type::Number),
               field(QStringLiteral("user"), Say::tr("User"), false, Say::tr("Empty when the server wants no login.")),
               field(QStringLiteral("from"), Say::tr("Sender"), true, Say::tr("One plain address.")),
               field(QStringLiteral("to"), Say::tr("Recipients"), true,
                     Say::tr("Plain addresses with commas between."))} +
           publicServiceFields({});
}

QFuture<ConnectionCheck> SmtpConnectionKind::test(const ResolvedConnection& connection, Milliseconds timeout)
{
    const auto settings = smtpSettings(connection);
    if (!settings)
        return QtFuture::makeReadyFuture(failedCheck(settings.error()));
    auto promise = std::make_shared<QPromise<ConnectionCheck>>();
    promise->start();
    m_workers.start([promise, settings = *settings, password = connection.secret, timeout, ending = m_ending] {
        const auto isCancelled = [&] { return promise->isCanceled() || *ending; };
        talkToServer(settings, password, {}, timeout, isCancelled, [&](const SmtpResult& result) {
            promise->addResult(checkFor(result, settings));
            promise->finish();
        });
    });
    return promise->future();
}

}  // namespace cockpit::adapters::smtp
