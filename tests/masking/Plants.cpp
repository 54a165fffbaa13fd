// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/masking/Plants.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

namespace cockpit::test {

namespace {

QByteArray inJson(const QByteArray& text)
{
    const QByteArray document = QJsonDocument(QJsonArray{QString::fromUtf8(text)}).toJson(QJsonDocument::Compact);
    return document.mid(2, document.size() - 4);
}

QByteArray inCodes(const QByteArray& text)
{
    QByteArray out;
    for (const QChar c : QString::fromUtf8(text))
        out += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    return out;
}

/// The middle of the base64 form behind `offset` bytes: what any form at that alignment holds.
QByteArray base64Middle(const QByteArray& secret, int offset, QByteArray::Base64Options options)
{
    const QByteArray whole = (QByteArray(offset, 'u') + secret).toBase64(options | QByteArray::OmitTrailingEquals);
    return whole.mid(4, whole.size() - 8);
}

}  // namespace

QList<std::pair<QString, QByteArray>> plants()
{
    const QByteArray key = "-----BEGIN SIGNING THING-----\n" + QByteArray("MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcw") +
                           "\n" + QByteArray("ggSjAgEAAoIBAQC7VJTUt9Us8cKjMzEfYyji") + "\n-----END SIGNING THING-----";
    return {{QStringLiteral("db"), "Pg-pa55/w\"rd+ 7%&x"},
            {QStringLiteral("cache"), "redisPlain0815"},
            {QStringLiteral("api"), "k3y_5f2c9e71d0ab4486"},
            {QStringLiteral("hook"), "https://chat.example/hooks/T0AB12/qWeRtZuIoP4711asdf"},
            {QStringLiteral("mail"), "smtp p\u00e4ss\\w\u00f6rt"},
            {QStringLiteral("railway"), "rw-7f3a9c-token-0xBEEF"},
            {QStringLiteral("bot"), "8123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"},
            {QStringLiteral("pager"), "R0UT1NGKEY+abc/def=="},
            {QStringLiteral("signer"), "<jwt&signing'key>"},
            {QStringLiteral("certificate"), key},
            {QStringLiteral("broker"), "tab\there-and-there"},
            {QStringLiteral("metrics"), "six666"}};
}

QList<QByteArray> printedForms(const QByteArray& secret)
{
    QList<QByteArray> forms{secret,
                            secret.toBase64(),
                            secret.toBase64(QByteArray::OmitTrailingEquals),
                            secret.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals),
                            secret.toPercentEncoding(),
                            secret.toPercentEncoding("/+&'<>:"),
                            inJson(secret),
                            inJson(inJson(secret)),
                            inCodes(secret),
                            secret.toHex(),
                            secret.toHex().toUpper()};
    for (const QByteArray& user : {QByteArray("u:"), QByteArray("us:"), QByteArray("use:")})
        forms.append("Basic " + (user + secret).toBase64());
    return forms;
}

QStringList findPlants(const QByteArray& bytes)
{
    QStringList found;
    const QByteArray folded = bytes.toLower();
    for (const auto& [name, secret] : plants()) {
        QList<QByteArray> parts{secret};
        if (secret.contains('\n'))
            parts += secret.split('\n').mid(1, 2);
        for (const QByteArray& part : parts) {
            QList<QByteArray> exact{part, part.toPercentEncoding("/+&'<>:"), inJson(part), inJson(inJson(part))};
            for (int offset = 0; offset < 3; ++offset) {
                // Too short to mean anything for the shortest of them.
                if (part.size() < 12)
                    continue;
                exact.append(base64Middle(part, offset, QByteArray::Base64Encoding));
                exact.append(base64Middle(part, offset, QByteArray::Base64UrlEncoding));
            }
            if (part.size() < 12)
                exact.append(part.toBase64(QByteArray::OmitTrailingEquals));
            for (const QByteArray& form : exact) {
                if (bytes.contains(form))
                    found.append(name + QStringLiteral(": ") + QString::fromUtf8(form));
            }
            for (const QByteArray& form : {part.toHex(), part.toPercentEncoding().toLower(), inCodes(part).toLower()}) {
                if (folded.contains(form))
                    found.append(name + QStringLiteral(": ") + QString::fromUtf8(form));
            }
        }
    }
    return found;
}

}  // namespace cockpit::test
