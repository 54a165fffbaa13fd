// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/connections/ConnectionsPanel.h"

#include "core/base/SafeText.h"
#include "ui/panels/connections/ConnectionEditor.h"
#include "ui/panels/connections/ConnectionsModel.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/MessageBar.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace cockpit::panels::connections {

namespace {

constexpr int rowHeight = 28;
constexpr int signWidth = 28;
constexpr int environmentWidth = 96;
constexpr int margin = 8;

}  // namespace

ConnectionsPanel::ConnectionsPanel(PanelContext context, QWidget* parent)
    : Panel(context, parent)
    , m_model(new ConnectionsModel(context.theme, this))
    , m_stack(new QStackedWidget(this))
    , m_list(new QWidget(this))
    , m_table(new QTableView(m_list))
    , m_detail(new QLabel(m_list))
    , m_edit(new QPushButton(m_list))
    , m_editor(new ConnectionEditor(context.theme, this))
    , m_empty(new EmptyState(context.theme, Glyph::Info, this))
    , m_message(new MessageBar(context.theme, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addWidget(m_stack, 1);
    m_message->hide();
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Connections"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView* header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(signWidth);
    header->setHighlightSections(false);
    for (const int fixed : {ConnectionsModel::StateColumn, ConnectionsModel::EnvironmentColumn})
        header->setSectionResizeMode(fixed, QHeaderView::Fixed);
    for (const int stretched : {ConnectionsModel::NameColumn, ConnectionsModel::SentenceColumn})
        header->setSectionResizeMode(stretched, QHeaderView::Stretch);
    m_table->setColumnWidth(ConnectionsModel::StateColumn, signWidth);
    m_table->setColumnWidth(ConnectionsModel::EnvironmentColumn, environmentWidth);
    m_table->installEventFilter(this);
    m_empty->setText(tr("No connections"), tr("The playbooks that are loaded need none."));
    m_stack->addWidget(makeList());
    m_stack->addWidget(m_editor);
    m_stack->addWidget(m_empty);
    setFocusProxy(m_table);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex& index) { edit(index.row()); });
    connect(m_editor, &ConnectionEditor::testAsked, this, &ConnectionsPanel::test);
    connect(m_editor, &ConnectionEditor::saveAsked, this, &ConnectionsPanel::save);
    connect(m_editor, &ConnectionEditor::removeAsked, this, &ConnectionsPanel::remove);
    connect(m_editor, &ConnectionEditor::closed, this, &ConnectionsPanel::showList);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ConnectionsPanel::settleDetail);
    connect(m_edit, &QPushButton::clicked, this, [this] { edit(m_table->currentIndex().row()); });
    context.engine.call([](Engine& e) { return e.connectionKinds(); })
        .then(this, [this](const QList<ConnectionKindInfo>& kinds) { m_kinds = kinds; });
}

/// The table with the whole sentence of its current row below.
QWidget* ConnectionsPanel::makeList()
{
    auto* column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(margin, margin - 2, margin, margin);
    row->setSpacing(margin);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setWordWrap(true);
    m_detail->setMinimumWidth(1);
    m_detail->setProperty("role", QStringLiteral("muted"));
    m_edit->setAutoDefault(false);
    row->addWidget(m_detail, 1);
    row->addWidget(m_edit, 0, Qt::AlignBottom);
    column->addLayout(row);
    return m_list;
}

void ConnectionsPanel::showList()
{
    m_stack->setCurrentWidget(m_list);
    m_table->setFocus();
    refresh(m_context.engine.snapshot());
}

void ConnectionsPanel::settleDetail()
{
    const QModelIndex current = m_table->currentIndex();
    const ConnectionState state = m_model->at(current.row());
    m_edit->setEnabled(current.isValid());
    m_edit->setText(current.isValid() && !state.bound ? tr("Set up\u2026") : tr("Edit\u2026"));
    m_edit->setAccessibleName(tr("%1 %2").arg(m_edit->text(), safeLine(state.spec.id, 60)));
    m_detail->setText(current.isValid() ? tr("%1: %2").arg(safeLine(state.spec.id, 60), connectionSentence(state))
                                        : tr("Choose a connection to see how it fares."));
}

void ConnectionsPanel::refresh(const Snapshot& snapshot)
{
    m_model->namePlatforms(snapshot.platforms);
    m_model->update(connectionRows(snapshot));
    qsizetype up = 0;
    qsizetype bound = 0;
    for (const ConnectionState& state : snapshot.connections) {
        bound += state.bound ? 1 : 0;
        up += state.bound && state.tested && state.check.ok ? 1 : 0;
    }
    setStatus(tr("%1 of %2 up").arg(up).arg(bound));
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->selectRow(0);
    settleDetail();
    if (m_stack->currentWidget() == m_editor)
        return;
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? m_list : m_empty);
}

bool ConnectionsPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_table->currentIndex().isValid()) {
            edit(m_table->currentIndex().row());
            return true;
        }
    }
    return Panel::eventFilter(watched, event);
}

void ConnectionsPanel::edit(int row)
{
    const ConnectionState state = m_model->at(row);
    for (const ConnectionKindInfo& kind : m_kinds) {
        if (kind.kind != state.spec.kind)
            continue;
        m_editor->edit(state, kind, m_context.engine.snapshot().keychain);
        m_stack->setCurrentWidget(m_editor);
        m_editor->setFocus();
        return;
    }
    m_message->showMessage(MessageBar::Kind::Warning,
                           tr("This build has no connection kind \"%1\"").arg(state.spec.kind));
}

void ConnectionsPanel::test(const ConnectionSpec& spec, const std::optional<Secret>& secret)
{
    m_editor->setBusy(true);
    m_context.engine.call([spec, secret](Engine& e) { return e.testSettings(spec, secret); })
        .then(this, [this, id = spec.id](const ConnectionCheck& check) {
            if (m_editor->connectionId() != id)
                return;
            m_editor->setBusy(false);
            m_editor->showResult(check.ok, check.sentence);
        });
}

void ConnectionsPanel::save(const ConnectionSpec& spec, const std::optional<Secret>& secret)
{
    m_editor->setBusy(true);
    m_context.engine
        .call([spec, secret, actor = m_context.engine.actor()](Engine& e) {
            return e.saveConnection(spec, secret, actor);
        })
        .then(this, [this, id = spec.id](const Status& saved) {
            if (m_editor->connectionId() != id)
                return;
            m_editor->setBusy(false);
            if (!saved) {
                m_editor->showResult(false, saved.error().message);
                return;
            }
            m_editor->forgetSecret();
            m_table->selectRow(m_model->rowOf(id));
            showList();
            m_message->showMessage(MessageBar::Kind::Info, tr("%1 is saved and being tested").arg(id));
        });
}

void ConnectionsPanel::remove(const QString& id)
{
    m_context.engine.call([id, actor = m_context.engine.actor()](Engine& e) { return e.removeConnection(id, actor); })
        .then(this, [this, id](const Status& removed) {
            if (!removed) {
                m_editor->showResult(false, removed.error().message);
                return;
            }
            m_editor->forgetSecret();
            showList();
            m_message->showMessage(MessageBar::Kind::Info, tr("%1 is removed from this workstation").arg(id));
        });
}

}  // namespace cockpit::panels::connections
