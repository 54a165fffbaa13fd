// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/base/TerminalText.h"

namespace cockpit {

namespace {

constexpr char escape = 0x1B;
constexpr char bell = 0x07;

bool isShown(char c)
{
    return c == '\n' || c == '\t' || c == '\r' || static_cast<uchar>(c) >= 0x20;
}

bool isWithin(char c, char from, char to)
{
    return c >= from && c <= to;
}

}  // namespace

TerminalCleaner::State TerminalCleaner::after(char c, QByteArray& out) const
{
    if (m_state != State::Text && c == '\n') {
        out += c;
        return State::Text;
    }
    switch (m_state) {
    case State::Text:
        if (c == escape)
            return State::Escape;
        if (isShown(c) && c != 0x7F)
            out += c;
        return State::Text;
    case State::Escape:
        if (c == '[')
            return State::Control;
        if (c == ']' || c == 'P' || c == '^' || c == '_' || c == 'X')
            return State::String;
        return isWithin(c, 0x20, 0x2F) ? State::Intermediate : c == escape ? State::Escape : State::Text;
    case State::Intermediate: return isWithin(c, 0x20, 0x2F) ? State::Intermediate : State::Text;
    case State::Control: return c == escape ? State::Escape : isWithin(c, 0x40, 0x7E) ? State::Text : State::Control;
    case State::String: return c == bell ? State::Text : c == escape ? State::StringEscape : State::String;
    case State::StringEscape: return c == '\\' ? State::Text : c == escape ? State::StringEscape : State::String;
    }
    return State::Text;
}

QByteArray TerminalCleaner::feed(const QByteArray& piece)
{
    QByteArray out;
    out.reserve(piece.size());
    for (const char c : piece)
        m_state = after(c, out);
    return out;
}

}  // namespace cockpit
