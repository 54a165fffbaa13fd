// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QByteArray>

#include <utility>

namespace cockpit {

/// A credential in memory. Cannot be streamed, compared with text or turned into a QString by accident;
/// wiped when the last copy goes. Never put into events, logs, error texts, window titles or argv.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray value)
        : m_value(std::move(value))
    {
    }
    Secret(const Secret&) = default;
    Secret(Secret&&) noexcept = default;
    Secret& operator=(const Secret&) = default;
    Secret& operator=(Secret&&) noexcept = default;
    ~Secret();

    bool isEmpty() const { return m_value.isEmpty(); }

    /// The bytes, for handing to the one library call that needs them.
    const QByteArray& reveal() const { return m_value; }

private:
    QByteArray m_value;
};

}  // namespace cockpit
