// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/widgets/SecretField.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace cockpit {

SecretField::SecretField(QWidget* parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_reveal(new QToolButton(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_reveal);
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase |
                                Qt::ImhSensitiveData);
    m_reveal->setText(tr("Show"));
    m_reveal->setCheckable(true);
    setFocusProxy(m_edit);
    setLabel(tr("Secret"));
    connect(m_edit, &QLineEdit::textChanged, this, &SecretField::changed);
    connect(m_reveal, &QToolButton::toggled, this, [this](bool shown) {
        m_edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        m_reveal->setText(shown ? tr("Hide") : tr("Show"));
    });
}

Secret SecretField::take()
{
    Secret secret(m_edit->text().toUtf8());
    wipe();
    return secret;
}

bool SecretField::isEmpty() const
{
    return m_edit->text().isEmpty();
}

void SecretField::clear()
{
    wipe();
}

void SecretField::wipe()
{
    // Unlike clear(), setText() drops the undo history, so the old text is not kept there either.
    m_edit->setText(QString());
    m_reveal->setChecked(false);
}

void SecretField::setPlaceholderText(const QString& text)
{
    m_edit->setPlaceholderText(text);
}

void SecretField::setLabel(const QString& label)
{
    m_edit->setAccessibleName(label);
    m_reveal->setAccessibleName(tr("Show or hide: %1").arg(label));
    m_reveal->setToolTip(tr("Show or hide what was typed"));
}

}  // namespace cockpit
