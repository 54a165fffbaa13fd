// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QByteArray>

namespace cockpit {

/// Takes what programs send to steer a terminal (colours, titles, clipboard, cursor) out of text that comes in pieces;
/// newlines, tabs and carriage returns stay. A sequence that does not end is over at the end of its line.
class TerminalCleaner
{
public:
    QByteArray feed(const QByteArray& piece);

private:
    enum class State { Text, Escape, Intermediate, Control, String, StringEscape };

    State after(char character, QByteArray& out) const;

    State m_state = State::Text;
};

}  // namespace cockpit
