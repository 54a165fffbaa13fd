// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/base/EscapedText.h"

#include <QByteArray>

#include <algorithm>

namespace cockpit {

namespace {

using Bytes = UnescapedBytes;

constexpr qsizetype longestEntity = 8;
constexpr qsizetype longestEscape = 10;  ///< of one byte in three layers: \\\\u00XX
constexpr qsizetype someMore = 12;       ///< for the last escape to be whole

int hexDigit(char character)
{
    if (character >= '0' && character <= '9')
        return character - '0';
    const char lower = static_cast<char>(character | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// What an attempt to read one escape found.
struct Escape {
    enum class Kind { Plain, Whole, Cut } kind = Kind::Plain;
    uint code = 0;
    bool isCharacter = false;  ///< `code` is a character, not a byte
    qsizetype length = 0;      ///< of the escape, in units of the layer
};

constexpr Escape cutEscape{Escape::Kind::Cut, 0, false, 0};

Escape hexadecimal(const Bytes& in, qsizetype at, qsizetype head, qsizetype digits, bool isCharacter)
{
    uint code = 0;
    for (qsizetype i = at + head; i < at + head + digits; ++i) {
        if (i >= in.size())
            return cutEscape;
        const int digit = hexDigit(in[i].byte);
        if (digit < 0)
            return {};
        code = code * 16 + static_cast<uint>(digit);
    }
    return {Escape::Kind::Whole, code, isCharacter, head + digits};
}

Escape jsonEscape(const Bytes& in, qsizetype at)
{
    if (at + 1 >= in.size())
        return cutEscape;
    const auto single = [](char byte) { return Escape{Escape::Kind::Whole, static_cast<uchar>(byte), false, 2}; };
    switch (in[at + 1].byte) {
    case '"':
    case '\'':
    case '\\':
    case '/': return single(in[at + 1].byte);
    case 'b': return single('\b');
    case 'f': return single('\f');
    case 'n': return single('\n');
    case 'r': return single('\r');
    case 't': return single('\t');
    case 'x': return hexadecimal(in, at, 2, 2, false);
    case 'u': break;
    default: return {};
    }
    const Escape first = hexadecimal(in, at, 2, 4, true);
    if (first.kind != Escape::Kind::Whole || !QChar::isHighSurrogate(first.code))
        return first;
    const qsizetype second = at + first.length;
    if (second + 1 >= in.size())
        return cutEscape;
    const bool follows = in[second].byte == '\\' && in[second + 1].byte == 'u';
    const Escape low = follows ? hexadecimal(in, second, 2, 4, true) : Escape{};
    if (low.kind == Escape::Kind::Cut)
        return low;
    if (low.kind != Escape::Kind::Whole || !QChar::isLowSurrogate(low.code))
        return {};
    return {Escape::Kind::Whole, QChar::surrogateToUcs4(static_cast<char16_t>(first.code), char16_t(low.code)), true,
            first.length + low.length};
}

Escape htmlEscape(const Bytes& in, qsizetype at)
{
    QByteArray name;
    for (qsizetype i = at + 1; i < at + longestEntity; ++i) {
        if (i >= in.size())
            return cutEscape;
        if (in[i].byte == ';')
            break;
        name += in[i].byte;
    }
    const qsizetype length = name.size() + 2;
    const auto character = [length](uint code) { return Escape{Escape::Kind::Whole, code, true, length}; };
    static constexpr std::array<std::pair<const char*, char>, 5> names{
        {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
    for (const auto& [known, byte] : names) {
        if (name == known)
            return character(static_cast<uchar>(byte));
    }
    if (!name.startsWith('#') || name.size() < 2)
        return {};
    bool ok = false;
    const uint code = name.at(1) == 'x' ? name.mid(2).toUInt(&ok, 16) : name.mid(1).toUInt(&ok, 10);
    return ok && code > 0 && code <= QChar::LastValidCodePoint ? character(code) : Escape{};
}

Escape escapeAt(const Bytes& in, qsizetype at, Escaping kind)
{
    const char byte = in[at].byte;
    if (kind == Escaping::Json && byte == '\\')
        return jsonEscape(in, at);
    if (kind == Escaping::Percent && byte == '%')
        return hexadecimal(in, at, 1, 2, false);
    if (kind == Escaping::Html && byte == '&')
        return htmlEscape(in, at);
    return {};
}

void undo(Bytes& bytes, Escaping kind, qsizetype count)
{
    // In place: an escape is never shorter than what it stands for.
    qsizetype out = 0;
    for (qsizetype at = 0; at < bytes.size() && out < count;) {
        const Escape escape = escapeAt(bytes, at, kind);
        if (escape.kind == Escape::Kind::Cut)
            break;
        if (escape.kind == Escape::Kind::Plain) {
            bytes[out++] = bytes[at++];
            continue;
        }
        at += escape.length;
        const qsizetype end = bytes[at - 1].end;
        if (!escape.isCharacter || escape.code < 0x80) {
            bytes[out++] = {static_cast<char>(escape.code), end};
            continue;
        }
        const char32_t code = escape.code;
        for (const char part : QString::fromUcs4(&code, 1).toUtf8())
            bytes[out++] = {part, end};
    }
    bytes.resize(out);
}

}  // namespace

UnescapedBytes unescaped(QByteArrayView text, qsizetype from, qsizetype count, const Escapings& layers)
{
    const qsizetype raw = std::min(text.size() - from, count * longestEscape + someMore);
    Bytes bytes(raw);
    for (qsizetype i = 0; i < raw; ++i)
        bytes[i] = {text[from + i], from + i + 1};
    for (size_t i = 0; i < layers.size() && layers.at(i) != Escaping::None; ++i) {
        const bool isLast = i + 1 == layers.size() || layers.at(i + 1) == Escaping::None;
        undo(bytes, layers.at(i), isLast ? count : raw);
    }
    if (bytes.size() > count)
        bytes.resize(count);
    return bytes;
}

}  // namespace cockpit
