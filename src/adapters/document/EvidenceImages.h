// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "adapters/document/RenderDocument.h"

#include <QHash>
#include <QImage>

namespace cockpit::adapters::document {

/// An evidence image that may be embedded: bytes whose first bytes say PNG or JPEG, within the limits.
struct EvidenceImage {
    QByteArray bytes;
    QString type;  ///< "image/png" or "image/jpeg"
};

/// Fetches the images of one document, each once, and keeps the total within its limit.
class EvidenceImages
{
public:
    explicit EvidenceImages(const EvidenceReader& reader)
        : m_reader(reader)
    {
    }

    /// Null when it cannot be embedded.
    const EvidenceImage* find(const QString& sha256);
    /// Decoded and made to fit into `largest`; a null image when it cannot be decoded.
    QImage decoded(const QString& sha256, QSize largest);

private:
    const EvidenceReader& m_reader;
    QHash<QString, EvidenceImage> m_images;  ///< empty bytes: looked for, not usable
    qint64 m_total = 0;
};

}  // namespace cockpit::adapters::document
