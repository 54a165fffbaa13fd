// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/shell/MainWindow.h"

#include "ui/shell/AboutDialog.h"
#include "ui/shell/Docks.h"
#include "ui/shell/StatusLine.h"
#include "ui/shell/SystemAppearance.h"
#include "ui/shell/ViewActions.h"
#include "ui/shell/annunciator/Annunciator.h"
#include "ui/shell/annunciator/TileStrip.h"
#include "ui/shell/approvals/ApprovalActions.h"
#include "ui/shell/incident/IncidentActions.h"
#include "ui/shell/palette/CommandPalette.h"
#include "ui/shell/palette/PaletteEntries.h"
#include "ui/widgets/KeyHint.h"
#include "ui/widgets/MessageBar.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScreen>
#include <QTimer>
#include <QVBoxLayout>

namespace cockpit {

namespace {

constexpr QSize preferredSize(1600, 900);
constexpr int edge = 6;  // px of background around the docks, as between them
constexpr int goodNewsMs = 8'000;
const QString paletteAction = QStringLiteral("view.palette");

}  // namespace

MainWindow::MainWindow(EngineClient& engine, const Clock& clock, Theme& theme, const WindowOptions& options,
                       const QList<PanelDescriptor>& panels)
    : m_options(options)
    , m_settings(options.settingsFile)
    , m_context{engine, m_selection, theme, m_actions, clock}
{
    setObjectName(QStringLiteral("mainWindow"));
    theme.setMode(m_settings.themeMode());
    new SystemAppearance(theme, this);
    m_incidentActions = new IncidentActions(m_context, this);
    auto* approvals = new ApprovalActions(m_context, this);
    buildTop();
    m_docks = new Docks(*this, m_context, panels);
    m_status = new StatusLine(theme, this);
    setStatusBar(m_status);
    buildPalette();
    buildMenus();
    connect(m_incidentActions, &IncidentActions::failed, this,
            [this](const QString& message) { report(message, true); });
    connect(m_incidentActions, &IncidentActions::done, this,
            [this](const QString& message) { report(message, false); });
    connect(approvals, &ApprovalActions::failed, this, [this](const QString& message) { report(message, true); });
    connect(approvals, &ApprovalActions::done, this, [this](const QString& message) { report(message, false); });
    connect(&engine, &EngineClient::snapshotChanged, this, &MainWindow::refresh);
    connect(&theme, &Theme::changed, this, [this] { m_status->show(m_context.engine.snapshot()); });

    const QSize available = screen()->availableSize();
    resize(preferredSize.boundedTo(available));
    if (!m_settings.geometry().isEmpty())
        restoreGeometry(m_settings.geometry());
    refresh(engine.snapshot());
}

void MainWindow::buildTop()
{
    auto* top = new QWidget(this);
    auto* layout = new QVBoxLayout(top);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* first = new QHBoxLayout;
    first->setContentsMargins(0, 0, 10, 0);
    m_menuBar = new QMenuBar(top);
    m_menuBar->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_menuBar->setNativeMenuBar(false);
    first->addWidget(m_menuBar, 1);
    first->addWidget(searchHint());
    m_annunciator = new Annunciator(m_context, top);
    m_storage = new MessageBar(m_context.theme, top);
    m_message = new MessageBar(m_context.theme, top);
    auto* bars = new QVBoxLayout;
    bars->setContentsMargins(8, 0, 8, 0);
    bars->setSpacing(4);
    bars->addWidget(m_storage);
    bars->addWidget(m_message);
    layout->addLayout(first);
    layout->addWidget(m_annunciator);
    layout->addLayout(bars);
    layout->addSpacing(edge);
    setMenuWidget(top);
    setContentsMargins(edge, 0, edge, 0);
}

QWidget* MainWindow::searchHint()
{
    auto* box = new QWidget(this);
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    auto* search = new QPushButton(tr("Search actions, incidents, runbooks, signals \u2026"), box);
    search->setProperty("role", QStringLiteral("quiet"));
    search->setAccessibleName(tr("Search"));
    search->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    layout->addWidget(new KeyHint(m_context.theme, QKeySequence(Qt::CTRL | Qt::Key_K), box));
    layout->addWidget(search);
    connect(search, &QPushButton::clicked, this, &MainWindow::openPalette);
    return box;
}

void MainWindow::buildPalette()
{
    m_palette = new CommandPalette(m_context.theme, this);
    auto* open = new QAction(tr("Search\u2026"), this);
    open->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_K));
    connect(open, &QAction::triggered, this, &MainWindow::openPalette);
    m_actions.add(paletteAction, open, QStringLiteral("tools"));
}

void MainWindow::buildMenus()
{
    const auto menu = [this](const char* id, const QString& title) {
        m_menus.insert(QLatin1String(id), m_menuBar->addMenu(title));
    };
    menu("incident", tr("&Incident"));
    menu("runbook", tr("&Runbook"));
    menu("notify", tr("&Notify"));
    menu("view", tr("&View"));
    menu("tools", tr("&Tools"));
    menu("help", tr("&Help"));
    auto* about = new QAction(tr("About Incident Cockpit"), this);
    connect(about, &QAction::triggered, this, &MainWindow::showAbout);
    m_actions.add(QStringLiteral("help.about"), about, QStringLiteral("help"));
    auto* view = new ViewActions(*this, *m_docks, m_context.theme, m_actions, m_settings);
    for (auto entry = m_menus.constBegin(); entry != m_menus.constEnd(); ++entry) {
        for (QAction* action : m_actions.ofMenu(entry.key()))
            putIntoMenu(action, entry.key());
    }
    for (QAction* action : m_actions.ofMenu({}))
        addAction(action);
    QMenu* viewMenu = m_menus.value(QStringLiteral("view"));
    viewMenu->addSeparator();
    viewMenu->addMenu(view->layoutMenu());
    viewMenu->addMenu(view->themeMenu());
    QMenu* incident = m_menus.value(QStringLiteral("incident"));
    auto* quit = new QAction(tr("Quit"), this);
    quit->setShortcut(QKeySequence::Quit);
    connect(quit, &QAction::triggered, this, &QWidget::close);
    incident->addSeparator();
    incident->addAction(quit);
    m_actions.add(QStringLiteral("window.quit"), quit);
    for (QMenu* each : std::as_const(m_menus))
        each->menuAction()->setVisible(!each->isEmpty());
    connect(&m_actions, &ActionCatalogue::added, this, &MainWindow::putIntoMenu);
}

void MainWindow::putIntoMenu(QAction* action, const QString& menu)
{
    if (QMenu* found = m_menus.value(menu)) {
        found->addAction(action);
        found->menuAction()->setVisible(true);
    }
    // Its key works even where no menu shows it.
    addAction(action);
}

void MainWindow::refresh(const Snapshot& snapshot)
{
    m_status->show(snapshot);
    if (snapshot.storageProblem.isEmpty())
        m_storage->clear();
    else
        m_storage->showLasting(MessageBar::Kind::Error,
                               tr("Nothing can be recorded, so nothing may run: %1").arg(snapshot.storageProblem));
    const auto waiting =
        std::count_if(snapshot.incidents.begin(), snapshot.incidents.end(), [](const Incident& incident) {
            return incident.state == IncidentState::Proposed || incident.state == IncidentState::Declared;
        });
    if (waiting > m_waiting)
        QApplication::alert(this);
    m_waiting = waiting;
    const QString name =
        m_options.title.isEmpty() ? tr("Incident Cockpit") : tr("Incident Cockpit (%1)").arg(m_options.title);
    setWindowTitle(waiting > 0 ? tr("%1 unacknowledged · %2").arg(waiting).arg(name) : name);
}

void MainWindow::report(const QString& message, bool error)
{
    m_message->showMessage(error ? MessageBar::Kind::Error : MessageBar::Kind::Info, message);
    if (error)
        return;
    // Good news goes by itself; a problem stays until somebody has read it.
    QTimer::singleShot(goodNewsMs, m_message, [this, message] {
        if (m_message->text() == message)
            m_message->clear();
    });
}

void MainWindow::openPalette()
{
    m_palette->open(paletteEntries(m_context, [this](const QString& platform, const QString& signal) {
        if (QAction* charts = m_actions.find(QStringLiteral("view.panel.charts")))
            charts->trigger();
        m_annunciator->tiles().focusTile(platform, signal);
    }));
}

void MainWindow::showAbout()
{
    auto* about = new AboutDialog(m_options.version, this);
    about->open();
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (m_arranged)
        return;
    m_arranged = true;
    // Docks can be sized only once the window has its own size.
    m_docks->reset(size());
    m_docks->restore(m_settings.lastLayout());
    m_docks->reveal(QStringLiteral("board"));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_settings.setGeometry(saveGeometry());
    if (m_arranged)
        m_settings.setLastLayout(m_docks->save());
    QMainWindow::closeEvent(event);
}

}  // namespace cockpit
