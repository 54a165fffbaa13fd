// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/base/SecretPatterns.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace cockpit {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isAlphanumeric(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isUpper(char c)
{
    return isDigit(c) || (c >= 'A' && c <= 'Z');
}

bool isWord(char c)
{
    return isAlphanumeric(c) || c == '_' || c == '-';
}

bool isTokenText(char c)
{
    return isWord(c) || c == '.' || c == '~' || c == '+' || c == '/' || c == '=';
}

bool isAddress(char c)
{
    return c > ' ' && c != '"' && c != '\'' && c != '<' && c != '>' && c != ')' && c != ',' && c != '`';
}

using CharacterClass = bool (*)(char);

/// A key that tells what it is by how it begins.
struct Shape {
    const char* prefix;
    CharacterClass characters;
    qsizetype least;      ///< characters behind the prefix
    qsizetype exactly;    ///< 0: any number from `least` on
    bool standsAlone;     ///< no letter or digit may come before
    bool prefixIsPublic;  ///< an address: only what follows it is masked
};

constexpr std::array<Shape, 27> shapes{{
    {"AKIA", isUpper, 16, 16, true, false},
    {"ASIA", isUpper, 16, 16, true, false},
    {"xoxb-", isWord, 10, 0, false, false},
    {"xoxp-", isWord, 10, 0, false, false},
    {"xoxa-", isWord, 10, 0, false, false},
    {"xoxr-", isWord, 10, 0, false, false},
    {"xoxs-", isWord, 10, 0, false, false},
    {"xoxe-", isWord, 10, 0, false, false},
    {"xapp-", isWord, 10, 0, false, false},
    {"ghp_", isAlphanumeric, 30, 0, false, false},
    {"gho_", isAlphanumeric, 30, 0, false, false},
    {"ghu_", isAlphanumeric, 30, 0, false, false},
    {"ghs_", isAlphanumeric, 30, 0, false, false},
    {"ghr_", isAlphanumeric, 30, 0, false, false},
    {"github_pat_", isWord, 22, 0, false, false},
    {"glpat-", isWord, 20, 0, false, false},
    {"gldt-", isWord, 20, 0, false, false},
    {"glrt-", isWord, 20, 0, false, false},
    {"sk_live_", isAlphanumeric, 16, 0, false, false},
    {"sk_test_", isAlphanumeric, 16, 0, false, false},
    {"rk_live_", isAlphanumeric, 16, 0, false, false},
    {"rk_test_", isAlphanumeric, 16, 0, false, false},
    {"whsec_", isTokenText, 16, 0, false, false},
    {"AIza", isWord, 35, 35, true, false},
    {"hooks.slack.com", isAddress, 12, 0, false, true},
    {"discord.com/api/webhooks", isAddress, 12, 0, false, true},
    {"outlook.office.com/webhook", isAddress, 12, 0, false, true},
}};

/// How much of `word` stands at a place: all of it, none, or what there is until the text ends.
enum class Prefix { No, Yes, Open };

Prefix prefixAt(QByteArrayView text, qsizetype at, const char* word)
{
    for (; *word != '\0'; ++word, ++at) {
        if (at == text.size())
            return Prefix::Open;
        if (text[at] != *word)
            return Prefix::No;
    }
    return Prefix::Yes;
}

bool standsAlone(QByteArrayView text, qsizetype at)
{
    return at == 0 || !isWord(text[at - 1]);
}

SecretHit open()
{
    SecretHit hit;
    hit.open = true;
    return hit;
}

SecretHit span(qsizetype begin, qsizetype end)
{
    return {begin, end, SecretHit::Extent::Span, false};
}

SecretHit restOfLine(qsizetype begin)
{
    return {begin, begin + 1, SecretHit::Extent::RestOfLine, false};
}

qsizetype runEnd(QByteArrayView text, qsizetype from, CharacterClass characters, qsizetype longest = longestSecretValue)
{
    const qsizetype limit = std::min(text.size(), from + longest);
    while (from < limit && characters(text[from]))
        ++from;
    return from;
}

SecretHit shapedAt(QByteArrayView text, qsizetype at, bool last)
{
    bool undecided = false;
    for (const Shape& shape : shapes) {
        if (*shape.prefix != text[at] || (shape.standsAlone && !standsAlone(text, at)))
            continue;
        const Prefix prefix = prefixAt(text, at, shape.prefix);
        undecided = undecided || prefix == Prefix::Open;
        if (prefix != Prefix::Yes)
            continue;
        const qsizetype begin = at + static_cast<qsizetype>(std::strlen(shape.prefix));
        const qsizetype end = runEnd(text, begin, shape.characters);
        if (end == text.size() && !last)
            return open();
        if (end - begin == longestSecretValue)
            return restOfLine(at);
        const bool fits = shape.exactly > 0 ? end - begin == shape.exactly && (end == text.size() || !isWord(text[end]))
                                            : end - begin >= shape.least;
        if (fits)
            return span(shape.prefixIsPublic ? begin : at, end);
    }
    return undecided && !last ? open() : SecretHit{};
}

/// header.payload.signature, the first two JSON objects in base64.
SecretHit webTokenAt(QByteArrayView text, qsizetype at, bool last)
{
    constexpr qsizetype shortestPart = 10;
    if (!standsAlone(text, at))
        return {};
    qsizetype place = at;
    for (int part = 0; part < 3; ++part) {
        const Prefix prefix = part < 2 ? prefixAt(text, place, "eyJ") : Prefix::Yes;
        if (prefix == Prefix::Open)
            return last ? SecretHit{} : open();
        if (prefix == Prefix::No)
            return {};
        const qsizetype end = runEnd(text, place, isWord);
        if (end == text.size() && !last)
            return open();
        if (end - place == longestSecretValue)
            return restOfLine(at);
        if (part == 2)
            return span(at, end);
        if (end - place < shortestPart || end == text.size() || text[end] != '.')
            return {};
        place = end + 1;
    }
    return {};
}

SecretHit privateKeyAt(QByteArrayView text, qsizetype at, bool last)
{
    constexpr qsizetype longestLabel = 48;
    if (at > 0 && text[at - 1] == '-')
        return {};
    const Prefix prefix = prefixAt(text, at, "-----BEGIN ");
    if (prefix == Prefix::No || (prefix == Prefix::Open && last))
        return {};
    if (prefix == Prefix::Open)
        return open();
    const qsizetype label = at + 11;
    const qsizetype end = runEnd(
        text, label, [](char c) { return isUpper(c) || c == ' '; }, longestLabel);
    if (end + 5 > text.size() && !last)
        return open();
    const QByteArrayView name = text.sliced(label, end - label);
    if (!name.endsWith("PRIVATE KEY") && !name.endsWith("PRIVATE KEY BLOCK"))
        return {};
    if (prefixAt(text, end, "-----") != Prefix::Yes)
        return {};
    return {at, end + 5, SecretHit::Extent::KeyBlock, false};
}

/// "Bearer " and something that is no word.
SecretHit bearerAt(QByteArrayView text, qsizetype at, bool last)
{
    constexpr qsizetype shortestToken = 8;
    constexpr qsizetype surelyNoWord = 24;
    static constexpr QByteArrayView word("bearer");
    if (at < word.size() || qstrnicmp(text.data() + at - word.size(), word.size(), word.data(), word.size()) != 0)
        return {};
    const qsizetype begin = at + 1;
    const qsizetype end = runEnd(text, begin, isTokenText);
    if (end == text.size() && !last)
        return open();
    if (end - begin == longestSecretValue)
        return restOfLine(begin);
    const QByteArrayView token = text.sliced(begin, end - begin);
    const bool isPlainWord = std::none_of(token.begin(), token.end(), isDigit) && token.size() < surelyNoWord;
    return token.size() < shortestToken || isPlainWord ? SecretHit{} : span(begin, end);
}

/// The password of scheme://user:password@host, or a token in the user's place.
SecretHit urlSecretAt(QByteArrayView text, qsizetype at, bool last)
{
    constexpr qsizetype longestAuthority = 1024;
    constexpr qsizetype shortestToken = 20;
    const Prefix prefix = prefixAt(text, at, "://");
    if (prefix != Prefix::Yes)
        return prefix == Prefix::Open && !last ? open() : SecretHit{};
    const qsizetype begin = at + 3;
    const qsizetype end = runEnd(
        text, begin, [](char c) { return c > ' ' && c != '"' && c != '\'' && c != '<' && c != '>'; }, longestAuthority);
    if (end == text.size() && !last && end - begin < longestAuthority)
        return open();
    const QByteArrayView rest = text.sliced(begin, end - begin);
    const qsizetype colon = rest.indexOf(':');
    const qsizetype slash = rest.indexOf('/');
    const qsizetype sign = slash < 0 ? rest.lastIndexOf('@') : rest.first(slash).lastIndexOf('@');
    if (colon >= 0 && sign > colon)
        return isStandIn(rest.sliced(colon + 1, sign - colon - 1)) ? SecretHit{}
                                                                   : span(begin + colon + 1, begin + sign);
    if (sign >= shortestToken && std::any_of(rest.begin(), rest.begin() + sign, isDigit))
        return span(begin, begin + sign);
    // A slash within the password: what stands before it is no port then.
    const qsizetype later = rest.lastIndexOf('@');
    const bool isPort =
        colon >= 0 && slash > colon && std::all_of(rest.begin() + colon + 1, rest.begin() + slash, isDigit);
    if (colon >= 0 && slash > colon && later > slash && !isPort && rest.first(colon).indexOf('/') < 0)
        return span(begin + colon + 1, begin + later);
    return {};
}

/// 123456789:AA… of a Telegram bot; only the part behind the colon is secret.
SecretHit telegramAt(QByteArrayView text, qsizetype at, bool last)
{
    constexpr qsizetype fewestDigits = 8;
    constexpr qsizetype mostDigits = 10;
    constexpr qsizetype length = 35;
    qsizetype digits = 0;
    while (digits <= mostDigits && digits < at && isDigit(text[at - digits - 1]))
        ++digits;
    if (digits < fewestDigits || digits > mostDigits)
        return {};
    const qsizetype end = runEnd(text, at + 1, isWord, length + 1);
    if (end == text.size() && !last)
        return open();
    return end - at - 1 == length ? span(at + 1, end) : SecretHit{};
}

SecretHit either(const SecretHit& first, const SecretHit& second)
{
    if (first.end > 0)
        return first;
    return second.end > 0 || second.open ? second : first;
}

constexpr std::array<bool, 256> noticed = [] {
    std::array<bool, 256> table{};
    for (const char c : {'-', '=', ':', ' ', 'e', 'A', 'x', 'g', 's', 'r', 'w', 'h', 'd', 'o'})
        table[static_cast<uchar>(c)] = true;
    for (char c = '2'; c <= '6'; ++c)
        table[static_cast<uchar>(c)] = true;
    return table;
}();

}  // namespace

bool mayBeSecretAt(char character)
{
    return noticed[static_cast<uchar>(character)];
}

SecretHit secretAt(QByteArrayView text, qsizetype at, bool last)
{
    const char c = text[at];
    switch (c) {
    case '-': return privateKeyAt(text, at, last);
    case '=': return namedSecretAt(text, at, last);
    case ':':
        return either(either(urlSecretAt(text, at, last), telegramAt(text, at, last)), namedSecretAt(text, at, last));
    case ' ': return bearerAt(text, at, last);
    case 'e': return webTokenAt(text, at, last);
    default: return isDigit(c) ? cardNumberAt(text, at, last) : shapedAt(text, at, last);
    }
}

}  // namespace cockpit
