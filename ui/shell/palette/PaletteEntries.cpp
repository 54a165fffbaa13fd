// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/shell/palette/PaletteEntries.h"

#include "core/base/SafeText.h"
#include "ui/widgets/ActionCatalogue.h"
#include "ui/widgets/KeyHint.h"
#include "ui/widgets/Selection.h"

#include <QAction>
#include <QCoreApplication>
#include <QPointer>

namespace cockpit {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(CommandPalette)
};

void reveal(ActionCatalogue& actions, const char* panel)
{
    if (QAction* action = actions.find(QLatin1String("view.panel.") + QLatin1String(panel)))
        action->trigger();
}

void addActions(QList<PaletteEntry>& entries, const PanelContext& context)
{
    for (QAction* action : context.actions.all()) {
        if (!action->isEnabled() || action->text().isEmpty() || action->objectName() == QLatin1String("view.palette"))
            continue;
        PaletteEntry entry;
        entry.kind = Say::tr("Action");
        entry.title = safeLine(action->text().remove(QLatin1Char('&')));
        entry.detail = safeLine(action->statusTip());
        entry.keys = keyCapText(action->shortcut());
        entry.run = [pointer = QPointer<QAction>(action)] {
            if (pointer)
                pointer->trigger();
        };
        entries.append(std::move(entry));
    }
}

void addIncidents(QList<PaletteEntry>& entries, const PanelContext& context)
{
    for (const Incident& incident : context.engine.snapshot().incidents) {
        if (!incident.isOpen())
            continue;
        PaletteEntry entry;
        entry.kind = Say::tr("Incident");
        entry.title = safeLine(incident.severity + QStringLiteral(" \u00B7 ") + incident.title);
        entry.detail = safeLine(incident.platform + QStringLiteral(" \u00B7 ") + incident.id);
        entry.run = [context, id = incident.id, platform = incident.platform, runbook = incident.runbook] {
            context.selection.setIncident(id);
            if (!runbook.isEmpty())
                context.selection.setRunbook(platform, runbook);
            reveal(context.actions, "board");
        };
        entries.append(std::move(entry));
    }
}

void addPlaybook(QList<PaletteEntry>& entries, const PanelContext& context, const Playbook& playbook,
                 const std::function<void(const QString&, const QString&)>& showSignal)
{
    for (const Runbook& runbook : playbook.runbooks) {
        PaletteEntry entry;
        entry.kind = Say::tr("Runbook");
        entry.title = safeLine(runbook.title);
        entry.detail = safeLine(playbook.title);
        entry.run = [context, platform = playbook.id, id = runbook.id] {
            context.selection.setRunbook(platform, id);
            reveal(context.actions, "runbook");
        };
        entries.append(std::move(entry));
    }
    for (const SignalSpec& spec : playbook.signalSpecs) {
        PaletteEntry entry;
        entry.kind = Say::tr("Signal");
        entry.title = safeLine(spec.title.isEmpty() ? spec.id : spec.title);
        entry.detail = safeLine(playbook.title);
        entry.run = [showSignal, platform = playbook.id, id = spec.id] { showSignal(platform, id); };
        entries.append(std::move(entry));
    }
}

}  // namespace

QList<PaletteEntry> paletteEntries(const PanelContext& context,
                                   const std::function<void(const QString&, const QString&)>& showSignal)
{
    QList<PaletteEntry> entries;
    addIncidents(entries, context);
    addActions(entries, context);
    for (const PlatformState& platform : context.engine.snapshot().platforms) {
        if (platform.watched)
            addPlaybook(entries, context, *platform.playbook, showSignal);
    }
    return entries;
}

}  // namespace cockpit
