// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "app/window/Tour.h"

#include "app/window/TourInput.h"
#include "ui/widgets/ConfirmationBox.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>

namespace cockpit {

namespace {

constexpr int lookEveryMs = 100;
constexpr int settleMs = 700;

}  // namespace

Tour::Tour(WindowSession& session, QDir folder, QTextStream& out)
    : m_session(session)
    , m_folder(std::move(folder))
    , m_out(out)
{
    m_timer.setInterval(lookEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &Tour::look);
}

void Tour::start()
{
    addStory();
    m_sinceStage.start();
    m_timer.start();
}

void Tour::look()
{
    if (m_settling)
        return;
    if (m_next >= m_stages.size()) {
        end(true, tr("every stage was reached"));
        return;
    }
    const Stage stage = m_stages.at(m_next);
    if (!stage.reached()) {
        if (m_sinceStage.elapsed() > stage.atMost.count())
            end(false,
                tr("stage \"%1\" was not reached within %2 s").arg(stage.name).arg(stage.atMost.count() / 1'000));
        return;
    }
    m_settling = true;
    // The window draws what was reached before the picture is taken and the next thing is done.
    QTimer::singleShot(stage.picture ? settleMs : lookEveryMs, this, [this, stage] {
        m_out << QStringLiteral("%1  %2 ms\n").arg(stage.name, -28).arg(m_sinceStage.elapsed());
        m_out.flush();
        if (stage.picture)
            keepPicture(stage.name);
        m_settling = false;
        ++m_next;
        m_sinceStage.restart();
        if (stage.act && !stage.act())
            end(false, tr("stage \"%1\": what a person would do there was not possible").arg(stage.name));
    });
}

void Tour::keepPicture(const QString& name)
{
    ++m_pictures;
    const QString file =
        m_folder.filePath(QStringLiteral("%1-%2.png").arg(m_pictures, 2, 10, QLatin1Char('0')).arg(name));
    QWidget* top = QApplication::activeModalWidget();
    const QPixmap picture = m_session.window()->grab();
    if (!picture.save(file))
        end(false, tr("%1 could not be written").arg(file));
    if (top && !top->grab().save(m_folder.filePath(
                   QStringLiteral("%1-%2-dialog.png").arg(m_pictures, 2, 10, QLatin1Char('0')).arg(name))))
        end(false, tr("%1 could not be written").arg(file));
}

void Tour::end(bool good, const QString& sentence)
{
    if (!m_timer.isActive())
        return;
    m_timer.stop();
    m_settling = true;
    if (!good)
        keepPicture(QStringLiteral("failed"));
    m_out << (good ? tr("Tour complete: %1.").arg(sentence) : tr("Tour failed: %1.").arg(sentence)) << '\n'
          << tr("Pictures and postmortem: %1").arg(m_folder.absolutePath()) << '\n';
    m_out.flush();
    emit finished(good);
}

const Snapshot& Tour::snapshot() const
{
    return m_session.engine()->snapshot();
}

const Incident* Tour::incident() const
{
    for (const Incident& candidate : snapshot().incidents) {
        if (candidate.rule == QLatin1String("workers_dead"))
            return &candidate;
    }
    return nullptr;
}

const StepRunState* Tour::stepState(const QString& step) const
{
    const Incident* current = incident();
    if (!current || current->runs.isEmpty())
        return nullptr;
    return current->runs.last().latest(step);
}

bool Tour::trigger(const QString& action)
{
    QAction* found = m_session.window()->actions().find(action);
    if (!found || !found->isEnabled())
        return false;
    found->trigger();
    return true;
}

bool Tour::confirmQuestion()
{
    for (ConfirmationBox* box : m_session.window()->findChildren<ConfirmationBox*>()) {
        if (!box->isVisible())
            continue;
        for (QPushButton* button : box->findChildren<QPushButton*>()) {
            const QString role = button->property("role").toString();
            if (role == QLatin1String("primary") || role == QLatin1String("danger"))
                return tour::click(button);
        }
    }
    return false;
}

}  // namespace cockpit
