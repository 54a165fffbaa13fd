// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/incident/Incident.h"

#include <QImage>
#include <QList>
#include <QString>

class QMimeData;

namespace cockpit::panels::postmortem {

/// One thing that was dropped or pasted, not stored yet.
struct EvidenceOffer {
    QByteArray bytes;
    QString file;  ///< a local file instead of bytes
    QImage image;  ///< an image instead of bytes; stored as PNG
    QString name;
    QString type;
    QString source;  ///< as in EvidenceRequest::source
};

/// Whether a drop or paste is evidence by its nature: timeline rows, step output, a chart, files, an image, an address.
bool isEvidence(const QMimeData& mime);

/// What a drop holds, at most 50 things. Plain text counts too when `takeText`. Remote addresses are kept as text and
/// never fetched.
QList<EvidenceOffer> evidenceFrom(const QMimeData& mime, bool takeText);

/// How the text refers to stored evidence: an image line for PNG and JPEG, otherwise a line with name, type, size and
/// SHA-256.
QString evidenceReference(const EvidenceItem& item);

}  // namespace cockpit::panels::postmortem
