// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QtGlobal>

namespace cockpit::adapters::postgres {

/// A flag that one thread raises and a poll() on another thread wakes up from. Thread: any.
class Interrupt
{
public:
    Interrupt();
    ~Interrupt();
    Q_DISABLE_COPY_MOVE(Interrupt)

    void raise() const;
    bool isRaised() const;
    /// Becomes readable when raised.
    int descriptor() const { return m_descriptor; }

private:
    int m_descriptor = -1;
};

}  // namespace cockpit::adapters::postgres
