// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Secret.h"

#include <QByteArray>
#include <QList>
#include <QMutex>

namespace cockpit {

/// Replaces known secrets by "•••" in everything that is about to be stored or shown: the value itself and its base64,
/// percent-encoded, hexadecimal and JSON-escaped forms. Values shorter than 6 bytes are left alone: masking them would
/// shred ordinary text. Thread: any.
class Redactor
{
public:
    void learn(const Secret& secret);
    QByteArray redact(QByteArray text) const;
    QString redact(const QString& text) const;

private:
    mutable QMutex m_mutex;
    QList<QByteArray> m_needles;  ///< longest first
};

}  // namespace cockpit
