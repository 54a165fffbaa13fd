// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "app/window/WindowSession.h"

#include "ui/widgets/PanelModules.h"

#include <QApplication>
#include <QFontMetrics>

namespace cockpit {

WindowSession::WindowSession(Options options)
    : m_options(std::move(options))
{
    if (m_options.demo) {
        m_demo = std::make_unique<DemoSession>(m_options.demoRestartDelay);
        m_options.profileDirectory = m_demo->profileDirectory();
    }
    m_engineThread = std::make_unique<EngineThread>(AssemblyOptions{m_options.profileDirectory, true, m_redactor});
}

WindowSession::~WindowSession()
{
    m_window.reset();
    // The engine's last calls still refer to the client, so the thread ends first.
    m_engineThread.reset();
    m_client.reset();
}

void WindowSession::open()
{
    m_engineThread->build().then(this, [this](const Result<EngineAssembly*>& assembly) {
        if (assembly)
            show(**assembly);
        else
            emit failed(assembly.error().message);
    });
    // Meanwhile, while the other thread reads the log and the playbooks: style and fonts take as long as they do.
    m_theme.apply(*qApp);
    for (const QFont& font : {m_theme.textFont(), m_theme.monospaceFont()})
        QFontMetrics(font).horizontalAdvance(QStringLiteral("Incident 0123456789"));
}

void WindowSession::show(EngineAssembly& assembly)
{
    m_logging = std::make_unique<Logging>(assembly.logDirectory(), m_redactor);
    m_client = std::make_unique<EngineClient>(assembly.engine(), actorName());
    WindowOptions options;
    options.settingsFile = assembly.settingsFile();
    options.title = m_options.demo ? tr("demo") : QString();
    options.version = QApplication::applicationVersion();
    m_window = std::make_unique<MainWindow>(*m_client, m_clock, m_theme, options, panelModules());
    if (!m_options.size.isEmpty())
        m_window->resize(m_options.size);
    m_firstPaint.watch(*m_window);
    m_window->show();
    for (const QString& warning : assembly.warnings())
        m_window->report(warning, true);
    if (!assembly.leads())
        m_window->report(tr("Another cockpit has this profile open: this window shows and records, the other one "
                            "watches and sends."),
                         false);
    m_engineThread->start(QStringLiteral("window")).then(this, [this](const Status& started) {
        if (!started) {
            emit failed(started.error().message);
            return;
        }
        emit ready();
        if (!m_demo)
            return;
        m_demo->start(*m_client).then(this, [this](const Result<QStringList>& problems) {
            if (!problems) {
                emit failed(problems.error().message);
                return;
            }
            for (const QString& problem : *problems)
                m_window->report(problem, false);
            emit demoReady(*problems);
        });
    });
}

}  // namespace cockpit
