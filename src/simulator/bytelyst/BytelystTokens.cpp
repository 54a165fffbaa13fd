// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/bytelyst/BytelystTokens.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto webSafe = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray part(const QJsonObject& json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact).toBase64(webSafe);
}

QByteArray signature(const QByteArray& text, const QByteArray& key)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256).toBase64(webSafe);
}

}  // namespace

QByteArray signedToken(const TokenClaims& claims, const QByteArray& key)
{
    const QByteArray text = part({{u"alg"_s, u"HS256"_s}, {u"typ"_s, u"JWT"_s}}) + '.' +
                            part({{u"iss"_s, claims.issuer},
                                  {u"aud"_s, claims.audience},
                                  {u"sub"_s, claims.subject},
                                  {u"role"_s, claims.role},
                                  {u"exp"_s, claims.expiresAt.toSecsSinceEpoch()}});
    return text + '.' + signature(text, key);
}

QString tokenProblem(const QByteArray& token, const TokenClaims& wanted, const QByteArray& key, const QDateTime& now)
{
    const QByteArrayList parts = token.split('.');
    if (parts.size() != 3)
        return u"invalid JWT: token contains an invalid number of segments"_s;
    if (signature(parts.at(0) + '.' + parts.at(1), key) != parts.at(2))
        return u"invalid JWT: unable to parse or verify signature, signature is invalid"_s;
    const QJsonObject claims = QJsonDocument::fromJson(QByteArray::fromBase64(parts.at(1), webSafe)).object();
    if (claims.value(u"iss"_s).toString() != wanted.issuer || claims.value(u"aud"_s).toString() != wanted.audience)
        return u"invalid JWT: issuer or audience of another project"_s;
    if (claims.value(u"exp"_s).toInteger() <= now.toSecsSinceEpoch())
        return u"invalid JWT: token is expired"_s;
    return {};
}

}  // namespace cockpit
