// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// The story the tour plays: the platform loses its broker workers, and one person brings it back.
#include "app/window/Tour.h"
#include "app/window/TourInput.h"
#include "ui/shell/Docks.h"
#include "ui/shell/incident/PromptDialog.h"
#include "ui/widgets/ConfirmationBox.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

namespace cockpit {

namespace {

const QString platformId = QStringLiteral("just-trades");
constexpr int calmTiles = 6;

template <typename T>
T* visibleChild(QWidget* parent)
{
    for (T* child : parent->findChildren<T*>()) {
        if (child->isVisible() && child->isEnabled())
            return child;
    }
    return nullptr;
}

PromptDialog* openPrompt(QWidget* window)
{
    return visibleChild<PromptDialog>(window);
}

}  // namespace

void Tour::addStory()
{
    m_stages.append(
        {QStringLiteral("calm"),
         [this] {
             return std::count_if(snapshot().tiles.begin(), snapshot().tiles.end(),
                                  [](const TileState& tile) { return tile.level == TileLevel::Ok; }) >= calmTiles;
         },
         [this] {
             m_session.demo()->onPlatforms([](DemoPlatforms& platforms) {
                 if (!platforms.platform(QStringLiteral("just-trades"))->setScenario(QStringLiteral("workers-dead")))
                     qWarning("the scenario could not be set");
             });
             m_sinceTrouble.start();
             return true;
         }});
    m_stages.append({QStringLiteral("red-tile"),
                     [this] {
                         return std::any_of(snapshot().tiles.begin(), snapshot().tiles.end(),
                                            [](const TileState& tile) {
                                                return tile.level == TileLevel::Alert && tile.severityRank == 0;
                                            });
                     },
                     [this] {
                         m_out << tr("    red %1 ms after the workers died").arg(m_sinceTrouble.elapsed()) << '\n';
                         return true;
                     }});
    m_stages.append({QStringLiteral("declared"),
                     [this] { return incident() && incident()->state == IncidentState::Declared; },
                     [this] {
                         return snapshot().next.command == QLatin1String("incident.acknowledge") &&
                                trigger(QStringLiteral("incident.next"));
                     }});
    m_stages.append(
        {QStringLiteral("acknowledged"), [this] { return incident()->state == IncidentState::Acknowledged; },
         [this] {
             return snapshot().next.command == QLatin1String("notify.on_call") &&
                    trigger(QStringLiteral("incident.next")) && trigger(QStringLiteral("view.panel.outbox"));
         }});
    m_stages.append({QStringLiteral("paged"),
                     [this] {
                         const auto& sent = incident()->notifications;
                         return !sent.isEmpty() && sent.first().phase == NotificationState::Phase::Delivered;
                     },
                     [this] {
                         if (m_session.window()->selection().runbook() != incident()->runbook)
                             return false;
                         addSteps();
                         return trigger(QStringLiteral("view.panel.runbook"));
                     }});
}

void Tour::addSteps()
{
    const PlatformState* platform = snapshot().platform(platformId);
    const Runbook* runbook = platform ? platform->playbook->runbook(incident()->runbook) : nullptr;
    if (!runbook) {
        end(false, tr("the incident names no runbook"));
        return;
    }
    for (const StepSpec& spec : runbook->steps)
        addStep(spec);
    addClosing();
}

void Tour::addStep(const StepSpec& spec)
{
    const QString connection = spec.connection.isEmpty() ? QString() : platformId + QLatin1Char('/') + spec.connection;
    const bool connected =
        connection.isEmpty() ||
        std::any_of(snapshot().connections.begin(), snapshot().connections.end(),
                    [&](const ConnectionState& state) { return state.spec.id == connection && state.bound; });
    if (!connected) {
        m_out << tr("    %1: not connected, shown as such").arg(spec.id) << '\n';
        return;
    }
    const auto card = [this, id = spec.id] {
        return m_session.window()->findChild<QWidget*>(QStringLiteral("step.") + id);
    };
    const auto panel = [this] { return m_session.window()->docks().dock(QStringLiteral("runbook"))->widget(); };
    m_stages.append({spec.id + QStringLiteral("-chosen"), [card] { return card() && card()->isVisible(); },
                     [card, panel] { return tour::click(card()) && tour::press(panel(), Qt::Key_Space); },
                     Milliseconds{10'000}, false});
    if (spec.danger != Danger::Read)
        addQuestion(spec);
    addEnd(spec);
}

void Tour::addQuestion(const StepSpec& spec)
{
    m_stages.append({QStringLiteral("question-") + spec.id,
                     [this] { return visibleChild<ConfirmationBox>(m_session.window()) != nullptr; },
                     [this, spec] {
                         ConfirmationBox* box = visibleChild<ConfirmationBox>(m_session.window());
                         if (spec.danger != Danger::Destructive)
                             return true;
                         const QString wanted =
                             box->accessibleDescription().section(QLatin1Char('\n'), 1).section(QLatin1Char(' '), 1, 1);
                         return tour::type(visibleChild<QLineEdit>(box), wanted);
                     },
                     Milliseconds{20'000}});
    m_stages.append({QStringLiteral("answered-") + spec.id,
                     [this] {
                         ConfirmationBox* box = visibleChild<ConfirmationBox>(m_session.window());
                         const auto buttons = box ? box->findChildren<QPushButton*>() : QList<QPushButton*>{};
                         return std::all_of(buttons.begin(), buttons.end(),
                                            [](QPushButton* button) { return button->isEnabled(); });
                     },
                     [this] { return confirmQuestion(); }, Milliseconds{10'000}, spec.danger == Danger::Destructive});
}

void Tour::addEnd(const StepSpec& spec)
{
    // A countdown of minutes is shown and then stopped, as a person does who has looked for himself.
    const bool stopped = spec.kind == QLatin1String("wait");
    if (stopped)
        m_stages.append({QStringLiteral("running-") + spec.id,
                         [this, spec] {
                             const StepRunState* state = stepState(spec.id);
                             return state && state->phase == StepRunState::Phase::Running;
                         },
                         [this] { return trigger(QStringLiteral("runbook.stop_step")); }, Milliseconds{10'000}});
    m_stages.append({QStringLiteral("step-") + spec.id,
                     [this, spec] {
                         const StepRunState* state = stepState(spec.id);
                         return state && state->phase == StepRunState::Phase::Finished &&
                                (!spec.expect || !state->verdict.isEmpty());
                     },
                     [this, spec, stopped] {
                         const StepRunState* state = stepState(spec.id);
                         if (stopped)
                             return state->state == StepState::Cancelled;
                         return state->state == StepState::Succeeded &&
                                (!spec.expect || state->verdict == QLatin1String("worked"));
                     },
                     Milliseconds{spec.deadline.count() + 180'000}});
}

void Tour::addClosing()
{
    m_stages.append({QStringLiteral("recovered"), [this] { return incident()->alerts.isEmpty(); },
                     [this] {
                         return snapshot().next.command == QLatin1String("incident.resolve") &&
                                trigger(QStringLiteral("incident.next"));
                     },
                     Milliseconds{120'000}});
    m_stages.append({QStringLiteral("resolving"), [this] { return openPrompt(m_session.window()) != nullptr; },
                     [this] {
                         PromptDialog* prompt = openPrompt(m_session.window());
                         auto* text = visibleChild<QPlainTextEdit>(prompt);
                         return text &&
                                tour::type(text, tr("The broker workers were restarted; the queue is empty again.")) &&
                                tour::press(text, Qt::Key_Return, Qt::ControlModifier);
                     }});
    m_stages.append({QStringLiteral("resolved"), [this] { return incident()->state == IncidentState::Resolved; },
                     [this] { return trigger(QStringLiteral("view.panel.postmortem")); }});
    m_stages.append({QStringLiteral("postmortem"),
                     [this] {
                         const auto* editor = visibleChild<QPlainTextEdit>(
                             m_session.window()->docks().dock(QStringLiteral("postmortem")));
                         return editor && editor->toPlainText().contains(incident()->title);
                     },
                     [this] {
                         QWidget* panel = m_session.window()->docks().dock(QStringLiteral("postmortem"))->widget();
                         return tour::dropText(panel->findChild<QWidget*>(QStringLiteral("evidence")),
                                               QStringLiteral("The release note of 02:40 names the worker pool."));
                     }});
    m_stages.append(
        {QStringLiteral("evidence"),
         [this] {
             return std::any_of(incident()->evidence.begin(), incident()->evidence.end(),
                                [](const EvidenceItem& item) { return item.source == QLatin1String("text"); });
         },
         [this] {
             for (const char* format : {"md", "html", "pdf"}) {
                 const QString file = m_folder.filePath(QStringLiteral("postmortem.") + QLatin1String(format));
                 m_session.engine()
                     ->call([id = incident()->id, format = QString::fromLatin1(format), file,
                             actor = m_session.engine()->actor()](Engine& e) {
                         return e.exportPostmortem(id, format, file, actor);
                     })
                     .then(this, [this](const Status& written) {
                         ++m_exports;
                         if (!written)
                             m_exportProblem = written.error().message;
                     });
             }
             return true;
         }});
    m_stages.append({QStringLiteral("exported"), [this] { return m_exports == 3; },
                     [this] {
                         if (!m_exportProblem.isEmpty())
                             m_out << m_exportProblem << '\n';
                         return m_exportProblem.isEmpty() &&
                                QFileInfo(m_folder.filePath(QStringLiteral("postmortem.pdf"))).size() > 1'000;
                     }});
    addGallery();
    addPlatforms();
}

void Tour::addGallery()
{
    for (const char* theme : {"dark", "light"}) {
        for (const QSize size : {QSize(1366, 768), QSize(2560, 1440)}) {
            for (const char* panel : {"runbook", "postmortem", "connections", "outbox"}) {
                const QString name = QStringLiteral("%1-%2x%3-%4")
                                         .arg(QLatin1String(theme))
                                         .arg(size.width())
                                         .arg(size.height())
                                         .arg(QLatin1String(panel));
                m_stages.append({QStringLiteral("to-") + name, [] { return true; },
                                 [this, theme, size, panel] {
                                     m_session.window()->resize(size);
                                     return trigger(QStringLiteral("layout.reset")) &&
                                            trigger(QStringLiteral("view.theme.") + QLatin1String(theme)) &&
                                            trigger(QStringLiteral("view.panel.") + QLatin1String(panel));
                                 },
                                 Milliseconds{5'000}, false});
                m_stages.append({name, [this, size] { return m_session.window()->size() == size; }, [] { return true; },
                                 Milliseconds{5'000}});
            }
        }
    }
}

}  // namespace cockpit
