// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/runbook/ResultView.h"

#include "ui/panels/runbook/OutputView.h"
#include "ui/panels/runbook/ResultTableModel.h"
#include "ui/panels/runbook/RowsView.h"
#include "ui/widgets/ElidedLabel.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace cockpit::panels::runbook {

ResultView::ResultView(Theme& theme, const QString& step, const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_output(new OutputView(this))
    , m_rows(new RowsView(theme, tr("Rows of step %1").arg(title), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_bar = makeBar(theme, title);
    column->addWidget(m_bar);
    column->addWidget(m_rows);
    column->addWidget(m_output);
    m_output->setFont(theme.monospaceFont());
    m_output->setStep(step, title);
    m_output->setAccessibleName(tr("Output of step %1").arg(title));
    m_output->hide();
    settle();
}

QPushButton* ResultView::makeToggle(const QString& text, const QString& name, QWidget* parent)
{
    auto* toggle = new QPushButton(text, parent);
    toggle->setCheckable(true);
    toggle->setAutoDefault(false);
    toggle->setProperty("role", QStringLiteral("quiet"));
    toggle->setAccessibleName(name);
    m_which->addButton(toggle);
    return toggle;
}

QWidget* ResultView::makeBar(Theme& theme, const QString& title)
{
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    m_which = new QButtonGroup(this);
    m_asTable = makeToggle(tr("Table"), tr("Show the rows of %1 as a table").arg(title), bar);
    m_asText = makeToggle(tr("Text"), tr("Show the output of %1 as text").arg(title), bar);
    m_asTable->setChecked(true);
    connect(m_which, &QButtonGroup::buttonToggled, this, &ResultView::settle);
    m_count = new ElidedLabel(bar);
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_count->setFont(theme.textFont(0.92));
    m_more = new QPushButton(tr("Fetch more"), bar);
    m_more->setAutoDefault(false);
    connect(m_more, &QPushButton::clicked, this, [this] { emit moreAsked(nextRows()); });
    auto* take = new QToolButton(bar);
    take->setText(QStringLiteral("\u22EF"));
    take->setToolTip(tr("Take the rows along"));
    take->setAccessibleName(tr("Take the rows of %1 along").arg(title));
    take->setPopupMode(QToolButton::InstantPopup);
    take->setFocusPolicy(Qt::StrongFocus);
    auto* menu = new QMenu(take);
    menu->addAction(tr("Copy the selection\tCtrl+C"), m_rows, &RowsView::copySelection);
    menu->addAction(tr("Save as CSV\u2026"), this, [this] { emit saveAsked(m_rows->rows().table()); });
    menu->addAction(tr("Put the CSV into the evidence"), this, [this] { emit evidenceAsked(m_rows->rows().table()); });
    take->setMenu(menu);
    row->addWidget(m_asTable);
    row->addWidget(m_asText);
    row->addWidget(m_count, 1);
    row->addWidget(m_more);
    row->addWidget(take);
    return bar;
}

qint64 ResultView::nextRows() const
{
    const ResultTable& table = m_rows->rows().table();
    const qint64 kept = table.rows.size();
    return m_hasTable && table.more && kept < mostRows ? std::clamp<qint64>(kept * 10, 10, mostRows) : 0;
}

void ResultView::setText(const QString& text)
{
    m_output->show(text);
    settle();
}

void ResultView::append(const QString& text)
{
    m_output->append(text);
    settle();
}

void ResultView::setTable(const ResultTable& table)
{
    m_hasTable = !table.columns.isEmpty();
    m_rows->rows().setTable(table);
    m_rows->settle();
    const QLocale locale;
    const qint64 kept = table.rows.size();
    const qint64 whole = std::max(kept, table.rowCount);
    m_count->setText(kept < whole ? tr("%1 of %2").arg(locale.toString(kept), locale.toString(whole))
                     : table.more ? tr("over %1").arg(locale.toString(kept))
                     : kept == 1  ? tr("1 row")
                                  : tr("%1 rows").arg(locale.toString(kept)));
    if (const qint64 next = nextRows(); next > 0)
        m_more->setAccessibleName(tr("Fetch more: up to %1 rows").arg(locale.toString(next)));
    m_asTable->setChecked(true);
    settle();
}

void ResultView::clearTable()
{
    m_hasTable = false;
    m_rows->rows().setTable({});
    settle();
}

void ResultView::settle()
{
    const bool table = m_hasTable && m_asTable->isChecked();
    m_bar->setVisible(m_hasTable);
    m_more->setVisible(nextRows() > 0);
    m_rows->setVisible(table);
    m_output->setVisible(!table && !m_output->document()->isEmpty());
    setVisible(m_hasTable || !m_output->document()->isEmpty());
}

}  // namespace cockpit::panels::runbook
