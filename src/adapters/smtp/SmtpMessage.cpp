// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/smtp/SmtpMessage.h"

#include "core/base/SafeText.h"
#include "core/notify/MessageText.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace cockpit::adapters::smtp {

namespace {

constexpr int longestSubject = 250;
constexpr int longestBody = 256 * 1024;
constexpr qsizetype longestLine = 75;  // of an encoded word or a quoted-printable line, without its end
constexpr qsizetype roomInWord = 39;   // bytes; as an encoded word 64 characters, behind the header's name

bool isThread(const QString& thread)
{
    static const QRegularExpression pattern(QStringLiteral("\\A<[A-Za-z0-9.-]{1,128}@[A-Za-z0-9.-]{1,253}>\\z"));
    return pattern.match(thread).hasMatch();
}

QByteArray dateOf(const QDateTime& utcNow)
{
    return QLocale::c().toString(utcNow.toUTC(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss '+0000'")).toLatin1();
}

QByteArray encodedByte(char byte)
{
    return '=' + QByteArray(1, byte).toHex().toUpper();
}

/// One line without its end; soft breaks where it is too long, never inside an encoded byte.
QByteArray quotedLine(const QByteArray& line)
{
    QByteArray out;
    qsizetype width = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char byte = line.at(i);
        const bool isLast = i == line.size() - 1;
        const bool isPlain = (byte > ' ' && byte <= '~' && byte != '=') || ((byte == ' ' || byte == '\t') && !isLast);
        // "From " at a line's start is rewritten by some servers, and a lone dot ends the mail where one is careless.
        const bool isTrap = i == 0 && (byte == '.' || byte == 'F');
        const QByteArray next = isPlain && !isTrap ? QByteArray(1, byte) : encodedByte(byte);
        if (width + next.size() > longestLine) {
            out += "=\r\n";
            width = 0;
        }
        out += next;
        width += next.size();
    }
    return out;
}

}  // namespace

QByteArray messageId(const Delivery& delivery, const SmtpSettings& settings)
{
    return '<' + delivery.key.left(64).toLatin1() + ".incident-cockpit@" +
           settings.from.section(QLatin1Char('@'), 1).toLatin1() + '>';
}

QByteArray headerText(const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    const bool isPlain = std::all_of(utf8.begin(), utf8.end(), [](char byte) { return byte >= ' ' && byte <= '~'; });
    if (isPlain && utf8.size() <= 60 && !utf8.contains("=?"))
        return utf8;
    QByteArrayList words;
    QByteArray piece;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype width = text.at(at).isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
        const QByteArray next = text.mid(at, width).toUtf8();
        if (piece.size() + next.size() > roomInWord) {
            words.append(piece);
            piece.clear();
        }
        piece += next;
        at += width;
    }
    words.append(piece);
    for (QByteArray& word : words)
        word = "=?UTF-8?B?" + word.toBase64() + "?=";
    return words.join("\r\n ");
}

QByteArray quotedPrintable(const QString& text)
{
    QByteArrayList lines = text.toUtf8().split('\n');
    for (QByteArray& line : lines)
        line = quotedLine(line);
    return lines.join("\r\n");
}

QByteArray mailFor(const Delivery& delivery, const SmtpSettings& settings, const QDateTime& utcNow)
{
    const QString title = safeLine(delivery.title, longestSubject).trimmed();
    const QString body = safeBlock(delivery.body, longestBody) + QStringLiteral("\n\n-- \n") + signatureOf(delivery);
    QByteArrayList headers{"Date: " + dateOf(utcNow), "From: Incident Cockpit <" + settings.from.toLatin1() + '>',
                           "To: " + settings.to.join(QStringLiteral(",\r\n ")).toLatin1(),
                           "Subject: " + headerText(title.isEmpty() ? QStringLiteral("Incident") : title),
                           "Message-ID: " + messageId(delivery, settings)};
    const QByteArray thread = delivery.thread.toLatin1();
    if (isThread(delivery.thread) && thread != messageId(delivery, settings))
        headers += {"In-Reply-To: " + thread, "References: " + thread};
    if (delivery.kind == QLatin1String("page"))
        headers += "Importance: high";
    headers += {"Auto-Submitted: auto-generated", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: quoted-printable"};
    return headers.join("\r\n") + "\r\n\r\n" + quotedPrintable(body) + "\r\n";
}

}  // namespace cockpit::adapters::smtp
