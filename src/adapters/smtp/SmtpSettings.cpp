// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/smtp/SmtpSettings.h"

#include "core/connections/HttpConnection.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace cockpit::adapters::smtp {

namespace {

constexpr qsizetype mostRecipients = 50;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Smtp)
};

/// A plain address without quotes, comments or names: nothing in it can end a header or a command.
bool isAddress(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral(
        "\\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?=.{1,253}\\z)[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\\z"));
    return pattern.match(text).hasMatch();
}

Error wrong(const ConnectionSpec& spec, const QString& sentence)
{
    return fail(ErrorKind::InvalidInput, Say::tr("E-mail settings of %1: %2").arg(spec.id, sentence));
}

Status readServer(const ConnectionSpec& spec, SmtpSettings& settings)
{
    static const QRegularExpression pattern(QStringLiteral("\\A[A-Za-z0-9.-]{1,253}\\z|\\A[0-9A-Fa-f:.]{2,45}\\z"));
    settings.host = spec.settings.value(QStringLiteral("host")).toString().trimmed();
    if (!pattern.match(settings.host).hasMatch())
        return wrong(spec, Say::tr("the server must be a host name or an address"));
    const QString security = spec.settings.value(QStringLiteral("security")).toString();
    if (!security.isEmpty() && security != QLatin1String("starttls") && security != QLatin1String("tls"))
        return wrong(spec, Say::tr("the encryption must be starttls or tls; mail is never sent in the clear"));
    settings.implicitTls = security == QLatin1String("tls");
    const QString port = spec.settings.value(QStringLiteral("port")).toVariant().toString();
    settings.port = port.isEmpty() ? (settings.implicitTls ? 465 : 587) : port.toInt();
    if (settings.port < 1 || settings.port > 65'535)
        return wrong(spec, Say::tr("the port must be a number from 1 to 65535"));
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(settings.host);
    url.setPort(settings.port);
    settings.target.address = addressOf(url);
    settings.target.role = settings.user;
    settings.target.environment = spec.environment;
    return checkHttpUrl(url);
}

}  // namespace

Result<SmtpSettings> smtpSettings(const ResolvedConnection& connection)
{
    const ConnectionSpec& spec = connection.spec;
    SmtpSettings settings;
    settings.user = spec.settings.value(QStringLiteral("user")).toString();
    settings.authorityFile = spec.settings.value(QStringLiteral("authority_file")).toString();
    static const QRegularExpression control(QStringLiteral("[\\x00-\\x1f\\x7f]"));
    if (control.match(settings.user).hasMatch() ||
        control.match(QString::fromUtf8(connection.secret.reveal())).hasMatch())
        return wrong(spec, Say::tr("user and password must not hold a line break or another control character"));
    if (!settings.user.isEmpty() && connection.secret.isEmpty())
        return wrong(spec, Say::tr("a user is set but no password is kept; enter it in Connections"));
    if (const Status read = readServer(spec, settings); !read)
        return read.error();
    settings.from = spec.settings.value(QStringLiteral("from")).toString();
    if (!isAddress(settings.from))
        return wrong(spec, Say::tr("the sender must be one plain address such as cockpit@example.com"));
    const QString to = spec.settings.value(QStringLiteral("to")).toString();
    for (const QString& recipient : to.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString address = recipient.startsWith(QLatin1Char(' ')) ? recipient.mid(1) : recipient;
        if (!isAddress(address))
            return wrong(spec, Say::tr("recipients must be plain addresses with commas between"));
        if (!settings.to.contains(address))
            settings.to.append(address);
    }
    if (settings.to.isEmpty() || settings.to.size() > mostRecipients)
        return wrong(spec, Say::tr("there must be 1 to %1 recipients").arg(mostRecipients));
    return settings;
}

}  // namespace cockpit::adapters::smtp
