// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/shell/approvals/ApproveDialog.h"

#include "core/base/SafeText.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/PlainLabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace cockpit {

ApproveDialog::ApproveDialog(const PanelContext& context, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_pasted(new QPlainTextEdit(this))
    , m_problem(makePlainLabel("muted", this))
    , m_facts(new QWidget(this))
    , m_approve(new QPushButton(tr("Approve"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Approve a colleague's step"));
    setMinimumWidth(560);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(8);
    auto* heading = makePlainLabel("heading", this);
    heading->setText(tr("Paste the request they sent you"));
    layout->addWidget(heading);
    m_pasted->setObjectName(QStringLiteral("request"));
    m_pasted->setAccessibleName(tr("Request"));
    m_pasted->setTabChangesFocus(true);
    m_pasted->setFixedHeight(84);
    connect(m_pasted, &QPlainTextEdit::textChanged, this, &ApproveDialog::read);
    layout->addWidget(m_pasted);
    m_problem->setObjectName(QStringLiteral("problem"));
    layout->addWidget(m_problem);
    fillFacts();
    layout->addWidget(m_facts, 1);
    auto* buttons = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAccessibleName(cancel->text());
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_approve->setObjectName(QStringLiteral("approve"));
    m_approve->setAccessibleName(m_approve->text());
    m_approve->setProperty("role", QStringLiteral("primary"));
    m_approve->setAutoDefault(false);
    connect(m_approve, &QPushButton::clicked, this, &ApproveDialog::approve);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_approve);
    layout->addLayout(buttons);
    // Most of the time it has just been copied.
    const QString copied = QGuiApplication::clipboard()->text();
    if (ApprovalRequest::fromText(copied))
        m_pasted->setPlainText(copied);
    read();
}

void ApproveDialog::fillFacts()
{
    auto* layout = new QVBoxLayout(m_facts);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    m_who = makePlainLabel("title", m_facts);
    m_who->setObjectName(QStringLiteral("who"));
    layout->addWidget(m_who);
    auto* place = new QHBoxLayout;
    m_environment = new Badge(m_context.theme, m_facts);
    m_where = makePlainLabel("muted", m_facts);
    place->addWidget(m_environment);
    place->addWidget(m_where, 1);
    layout->addLayout(place);
    m_text = new QPlainTextEdit(m_facts);
    m_text->setObjectName(QStringLiteral("text"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("What will be sent"));
    m_text->setProperty("role", QStringLiteral("code"));
    m_text->setMinimumHeight(120);
    layout->addWidget(m_text, 1);
    m_expires = makePlainLabel("dim", m_facts);
    layout->addWidget(m_expires);
}

void ApproveDialog::read()
{
    const QString text = m_pasted->toPlainText();
    if (text.trimmed().isEmpty()) {
        m_problem->setText(tr("It begins with BEGIN INCIDENT COCKPIT APPROVAL REQUEST."));
        m_problem->show();
        m_facts->hide();
        m_approve->setEnabled(false);
        return;
    }
    const int reading = ++m_reading;
    m_context.engine
        .call([text, actor = m_context.engine.actor()](Engine& engine) { return engine.readApproval(text, actor); })
        .then(this, [this, reading](const Result<ApprovalRequest>& request) {
            if (reading == m_reading)
                showRequest(request);
        });
}

void ApproveDialog::showRequest(const Result<ApprovalRequest>& request)
{
    m_facts->setVisible(request.ok());
    m_problem->setVisible(!request.ok());
    m_approve->setEnabled(request.ok());
    if (!request) {
        m_problem->setText(safeLine(request.error().message));
        return;
    }
    m_who->setText(
        tr("%1 asks to run \u201C%2\u201D").arg(safeLine(request->requester, 80), safeLine(request->title, 200)));
    m_environment->setEnvironment(request->target.environment);
    const QString place = tr("%1 on %2").arg(safeLine(request->target.name, 80), safeLine(request->target.address, 80));
    m_where->setText(request->affected < 0 ? place : tr("%1; would hit %2").arg(place).arg(request->affected));
    m_text->setPlainText(safeBlock(request->text));
    m_expires->setText(
        tr("Expires at %1 UTC. Your approval is for exactly these bytes on this target, once, and is on your log.")
            .arg(request->expires.toUTC().toString(QStringLiteral("HH:mm:ss"))));
}

void ApproveDialog::approve()
{
    m_approve->setEnabled(false);
    m_context.engine
        .call([text = m_pasted->toPlainText(), actor = m_context.engine.actor()](Engine& engine) {
            return engine.giveApproval(text, actor);
        })
        .then(this, [this](const Result<QString>& approval) {
            if (!approval) {
                m_problem->setText(safeLine(approval.error().message));
                m_problem->show();
                m_approve->setEnabled(true);
                return;
            }
            QGuiApplication::clipboard()->setText(*approval);
            emit given();
            accept();
        });
}

}  // namespace cockpit
