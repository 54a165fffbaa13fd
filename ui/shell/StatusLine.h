// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/Snapshot.h"

#include <QStatusBar>

namespace cockpit {

class ElidedLabel;
class Theme;

/// The bottom line: how far this workstation can be trusted right now.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(Theme& theme, QWidget* parent = nullptr);

    void show(const Snapshot& snapshot);
    /// Everything it says, for tests and screen readers.
    QString text() const;

private:
    ElidedLabel* add(bool right);

    ElidedLabel* m_connections;
    ElidedLabel* m_outbox;
    ElidedLabel* m_keyring;
    ElidedLabel* m_workstation;
    ElidedLabel* m_log;
    Theme& m_theme;
};

}  // namespace cockpit
