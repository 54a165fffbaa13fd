// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/widgets/ConfirmationBox.h"

#include "core/base/SafeText.h"
#include "ui/widgets/Badge.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace cockpit {

namespace {

QLabel* plainLabel(const char* role, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("role", QLatin1String(role));
    return label;
}

void restyle(QWidget* widget, const char* property, const char* value)
{
    widget->setProperty(property, QLatin1String(value));
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

}  // namespace

ConfirmationBox::ConfirmationBox(Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_environment(new Badge(theme, this))
    , m_headline(plainLabel("title", this))
    , m_target(plainLabel("muted", this))
    , m_hint(plainLabel("muted", this))
    , m_typed(new QLineEdit(this))
    , m_confirm(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_environment, 0, Qt::AlignTop);
    top->addWidget(m_headline, 1);
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(8);
    bottom->addWidget(m_typed);
    bottom->addWidget(m_hint, 1);
    bottom->addWidget(m_cancel);
    bottom->addWidget(m_confirm);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(6);
    layout->addLayout(top);
    layout->addWidget(m_target);
    layout->addLayout(bottom);
    m_typed->setFont(theme.monospaceFont());
    m_typed->setMaximumWidth(200);
    m_typed->setAccessibleName(tr("Type to confirm"));
    m_cancel->setAccessibleName(m_cancel->text());
    m_confirm->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    m_confirm->installEventFilter(this);
    m_arm.setSingleShot(true);
    m_arm.setInterval(armAfterMs);
    connect(&m_arm, &QTimer::timeout, this, &ConfirmationBox::settleButton);
    connect(m_typed, &QLineEdit::textChanged, this, &ConfirmationBox::settleButton);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        const QString typed = m_typed->text();
        hide();
        emit confirmed(typed);
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        hide();
        emit cancelled();
    });
    hide();
}

void ConfirmationBox::ask(const ConfirmationRequest& request)
{
    m_request = request;
    const bool typing = request.need == ConfirmationNeed::TypeText;
    m_environment->setEnvironment(request.environment);
    m_headline->setText(safeLine(request.headline, 400));
    m_target->setText(safeLine(request.target, 400));
    m_target->setVisible(!request.target.isEmpty());
    m_hint->setText(typing ? tr("Type %1 to enable").arg(safeLine(request.expectedText)) : QString());
    m_typed->clear();
    m_typed->setVisible(typing);
    m_confirm->setText(request.confirmLabel.isEmpty() ? tr("Run") : safeLine(request.confirmLabel, 60));
    m_confirm->setAccessibleName(m_confirm->text());
    restyle(this, "surface", typing ? "danger" : "warning");
    restyle(m_confirm, "role", typing ? "danger" : "primary");
    setAccessibleName(m_headline->text());
    setAccessibleDescription(m_target->text() + QLatin1Char('\n') + m_hint->text());
    show();
    m_arm.start();
    settleButton();
    if (typing)
        m_typed->setFocus(Qt::OtherFocusReason);
    else
        m_cancel->setFocus(Qt::OtherFocusReason);
}

void ConfirmationBox::withdraw()
{
    m_arm.stop();
    hide();
}

bool ConfirmationBox::typedRight() const
{
    return m_request.need != ConfirmationNeed::TypeText ||
           (!m_request.expectedText.isEmpty() && m_typed->text() == m_request.expectedText);
}

void ConfirmationBox::settleButton()
{
    const bool armed = !m_arm.isActive();
    const bool wasEnabled = m_confirm->isEnabled();
    m_confirm->setEnabled(armed && typedRight());
    // The plain question is answered with one key, once it can be; what must be typed never gets the focus by itself.
    if (m_confirm->isEnabled() && !wasEnabled && m_request.need != ConfirmationNeed::TypeText && m_cancel->hasFocus())
        m_confirm->setFocus(Qt::OtherFocusReason);
}

bool ConfirmationBox::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_confirm && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (key->isAutoRepeat())
            return true;
        if (enter && m_request.need == ConfirmationNeed::TypeText)
            return true;
        if (enter) {
            m_confirm->click();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void ConfirmationBox::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        m_cancel->click();
        return;
    }
    // Enter in the field ends here: it must reach neither our button nor a default button above us.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return;
    QFrame::keyPressEvent(event);
}

}  // namespace cockpit
