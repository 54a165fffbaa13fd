// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/shell/incident/QuestionDialog.h"

#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

#include <functional>

class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace cockpit {

/// One question: a choice, a text, or both.
struct PromptRequest {
    QString title;
    QString heading;    ///< what it is about; may come from outside
    QString listTitle;  ///< above `lines`
    QStringList lines;  ///< what the person should know before answering
    QString choiceLabel;
    QList<QPair<QString, QString>> choices;  ///< id, words
    QString chosen;
    QString textLabel;  ///< empty: no text is asked for
    QString textHint;
    QString text;                                           ///< to begin with
    std::function<QString(const QString& text)> objection;  ///< why a text cannot be the answer; empty: it can
    bool textRequired = false;
    QString acceptLabel;
};

/// Asks for a choice, a text, or both.
class PromptDialog : public QuestionDialog
{
    Q_OBJECT

public:
    PromptDialog(const PromptRequest& request, QWidget* parent);

signals:
    void answered(const QString& choice, const QString& text);

private:
    bool deliver() override;
    void settle();

    std::function<QString(const QString&)> m_objection;
    bool m_textRequired;
    QComboBox* m_choice = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QLabel* m_hint = nullptr;
};

}  // namespace cockpit
