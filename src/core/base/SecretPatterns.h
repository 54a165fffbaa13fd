// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QByteArrayView>

namespace cockpit {

/// Something that looks like a secret.
struct SecretHit {
    enum class Extent {
        Span,        ///< from `begin` to `end`
        RestOfLine,  ///< too long to be judged: from `begin` to the end of the line
        KeyBlock     ///< a private key begins: until its end line
    };
    qsizetype begin = 0;
    qsizetype end = 0;  ///< 0: nothing was found
    Extent extent = Extent::Span;
    bool open = false;  ///< what follows the text will decide
};

/// How much of the text before a place is looked at.
constexpr qsizetype secretContext = 64;
/// A value longer than this is not judged any more.
constexpr qsizetype longestSecretValue = 8 * 1024;

/// Cheap: can a pattern be noticed at this character?
bool mayBeSecretAt(char character);

/// Looks for what is written like a secret though nobody told it: private keys, JSON web tokens, keys of well-known
/// services, "Bearer …", "password=…", "://user:password@", payment cards. Each is noticed at one character and read
/// forward once, without going back. `last`: nothing will follow the text.
SecretHit secretAt(QByteArrayView text, qsizetype at, bool last);

/// What only stands for a value: nothing, a mask, a variable, a placeholder.
bool isStandIn(QByteArrayView value);

/// A payment card number of a known issuer and length, with a right check digit, standing by itself.
SecretHit cardNumberAt(QByteArrayView text, qsizetype at, bool last);

/// A value after a telling name: password=…, "token": "…", Authorization: … . `at` is the = or the colon.
SecretHit namedSecretAt(QByteArrayView text, qsizetype at, bool last);

}  // namespace cockpit
