// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "app/DemoSession.h"
#include "app/EngineThread.h"
#include "app/Logging.h"
#include "app/window/FirstPaint.h"
#include "core/engine/EngineClient.h"
#include "ui/shell/MainWindow.h"
#include "ui/widgets/Theme.h"

#include <QObject>

#include <memory>

namespace cockpit {

/// Everything behind one open window, in order of dependency. Thread: GUI.
class WindowSession : public QObject
{
    Q_OBJECT

public:
    struct Options {
        QString profileDirectory;
        bool demo = false;
        Milliseconds demoRestartDelay{8'000};
        QSize size;  ///< empty: as last time
    };

    explicit WindowSession(Options options);
    ~WindowSession() override;

    /// Builds the engine on its thread; then ready() or failed().
    void open();

    MainWindow* window() const { return m_window.get(); }
    EngineClient* engine() const { return m_client.get(); }
    DemoSession* demo() const { return m_demo.get(); }
    Theme& theme() { return m_theme; }

signals:
    void ready();
    /// The demo's platforms are bound.
    void demoReady(const QStringList& problems);
    void failed(const QString& sentence);

private:
    void show(EngineAssembly& assembly);

    Options m_options;
    std::shared_ptr<Redactor> m_redactor = std::make_shared<Redactor>();
    FirstPaint m_firstPaint;
    SystemClock m_clock;
    Theme m_theme;
    std::unique_ptr<Logging> m_logging;
    std::unique_ptr<DemoSession> m_demo;
    std::unique_ptr<EngineThread> m_engineThread;
    std::unique_ptr<EngineClient> m_client;
    std::unique_ptr<MainWindow> m_window;
};

}  // namespace cockpit
