// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/shell/ViewActions.h"

#include "core/base/SafeText.h"
#include "ui/shell/Docks.h"
#include "ui/widgets/ActionCatalogue.h"

#include <QAction>
#include <QActionGroup>
#include <QInputDialog>
#include <QMainWindow>
#include <QMenu>

namespace cockpit {

namespace {

QString escaped(const QString& name)
{
    return safeLine(name, 60).replace(QLatin1Char('&'), QLatin1String("&&"));
}

}  // namespace

ViewActions::ViewActions(QMainWindow& window, Docks& docks, Theme& theme, ActionCatalogue& actions,
                         WindowSettings& settings)
    : QObject(&window)
    , m_window(window)
    , m_docks(docks)
    , m_theme(theme)
    , m_actions(actions)
    , m_settings(settings)
    , m_themeMenu(new QMenu(tr("Theme"), &window))
    , m_layoutMenu(new QMenu(tr("Layouts"), &window))
    , m_removeMenu(new QMenu(tr("Remove a layout"), &window))
{
    addTheme(Theme::Mode::System, QStringLiteral("view.theme.system"), tr("Theme: like the desktop"));
    addTheme(Theme::Mode::Dark, QStringLiteral("view.theme.dark"), tr("Theme: dark"));
    addTheme(Theme::Mode::Light, QStringLiteral("view.theme.light"), tr("Theme: light"));

    auto* save = new QAction(tr("Save the layout\u2026"), this);
    connect(save, &QAction::triggered, this, &ViewActions::saveLayout);
    auto* restore = new QAction(tr("Reset the layout"), this);
    restore->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_0));
    connect(restore, &QAction::triggered, this, &ViewActions::reset);
    m_layoutMenu->addAction(save);
    m_layoutMenu->addAction(restore);
    m_layoutMenu->addMenu(m_removeMenu);
    m_layoutMenu->addSeparator();
    m_actions.add(QStringLiteral("layout.save"), save);
    m_actions.add(QStringLiteral("layout.reset"), restore);
    addNamedLayouts();
}

void ViewActions::addTheme(Theme::Mode mode, const QString& id, const QString& text)
{
    auto* group = findChild<QActionGroup*>();
    if (!group)
        group = new QActionGroup(this);
    auto* action = new QAction(text, group);
    action->setCheckable(true);
    action->setChecked(m_theme.mode() == mode);
    connect(action, &QAction::triggered, this, [this, mode] {
        m_theme.setMode(mode);
        m_settings.setThemeMode(mode);
    });
    m_themeMenu->addAction(action);
    m_actions.add(id, action);
}

void ViewActions::addNamedLayouts()
{
    qDeleteAll(m_named);
    m_named.clear();
    for (const QString& name : m_settings.layoutNames())
        addNamedLayout(name);
    m_removeMenu->setEnabled(!m_named.isEmpty());
}

void ViewActions::addNamedLayout(const QString& name)
{
    auto* use = new QAction(tr("Layout: %1").arg(escaped(name)), this);
    connect(use, &QAction::triggered, this, [this, name] {
        if (!m_docks.restore(m_settings.layout(name)))
            reset();
    });
    m_layoutMenu->addAction(use);
    m_actions.add(QStringLiteral("layout.use.") + name, use);
    auto* remove = new QAction(escaped(name), this);
    connect(
        remove, &QAction::triggered, this,
        [this, name] {
            m_settings.removeLayout(name);
            addNamedLayouts();
        },
        Qt::QueuedConnection);
    m_removeMenu->addAction(remove);
    m_named << use << remove;
}

void ViewActions::saveLayout()
{
    auto* question = new QInputDialog(&m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(tr("Save the layout"));
    question->setLabelText(tr("Name of the layout"));
    question->setInputMode(QInputDialog::TextInput);
    connect(question, &QInputDialog::textValueSelected, this, [this](const QString& typed) {
        const QString name = safeLine(typed.trimmed(), 60);
        if (name.isEmpty())
            return;
        m_settings.setLayout(name, m_docks.save());
        addNamedLayouts();
    });
    question->open();
}

void ViewActions::reset()
{
    m_docks.reset(m_window.size());
}

}  // namespace cockpit
