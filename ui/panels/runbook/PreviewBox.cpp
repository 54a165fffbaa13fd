// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/runbook/PreviewBox.h"

#include "core/base/SafeText.h"
#include "ui/panels/runbook/ResultTableModel.h"
#include "ui/panels/runbook/RowsView.h"
#include "ui/panels/runbook/StepView.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/PlainLabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace cockpit::panels::runbook {

namespace {

constexpr int codeMargin = 7;

ResultTable samplesOf(const StepPreview& preview)
{
    ResultTable table;
    table.columns = preview.columns;
    for (const QStringList& row : preview.samples) {
        while (table.columns.size() < row.size())
            table.columns.append(QString());
    }
    table.types.fill(ResultTable::CellType::Text, table.columns.size());
    for (const QStringList& row : preview.samples) {
        ResultTable::Row cells;
        for (qsizetype i = 0; i < table.columns.size(); ++i)
            cells.append(row.value(i));
        table.rows.append(cells);
    }
    return table;
}

}  // namespace

PreviewBox::PreviewBox(Theme& theme, const QString& stepTitle, QWidget* parent)
    : QFrame(parent)
    , m_heading(makePlainLabel("title", this))
    , m_danger(new Badge(theme, this))
    , m_raised(makePlainLabel("danger", this))
    , m_notes(makePlainLabel("", this))
    , m_count(makePlainLabel("muted", this))
    , m_rows(new RowsView(theme, tr("What step %1 would hit").arg(stepTitle), this))
    , m_asks(makePlainLabel("muted", this))
    , m_line(makePlainLabel("", this))
    , m_close(new QPushButton(tr("Close"), this))
{
    m_line->setProperty("surface", QStringLiteral("code"));
    m_line->setFont(theme.monospaceFont());
    m_line->setMargin(codeMargin);
    m_line->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setAutoDefault(false);
    m_close->setAccessibleName(tr("Close the dry run"));
    auto* raised = new QHBoxLayout;
    raised->setSpacing(8);
    raised->addWidget(m_danger, 0, Qt::AlignTop);
    raised->addWidget(m_raised, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_heading);
    column->addLayout(raised);
    for (QWidget* part : {static_cast<QWidget*>(m_notes), static_cast<QWidget*>(m_count), static_cast<QWidget*>(m_rows),
                          static_cast<QWidget*>(m_asks), static_cast<QWidget*>(m_line)})
        column->addWidget(part);
    column->addWidget(m_close, 0, Qt::AlignRight);
    connect(m_close, &QPushButton::clicked, this, [this] {
        clear();
        emit closed();
    });
    hide();
}

void PreviewBox::clear()
{
    m_dry = false;
    m_rows->rows().setTable({});
    hide();
}

void PreviewBox::show(const PreparedStep& prepared, Danger declared)
{
    m_dry = false;
    fill(prepared, declared);
    for (QWidget* part : {static_cast<QWidget*>(m_heading), static_cast<QWidget*>(m_asks),
                          static_cast<QWidget*>(m_line), static_cast<QWidget*>(m_close)})
        part->hide();
    setVisible(!m_raised->isHidden() || !m_notes->isHidden() || !m_rows->isHidden());
}

void PreviewBox::showDryRun(const PreparedStep& prepared, Danger declared)
{
    m_dry = true;
    fill(prepared, declared);
    const QString where = targetText(prepared.preview.target);
    const QString hits = prepared.preview.summary;
    m_heading->setText(tr("Dry run: nothing was changed, nothing is on the log."));
    QStringList asks;
    if (!hits.isEmpty())
        asks.append(tr("Would hit %1").arg(safeLine(hits)));
    if (!where.isEmpty())
        asks.append(where);
    switch (prepared.need) {
    case ConfirmationNeed::None: asks.append(tr("Runs at one key.")); break;
    case ConfirmationNeed::Agree: asks.append(tr("Asks once before it runs.")); break;
    case ConfirmationNeed::TypeText:
        asks.append(tr("Runs only after \"%1\" was typed.").arg(safeLine(prepared.expectedText)));
    }
    if (prepared.needsSecondPerson)
        asks.append(tr("Needs the approval of a second person."));
    m_asks->setText(asks.join(QLatin1Char('\n')));
    m_line->setText(safeBlock(prepared.step.commandLine, 8'000));
    m_line->setAccessibleName(tr("The same for a terminal: %1").arg(m_line->text()));
    m_heading->show();
    m_asks->show();
    m_line->setVisible(!prepared.step.commandLine.isEmpty());
    m_close->show();
    QFrame::show();
    m_close->setFocus(Qt::OtherFocusReason);
}

void PreviewBox::fill(const PreparedStep& prepared, Danger declared)
{
    const bool raised = !prepared.step.raised.isEmpty();
    m_danger->setDanger(prepared.step.spec.danger);
    m_danger->setVisible(raised);
    m_raised->setText(
        tr("Declared %1; raised to %2: %3")
            .arg(dangerTitle(declared), dangerTitle(prepared.step.spec.danger), safeLine(prepared.step.raised, 300)));
    m_raised->setVisible(raised);
    QStringList notes;
    for (const QString& note : prepared.preview.notes)
        notes.append(QStringLiteral("\u2022 ") + safeLine(note, 300));
    m_notes->setText(notes.join(QLatin1Char('\n')));
    m_notes->setVisible(!notes.isEmpty());
    fillRows(prepared.preview);
}

void PreviewBox::fillRows(const StepPreview& preview)
{
    m_rows->rows().setTable(samplesOf(preview), QSet<int>(preview.spared.begin(), preview.spared.end()));
    m_rows->settle();
    m_rows->setVisible(!preview.samples.isEmpty());
    const auto spared = static_cast<int>(preview.spared.size());
    const qint64 shown = preview.samples.size() - spared;
    QStringList count;
    if (preview.affected > shown && shown > 0)
        count.append(tr("%1 of %2 shown").arg(QLocale().toString(shown), QLocale().toString(preview.affected)));
    if (spared > 0)
        count.append(tr("%1 spared, struck out").arg(spared));
    m_count->setText(count.join(QStringLiteral(" \u00B7 ")));
    m_count->setVisible(!count.isEmpty());
}

void PreviewBox::keyPressEvent(QKeyEvent* event)
{
    if (m_dry && event->key() == Qt::Key_Escape) {
        m_close->click();
        return;
    }
    QFrame::keyPressEvent(event);
}

}  // namespace cockpit::panels::runbook
