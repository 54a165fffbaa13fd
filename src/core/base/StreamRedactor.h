// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Redactor.h"
#include "core/base/SecretPatterns.h"

#include <QByteArray>

namespace cockpit {

/// Masks a text that comes in pieces, for example what a running step prints: the result is the same however it was
/// cut. Holds back no more of the end than could be the beginning of a secret; finish() gives that out.
/// What the redactor learns meanwhile counts from the next piece on.
class StreamRedactor
{
public:
    /// More than this is never held back: what is still undecided then is masked to the end of its line.
    static constexpr qsizetype mostHeld = 32 * 1024;

    explicit StreamRedactor(const Redactor& redactor);

    QByteArray feed(const QByteArray& piece);
    QByteArray finish();

private:
    enum class Masking { Nothing, Line, Key };

    QByteArray run(bool last);
    /// Masks on, from a place within a line or a private key; the first place that is to be looked at again, or the
    /// same place when the text must go on first.
    qsizetype skip(qsizetype from, bool last);
    /// The end of the masked span from `hit.begin` on; -1: what follows the text will decide.
    qsizetype extended(const SecretHit& hit, bool last) const;
    SecretHit look(qsizetype at, bool last) const;

    const Redactor& m_redactor;
    std::shared_ptr<const SecretNeedles> m_needles;
    QByteArray m_text;  ///< a little of what was given out, then what is still to be judged
    qsizetype m_judged = 0;
    Masking m_masking = Masking::Nothing;
};

}  // namespace cockpit
