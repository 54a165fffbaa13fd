// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/EngineTypes.h"
#include "ui/widgets/Theme.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace cockpit {

class Badge;

namespace panels::runbook {

class RowsView;

/// What a prepared step would hit: why it is more dangerous than declared, what else to know, sample rows with those it
/// spares struck out. As a dry run also what would be asked and the line for a terminal; then it can only be closed.
class PreviewBox : public QFrame
{
    Q_OBJECT

public:
    PreviewBox(Theme& theme, const QString& stepTitle, QWidget* parent = nullptr);

    void show(const PreparedStep& prepared, Danger declared);
    void showDryRun(const PreparedStep& prepared, Danger declared);
    bool isDryRun() const { return m_dry; }
    void clear();

signals:
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill(const PreparedStep& prepared, Danger declared);
    void fillRows(const StepPreview& preview);

    QLabel* m_heading;
    Badge* m_danger;
    QLabel* m_raised;
    QLabel* m_notes;
    QLabel* m_count;
    RowsView* m_rows;
    QLabel* m_asks;
    QLabel* m_line;
    QPushButton* m_close;
    bool m_dry = false;
};

}  // namespace panels::runbook
}  // namespace cockpit
