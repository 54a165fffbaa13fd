// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/playbook/Playbook.h"
#include "ui/shell/incident/QuestionDialog.h"

#include <QMap>

namespace cockpit {

class FieldForm;

/// Asks for several values at once, each checked by its type.
class FormDialog : public QuestionDialog
{
    Q_OBJECT

public:
    /// `heading` may come from outside.
    FormDialog(const QString& title, const QString& heading, const QList<InputSpec>& inputs, QWidget* parent);

signals:
    void answered(const QMap<QString, QString>& values);

private:
    bool deliver() override;

    FieldForm* m_form;
};

}  // namespace cockpit
