// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/base/Redactor.h"

#include "core/base/StreamRedactor.h"

namespace cockpit {

Redactor::Redactor()
    : m_needles(std::make_shared<const SecretNeedles>())
{
}

void Redactor::learn(const Secret& secret)
{
    const QByteArray& value = secret.reveal();
    const QMutexLocker lock(&m_mutex);
    if (value.size() < SecretNeedles::shortest || m_needles->knows(value))
        return;
    // Readers keep the set they have; a secret is learned seldom.
    auto more = std::make_shared<SecretNeedles>(*m_needles);
    more->learn(value);
    m_needles = std::move(more);
}

std::shared_ptr<const SecretNeedles> Redactor::needles() const
{
    const QMutexLocker lock(&m_mutex);
    return m_needles;
}

QByteArray Redactor::redact(const QByteArray& text) const
{
    StreamRedactor stream(*this);
    QByteArray clean = stream.feed(text);
    clean += stream.finish();
    return clean;
}

QString Redactor::redact(const QString& text) const
{
    return QString::fromUtf8(redact(text.toUtf8()));
}

bool Redactor::holdsKnown(const QByteArray& text) const
{
    const auto known = needles();
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (known->mayStart(text, i) && known->at(text, i, true).end > 0)
            return true;
    }
    return false;
}

}  // namespace cockpit
