// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/playbook/Playbook.h"

#include <QDialog>
#include <QMap>

class QPushButton;

namespace cockpit {

class FieldForm;

/// Asks for several values at once, each checked by its type. Shown with open(); Ctrl+Enter answers, Escape leaves.
/// Deletes itself.
class FormDialog : public QDialog
{
    Q_OBJECT

public:
    /// `heading` may come from outside.
    FormDialog(const QString& title, const QString& heading, const QList<InputSpec>& inputs, QWidget* parent);

signals:
    void answered(const QMap<QString, QString>& values);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void answer();

    FieldForm* m_form;
    QPushButton* m_accept;
};

}  // namespace cockpit
