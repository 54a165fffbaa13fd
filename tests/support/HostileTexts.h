// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QRandomGenerator>
#include <QString>
#include <QStringList>

namespace cockpit::test {

/// Texts that try to mention, link, format, inject headers, hide or reverse: made of such pieces in any order, the same
/// ones in each run.
inline QStringList hostileTexts(int count)
{
    static const QStringList pieces{QStringLiteral("<!channel>"),
                                    QStringLiteral("<!here|x>"),
                                    QStringLiteral("<@U123>"),
                                    QStringLiteral("<!subteam^S1>"),
                                    QStringLiteral("<at>everyone</at>"),
                                    QStringLiteral("@channel"),
                                    QStringLiteral("@HERE"),
                                    QStringLiteral("@everyone"),
                                    QStringLiteral("@alice"),
                                    QStringLiteral("<https://evil.test|slack>"),
                                    QStringLiteral("[pay](https://evil.test)"),
                                    QStringLiteral("<a href=\"tg://user?id=1\">x</a>"),
                                    QStringLiteral("**bold** _it_ `code` ~~s~~"),
                                    QStringLiteral("\n# Head\n- list\n1. one\n"),
                                    QStringLiteral("{{DATE(2017-02-14T06:08:00Z)}}"),
                                    QStringLiteral("${text} @{triggerBody()}"),
                                    QStringLiteral("\r\nBcc: evil@evil.test\r\n"),
                                    QStringLiteral("\nTo: evil@evil.test\n\nbody"),
                                    QStringLiteral("\r\n.\r\nMAIL FROM:<evil@evil.test>\r\n"),
                                    QStringLiteral("=?utf-8?q?=0D=0ABcc:_evil@evil.test?="),
                                    QStringLiteral("&lt;"),
                                    QStringLiteral("&"),
                                    QStringLiteral("\\"),
                                    QStringLiteral("\""),
                                    QString(QChar(0)),
                                    QStringLiteral("\u0007\u001b[31m"),
                                    QStringLiteral("\u202Egnp.exe"),
                                    QStringLiteral("\u2066\u2069\u200B\uFEFF"),
                                    QStringLiteral("\u2028\u2029\u0085"),
                                    QStringLiteral("\U0001F525"),
                                    QStringLiteral("Übermaß "),
                                    QString(QChar(0xd800))};
    QRandomGenerator random(7);
    QStringList texts;
    for (int i = 0; i < count; ++i) {
        QString text;
        const int length = random.bounded(120);
        for (int part = 0; part < length; ++part)
            text += pieces.at(random.bounded(static_cast<int>(pieces.size())));
        texts.append(text);
    }
    return texts;
}

}  // namespace cockpit::test
