// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace cockpit {

/// What is kept of one piece of evidence; the bytes lie in the profile under evidence/<sha256>.
struct StoredEvidence {
    QString sha256;  ///< lower-case hex
    QString name;    ///< original name, metadata only, never a path
    QString type;    ///< MIME type, from content and name
    qint64 size = 0;
};

/// Content-addressed files of the profile: mode 0600, written whole (synced, then renamed) or not at all.
/// Thread: any; each call blocks on disk, so not the GUI thread.
class EvidenceStore
{
public:
    /// `directory` is made (0700) when absent.
    explicit EvidenceStore(QString directory);

    /// At most 512 MiB. Errors: Storage, TooLarge.
    Result<StoredEvidence> addBytes(const QByteArray& bytes, const QString& name, const QString& type = {});
    /// Copies a regular local file (no links, pipes or devices), streaming. Errors: InvalidInput, Storage, TooLarge.
    Result<StoredEvidence> addFile(const QString& path);
    /// At most `maximum` bytes. Errors: NotFound, Storage (also when the content no longer has its hash).
    Result<QByteArray> read(const QString& sha256, qint64 maximum = 64 * 1024 * 1024) const;
    QString pathOf(const QString& sha256) const;
    /// Removes half-written files that a program which died left behind: those untouched since `before`.
    void removeAbandoned(const QDateTime& before) const;

private:
    QString m_directory;
};

}  // namespace cockpit
