// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/runbook/ResultTable.h"

#include <QWidget>

class QButtonGroup;
class QMenu;
class QPushButton;

namespace cockpit {

class ElidedLabel;
class Theme;

namespace panels::runbook {

class OutputView;
class RowsView;

/// What a step gave: its text, and its rows as a table where there are any, with ways to take them along.
class ResultView : public QWidget
{
    Q_OBJECT

public:
    static constexpr qint64 mostRows = 100'000;

    ResultView(Theme& theme, const QString& step, const QString& title, QWidget* parent = nullptr);

    OutputView& output() { return *m_output; }
    RowsView& rows() { return *m_rows; }
    void setText(const QString& text);
    void append(const QString& text);
    void setTable(const ResultTable& table);
    void clearTable();
    bool hasTable() const { return m_hasTable; }
    /// How many rows "Fetch more" asks for; 0: there are no more to be had.
    qint64 nextRows() const;
    /// Shows what there is; hides itself when there is nothing.
    void settle();

signals:
    void moreAsked(qint64 rows);
    void saveAsked(const cockpit::ResultTable& table);
    void evidenceAsked(const cockpit::ResultTable& table);

private:
    QWidget* makeBar(Theme& theme, const QString& title);
    QPushButton* makeToggle(const QString& text, const QString& name, QWidget* parent);

    OutputView* m_output;
    RowsView* m_rows;
    QWidget* m_bar = nullptr;
    QButtonGroup* m_which = nullptr;
    QPushButton* m_asTable = nullptr;
    QPushButton* m_asText = nullptr;
    ElidedLabel* m_count = nullptr;
    QPushButton* m_more = nullptr;
    bool m_hasTable = false;
};

}  // namespace panels::runbook
}  // namespace cockpit
