// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/connections/HttpConnection.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace cockpit {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Http)
};

bool isLinkLocal(const QString& host)
{
    static const QRegularExpression pattern(
        QStringLiteral(
            "\\A(169\\.254\\.\\d+\\.\\d+|fe[89ab][0-9a-f]:.*|fd00:ec2::254|::ffff:(169\\.254\\..*|a9fe:.*))\\z"),
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(host).hasMatch();
}

bool isEncryptedScheme(const QString& scheme)
{
    return scheme == QLatin1String("https") || scheme == QLatin1String("wss");
}

/// What could make a server read another path than the one that was approved.
Status checkPath(const QString& path)
{
    static const QRegularExpression forbidden(
        QStringLiteral("[\\x00-\\x20\\x7f\\\\#]|%(?![0-9A-Fa-f]{2})|%(0[0-9A-Fa-f]|1[0-9A-Fa-f])"));
    if (path.size() > 8192)
        return fail(ErrorKind::InvalidInput, Say::tr("The path is longer than 8192 characters"));
    if (forbidden.match(path).hasMatch())
        return fail(
            ErrorKind::InvalidInput,
            Say::tr(
                "The path holds a blank, a control character, a backslash, a # or a % that starts no code; write them "
                "as percent codes"));
    static const QRegularExpression dots(QStringLiteral("(\\A|/|%2f|%5c)(\\.|%2e){1,2}(/|%2f|%5c|\\z)"),
                                         QRegularExpression::CaseInsensitiveOption);
    if (dots.match(path.section(QLatin1Char('?'), 0, 0)).hasMatch())
        return fail(ErrorKind::InvalidInput, Say::tr("The path must not hold \".\" or \"..\" as a part"));
    return Done{};
}

Result<QUrl> urlBelow(const QUrl& base, const QString& pathAndQuery)
{
    if (const Status checked = checkPath(pathAndQuery); !checked)
        return checked.error();
    const qsizetype mark = pathAndQuery.indexOf(QLatin1Char('?'));
    QString path = mark < 0 ? pathAndQuery : pathAndQuery.left(mark);
    while (path.startsWith(QLatin1Char('/')))
        path.remove(0, 1);
    QString whole = base.path(QUrl::FullyEncoded);
    if (!path.isEmpty() || whole.isEmpty()) {
        if (!whole.endsWith(QLatin1Char('/')))
            whole += QLatin1Char('/');
        whole += path;
    }
    QUrl url = base;
    url.setPath(whole, QUrl::TolerantMode);
    url.setQuery(mark < 0 ? base.query(QUrl::FullyEncoded) : pathAndQuery.mid(mark + 1), QUrl::TolerantMode);
    if (!base.hasQuery() && mark < 0)
        url.setQuery(QString());
    url.setFragment(QString());
    if (!url.isValid() || url.authority() != base.authority() || url.scheme() != base.scheme())
        return fail(ErrorKind::InvalidInput, Say::tr("The path makes no valid address"));
    return url;
}

Status addSecret(HttpRequest& request, const ResolvedConnection& connection)
{
    if (connection.secret.isEmpty())
        return Done{};
    const QJsonObject& settings = connection.spec.settings;
    QString header = settings.value(QStringLiteral("auth_header")).toString();
    if (header.isEmpty())
        header = QStringLiteral("Authorization");
    const QString scheme = settings.value(QStringLiteral("auth_scheme")).toString();
    static const QRegularExpression token(QStringLiteral("\\A[A-Za-z0-9!#$%&'*+.^_`|~-]+\\z"));
    if (!token.match(header).hasMatch() || (!scheme.isEmpty() && !token.match(scheme).hasMatch()))
        return fail(ErrorKind::InvalidInput,
                    Say::tr("auth_header and auth_scheme of %1 must be single words such as X-Admin-Key and Bearer")
                        .arg(connection.spec.id));
    const QByteArray secret = connection.secret.reveal().trimmed();
    for (const char byte : secret) {
        if (static_cast<unsigned char>(byte) < 0x20 || byte == 0x7f)
            return fail(ErrorKind::InvalidInput,
                        Say::tr("The secret of %1 holds a line break or another control character; enter it again")
                            .arg(connection.spec.id));
    }
    request.headers.append({header.toLatin1(), scheme.isEmpty() ? secret : scheme.toLatin1() + ' ' + secret});
    return Done{};
}

}  // namespace

bool isLoopbackHost(const QString& host)
{
    static const QRegularExpression four(QStringLiteral("\\A127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\z"));
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 || host == QLatin1String("::1") ||
           four.match(host).hasMatch();
}

QString addressOf(const QUrl& url)
{
    const QString host =
        url.host().contains(QLatin1Char(':')) ? QLatin1Char('[') + url.host() + QLatin1Char(']') : url.host();
    return QStringLiteral("%1:%2").arg(host).arg(url.port(isEncryptedScheme(url.scheme()) ? 443 : 80));
}

Status checkHttpUrl(const QUrl& url)
{
    const QString scheme = url.scheme();
    if (!url.isValid() || url.host().isEmpty() ||
        !QStringList{QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("ws"), QStringLiteral("wss")}
             .contains(scheme))
        return fail(ErrorKind::Refused, Say::tr("The address must be a whole URL that begins with https://"));
    if (!url.userInfo().isEmpty())
        return fail(ErrorKind::Refused,
                    Say::tr("The address must not hold a user name or password; enter the secret in its own field"));
    if (isLinkLocal(url.host()))
        return fail(ErrorKind::Refused,
                    Say::tr("%1 is a link-local address, which is never contacted").arg(url.host()));
    if (!isEncryptedScheme(scheme) && !isLoopbackHost(url.host()))
        return fail(
            ErrorKind::Refused,
            Say::tr("%1 is not this machine, so the connection must be encrypted: use https://").arg(url.host()));
    return Done{};
}

QUrl baseUrlOf(const ConnectionSpec& spec)
{
    return QUrl(spec.settings.value(QStringLiteral("url")).toString().trimmed(), QUrl::StrictMode);
}

Result<HttpRequest> httpRequestFor(const ResolvedConnection& connection, const QString& pathAndQuery)
{
    const QUrl base = baseUrlOf(connection.spec);
    if (base.isEmpty())
        return fail(ErrorKind::InvalidInput,
                    Say::tr("The connection %1 has no URL; add it in Connections").arg(connection.spec.id));
    if (const Status checked = checkHttpUrl(base); !checked)
        return checked.error();
    const auto url = urlBelow(base, pathAndQuery);
    if (!url)
        return url.error();
    HttpRequest request;
    request.url = *url;
    request.tls.authorityFile = connection.spec.settings.value(QStringLiteral("authority_file")).toString();
    if (const Status added = addSecret(request, connection); !added)
        return added.error();
    return request;
}

Result<HttpRequest> httpRequestForSecretUrl(const ResolvedConnection& connection)
{
    if (connection.secret.isEmpty())
        return fail(ErrorKind::InvalidInput,
                    Say::tr("No webhook address is kept for %1; enter it in Connections").arg(connection.spec.id));
    HttpRequest request;
    request.url = QUrl(QString::fromUtf8(connection.secret.reveal().trimmed()), QUrl::StrictMode);
    request.tls.authorityFile = connection.spec.settings.value(QStringLiteral("authority_file")).toString();
    if (const Status checked = checkHttpUrl(request.url); !checked)
        return checked.error();
    return request;
}

TargetIdentity httpTarget(const ConnectionSpec& spec)
{
    const QUrl base = baseUrlOf(spec);
    TargetIdentity target;
    target.address = addressOf(base);
    target.name = base.path();
    target.environment = spec.environment;
    return target;
}

QList<ConnectionField> httpConnectionFields()
{
    using Type = ConnectionField::Type;
    return {
        {QStringLiteral("url"),
         Say::tr("URL"),
         Type::Text,
         true,
         {},
         Say::tr("Base address, https:// unless it is this machine; paths of the playbook are added to it."),
         {}},
        {QStringLiteral("auth_header"),
         Say::tr("Header of the key"),
         Type::Text,
         false,
         QStringLiteral("Authorization"),
         Say::tr("Name of the request header that carries the key."),
         {}},
        {QStringLiteral("auth_scheme"),
         Say::tr("Word before the key"),
         Type::Text,
         false,
         {},
         Say::tr("For example Bearer; empty: the key alone."),
         {}},
        {QStringLiteral("authority_file"),
         Say::tr("Authority file"),
         Type::File,
         false,
         {},
         Say::tr("PEM file of a private certificate authority; empty for the system's."),
         {}},
    };
}

}  // namespace cockpit
