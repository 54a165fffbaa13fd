// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QTableView>

namespace cockpit {

class Theme;

namespace panels::runbook {

class ResultTableModel;

/// A table in a card: as high as its rows up to a limit, columns as wide as their text up to a limit. Ctrl+C copies the
/// selected cells as tab-separated text.
class RowsView : public QTableView
{
    Q_OBJECT

public:
    RowsView(Theme& theme, const QString& name, QWidget* parent = nullptr);

    ResultTableModel& rows() { return *m_model; }
    /// After the model got another table.
    void settle();
    void copySelection();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    ResultTableModel* m_model;
};

}  // namespace panels::runbook
}  // namespace cockpit
