// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/widgets/Panel.h"

#include <QDialog>
#include <QMap>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace cockpit {

/// This cockpit's own key, and the colleagues whose approval counts here. Deletes itself.
class ApproversDialog : public QDialog
{
    Q_OBJECT

public:
    ApproversDialog(const PanelContext& context, QWidget* parent);

signals:
    /// A sentence for the person.
    void failed(const QString& message);

private:
    QWidget* makeOwnKey();
    QWidget* makeList();
    QWidget* makeForm();
    void reload();
    void fill(const QMap<QString, QString>& approvers);
    void trust();
    void forget();
    void report(const Status& status);

    PanelContext m_context;
    QLineEdit* m_ownKey = nullptr;
    QListWidget* m_list = nullptr;
    QPushButton* m_forget = nullptr;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_key = nullptr;
    QLabel* m_problem;
};

}  // namespace cockpit
