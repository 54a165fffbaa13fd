// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace cockpit {

/// A line "<!-- cockpit:begin timeline 3fa9c01b2d44 -->" or "<!-- cockpit:end timeline -->".
struct BlockMarker {
    bool begin = false;
    QString name;         ///< [a-z_]+
    QString fingerprint;  ///< of the text the program wrote between the markers; empty: never filled, or an end
};

/// Reads one line as a marker; nothing when it is ordinary text.
std::optional<BlockMarker> parseBlockMarker(QStringView line);

/// First 12 hex digits of the SHA-256 of a block's text, carriage returns and outer blank lines aside.
QString blockFingerprint(const QString& content);

/// A whole block, markers included, with a final newline.
QString renderBlock(const QString& name, const QString& content);

/// Lines [first, last] of a text that a block occupies, markers included.
struct BlockSpan {
    QString name;
    int first = 0;
    int last = 0;
    bool edited = false;  ///< holds text the program did not write
};

/// The well-formed blocks of a text, in order. A begin without its end, or the reverse, is ordinary text.
QList<BlockSpan> findBlocks(const QString& markdown);

/// Replaces the content of each block that `contents` has by the new text. Everything outside stays byte for byte;
/// blocks that are not in the text are not added; a block not in `contents` is left alone. Lines a person added to or
/// changed in a generated block are moved below it under a notice.
QString refreshBlocks(const QString& markdown, const QMap<QString, QString>& contents);

/// A copy in which every block is empty: what a template's author wrote between markers is an example, not text to
/// keep.
QString withEmptyBlocks(const QString& markdown);

/// A copy in which bidirectional and invisible formatting characters are shown by their code.
QString withVisibleFormatting(QStringView line);

}  // namespace cockpit
