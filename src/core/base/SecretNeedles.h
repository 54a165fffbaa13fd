// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QByteArray>
#include <QList>
#include <QSet>

#include <bitset>
#include <vector>

namespace cockpit {

/// Known secrets in all the forms in which they may turn up in text: as they are, base64 (both alphabets, with or
/// without padding, broken into lines, within a longer base64 text), hexadecimal, and each of these escaped for JSON,
/// URLs or HTML, wholly or in part, also twice. Of a secret of several lines each line counts too, of a URL its parts.
class SecretNeedles
{
public:
    static constexpr qsizetype shortest = 6;  ///< masking shorter values would shred ordinary text

    SecretNeedles();

    bool knows(const QByteArray& secret) const { return m_learned.contains(secret); }
    bool isEmpty() const { return m_needles.empty(); }
    void learn(const QByteArray& secret);

    /// What stands at one place of a text.
    struct Hit {
        qsizetype end = 0;  ///< first character behind the secret; 0: there is none
        bool open = false;  ///< what follows the text will decide
    };

    /// Cheap: may there be something at `from`?
    bool mayStart(QByteArrayView text, qsizetype from) const;
    /// `last`: nothing will follow the text.
    Hit at(QByteArrayView text, qsizetype from, bool last) const;

private:
    enum class Kind { Plain, Base64, Hex };
    struct Needle {
        QByteArray text;
        Kind kind = Kind::Plain;
        int next = -1;  ///< the next with the same beginning
    };

    void learnForms(const QByteArray& value);
    void add(const QByteArray& text, Kind kind);
    Hit compare(const Needle& needle, QByteArrayView text, qsizetype from, bool last) const;
    Hit compareEscaped(const Needle& needle, QByteArrayView text, qsizetype from, bool last) const;
    Hit atEscape(QByteArrayView text, qsizetype from, bool last) const;
    bool mayFollow(QByteArrayView beginning) const;

    QSet<QByteArray> m_learned;
    QSet<QByteArray> m_texts;
    std::vector<Needle> m_needles;
    std::vector<int> m_heads;           ///< first needle per hash of a beginning
    std::bitset<65536> m_beginnings{};  ///< the same, small enough to stay in the nearest cache
    std::bitset<65536> m_pairs{};       ///< of the first two characters, and of the first: before an escape
    std::bitset<256> m_firsts{};
};

}  // namespace cockpit
