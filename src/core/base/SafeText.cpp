// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/base/SafeText.h"

namespace cockpit {

namespace {

constexpr int maximumLine = 4096;

bool isHiddenFormatting(QChar character)
{
    const auto code = character.unicode();
    return code == 0x00AD || code == 0x061C || code == 0x180E || (code >= 0x200B && code <= 0x200F) ||
           (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF ||
           (code >= 0xFFF9 && code <= 0xFFFB);
}

void appendVisible(QString& out, QChar character)
{
    if (isHiddenFormatting(character)) {
        out += QStringLiteral("\u27E8U+%1\u27E9").arg(character.unicode(), 4, 16, QLatin1Char('0')).toUpper();
        return;
    }
    if (character.category() == QChar::Other_Control || character == QChar::LineSeparator ||
        character == QChar::ParagraphSeparator) {
        out += QLatin1Char(' ');
        return;
    }
    out += character;
}

/// Half a character would make every search for a pattern in the text come to nothing.
QString wholeCharacters(const QString& text)
{
    return text.isValidUtf16() ? text : QString::fromUtf8(text.toUtf8());
}

QString cut(QString text, int maximum)
{
    if (text.size() <= maximum)
        return text;
    int end = maximum - 1;
    if (end > 0 && text.at(end - 1).isHighSurrogate())
        --end;
    text.truncate(end);
    return text + QChar(0x2026);
}

}  // namespace

QString safeLine(const QString& text, int maximum)
{
    QString out;
    const QString considered = wholeCharacters(text.left(static_cast<qsizetype>(maximum) * 2 + 16));
    out.reserve(considered.size());
    for (const QChar character : considered)
        appendVisible(out, character);
    return cut(out, maximum);
}

QString safeBlock(const QString& text, int maximum)
{
    QString out;
    out.reserve(qMin(text.size(), static_cast<qsizetype>(maximum)));
    qsizetype lineStart = 0;
    bool lineFull = false;
    const QString whole = wholeCharacters(text);
    for (const QChar character : whole) {
        if (out.size() >= maximum)
            return cut(out + QLatin1Char(' '), maximum);
        if (character == QLatin1Char('\n')) {
            out += character;
            lineStart = out.size();
            lineFull = false;
            continue;
        }
        if (lineFull)
            continue;
        if (out.size() - lineStart >= maximumLine) {
            if (out.back().isHighSurrogate())
                out.chop(1);
            out += QChar(0x2026);
            lineFull = true;
            continue;
        }
        if (character == QLatin1Char('\t'))
            out += character;
        else if (character != QLatin1Char('\r'))
            appendVisible(out, character);
    }
    // The last character may have become eight.
    return cut(out, maximum);
}

QString safeToolTip(const QString& text)
{
    return QStringLiteral("<span style=\"white-space:pre-wrap\">%1</span>").arg(safeBlock(text, 4000).toHtmlEscaped());
}

QString withoutTerminalEscapes(const QString& text)
{
    QString out;
    out.reserve(text.size());
    const qsizetype size = text.size();
    for (qsizetype i = 0; i < size; ++i) {
        const auto code = text.at(i).unicode();
        if (code == 0x1B && i + 1 < size) {
            const auto next = text.at(i + 1).unicode();
            if (next == '[') {
                i += 2;
                while (i < size && (text.at(i).unicode() < 0x40 || text.at(i).unicode() > 0x7E))
                    ++i;
            } else if (next == ']' || next == 'P' || next == '^' || next == '_' || next == 'X') {
                i += 2;
                while (i < size && text.at(i).unicode() != 0x07 &&
                       !(text.at(i).unicode() == 0x1B && i + 1 < size && text.at(i + 1) == QLatin1Char('\\')))
                    ++i;
                if (i < size && text.at(i).unicode() == 0x1B)
                    ++i;
            } else {
                ++i;
            }
            continue;
        }
        if (code == '\n' || code == '\t' || (code >= 0x20 && code != 0x7F && !(code >= 0x80 && code < 0xA0)))
            out += text.at(i);
    }
    return out;
}

}  // namespace cockpit
