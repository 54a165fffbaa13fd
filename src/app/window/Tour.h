// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "app/window/WindowSession.h"

#include <QDir>
#include <QElapsedTimer>
#include <QObject>
#include <QTextStream>
#include <QTimer>

#include <functional>

namespace cockpit {

/// Plays one incident in the real window: each stage waits for a condition, acts as a person would, and keeps a
/// picture. A stage that is not reached within its time ends the tour as failed. Thread: GUI.
class Tour : public QObject
{
    Q_OBJECT

public:
    Tour(WindowSession& session, QDir folder, QTextStream& out);

    void start();

signals:
    void finished(bool everyStageHeld);

private:
    struct Stage {
        QString name;                   ///< file name of the picture and word in the report
        std::function<bool()> reached;  ///< looked at ten times a second
        std::function<bool()> act;      ///< once, when reached; false fails the tour
        Milliseconds atMost{60'000};
        bool picture = true;
    };

    void addStory();
    void addSteps();
    void addClosing();
    void addGallery();
    void addPlatforms();
    void addStep(const StepSpec& spec);
    void addQuestion(const StepSpec& spec);
    void addEnd(const StepSpec& spec);

    void look();
    void keepPicture(const QString& name);
    void end(bool good, const QString& sentence);

    const Snapshot& snapshot() const;
    const Incident* incident() const;
    const Incident* openIncident(const QString& platform) const;
    const StepRunState* stepState(const QString& step) const;
    bool trigger(const QString& action);
    bool confirmQuestion();

    WindowSession& m_session;
    QDir m_folder;
    QTextStream& m_out;
    QTimer m_timer;
    QElapsedTimer m_sinceStage;
    QElapsedTimer m_sinceTrouble;
    QList<Stage> m_stages;
    qsizetype m_next = 0;
    bool m_settling = false;
    int m_pictures = 0;
    int m_exports = 0;
    QString m_exportProblem;
};

}  // namespace cockpit
