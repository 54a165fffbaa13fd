// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "tests/support/EngineRig.h"
#include "tests/support/Wait.h"
#include "tests/ui/shell/SampleSnapshot.h"
#include "ui/panels/board/Module.h"
#include "ui/shell/Docks.h"
#include "ui/shell/MainWindow.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace cockpit::test {

/// A panel with one button, for arrangements.
class PlainPanel final : public Panel
{
public:
    PlainPanel(PanelContext context, QWidget* parent, const QString& name)
        : Panel(context, parent)
    {
        auto* layout = new QVBoxLayout(this);
        auto* button = new QPushButton(name, this);
        button->setAccessibleName(name);
        button->setMinimumWidth(400);
        layout->addWidget(button);
        layout->addStretch(1);
        setStatus(QStringLiteral("status of %1").arg(name));
    }

protected:
    void refresh(const Snapshot&) override {}
};

inline PanelDescriptor plainPanel(const char* id, Qt::DockWidgetArea area, int order, const char* group = "")
{
    PanelDescriptor descriptor;
    descriptor.id = QLatin1String(id);
    descriptor.title = QLatin1String(id);
    descriptor.area = area;
    descriptor.order = order;
    descriptor.tabGroup = QLatin1String(group);
    descriptor.create = [name = descriptor.title](PanelContext context, QWidget* parent) -> Panel* {
        return new PlainPanel(context, parent, name);
    };
    return descriptor;
}

inline QList<PanelDescriptor> samplePanels()
{
    return {panels::board::describe(),
            plainPanel("matrix", Qt::LeftDockWidgetArea, 1),
            plainPanel("charts", Qt::TopDockWidgetArea, 0),
            plainPanel("timeline", Qt::BottomDockWidgetArea, 0),
            plainPanel("runbook", Qt::RightDockWidgetArea, 0),
            plainPanel("postmortem", Qt::RightDockWidgetArea, 1, "after"),
            plainPanel("connections", Qt::RightDockWidgetArea, 2, "after"),
            plainPanel("outbox", Qt::RightDockWidgetArea, 3, "after")};
}

/// The real window on a real engine; snapshots come from the engine or from the test.
class ShellFixture : public testing::Test
{
protected:
    ShellFixture()
        : rig({samplePlaybook(QStringLiteral("just-trades"), QStringLiteral("Just Trades"),
                              {QStringLiteral("SEV-1"), QStringLiteral("SEV-2"), QStringLiteral("SEV-3")})})
    {
        theme.apply(*qApp);
        options.settingsFile = rig.dir.filePath(QStringLiteral("window.ini"));
    }

    std::unique_ptr<MainWindow> makeWindow(QSize size = {1366, 768})
    {
        auto window = std::make_unique<MainWindow>(rig.client, rig.clock, theme, options, samplePanels());
        window->resize(size);
        window->show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(window.get()));
        window->activateWindow();
        QTest::qWait(30);
        return window;
    }

    EngineRig rig;
    Theme theme;
    WindowOptions options;
};

}  // namespace cockpit::test
