// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/base/Secret.h"

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace cockpit {

/// A field for a password, token or webhook address: hidden unless revealed, without undo history or input-method
/// memory.
class SecretField : public QWidget
{
    Q_OBJECT

public:
    explicit SecretField(QWidget* parent = nullptr);

    /// What was typed; the field and its undo history are emptied.
    Secret take();
    bool isEmpty() const;
    void clear();
    void setPlaceholderText(const QString& text);
    /// Names the field for screen readers: "Password".
    void setLabel(const QString& label);

signals:
    void changed();

private:
    void wipe();

    QLineEdit* m_edit;
    QToolButton* m_reveal;
};

}  // namespace cockpit
