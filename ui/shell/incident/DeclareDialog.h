// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/EngineTypes.h"
#include "core/engine/Snapshot.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace cockpit {

/// Asks for platform, severity (with how fast it must be answered and what it means), title, reason and runbook.
/// Shown with open(); Ctrl+Enter declares. Deletes itself.
class DeclareDialog : public QDialog
{
    Q_OBJECT

public:
    DeclareDialog(const QList<PlatformState>& platforms, const QString& platform, QWidget* parent);

signals:
    void declared(const cockpit::DeclareRequest& request);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLayout* makeButtons();
    const Playbook& playbook() const;
    void takePlatform();
    void takeSeverity();
    void settle();
    void declare();

    QList<PlatformState> m_platforms;
    QComboBox* m_platform;
    QComboBox* m_severity;
    QLabel* m_meaning;
    QLineEdit* m_title;
    QPlainTextEdit* m_reason;
    QComboBox* m_runbook;
    QPushButton* m_declare;
};

/// "respond at once", "respond within 15m", "respond by the next business day".
QString responseText(const ResponseTime& time);

}  // namespace cockpit
