// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QByteArrayView>
#include <QVarLengthArray>
#include <QtGlobal>

#include <array>

namespace cockpit {

/// A way of writing bytes so that they pass through another format.
enum class Escaping : quint8 {
    None,
    Json,     ///< backslash, also \u00XX and the \xXX of other languages
    Percent,  ///< %XX
    Html      ///< &amp; &#38; &#x26;
};

/// Layers of escaping, the outermost first; unused places are None.
using Escapings = std::array<Escaping, 3>;

/// Can this character begin an escape of any kind?
constexpr bool beginsEscape(char character)
{
    return character == '\\' || character == '%' || character == '&';
}

/// One byte of the text below its escapes, and where in the text it ends.
struct UnescapedByte {
    char byte = 0;
    qsizetype end = 0;
};

/// Small pieces need no memory of their own.
using UnescapedBytes = QVarLengthArray<UnescapedByte, 64>;

/// The first `count` bytes from `from` on with the escapes undone; fewer when the text ends, perhaps in the middle of
/// an escape. What only looks like an escape is taken as it stands.
UnescapedBytes unescaped(QByteArrayView text, qsizetype from, qsizetype count, const Escapings& layers);

}  // namespace cockpit
