// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/base/SecretNeedles.h"

#include "core/base/EscapedText.h"

#include <QUrl>

#include <algorithm>

namespace cockpit {

namespace {

constexpr qsizetype beginning = 3;
constexpr qsizetype shortestPart = 16;  ///< of a line or of a URL's path that counts on its own

/// Ways a secret is found escaped, beside not at all; those with one layer before those that add to it.
constexpr std::array<Escapings, 8> variants{{
    {Escaping::Json, Escaping::None, Escaping::None},
    {Escaping::Json, Escaping::Json, Escaping::None},
    {Escaping::Json, Escaping::Json, Escaping::Json},
    {Escaping::Json, Escaping::Percent, Escaping::None},
    {Escaping::Percent, Escaping::None, Escaping::None},
    {Escaping::Percent, Escaping::Percent, Escaping::None},
    {Escaping::Percent, Escaping::Json, Escaping::None},
    {Escaping::Html, Escaping::None, Escaping::None},
}};

char markOf(Escaping escaping)
{
    return escaping == Escaping::Json ? '\\' : escaping == Escaping::Percent ? '%' : '&';
}

char lower(char character)
{
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character | 0x20) : character;
}

/// Forms write a space as "+".
bool isSame(char wanted, char found, bool foldsCase)
{
    return wanted == found || (foldsCase && wanted == lower(found)) || (wanted == ' ' && found == '+');
}

uint hashOf(char a, char b, char c)
{
    const auto one = [](char character) {
        return static_cast<uint>(static_cast<uchar>(character == '+' ? ' ' : lower(character)));
    };
    return (one(a) * 0x9E5u + one(b) * 0x1F3u + one(c)) & 0xFFFFu;
}

uint pairOf(char a, char b)
{
    return hashOf(0, a, b);
}

bool isBase64(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '/' ||
           c == '-' || c == '_';
}

/// Of `value` behind `offset` other bytes, the characters of its base64 form that depend on nothing else.
QByteArray base64Core(const QByteArray& value, int offset, QByteArray::Base64Options options)
{
    const QByteArray whole = (QByteArray(offset, '\0') + value).toBase64(options | QByteArray::OmitTrailingEquals);
    const int before = offset == 0 ? 0 : offset + 1;
    const int after = (value.size() + offset) % 3 == 0 ? 0 : 1;
    return whole.mid(before, whole.size() - before - after);
}

}  // namespace

SecretNeedles::SecretNeedles()
    : m_heads(65536, -1)
{
}

void SecretNeedles::learn(const QByteArray& secret)
{
    if (m_learned.contains(secret))
        return;
    m_learned.insert(secret);
    const QByteArray value = secret.trimmed();
    learnForms(value);
    if (value.contains('\n')) {
        for (const QByteArray& line : value.split('\n')) {
            if (line.trimmed().size() >= shortestPart && !line.startsWith("-----"))
                learnForms(line.trimmed());
        }
    }
    const QUrl url = value.contains("://") ? QUrl(QString::fromUtf8(value)) : QUrl();
    if (!url.isValid())
        return;
    learnForms(url.password(QUrl::FullyDecoded).toUtf8());
    const QByteArray path = url.path(QUrl::FullyEncoded).toUtf8();
    for (const QByteArray& part : {path, path.mid(path.lastIndexOf('/') + 1), url.query(QUrl::FullyEncoded).toUtf8()}) {
        if (part.size() >= shortestPart)
            learnForms(part);
    }
}

void SecretNeedles::learnForms(const QByteArray& value)
{
    if (value.size() < shortest)
        return;
    add(value, Kind::Plain);
    add(value.toHex(), Kind::Hex);
    for (int offset = 0; offset < 3; ++offset) {
        add(base64Core(value, offset, QByteArray::Base64Encoding), Kind::Base64);
        add(base64Core(value, offset, QByteArray::Base64UrlEncoding), Kind::Base64);
    }
}

void SecretNeedles::add(const QByteArray& text, Kind kind)
{
    if (m_texts.contains(text))
        return;
    m_texts.insert(text);
    const uint hash = hashOf(text[0], text[1], text[2]);
    m_needles.push_back({text, kind, m_heads[hash]});
    m_heads[hash] = static_cast<int>(m_needles.size()) - 1;
    m_beginnings.set(hash);
    m_firsts.set(static_cast<uchar>(lower(text[0])));
    m_pairs.set(pairOf(text[0], text[1]));
}

bool SecretNeedles::mayStart(QByteArrayView text, qsizetype from) const
{
    if (from + beginning > text.size())
        return true;
    const char a = text[from];
    const char b = text[from + 1];
    const char c = text[from + 2];
    if (beginsEscape(a))
        return true;
    if (beginsEscape(b))
        return m_firsts.test(static_cast<uchar>(lower(a)));
    if (beginsEscape(c))
        return m_pairs.test(pairOf(a, b));
    return m_beginnings.test(hashOf(a, b, c));
}

SecretNeedles::Hit SecretNeedles::at(QByteArrayView text, qsizetype from, bool last) const
{
    Hit best;
    if (m_needles.empty())
        return best;
    const auto take = [&best](const Hit& hit) {
        best.end = std::max(best.end, hit.end);
        best.open = best.open || hit.open;
    };
    const QByteArrayView front = text.sliced(from, std::min(beginning, text.size() - from));
    if (std::any_of(front.begin(), front.end(), beginsEscape))
        take(atEscape(text, from, last));
    if (front.size() < beginning)
        best.open = best.open || (!last && mayFollow(front));
    else
        for (int i = m_heads[hashOf(front[0], front[1], front[2])]; i >= 0; i = m_needles[static_cast<size_t>(i)].next)
            take(compare(m_needles[static_cast<size_t>(i)], text, from, last));
    return best;
}

SecretNeedles::Hit SecretNeedles::atEscape(QByteArrayView text, qsizetype from, bool last) const
{
    Hit best;
    const QByteArrayView seen = text.sliced(from, std::min(beginning, text.size() - from));
    // More backslashes than any escape has: whatever they escape begins further on.
    static constexpr QByteArrayView tooMany("\\\\\\\\\\\\\\\\\\\\");
    if (text.sliced(from).startsWith(tooMany))
        return best;
    bool escapedAgain = true;
    for (const Escapings& variant : variants) {
        // Without its outermost escape the beginning is the same as in a variant without that layer.
        if (!seen.contains(markOf(variant[0])) || (variant[1] != Escaping::None && !escapedAgain))
            continue;
        const UnescapedBytes first = unescaped(text, from, 1, variant);
        if (!first.isEmpty() && !m_firsts.test(static_cast<uchar>(lower(first[0].byte)))) {
            if (variant[1] == Escaping::None)
                escapedAgain = beginsEscape(first[0].byte);
            continue;
        }
        const UnescapedBytes bytes = unescaped(text, from, beginning, variant);
        QVarLengthArray<char, beginning> front;
        for (const UnescapedByte& one : bytes)
            front.append(one.byte);
        if (variant[1] == Escaping::None)
            escapedAgain = std::any_of(front.begin(), front.end(), beginsEscape) || front.size() < beginning;
        if (front.size() < beginning) {
            best.open = best.open || (!last && mayFollow(QByteArrayView(front.data(), front.size())));
            continue;
        }
        const uint hash = hashOf(front[0], front[1], front[2]);
        for (int i = m_heads[hash]; i >= 0; i = m_needles[static_cast<size_t>(i)].next) {
            const Hit hit = compareEscaped(m_needles[static_cast<size_t>(i)], text, from, last);
            best.end = std::max(best.end, hit.end);
            best.open = best.open || hit.open;
        }
    }
    return best;
}

bool SecretNeedles::mayFollow(QByteArrayView front) const
{
    return std::any_of(m_needles.begin(), m_needles.end(), [&](const Needle& needle) {
        for (qsizetype i = 0; i < front.size(); ++i) {
            if (!isSame(needle.text[i], front[i], needle.kind == Kind::Hex))
                return false;
        }
        return true;
    });
}

namespace {

/// Compares the needle with `size` bytes given by `byteAt`; base64 may be broken into lines.
template <typename ByteAt>
qsizetype matched(const QByteArray& needle, bool foldsCase, bool wraps, qsizetype size, ByteAt byteAt, bool& same)
{
    qsizetype place = 0;
    qsizetype done = 0;
    same = true;
    while (done < needle.size() && place < size) {
        const char found = byteAt(place);
        if (isSame(needle[done], found, foldsCase)) {
            ++done;
        } else if (!wraps || done == 0 || (found != '\n' && found != '\r' && found != ' ')) {
            same = false;
            return place;
        }
        ++place;
    }
    same = done == needle.size();
    return place;
}

/// Whether it is the text's end that cut `bytes` short, and not the limit for escapes nobody writes.
bool reachesEnd(QByteArrayView text, const UnescapedBytes& bytes, qsizetype from)
{
    constexpr qsizetype cutEscape = 40;
    return text.size() - (bytes.isEmpty() ? from : bytes.back().end) < cutEscape;
}

/// What belongs to the last, partly foreign group of a base64 text.
qsizetype base64End(QByteArrayView text, qsizetype end, bool last, bool& open)
{
    qsizetype taken = 0;
    while (end < text.size() && taken < 3 && (text[end] == '=' || (taken < 1 && isBase64(text[end])))) {
        ++end;
        ++taken;
    }
    open = open || (!last && end == text.size() && taken < 3);
    return end;
}

/// Somebody has cut the secret short before it came here and left dots: what remains of it must go as well.
SecretNeedles::Hit cutAt(QByteArrayView text, qsizetype place, bool last)
{
    constexpr qsizetype longestEscape = 12;
    const QByteArrayView ofEscapes("\\%&#;uxU0123456789abcdefABCDEF");
    // It may have been in the middle of an escape, whose first character was taken as it stands.
    qsizetype end = place > 0 && beginsEscape(text[place - 1]) ? place - 1 : place;
    if (end < text.size() && beginsEscape(text[end])) {
        while (end < text.size() && end - place < longestEscape && ofEscapes.contains(text[end]))
            ++end;
    }
    for (const QByteArrayView dots : {QByteArrayView("\u2026"), QByteArrayView("...")}) {
        const QByteArrayView there = text.sliced(end, std::min(dots.size(), text.size() - end));
        if (there == dots)
            return {end, false};
        if (!last && end + there.size() == text.size() && dots.startsWith(there))
            return {0, true};
    }
    return {};
}

void take(SecretNeedles::Hit& best, const SecretNeedles::Hit& hit)
{
    best.end = std::max(best.end, hit.end);
    best.open = best.open || hit.open;
}

}  // namespace

SecretNeedles::Hit SecretNeedles::compare(const Needle& needle, QByteArrayView text, qsizetype from, bool last) const
{
    const QByteArrayView rest = text.sliced(from);
    bool same = false;
    const qsizetype place = matched(
        needle.text, needle.kind == Kind::Hex, needle.kind == Kind::Base64, rest.size(),
        [&](qsizetype i) { return rest[i]; }, same);
    Hit hit;
    if (same) {
        hit.end = from + place;
        if (needle.kind == Kind::Base64)
            hit.end = base64End(text, hit.end, last, hit.open);
        return hit;
    }
    hit.open = place == rest.size() && !last;
    if (place >= shortest && !hit.open) {
        hit = cutAt(text, from + place, last);
        if (hit.end > 0 || hit.open)
            return hit;
    }
    // As it stands it differs; with its escapes undone it may not.
    const QByteArrayView seen = rest.first(std::min(place + 1, rest.size()));
    if (std::any_of(seen.begin(), seen.end(), beginsEscape)) {
        const Hit escaped = compareEscaped(needle, text, from, last);
        hit.end = escaped.end;
        hit.open = hit.open || escaped.open;
    }
    return hit;
}

SecretNeedles::Hit SecretNeedles::compareEscaped(const Needle& needle, QByteArrayView text, qsizetype from,
                                                 bool last) const
{
    Hit best;
    const qsizetype window = needle.text.size() + (needle.kind == Kind::Base64 ? needle.text.size() / 16 + 4 : 0);
    for (const Escapings& variant : variants) {
        const auto bytes = unescaped(text, from, window, variant);
        bool same = false;
        const qsizetype place = matched(
            needle.text, needle.kind == Kind::Hex, needle.kind == Kind::Base64, bytes.size(),
            [&](qsizetype i) { return bytes[i].byte; }, same);
        if (same)
            best.end = std::max(best.end, bytes[place - 1].end);
        else if (place >= shortest && place < bytes.size())
            take(best, cutAt(text, bytes[place - 1].end, last));
        else if (place == bytes.size() && place < window)
            best.open = best.open || (!last && reachesEnd(text, bytes, from));
    }
    return best;
}

}  // namespace cockpit
