// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/shell/incident/PromptDialog.h"

#include "core/base/SafeText.h"

#include <QComboBox>
#include <QHBoxLayout>
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
    : QuestionDialog(request.title, request.acceptLabel, parent)
    , m_objection(request.objection)
    , m_textRequired(request.textRequired)
{
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
    layout->addLayout(makeButtons(m_hint));
    if (m_text)
        m_text->setFocus();
    settle();
}

void PromptDialog::settle()
{
    const QString text = m_text ? m_text->toPlainText().trimmed() : QString();
    const QString objection = m_objection ? m_objection(text) : QString();
    m_hint->setText(objection.isEmpty() ? tr("Ctrl+Enter answers") : safeLine(objection));
    acceptButton()->setEnabled(objection.isEmpty() && (!m_textRequired || !m_text || !text.isEmpty()));
}

bool PromptDialog::deliver()
{
    emit answered(m_choice ? m_choice->currentData().toString() : QString(),
                  m_text ? m_text->toPlainText().trimmed() : QString());
    return true;
}

}  // namespace cockpit
