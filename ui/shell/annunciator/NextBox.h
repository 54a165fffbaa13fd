// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/Snapshot.h"
#include "ui/widgets/Theme.h"

#include <QAbstractButton>

namespace cockpit {

/// What to do next and why, with the key that does it.
class NextBox : public QAbstractButton
{
    Q_OBJECT

public:
    explicit NextBox(Theme& theme, QWidget* parent = nullptr);

    void show(const NextAction& next);
    const NextAction& next() const { return m_next; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    NextAction m_next;
};

}  // namespace cockpit
