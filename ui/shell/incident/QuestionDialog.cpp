// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/shell/incident/QuestionDialog.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace cockpit {

QuestionDialog::QuestionDialog(const QString& title, const QString& acceptLabel, QWidget* parent)
    : QDialog(parent)
    , m_accept(new QPushButton(acceptLabel, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    m_accept->setProperty("role", QStringLiteral("primary"));
    m_accept->setAccessibleName(acceptLabel);
    m_accept->setAutoDefault(false);
    connect(m_accept, &QPushButton::clicked, this, &QuestionDialog::answer);
}

QHBoxLayout* QuestionDialog::makeButtons(QLabel* hint)
{
    auto* buttons = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAccessibleName(cancel->text());
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    buttons->addWidget(hint, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_accept);
    return buttons;
}

void QuestionDialog::answer()
{
    if (!m_accept->isEnabled())
        return;
    // Answered once: a second Enter finds nothing to do.
    m_accept->setEnabled(false);
    if (deliver())
        accept();
    else
        m_accept->setEnabled(true);
}

void QuestionDialog::keyPressEvent(QKeyEvent* event)
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
