// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <QFuture>
#include <QObject>
#include <QSslConfiguration>

namespace cockpit {

/// Certificates of the public address, issued by an authority of its own for flowrex.app and 127.0.0.1, made with the
/// openssl tool. Thread: its maker's, which must run an event loop.
class FlowrexCertificates : public QObject
{
    Q_OBJECT

public:
    enum class Kind { Fresh, Expiring, Expired };
    static constexpr int freshDays = 89;
    static constexpr int expiringDays = 5;

    /// `folder`: for keys and certificates; made when missing.
    FlowrexCertificates(const Clock& clock, QString folder, QObject* parent = nullptr);

    /// Once. Unsupported: openssl is not installed; Storage, Unreachable: it did not do its work.
    QFuture<Status> make();
    bool made() const { return m_made; }
    QString authorityFile() const;  ///< PEM of who vouches for them
    /// What a server shows; only when made().
    QSslConfiguration configuration(Kind kind) const;

private:
    QString path(const QString& name) const;
    Status prepareFolder() const;
    QFuture<Status> openssl(const QStringList& arguments) const;
    QFuture<Status> issue(const QString& name, int days) const;

    const Clock& m_clock;
    QString m_folder;
    bool m_made = false;
};

}  // namespace cockpit
