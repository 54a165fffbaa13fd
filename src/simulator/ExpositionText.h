// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace cockpit {

/// Writes a page in Prometheus' text format 0.0.4. Names and label values are the simulator's own and need no escaping.
class ExpositionText
{
public:
    using Labels = QList<std::pair<QByteArray, QByteArray>>;

    /// HELP and TYPE of the family whose samples follow.
    void describe(const QByteArray& name, const QByteArray& type, const QByteArray& help);
    void sample(const QByteArray& name, const Labels& labels, double value);
    /// A family of one sample without labels.
    void single(const QByteArray& name, const QByteArray& type, const QByteArray& help, double value);
    const QByteArray& text() const { return m_text; }

private:
    QByteArray m_text;
};

}  // namespace cockpit
