// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
// After the story: one fault on each of the other platforms, its incident, matrix and runbook.
#include "app/window/Tour.h"

namespace cockpit {

namespace {

struct OtherPlatform {
    const char* id;
    const char* scenario;
};

constexpr Milliseconds noticedWithin{120'000};

}  // namespace

void Tour::addPlatforms()
{
    for (const OtherPlatform& other :
         {OtherPlatform{"flowrex", "trades-failing"}, OtherPlatform{"tradingbot", "halted-by-hand"},
          OtherPlatform{"bytelyst", "ghost-position"}}) {
        const QString id = QString::fromLatin1(other.id);
        const QString scenario = QString::fromLatin1(other.scenario);
        m_stages.append({QStringLiteral("break-") + id, [] { return true; },
                         [this, id, scenario] {
                             m_session.demo()->onPlatforms([id, scenario](DemoPlatforms& platforms) {
                                 SimulatedPlatform* platform = platforms.platform(id);
                                 if (!platform || !platform->setScenario(scenario))
                                     qWarning("the scenario %s could not be set", qPrintable(scenario));
                             });
                             return true;
                         },
                         Milliseconds{5'000}, false});
        m_stages.append({QStringLiteral("notice-") + id, [this, id] { return openIncident(id) != nullptr; },
                         [this, id] {
                             m_session.window()->resize(1920, 1080);
                             m_session.window()->selection().setIncident(openIncident(id)->id);
                             return trigger(QStringLiteral("layout.reset")) &&
                                    trigger(QStringLiteral("view.panel.escalation")) &&
                                    trigger(QStringLiteral("view.panel.runbook"));
                         },
                         noticedWithin, false});
        m_stages.append({QStringLiteral("platform-") + id,
                         [this, id] { return m_session.window()->selection().platform() == id; },
                         [this] { return trigger(QStringLiteral("view.panel.contacts")); }, Milliseconds{10'000}});
        m_stages.append(
            {QStringLiteral("contacts-") + id, [] { return true; }, [] { return true; }, Milliseconds{5'000}});
    }
}

const Incident* Tour::openIncident(const QString& platform) const
{
    for (const Incident& candidate : snapshot().incidents) {
        if (candidate.platform == platform && candidate.isOpen())
            return &candidate;
    }
    return nullptr;
}

}  // namespace cockpit
