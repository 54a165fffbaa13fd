// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// What a step gave: its output, its rows, and where they can be taken.
#include "ui/panels/runbook/ResultView.h"
#include "ui/panels/runbook/RunbookPanel.h"
#include "ui/panels/runbook/StepCard.h"
#include "ui/widgets/MessageBar.h"
#include "ui/widgets/Selection.h"

#include <QFileDialog>
#include <QJsonDocument>
#include <QSaveFile>
#include <QThreadPool>

namespace cockpit::panels::runbook {

namespace {

constexpr qint64 shownOutput = 512 * 1024;          ///< the whole is in the evidence
constexpr qint64 largestTable = 256 * 1024 * 1024;  ///< bytes; cut JSON would be no table

Result<ResultTable> tableOf(const Result<QByteArray>& bytes)
{
    if (!bytes)
        return bytes.error();
    return ResultTable::fromJson(QJsonDocument::fromJson(*bytes).object());
}

Status writeWhole(const QString& file, const QByteArray& bytes)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        return fail(ErrorKind::Storage,
                    RunbookPanel::tr("\"%1\" could not be written: %2").arg(file, out.errorString()));
    return Done{};
}

}  // namespace

void RunbookPanel::loadResult(StepCard* target)
{
    loadTable(target);
    const StepView& view = target->view();
    if (view.evidence.isEmpty() || m_loaded.value(target) == view.evidence || view.state == StepView::State::Running)
        return;
    m_loaded.insert(target, view.evidence);
    const QPointer<StepCard> guard(target);
    m_context.engine.call([evidence = view.evidence](Engine& e) { return e.readEvidence(evidence, shownOutput); })
        .then(this, [guard](const Result<QByteArray>& bytes) {
            if (guard)
                guard->result().setText(bytes ? QString::fromUtf8(*bytes) : bytes.error().message);
        });
}

void RunbookPanel::loadTable(StepCard* target)
{
    const QString& evidence = target->view().table;
    if (evidence.isEmpty() || m_loadedTables.value(target) == evidence ||
        target->view().state == StepView::State::Running)
        return;
    m_loadedTables.insert(target, evidence);
    const QPointer<StepCard> guard(target);
    m_context.engine.call([evidence](Engine& e) { return e.readEvidence(evidence, largestTable); })
        .then(QThreadPool::globalInstance(), tableOf)
        .then(this, [this, guard, evidence](const Result<ResultTable>& table) {
            if (!guard || m_loadedTables.value(guard) != evidence)
                return;
            if (table)
                guard->result().setTable(*table);
            else
                guard->showProblem(table.error().message);
        });
}

void RunbookPanel::saveCsv(const StepCard* target, const ResultTable& table)
{
    auto* dialog = new QFileDialog(this, tr("Save the rows"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setNameFilter(QStringLiteral("*.csv"));
    dialog->selectFile(target->view().spec.id + QStringLiteral(".csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, table](const QString& file) {
        QtFuture::makeReadyFuture(table)
            .then(QThreadPool::globalInstance(),
                  [file](const ResultTable& rows) { return writeWhole(file, rows.toCsv()); })
            .then(this, [this, file](const Status& written) {
                m_message->showMessage(written ? MessageBar::Kind::Info : MessageBar::Kind::Error,
                                       written ? tr("Saved as %1").arg(file) : written.error().message);
            });
    });
    dialog->open();
}

void RunbookPanel::keepCsv(const StepCard* target, const ResultTable& table)
{
    EvidenceRequest request;
    request.incident = m_context.selection.incident();
    request.name = target->view().spec.id + QStringLiteral(".csv");
    request.type = QStringLiteral("text/csv");
    request.source = QStringLiteral("step");
    QtFuture::makeReadyFuture(table)
        .then(QThreadPool::globalInstance(), [](const ResultTable& rows) { return rows.toCsv(); })
        .then(this, [this, request](const QByteArray& csv) {
            EvidenceRequest whole = request;
            whole.bytes = csv;
            m_context.engine
                .call([whole, actor = m_context.engine.actor()](Engine& e) { return e.addEvidence(whole, actor); })
                .then(this, [this](const Result<EvidenceItem>& item) {
                    m_message->showMessage(item ? MessageBar::Kind::Info : MessageBar::Kind::Error,
                                           item ? tr("%1 is in the evidence.").arg(item->name) : item.error().message);
                });
        });
}

}  // namespace cockpit::panels::runbook
