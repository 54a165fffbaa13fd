// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/shell/incident/DeclareDialog.h"

#include "core/base/Duration.h"
#include "core/base/SafeText.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace cockpit {

QString responseText(const ResponseTime& time)
{
    if (time.nextBusinessDay)
        return QCoreApplication::translate("DeclareDialog", "respond by the next business day");
    if (time.within.count() == 0)
        return QCoreApplication::translate("DeclareDialog", "respond at once");
    return QCoreApplication::translate("DeclareDialog", "respond within %1").arg(formatDuration(time.within));
}

DeclareDialog::DeclareDialog(const QList<PlatformState>& platforms, const QString& platform, QWidget* parent)
    : QDialog(parent)
    , m_platforms(platforms)
    , m_platform(new QComboBox(this))
    , m_severity(new QComboBox(this))
    , m_meaning(new QLabel(this))
    , m_title(new QLineEdit(this))
    , m_reason(new QPlainTextEdit(this))
    , m_runbook(new QComboBox(this))
    , m_declare(new QPushButton(tr("Declare"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Declare an incident"));
    setMinimumWidth(520);
    m_meaning->setTextFormat(Qt::PlainText);
    m_meaning->setWordWrap(true);
    m_meaning->setProperty("role", QStringLiteral("muted"));
    m_meaning->setMinimumHeight(2 * m_meaning->fontMetrics().height());
    m_meaning->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_title->setMaxLength(200);
    m_title->setPlaceholderText(tr("What is broken, for whom"));
    m_reason->setPlaceholderText(tr("What you saw (optional)"));
    m_reason->setTabChangesFocus(true);
    m_reason->setMaximumHeight(96);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    const auto row = [&](const QString& label, QWidget* editor) {
        auto* name = new QLabel(label, this);
        name->setTextFormat(Qt::PlainText);
        name->setProperty("role", QStringLiteral("muted"));
        name->setBuddy(editor);
        editor->setAccessibleName(label);
        form->addRow(name, editor);
    };
    row(tr("Title"), m_title);
    row(tr("Platform"), m_platform);
    row(tr("Severity"), m_severity);
    form->addRow(QString(), m_meaning);
    row(tr("Runbook"), m_runbook);
    row(tr("Reason"), m_reason);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addLayout(makeButtons());

    for (const PlatformState& state : m_platforms)
        m_platform->addItem(safeLine(state.playbook->title), state.playbook->id);
    m_platform->setCurrentIndex(qMax(0, m_platform->findData(platform)));
    connect(m_platform, &QComboBox::currentIndexChanged, this, &DeclareDialog::takePlatform);
    connect(m_severity, &QComboBox::currentIndexChanged, this, &DeclareDialog::takeSeverity);
    connect(m_title, &QLineEdit::textChanged, this, &DeclareDialog::settle);
    connect(m_declare, &QPushButton::clicked, this, &DeclareDialog::declare);
    takePlatform();
    m_title->setFocus();
}

QLayout* DeclareDialog::makeButtons()
{
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAccessibleName(cancel->text());
    cancel->setAutoDefault(false);
    m_declare->setProperty("role", QStringLiteral("primary"));
    m_declare->setAccessibleName(m_declare->text());
    m_declare->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    auto* hint = new QLabel(tr("Ctrl+Enter declares"), this);
    hint->setTextFormat(Qt::PlainText);
    hint->setProperty("role", QStringLiteral("dim"));
    buttons->addWidget(hint, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_declare);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    return buttons;
}

const Playbook& DeclareDialog::playbook() const
{
    return *m_platforms.at(m_platform->currentIndex()).playbook;
}

void DeclareDialog::takePlatform()
{
    m_severity->clear();
    for (const Severity& severity : playbook().severities)
        m_severity->addItem(safeLine(QStringLiteral("%1 \u00B7 %2 \u00B7 %3")
                                         .arg(severity.id, severity.title, responseText(severity.respondWithin))),
                            severity.id);
    m_runbook->clear();
    m_runbook->addItem(tr("none"), QString());
    for (const Runbook& runbook : playbook().runbooks)
        m_runbook->addItem(safeLine(runbook.title), runbook.id);
    takeSeverity();
}

void DeclareDialog::takeSeverity()
{
    const Severity* severity = playbook().severity(m_severity->currentData().toString());
    m_meaning->setText(severity ? safeLine(severity->meaning, 400) : QString());
    settle();
}

void DeclareDialog::settle()
{
    m_declare->setEnabled(!m_title->text().trimmed().isEmpty() && m_severity->currentIndex() >= 0);
}

void DeclareDialog::declare()
{
    if (!m_declare->isEnabled())
        return;
    m_declare->setEnabled(false);
    DeclareRequest request;
    request.platform = playbook().id;
    request.severity = m_severity->currentData().toString();
    request.title = m_title->text().trimmed();
    request.reason = m_reason->toPlainText().trimmed();
    request.runbook = m_runbook->currentData().toString();
    emit declared(request);
    accept();
}

void DeclareDialog::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        if (!event->isAutoRepeat())
            declare();
        return;
    }
    QDialog::keyPressEvent(event);
}

}  // namespace cockpit
