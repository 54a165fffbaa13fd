// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/timeline/TimelinePanel.h"

#include "core/base/SafeText.h"
#include "ui/panels/timeline/TimelineDelegate.h"
#include "ui/widgets/ActionCatalogue.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/MessageBar.h"
#include "ui/widgets/Selection.h"
#include "ui/widgets/Theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStyle>
#include <QTimer>

namespace cockpit::panels::timeline {

namespace {

constexpr int page = 2'000;
constexpr int longestNote = 4'000;
constexpr int filterDelayMs = 150;

}  // namespace

TimelinePanel::TimelinePanel(PanelContext context, QWidget* parent)
    : Panel(context, parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHeader(layout);
    m_message = new MessageBar(m_context.theme, this);
    layout->addWidget(m_message);
    buildList(layout);
    buildNote(layout);
    registerActions();
    connect(&m_context.selection, &Selection::incidentChanged, this, &TimelinePanel::applyScope);
    connect(&m_context.theme, &Theme::changed, this, [this] {
        m_details->setFont(m_context.theme.monospaceFont());
        m_list->viewport()->update();
    });
    applyScope();
}

void TimelinePanel::buildHeader(QBoxLayout* layout)
{
    auto* header = new QHBoxLayout;
    header->setContentsMargins(8, 6, 8, 6);
    header->setSpacing(8);
    m_filter = new QLineEdit(this);
    m_filter->setPlaceholderText(tr("Filter…"));
    m_filter->setAccessibleName(tr("Filter the timeline"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaxLength(200);
    m_filterDelay = new QTimer(this);
    m_filterDelay->setSingleShot(true);
    m_filterDelay->setInterval(filterDelayMs);
    connect(m_filter, &QLineEdit::textChanged, m_filterDelay, qOverload<>(&QTimer::start));
    connect(m_filterDelay, &QTimer::timeout, this, [this] {
        m_model.setFilter(m_filter->text().trimmed());
        followEnd();
        updateEmpty();
    });
    m_onlyThis = new QPushButton(tr("This incident"), this);
    m_onlyThis->setCheckable(true);
    m_onlyThis->setChecked(true);
    m_onlyThis->setProperty("role", QStringLiteral("quiet"));
    m_onlyThis->setAccessibleName(tr("Show only the selected incident"));
    connect(m_onlyThis, &QPushButton::toggled, this, &TimelinePanel::applyScope);
    m_detailsButton = new QPushButton(tr("Details"), this);
    m_detailsButton->setCheckable(true);
    m_detailsButton->setProperty("role", QStringLiteral("quiet"));
    m_detailsButton->setAccessibleName(tr("Show the details of the chosen entry"));
    m_status = new QLabel(this);
    m_status->setTextFormat(Qt::PlainText);
    m_status->setProperty("role", QStringLiteral("muted"));
    header->addWidget(m_filter, 1);
    header->addWidget(m_onlyThis);
    header->addWidget(m_detailsButton);
    header->addWidget(m_status);
    layout->addLayout(header);
}

void TimelinePanel::buildList(QBoxLayout* layout)
{
    auto* splitter = new QSplitter(Qt::Vertical, this);
    m_list = new QListView(splitter);
    m_list->setModel(&m_model);
    m_delegate = new TimelineDelegate(
        m_context.theme, [this](const TimelineRow& row) { return rankOf(row); }, m_list);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setDragEnabled(true);
    m_list->setDragDropMode(QAbstractItemView::DragOnly);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Timeline"));
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->viewport()->installEventFilter(this);
    m_empty = new EmptyState(m_context.theme, Glyph::Info, m_list->viewport());
    m_details = new QPlainTextEdit(splitter);
    m_details->setReadOnly(true);
    m_details->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_details->setAccessibleName(tr("Details of the chosen entry"));
    m_details->setFont(m_context.theme.monospaceFont());
    m_details->hide();
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    layout->addWidget(splitter, 1);

    m_pill = new QPushButton(m_list);
    m_pill->setProperty("role", QStringLiteral("primary"));
    m_pill->hide();
    connect(m_pill, &QPushButton::clicked, this, [this] {
        m_list->clearSelection();
        followEnd();
    });
    connect(m_detailsButton, &QPushButton::toggled, this, [this](bool shown) {
        m_details->setVisible(shown);
        showDetails();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &TimelinePanel::showDetails);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_unseen > 0 && !isHeld())
            followEnd();
    });
    connect(m_list, &QListView::activated, this, [this] { m_detailsButton->setChecked(true); });
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        m_follow = value == m_list->verticalScrollBar()->maximum();
        if (m_unseen > 0 && !isHeld())
            followEnd();
    });
}

void TimelinePanel::buildNote(QBoxLayout* layout)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(8, 6, 8, 8);
    m_note = new QLineEdit(this);
    m_note->setMaxLength(longestNote);
    m_note->setAccessibleName(tr("Note for the timeline"));
    connect(m_note, &QLineEdit::returnPressed, this, &TimelinePanel::sendNote);
    row->addWidget(m_note);
    layout->addLayout(row);
}

void TimelinePanel::registerActions()
{
    auto* copy = new QAction(tr("Copy"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, [this] {
        const QModelIndexList chosen = m_list->selectionModel()->selectedIndexes();
        if (!chosen.isEmpty())
            QGuiApplication::clipboard()->setText(m_model.plainText(chosen));
    });
    auto* choose = new QAction(tr("Go to its incident"), this);
    connect(choose, &QAction::triggered, this, [this] {
        const TimelineRow* row = m_model.row(m_list->currentIndex());
        if (row && !row->incident.isEmpty())
            m_context.selection.setIncident(row->incident);
    });
    m_list->addActions({copy, choose});

    auto* note = new QAction(tr("Add a note"), this);
    note->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    connect(note, &QAction::triggered, this, [this] { m_note->setFocus(Qt::ShortcutFocusReason); });
    m_context.actions.add(QStringLiteral("timeline.note"), note, QStringLiteral("incident"));
    auto* filter = new QAction(tr("Filter the timeline"), this);
    connect(filter, &QAction::triggered, this, [this] { m_filter->setFocus(Qt::ShortcutFocusReason); });
    m_context.actions.add(QStringLiteral("timeline.filter"), filter, QStringLiteral("view"));
}

void TimelinePanel::refresh(const Snapshot& snapshot)
{
    m_delegate->setNow(snapshot.at);
    m_wanted = snapshot.lastSequence;
    showStatus(snapshot);
    fetchMissing();
}

void TimelinePanel::showStatus(const Snapshot& snapshot)
{
    QString text = tr("%1 in the log").arg(QLocale::c().toString(snapshot.lastSequence));
    if (!snapshot.chain.intact)
        text += tr(" · chain BROKEN at entry %1").arg(snapshot.chain.firstBad);
    else if (snapshot.chainVerifiedAt.isValid())
        text += tr(" · chain verified %1").arg(snapshot.chainVerifiedAt.toUTC().toString(QStringLiteral("HH:mm")));
    if (text == m_status->text())
        return;
    m_status->setText(text);
    m_status->setToolTip(safeToolTip(snapshot.chain.reason));
    m_status->setProperty("role", snapshot.chain.intact ? QStringLiteral("muted") : QStringLiteral("danger"));
    m_status->style()->unpolish(m_status);
    m_status->style()->polish(m_status);
}

void TimelinePanel::fetchMissing()
{
    if (m_fetching || m_model.lastSequence() >= m_wanted)
        return;
    m_fetching = true;
    const qint64 after = m_model.lastSequence();
    m_context.engine.call([after](Engine& engine) { return engine.events(after, page); })
        .then(this, [this](const Result<QList<Event>>& events) {
            m_fetching = false;
            if (!events) {
                m_message->showMessage(MessageBar::Kind::Error, events.error().message);
                return;
            }
            takeEvents(*events);
            if (!events->isEmpty())
                fetchMissing();
        });
}

void TimelinePanel::takeEvents(const QList<Event>& events)
{
    const Snapshot& snapshot = m_context.engine.snapshot();
    QHash<QString, const Incident*> incidents;
    for (const Incident& incident : snapshot.incidents)
        incidents.insert(incident.id, &incident);
    const int before = m_model.rowCount();
    m_model.append(events, [&](const QString& id) { return incidents.value(id); });
    rowsArrived(m_model.rowCount() - before);
}

void TimelinePanel::rowsArrived(int count)
{
    if (count > 0) {
        if (isHeld()) {
            m_unseen += count;
            placePill();
        } else {
            followEnd();
        }
    }
    updateEmpty();
}

bool TimelinePanel::isHeld() const
{
    return !m_follow || m_list->selectionModel()->hasSelection();
}

void TimelinePanel::followEnd()
{
    m_unseen = 0;
    m_follow = true;
    m_list->scrollToBottom();
    placePill();
}

void TimelinePanel::placePill()
{
    m_pill->setVisible(m_unseen > 0);
    if (m_unseen == 0)
        return;
    m_pill->setText(tr("%1 new").arg(m_unseen));
    m_pill->setAccessibleName(tr("Go to what is new (%1)").arg(m_unseen));
    m_pill->adjustSize();
    const QRect area = m_list->viewport()->geometry();
    m_pill->move(area.center().x() - m_pill->width() / 2, area.bottom() - m_pill->height() - 6);
    m_pill->raise();
}

void TimelinePanel::applyScope()
{
    const QString selected = m_context.selection.incident();
    if (selected != m_incident) {
        m_unsentNotes.insert(m_incident, m_note->text());
        m_incident = selected;
        m_note->setText(m_unsentNotes.take(selected));
    }
    m_onlyThis->setEnabled(!selected.isEmpty());
    m_note->setEnabled(!selected.isEmpty());
    m_note->setPlaceholderText(selected.isEmpty() ? tr("Choose an incident to add a note") : tr("Add a note…"));
    m_model.setIncident(m_onlyThis->isChecked() ? selected : QString());
    m_details->clear();
    followEnd();
    updateEmpty();
}

void TimelinePanel::sendNote()
{
    const QString text = m_note->text().trimmed();
    const QString incident = m_incident;
    if (text.isEmpty() || incident.isEmpty())
        return;
    m_note->clear();
    m_context.engine
        .call([incident, text, actor = m_context.engine.actor()](Engine& engine) {
            return engine.note(incident, text, actor);
        })
        .then(this, [this, incident, text](const Status& status) {
            if (status.ok())
                return;
            m_message->showMessage(MessageBar::Kind::Error, status.error().message);
            if (m_incident == incident && m_note->text().isEmpty())
                m_note->setText(text);
            else if (m_incident != incident)
                m_unsentNotes.insert(incident, text);
        });
}

void TimelinePanel::showDetails()
{
    if (m_detailsButton->isChecked())
        m_details->setPlainText(m_model.details(m_list->currentIndex()));
}

void TimelinePanel::updateEmpty()
{
    const bool empty = m_model.rowCount() == 0;
    m_empty->setVisible(empty);
    if (!empty)
        return;
    if (!m_filter->text().trimmed().isEmpty())
        m_empty->setText(tr("No entry matches the filter."));
    else
        m_empty->setText(tr("Nothing has happened yet."), tr("Every alert, step, message and note appears here."));
    m_empty->setGeometry(m_list->viewport()->rect());
}

bool TimelinePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (m_list && watched == m_list->viewport() && event->type() == QEvent::Resize) {
        m_empty->setGeometry(m_list->viewport()->rect());
        placePill();
        if (m_follow)
            m_list->scrollToBottom();
    }
    return Panel::eventFilter(watched, event);
}

int TimelinePanel::rankOf(const TimelineRow& row) const
{
    const Snapshot& snapshot = m_context.engine.snapshot();
    QString platform = row.platform;
    QString severity = row.severity;
    if (platform.isEmpty() || severity.isEmpty()) {
        const Incident* incident = snapshot.incident(row.incident);
        if (!incident)
            return -1;
        platform = incident->platform;
        severity = row.data.value(QLatin1String("to")).toString(incident->severity);
    }
    const PlatformState* state = snapshot.platform(platform);
    const Severity* found = state && state->playbook ? state->playbook->severity(severity) : nullptr;
    return found ? found->rank : -1;
}

}  // namespace cockpit::panels::timeline
