// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/base/Mojibake.h"

#include <array>
#include <optional>

namespace cockpit {

namespace {

/// What Windows-1252 has at 0x80 to 0x9F; 0 where it has nothing and readers kept the byte (WHATWG encoding standard).
constexpr std::array<char16_t, 32> windowsExtras{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                 0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// The byte a character stood for; nothing when Windows-1252 cannot have made it.
std::optional<unsigned char> byteOf(QChar character)
{
    const char16_t code = character.unicode();
    if (code >= 0x80 && code <= 0xFF)
        return static_cast<unsigned char>(code);
    for (std::size_t i = 0; i < windowsExtras.size(); ++i) {
        if (windowsExtras[i] != 0 && windowsExtras[i] == code)
            return static_cast<unsigned char>(0x80 + i);
    }
    return std::nullopt;
}

/// How many bytes the sequence has that begins so; 0 when it is none we repair.
int lengthFor(unsigned char lead)
{
    if (lead == 0xC2 || lead == 0xC3)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/// The one character that begins at `at`, and how many garbled ones it takes.
std::optional<std::pair<QString, int>> decoded(const QString& text, qsizetype at)
{
    const auto lead = byteOf(text.at(at));
    const int length = lead ? lengthFor(*lead) : 0;
    if (length == 0 || at + length > text.size())
        return std::nullopt;
    QByteArray bytes;
    for (int i = 0; i < length; ++i) {
        const auto byte = byteOf(text.at(at + i));
        if (!byte || (i > 0 && (*byte & 0xC0) != 0x80))
            return std::nullopt;
        bytes.append(static_cast<char>(*byte));
    }
    const QString character = QString::fromUtf8(bytes);
    const bool whole = character.toUtf8() == bytes && !character.contains(QChar(QChar::ReplacementCharacter));
    return whole ? std::optional(std::pair(character, length)) : std::nullopt;
}

}  // namespace

QString repairMojibake(const QString& text, QList<GarbledText>* found)
{
    QString out;
    int line = 1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar character = text.at(i);
        line += character == QLatin1Char('\n') ? 1 : 0;
        const auto repaired = character.unicode() >= 0x80 ? decoded(text, i) : std::nullopt;
        if (!repaired) {
            out += character;
            continue;
        }
        out += repaired->first;
        if (found)
            found->append({line, text.mid(i, repaired->second), repaired->first});
        i += repaired->second - 1;
    }
    return out;
}

}  // namespace cockpit
