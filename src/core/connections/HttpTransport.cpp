// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/connections/HttpTransport.h"

#include <QCoreApplication>

namespace cockpit {

QByteArray HttpReply::header(const QByteArray& name) const
{
    for (const HttpHeader& header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return {};
}

QFuture<Result<HttpPeer>> HttpTransport::greet(QUrl, TlsOptions, Milliseconds)
{
    return QtFuture::makeReadyFuture(Result<HttpPeer>(
        fail(ErrorKind::Unsupported,
             QCoreApplication::translate("Http", "This build cannot look at a server's certificate"))));
}

}  // namespace cockpit
