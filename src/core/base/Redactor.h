// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Secret.h"
#include "core/base/SecretNeedles.h"

#include <QMutex>

#include <memory>

namespace cockpit {

/// Replaces secrets by "•••" in everything that is about to be stored or shown: those it was told, in all the forms of
/// SecretNeedles, and whatever is written like one (SecretPatterns.h). Values shorter than 6 bytes are left alone:
/// masking them would shred ordinary text. Thread: any.
class Redactor
{
public:
    Redactor();

    void learn(const Secret& secret);
    QByteArray redact(const QByteArray& text) const;
    QString redact(const QString& text) const;
    /// Does it hold a secret that was told? What only looks like one does not count.
    bool holdsKnown(const QByteArray& text) const;

    /// What it knows now.
    std::shared_ptr<const SecretNeedles> needles() const;

private:
    mutable QMutex m_mutex;
    std::shared_ptr<const SecretNeedles> m_needles;
};

}  // namespace cockpit
