// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// Patterns that are told by a name or by arithmetic: password=…, "token": "…", payment cards.
#include "core/base/SecretPatterns.h"

#include <QByteArray>

#include <algorithm>
#include <array>

namespace cockpit {

namespace {

constexpr qsizetype longestName = 40;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isWord(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' || c == '.';
}

/// What stands before a = or a colon.
struct Name {
    QByteArray folded;    ///< lower case, letters and digits only
    QByteArray lastWord;  ///< behind the last _ - or .
    bool quoted = false;
};

Name nameBefore(QByteArrayView text, qsizetype at)
{
    Name name;
    const qsizetype floor = std::max<qsizetype>(0, at - secretContext + 1);
    qsizetype end = at;
    while (end > floor && text[end - 1] == ' ')
        --end;
    while (end > floor && (text[end - 1] == '"' || text[end - 1] == '\'' || text[end - 1] == '\\')) {
        --end;
        name.quoted = true;
    }
    qsizetype begin = end;
    while (begin > floor && end - begin < longestName && isWord(text[begin - 1]))
        --begin;
    for (const char c : text.sliced(begin, end - begin)) {
        if (c == '_' || c == '-' || c == '.') {
            name.lastWord.clear();
            continue;
        }
        const char low = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
        name.folded += low;
        name.lastWord += low;
    }
    return name;
}

enum class Telling { Nothing, Password, Key, WholeHeader };

Telling tells(const Name& name)
{
    static constexpr std::array<const char*, 5> passwords{"password", "passwd", "passphrase", "pwd", "requirepass"};
    static constexpr std::array<const char*, 11> keys{"secret",      "token",      "apikey",       "accesskey",
                                                      "secretkey",   "privatekey", "authkey",      "credential",
                                                      "credentials", "signingkey", "encryptionkey"};
    static constexpr std::array<const char*, 4> headers{"authorization", "cookie", "setcookie", "xapikey"};
    const auto ends = [&](const char* word) { return name.folded.endsWith(word); };
    if (std::any_of(headers.begin(), headers.end(), ends))
        return Telling::WholeHeader;
    if (name.lastWord == "pass" || std::any_of(passwords.begin(), passwords.end(), ends))
        return Telling::Password;
    return std::any_of(keys.begin(), keys.end(), ends) ? Telling::Key : Telling::Nothing;
}

/// A value as it is quoted, and where it ends.
struct Value {
    qsizetype begin = 0;
    qsizetype end = 0;
    bool reachedEnd = false;
};

Value quotedValue(QByteArrayView text, qsizetype quote, qsizetype backslashes)
{
    const char mark = text[quote];
    const qsizetype limit = std::min(text.size(), quote + 1 + longestSecretValue);
    qsizetype run = 0;
    for (qsizetype i = quote + 1; i < limit; ++i) {
        if (text[i] == '\n')
            return {quote + 1, i, false};
        // In a text escaped once more the quote that ends it has as many backslashes as the one that began it.
        if (text[i] == mark && run <= backslashes)
            return {quote + 1, i - run, false};
        run = text[i] == '\\' ? run + 1 : 0;
    }
    return {quote + 1, limit, true};
}

Value plainValue(QByteArrayView text, qsizetype begin, bool wholeHeader)
{
    const qsizetype limit = std::min(text.size(), begin + longestSecretValue);
    const QByteArrayView stops(wholeHeader ? "\"'\n\r" : "\"'`,;& \t\n\r<");
    qsizetype end = begin;
    while (end < limit && !stops.contains(text[end]))
        ++end;
    return {begin, end, end == limit};
}

bool isProse(QByteArrayView value)
{
    constexpr qsizetype longestWord = 12;
    return value.size() <= longestWord &&
           std::all_of(value.begin(), value.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool luhn(const QByteArray& digits)
{
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        int digit = digits[digits.size() - 1 - i] - '0';
        if (i % 2 == 1)
            digit = digit > 4 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return sum % 10 == 0;
}

/// Numbers an issuer gives out: the range of the first four digits and the lengths.
struct Issuer {
    int from;
    int to;
    qsizetype shortest;
    qsizetype longest;
};

bool isIssued(const QByteArray& digits)
{
    static constexpr std::array<Issuer, 12> issuers{{{4000, 4999, 16, 16},
                                                     {5100, 5599, 16, 16},
                                                     {2221, 2720, 16, 16},
                                                     {3400, 3499, 15, 15},
                                                     {3700, 3799, 15, 15},
                                                     {6011, 6011, 16, 19},
                                                     {6440, 6599, 16, 19},
                                                     {3528, 3589, 16, 19},
                                                     {3000, 3059, 14, 19},
                                                     {3600, 3699, 14, 19},
                                                     {3800, 3999, 14, 19},
                                                     {6200, 6299, 16, 19}}};
    const int front = digits.left(4).toInt();
    const bool shortVisa = digits.startsWith('4') && (digits.size() == 13 || digits.size() == 19);
    return shortVisa || std::any_of(issuers.begin(), issuers.end(), [&](const Issuer& one) {
               return front >= one.from && front <= one.to && digits.size() >= one.shortest &&
                      digits.size() <= one.longest;
           });
}

/// Groups as printed on a card: fours, or 4-6-5 and 4-6-4.
bool isGroupedLikeACard(const QList<qsizetype>& groups)
{
    if (groups.size() == 1)
        return true;
    if (groups.size() == 3)
        return groups[0] == 4 && groups[1] == 6 && (groups[2] == 5 || groups[2] == 4);
    const bool fours = std::all_of(groups.begin(), groups.end() - 1, [](qsizetype size) { return size == 4; });
    return fours && groups.size() >= 4 && groups.size() <= 5 && groups.last() <= 4;
}

/// Names of numbers that are no card numbers, whatever their check digit.
bool namesAnIdentifier(const Name& name)
{
    static constexpr std::array<const char*, 14> words{"id",     "ids", "order", "seq",       "sequence",
                                                       "offset", "ts",  "time",  "timestamp", "size",
                                                       "bytes",  "lsn", "nonce", "key"};
    return std::any_of(words.begin(), words.end(), [&](const char* word) { return name.lastWord == word; }) ||
           name.folded.endsWith("id");
}

/// The name a number goes by: id=…, "id": …, or the word before it.
Name labelBefore(QByteArrayView text, qsizetype at)
{
    const qsizetype floor = std::max<qsizetype>(0, at - secretContext / 2);
    qsizetype end = at;
    while (end > floor && (text[end - 1] == ' ' || text[end - 1] == '"' || text[end - 1] == '\''))
        --end;
    return nameBefore(text, end > floor && (text[end - 1] == '=' || text[end - 1] == ':') ? end - 1 : end);
}

}  // namespace

bool isStandIn(QByteArrayView value)
{
    static constexpr std::array<const char*, 9> words{"null", "none", "nil",       "true",    "false",
                                                      "yes",  "no",   "undefined", "required"};
    const QByteArray folded = value.toByteArray().toLower();
    if (std::any_of(words.begin(), words.end(), [&](const char* word) { return folded == word; }))
        return true;
    const auto isOneOf = [](const char* set) { return [set](char c) { return QByteArrayView(set).contains(c); }; };
    if (std::all_of(value.begin(), value.end(), isOneOf("*x.-_")) || value.startsWith("\u2022"))
        return true;
    if (value.startsWith("{{") || value.startsWith("${") || value.startsWith("$(") || value.startsWith("[redacted") ||
        value.startsWith("[REDACTED") || (value.startsWith('<') && value.endsWith('>')))
        return true;
    return value.size() > 1 && value.startsWith('$') && std::all_of(value.begin() + 1, value.end(), [](char c) {
               return (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_';
           });
}

SecretHit namedSecretAt(QByteArrayView text, qsizetype at, bool last)
{
    constexpr qsizetype mostSpaces = 32;
    constexpr qsizetype shortestKey = 4;
    SecretHit hit;
    const Name name = nameBefore(text, at);
    const Telling telling = name.folded.isEmpty() ? Telling::Nothing : tells(name);
    if (telling == Telling::Nothing)
        return hit;
    qsizetype begin = at + 1;
    if (begin < text.size() && (text[begin] == '=' || text[begin] == ':' || text[begin] == '/'))
        return hit;
    while (begin < text.size() && begin < at + mostSpaces && text[begin] == ' ')
        ++begin;
    qsizetype backslashes = 0;
    while (begin + backslashes < text.size() && backslashes < mostSpaces && text[begin + backslashes] == '\\')
        ++backslashes;
    const qsizetype mark = begin + backslashes;
    if (mark >= text.size()) {
        hit.open = !last;
        return hit;
    }
    const bool quoted = text[mark] == '"' || text[mark] == '\'';
    const Value value =
        quoted ? quotedValue(text, mark, backslashes) : plainValue(text, begin, telling == Telling::WholeHeader);
    if (value.reachedEnd && value.end == text.size() && !last && value.end - value.begin < longestSecretValue) {
        hit.open = true;
        return hit;
    }
    const QByteArrayView content = text.sliced(value.begin, value.end - value.begin);
    const bool isPath = name.lastWord == "pwd" && (content.startsWith('/') || content.startsWith('~'));
    if (content.isEmpty() || isPath || isStandIn(content))
        return hit;
    if (telling == Telling::Key &&
        (content.size() < shortestKey || (!name.quoted && text[at] == ':' && isProse(content))))
        return hit;
    hit.begin = value.begin;
    hit.end = value.end;
    if (value.end - value.begin >= longestSecretValue)
        hit.extent = SecretHit::Extent::RestOfLine;
    return hit;
}

SecretHit cardNumberAt(QByteArrayView text, qsizetype at, bool last)
{
    constexpr qsizetype longest = 19;
    constexpr qsizetype longestGroup = 6;
    SecretHit hit;
    if (at > 0 && (isWord(text[at - 1]) || QByteArrayView("/+#@").contains(text[at - 1])))
        return hit;
    QByteArray digits;
    QList<qsizetype> groups{0};
    char separator = '\0';
    qsizetype end = at;
    for (qsizetype i = at; i < text.size() && digits.size() <= longest; ++i) {
        const char c = text[i];
        if (isDigit(c)) {
            digits += c;
            ++groups.last();
            end = i + 1;
        } else if ((c == ' ' || c == '-') && groups.last() <= longestGroup && (separator == '\0' || separator == c) &&
                   end == i && i + 1 < text.size() && isDigit(text[i + 1]) && digits.size() < longest) {
            separator = c;
            groups.append(0);
        } else {
            break;
        }
    }
    if (digits.size() > longest)
        return hit;
    // One more than the last digit: it may be a separator.
    if (end + 2 > text.size() && !last) {
        hit.open = true;
        return hit;
    }
    const bool goesOn = end < text.size() && (isWord(text[end]) && text[end] != '.');
    const bool isFraction = end + 1 < text.size() && text[end] == '.' && isDigit(text[end + 1]);
    if (goesOn || isFraction || !isGroupedLikeACard(groups) || !isIssued(digits) || !luhn(digits))
        return hit;
    const bool goesOnBefore = at > 1 && text[at - 1] == ' ' && isDigit(text[at - 2]);
    if ((goesOnBefore && groups.size() > 1) || namesAnIdentifier(labelBefore(text, at)))
        return hit;
    hit.begin = at;
    hit.end = end;
    return hit;
}

}  // namespace cockpit
