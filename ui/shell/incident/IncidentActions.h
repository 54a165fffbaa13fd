// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/widgets/Panel.h"

#include <QObject>

class QAction;
class QDialog;

namespace cockpit {

struct PromptRequest;

/// What one can do about incidents, as actions of the catalogue. All but declaring act on the selected incident. Each
/// asks the engine and reports what it answers; nothing here waits.
class IncidentActions : public QObject
{
    Q_OBJECT

public:
    /// Dialogs belong to `window`.
    IncidentActions(const PanelContext& context, QWidget* window);

signals:
    /// A sentence for the person.
    void failed(const QString& message);
    void done(const QString& message);

private:
    QAction* add(const QString& id, const QString& text, const QKeySequence& keys, const QString& menu,
                 void (IncidentActions::*handler)());
    void settle();
    const Incident* selected() const;
    const Playbook* playbookOf(const Incident& incident) const;
    void prompt(const PromptRequest& request, std::function<void(const QString& choice, const QString& text)> answered);

    /// Sends `work` to the engine and reports its failure, or `success`.
    template <typename Work>
    void command(Work work, const QString& success);

    void declare();
    void confirm();
    void dismiss();
    void acknowledge();
    void changeSeverity();
    void takeRole();
    void note();
    void resolve();
    void pageOnCall();

    PanelContext m_context;
    QWidget* m_window;
};

/// What is still open in an incident, for the question before resolving it.
QStringList openItems(const Incident& incident, const Playbook* playbook);

}  // namespace cockpit
