// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/widgets/ConfirmationBox.h"

#include "core/base/SafeText.h"
#include "core/runbook/Approval.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/PlainLabel.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace cockpit {

namespace {

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
    , m_headline(makePlainLabel("title", this))
    , m_target(makePlainLabel("muted", this))
    , m_hint(makePlainLabel("muted", this))
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
    bottom->addStretch(1);
    bottom->addWidget(m_cancel);
    bottom->addWidget(m_confirm);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(6);
    layout->addLayout(top);
    layout->addWidget(m_target);
    m_approval = makeApproval(theme);
    layout->addWidget(m_approval);
    layout->addWidget(m_hint);
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
        const QString approval = m_request.approvalRequest.isEmpty() ? QString() : m_answer->toPlainText();
        hide();
        emit confirmed(typed, approval);
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        hide();
        emit cancelled();
    });
    hide();
}

QWidget* ConfirmationBox::makeApproval(Theme& theme)
{
    auto* box = new QWidget(this);
    m_approvalText = makePlainLabel("", box);
    m_copy = new QPushButton(tr("Copy request"), box);
    m_copy->setAutoDefault(false);
    m_copy->setAccessibleName(tr("Copy the request for approval"));
    m_answer = new QPlainTextEdit(box);
    m_answer->setObjectName(QStringLiteral("approval"));
    m_answer->setFont(theme.monospaceFont());
    m_answer->setTabChangesFocus(true);
    m_answer->setFixedHeight(3 * m_answer->fontMetrics().lineSpacing() + 16);
    m_answer->setPlaceholderText(tr("Paste the approval here"));
    m_answer->setAccessibleName(tr("Approval of the second person"));
    m_approvalState = makePlainLabel("muted", box);
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_approvalText, 1);
    top->addWidget(m_copy, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 2, 0, 2);
    column->setSpacing(4);
    column->addLayout(top);
    column->addWidget(m_answer);
    column->addWidget(m_approvalState);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_request.approvalRequest); });
    connect(m_answer, &QPlainTextEdit::textChanged, this, &ConfirmationBox::settleButton);
    return box;
}

void ConfirmationBox::askApproval()
{
    m_approval->setVisible(!m_request.approvalRequest.isEmpty());
    m_answer->clear();
    if (m_request.approvalRequest.isEmpty())
        return;
    const auto asked = ApprovalRequest::fromText(m_request.approvalRequest);
    m_approvalText->setText(
        asked ? tr("A second person must approve this: anybody but %1, before %2 UTC.")
                    .arg(safeLine(asked->requester, 60), asked->expires.toUTC().toString(QStringLiteral("HH:mm:ss")))
              : tr("A second person must approve this."));
}

QString ConfirmationBox::approvalProblem(bool& waiting) const
{
    waiting = !m_request.approvalRequest.isEmpty() && m_answer->toPlainText().trimmed().isEmpty();
    if (m_request.approvalRequest.isEmpty())
        return {};
    if (waiting)
        return tr("Send them the request, paste what they send back.");
    const auto given = Approval::fromText(m_answer->toPlainText());
    if (!given)
        return given.error().message;
    const auto asked = ApprovalRequest::fromText(m_request.approvalRequest);
    return asked && asked->id != given->request ? tr("This approval is for another request.") : QString();
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
    m_hint->setVisible(typing);
    m_typed->clear();
    m_typed->setVisible(typing);
    m_confirm->setText(request.confirmLabel.isEmpty() ? tr("Run") : safeLine(request.confirmLabel, 60));
    m_confirm->setAccessibleName(m_confirm->text());
    restyle(this, "surface", typing ? "danger" : "warning");
    restyle(m_confirm, "role", typing ? "danger" : "primary");
    setAccessibleName(m_headline->text());
    setAccessibleDescription(m_target->text() + QLatin1Char('\n') + m_hint->text());
    askApproval();
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
    bool waiting = false;
    const QString problem = approvalProblem(waiting);
    m_confirm->setEnabled(armed && typedRight() && problem.isEmpty());
    const auto given = problem.isEmpty() ? Approval::fromText(m_answer->toPlainText()) : Approval{};
    m_approvalState->setText(problem.isEmpty() && given
                                 ? tr("Approval of %1 is here.").arg(safeLine(given->approver, 60))
                                 : safeBlock(problem, 400));
    restyle(m_approvalState, "role", problem.isEmpty() ? "good" : waiting ? "muted" : "danger");
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
