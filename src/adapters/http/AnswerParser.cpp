// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/http/AnswerParser.h"

#include <algorithm>

namespace cockpit::adapters::http {

namespace {

constexpr qint64 maximumHead = 64 * 1024;
constexpr qsizetype maximumFields = 200;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

}  // namespace

AnswerParser::AnswerParser(qint64 maximumBody, bool hasBody)
    : m_maximumBody(maximumBody)
    , m_hasBody(hasBody)
{
}

AnswerParser::State AnswerParser::feed(QByteArrayView bytes)
{
    while (m_state == State::Reading && !bytes.isEmpty()) {
        const bool isBody = m_part == Part::Length || m_part == Part::UntilClose || m_part == Part::ChunkData;
        bytes = bytes.sliced(isBody ? takeBody(bytes) : takeLine(bytes));
    }
    return m_state;
}

AnswerParser::State AnswerParser::close()
{
    if (m_state == State::Reading && m_part == Part::UntilClose)
        m_state = State::Done;
    return m_state;
}

qsizetype AnswerParser::takeLine(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    const qsizetype taken = end < 0 ? bytes.size() : end + 1;
    m_headBytes += taken;
    if (m_part != Part::ChunkSize && m_part != Part::ChunkEnd && m_headBytes > maximumHead) {
        fail(State::TooLarge);
        return taken;
    }
    m_line += bytes.first(end < 0 ? taken : end);
    // Chunk lines come without end in a long answer, so each is bounded by itself.
    if (m_line.size() > maximumHead) {
        fail(State::TooLarge);
    } else if (!m_statusRead && m_part == Part::Head &&
               QByteArrayView(m_line).first(std::min<qsizetype>(m_line.size(), 7)) !=
                   QByteArrayView("HTTP/1.").first(std::min<qsizetype>(m_line.size(), 7))) {
        fail(State::NotHttp);
    } else if (end >= 0) {
        lineDone();
    }
    return taken;
}

void AnswerParser::lineDone()
{
    QByteArray line;
    line.swap(m_line);
    if (line.endsWith('\r'))
        line.chop(1);
    switch (m_part) {
    case Part::Head: headLine(line); break;
    case Part::ChunkSize: sizeDone(line); break;
    case Part::ChunkEnd:
        m_part = Part::ChunkSize;
        if (!line.isEmpty())
            fail(State::NotHttp);
        break;
    case Part::Trailer:
        if (line.isEmpty())
            m_state = State::Done;
        break;
    default: break;
    }
}

void AnswerParser::headLine(const QByteArray& line)
{
    if (!m_statusRead) {
        m_statusRead = readStatus(line);
        if (!m_statusRead)
            fail(State::NotHttp);
        return;
    }
    if (line.isEmpty())
        return headDone();
    if (m_headers.size() >= maximumFields)
        return fail(State::TooLarge);
    const qsizetype colon = line.indexOf(':');
    // A field folded over several lines is obsolete and a way to hide one field from some readers.
    if (colon <= 0 || line.at(0) == ' ' || line.at(0) == '\t' || line.at(colon - 1) == ' ')
        return fail(State::NotHttp);
    m_headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
}

bool AnswerParser::readStatus(const QByteArray& line)
{
    // "HTTP/1.1 200" with or without a phrase.
    if (line.size() < 12 || !isDigit(line.at(7)) || line.at(8) != ' ' || (line.size() > 12 && line.at(12) != ' '))
        return false;
    if (!std::all_of(line.begin() + 9, line.begin() + 12, isDigit))
        return false;
    m_status = line.mid(9, 3).toInt();
    return m_status >= 100;
}

void AnswerParser::headDone()
{
    if (m_status < 200 && m_status != 101) {
        m_statusRead = false;
        m_headers.clear();
        return;
    }
    m_reply.status = m_status;
    m_reply.headers.swap(m_headers);
    m_headBytes = 0;
    if (!m_hasBody || m_status == 204 || m_status == 304 || m_status == 101) {
        m_state = State::Done;
        return;
    }
    const QByteArray packing = m_reply.header("Content-Encoding").toLower();
    if (!packing.isEmpty() && packing != "identity")
        return fail(State::Compressed);
    if (!readLength())
        return fail(State::NotHttp);
    if (m_part == Part::Length && m_left > m_maximumBody)
        return fail(State::TooLarge);
    if (m_part == Part::Length && m_left == 0)
        m_state = State::Done;
}

bool AnswerParser::readLength()
{
    const QByteArray coding = m_reply.header("Transfer-Encoding").toLower();
    if (!coding.isEmpty()) {
        m_part = Part::ChunkSize;
        return coding == "chunked";
    }
    m_part = Part::UntilClose;
    for (const HttpHeader& header : m_reply.headers) {
        if (header.name.compare("Content-Length", Qt::CaseInsensitive) != 0)
            continue;
        bool good = false;
        const qint64 length = header.value.toLongLong(&good);
        if (!good || !isDigit(header.value.at(0)) || (m_part == Part::Length && length != m_left))
            return false;
        m_part = Part::Length;
        m_left = length;
    }
    return true;
}

void AnswerParser::sizeDone(const QByteArray& line)
{
    const QByteArray text = line.left(line.indexOf(';') < 0 ? line.size() : line.indexOf(';')).trimmed();
    bool good = false;
    m_left = text.toLongLong(&good, 16);
    if (!good || m_left < 0 || text.startsWith('+') || text.startsWith('-') || text.contains('x') || text.contains('X'))
        return fail(State::NotHttp);
    m_headBytes = 0;
    m_part = m_left == 0 ? Part::Trailer : Part::ChunkData;
}

qsizetype AnswerParser::takeBody(QByteArrayView bytes)
{
    const qsizetype taken = m_part == Part::UntilClose ? bytes.size() : std::min<qsizetype>(bytes.size(), m_left);
    if (m_reply.body.size() + taken > m_maximumBody) {
        fail(State::TooLarge);
        return taken;
    }
    m_reply.body += bytes.first(taken);
    m_left -= taken;
    if (m_part == Part::Length && m_left == 0)
        m_state = State::Done;
    else if (m_part == Part::ChunkData && m_left == 0)
        m_part = Part::ChunkEnd;
    return taken;
}

}  // namespace cockpit::adapters::http
