// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace cockpit {

/// What a JSON Web Token says about who carries it.
struct TokenClaims {
    QString issuer;
    QString audience;
    QString subject;
    QString role;
    QDateTime expiresAt;
};

/// Signs with HMAC-SHA-256 (HS256).
QByteArray signedToken(const TokenClaims& claims, const QByteArray& key);

/// Why the token is refused, in the words of Supabase's sign-in service; empty when it is good.
QString tokenProblem(const QByteArray& token, const TokenClaims& wanted, const QByteArray& key, const QDateTime& now);

}  // namespace cockpit
