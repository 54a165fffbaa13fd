// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/shell/incident/PromptDialog.h"

#include "core/base/SafeText.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace cockpit {

namespace {

constexpr qsizetype mostLines = 12;

QLabel* plainLabel(const QString& text, const char* role, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("role", QLatin1String(role));
    label->setText(text);
    return label;
}

QString bulleted(const QStringList& lines)
{
    QStringList shown;
    for (qsizetype i = 0; i < qMin(lines.size(), mostLines); ++i)
        shown.append(QStringLiteral("\u2022 ") + safeLine(lines.at(i)));
    if (lines.size() > mostLines)
        shown.append(PromptDialog::tr("and %1 more").arg(lines.size() - mostLines));
    return shown.join(QLatin1Char('\n'));
}

}  // namespace

PromptDialog::PromptDialog(const PromptRequest& request, QWidget* parent)
    : QDialog(parent)
    , m_objection(request.objection)
    , m_textRequired(request.textRequired)
    , m_accept(new QPushButton(request.acceptLabel, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(request.title);
    setMinimumWidth(460);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(plainLabel(safeLine(request.heading), "heading", this));
    if (!request.lines.isEmpty()) {
        layout->addWidget(plainLabel(request.listTitle, "title", this));
        layout->addWidget(plainLabel(bulleted(request.lines), "muted", this));
    }
    if (!request.choices.isEmpty()) {
        m_choice = new QComboBox(this);
        for (const auto& choice : request.choices)
            m_choice->addItem(safeLine(choice.second), choice.first);
        m_choice->setCurrentIndex(qMax(0, m_choice->findData(request.chosen)));
        m_choice->setAccessibleName(request.choiceLabel);
        layout->addWidget(plainLabel(request.choiceLabel, "muted", this));
        layout->addWidget(m_choice);
    }
    if (!request.textLabel.isEmpty()) {
        m_text = new QPlainTextEdit(this);
        m_text->setPlaceholderText(request.textHint);
        m_text->setPlainText(request.text);
        m_text->setTabChangesFocus(true);
        m_text->setMinimumHeight(request.text.isEmpty() ? 72 : 220);
        m_text->setAccessibleName(request.textLabel);
        layout->addWidget(plainLabel(request.textLabel, "muted", this));
        layout->addWidget(m_text, 1);
        connect(m_text, &QPlainTextEdit::textChanged, this, &PromptDialog::settle);
    }
    m_hint = plainLabel({}, "dim", this);
    auto* buttons = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAccessibleName(cancel->text());
    cancel->setAutoDefault(false);
    buttons->addWidget(m_hint, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_accept);
    layout->addLayout(buttons);
    m_accept->setProperty("role", QStringLiteral("primary"));
    m_accept->setAccessibleName(m_accept->text());
    m_accept->setAutoDefault(false);
    connect(m_accept, &QPushButton::clicked, this, &PromptDialog::answer);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    if (m_text)
        m_text->setFocus();
    settle();
}

void PromptDialog::settle()
{
    const QString text = m_text ? m_text->toPlainText().trimmed() : QString();
    const QString objection = m_objection ? m_objection(text) : QString();
    m_hint->setText(objection.isEmpty() ? tr("Ctrl+Enter answers") : safeLine(objection));
    m_accept->setEnabled(objection.isEmpty() && (!m_textRequired || !m_text || !text.isEmpty()));
}

void PromptDialog::answer()
{
    if (!m_accept->isEnabled())
        return;
    // Answered once: a second Enter finds nothing to do.
    m_accept->setEnabled(false);
    emit answered(m_choice ? m_choice->currentData().toString() : QString(),
                  m_text ? m_text->toPlainText().trimmed() : QString());
    accept();
}

void PromptDialog::keyPressEvent(QKeyEvent* event)
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
