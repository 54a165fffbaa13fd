// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/shell/incident/FormDialog.h"

#include "core/base/SafeText.h"
#include "ui/widgets/FieldForm.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace cockpit {

FormDialog::FormDialog(const QString& title, const QString& heading, const QList<InputSpec>& inputs, QWidget* parent)
    : QuestionDialog(title, tr("Write it"), parent)
    , m_form(new FieldForm(this))
{
    setMinimumWidth(520);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(8);
    auto* label = new QLabel(safeLine(heading), this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("role", QStringLiteral("heading"));
    layout->addWidget(label);
    m_form->setInputs(inputs);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_form);
    layout->addWidget(scroll, 1);
    auto* hint = new QLabel(tr("Ctrl+Enter answers"), this);
    hint->setTextFormat(Qt::PlainText);
    hint->setProperty("role", QStringLiteral("dim"));
    layout->addLayout(makeButtons(hint));
}

bool FormDialog::deliver()
{
    if (!m_form->validate())
        return false;
    emit answered(m_form->inputs());
    return true;
}

}  // namespace cockpit
