// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/connections/HttpTransport.h"

#include <QByteArray>
#include <QByteArrayView>

namespace cockpit::adapters::http {

/// Reads one HTTP/1.x answer as its bytes arrive. Interim answers (1xx) are skipped. Everything it keeps is bounded:
/// the head and the trailers by 64 KiB and 200 fields, the body by the request's cap. Thread: any.
class AnswerParser
{
public:
    enum class State {
        Reading,
        Done,
        NotHttp,    ///< the first line is no status line, or the framing makes no sense
        TooLarge,   ///< head or body above its limit
        Compressed  ///< packed although only plain was asked for
    };

    /// `hasBody` is false for HEAD.
    AnswerParser(qint64 maximumBody, bool hasBody);

    /// Takes the next bytes. What follows a complete answer is ignored.
    State feed(QByteArrayView bytes);
    /// The connection has been closed: completes a body that lasts until then.
    State close();

    State state() const { return m_state; }
    bool headSeen() const { return m_reply.status != 0; }  ///< a final status line has been read
    const HttpReply& reply() const { return m_reply; }

private:
    enum class Part { Head, Length, UntilClose, ChunkSize, ChunkData, ChunkEnd, Trailer };

    qsizetype takeLine(QByteArrayView bytes);
    qsizetype takeBody(QByteArrayView bytes);
    void lineDone();
    void headLine(const QByteArray& line);
    void headDone();
    void sizeDone(const QByteArray& line);
    bool readStatus(const QByteArray& line);
    bool readLength();
    void fail(State state) { m_state = state; }

    const qint64 m_maximumBody;
    const bool m_hasBody;
    State m_state = State::Reading;
    Part m_part = Part::Head;
    QByteArray m_line;
    qint64 m_headBytes = 0;
    qint64 m_left = 0;  ///< of the body or the chunk
    bool m_statusRead = false;
    int m_status = 0;
    QList<HttpHeader> m_headers;
    HttpReply m_reply;
};

}  // namespace cockpit::adapters::http
