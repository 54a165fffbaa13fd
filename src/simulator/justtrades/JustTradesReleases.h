// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"

#include <QDateTime>
#include <QFuture>
#include <QObject>
#include <QString>

namespace cockpit {

/// What was released of the platform, in real git repositories: an origin, and a clone of it as a developer has. Which
/// commit main stands at depends on the fault. Thread: its maker's, which must run an event loop.
class JustTradesReleases : public QObject
{
    Q_OBJECT

public:
    explicit JustTradesReleases(const QString& folder, QObject* parent = nullptr);

    static bool available();  ///< is git installed?
    static QString stableTag();

    /// Once. `now`: the newest commits are some minutes old. Unsupported without git.
    QFuture<Status> make(const QDateTime& now);
    /// Moves main of the origin to the commit of this release, as a merge would, and removes what was laid out beside
    /// the clone. Storage when the repository cannot be written.
    Status publish(const QString& release);
    QString clone() const;
    /// The release whose files are in `directory` (absolute, or seen from the clone); empty when there are none.
    QString releaseIn(const QString& directory) const;

private:
    QString m_folder;
};

}  // namespace cockpit
