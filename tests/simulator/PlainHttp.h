// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QUrl>

namespace cockpit::test {

struct PlainReply {
    int status = 0;
    QByteArray head;
    QByteArray body;
    QJsonObject json() const;
};

/// One HTTP exchange over a bare socket, so that the bytes on the wire are what is tested. Empty status: no answer.
/// `headers`: further header lines, each with its line end.
PlainReply exchange(const QUrl& url, const QByteArray& method, const QByteArray& key = {}, const QByteArray& body = {},
                    const QByteArray& headers = {});

}  // namespace cockpit::test
