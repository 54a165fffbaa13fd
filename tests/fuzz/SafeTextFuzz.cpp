// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/base/SafeText.h"
#include "tests/fuzz/Require.h"

using namespace cockpit;

namespace {

bool onlyShowable(const QString& text, bool severalLines)
{
    for (const QChar character : text) {
        const bool layout = severalLines && (character == QLatin1Char('\n') || character == QLatin1Char('\t'));
        if (!layout && character.category() == QChar::Other_Control)
            return false;
        if (character.unicode() >= 0x202A && character.unicode() <= 0x202E)
            return false;
    }
    return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const QString line = safeLine(text, 80);
    require(line.size() <= 80, "a line is cut");
    require(onlyShowable(line, false), "a line holds nothing that hides or steers");
    const QString block = safeBlock(text, 1'000);
    require(block.size() <= 1'000, "a block is cut");
    require(onlyShowable(block, true), "a block holds nothing that hides or steers");
    require(!withoutTerminalEscapes(text).contains(QChar(0x1B)), "no escape is left");
    require(!safeToolTip(text).mid(6).contains(QLatin1String("<script")), "a tool tip shows markup literally");
    return 0;
}
