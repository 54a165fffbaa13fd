// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/shell/incident/FormDialog.h"

#include "core/base/SafeText.h"
#include "ui/widgets/FieldForm.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace cockpit {

FormDialog::FormDialog(const QString& title, const QString& heading, const QList<InputSpec>& inputs, QWidget* parent)
    : QDialog(parent)
    , m_form(new FieldForm(this))
    , m_accept(new QPushButton(tr("Write it"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
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
    auto* buttons = new QHBoxLayout;
    auto* hint = new QLabel(tr("Ctrl+Enter answers"), this);
    hint->setTextFormat(Qt::PlainText);
    hint->setProperty("role", QStringLiteral("dim"));
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAccessibleName(cancel->text());
    cancel->setAutoDefault(false);
    m_accept->setProperty("role", QStringLiteral("primary"));
    m_accept->setAccessibleName(m_accept->text());
    m_accept->setAutoDefault(false);
    buttons->addWidget(hint, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_accept);
    layout->addLayout(buttons);
    connect(m_accept, &QPushButton::clicked, this, &FormDialog::answer);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void FormDialog::answer()
{
    if (!m_accept->isEnabled() || !m_form->validate())
        return;
    // Answered once: a second Enter finds nothing to do.
    m_accept->setEnabled(false);
    emit answered(m_form->inputs());
    accept();
}

void FormDialog::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        if (!event->isAutoRepeat())
            answer();
        return;
    }
    QDialog::keyPressEvent(event);
}

}  // namespace cockpit
