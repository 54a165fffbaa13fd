// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/widgets/Panel.h"

#include <QObject>

class QAction;
class QDialog;

namespace cockpit {

struct MessageTemplate;
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
    void copyChannelName();
    void chooseMessage();
    void writeMessage(const QString& incident, const QString& kind);
    void fillMessage(const QString& incident, const QString& kind, const QMap<QString, QString>& values);
    void askToSend(const Incident& incident, const MessageTemplate& message, const QString& text);

    PanelContext m_context;
    QWidget* m_window;
};

template <typename Work>
void IncidentActions::command(Work work, const QString& success)
{
    using Answer = std::invoke_result_t<Work, Engine&>;
    m_context.engine.call(std::move(work)).then(this, [this, success](const Answer& result) {
        if (!result.ok())
            emit failed(result.error().message);
        else if (!success.isEmpty())
            emit done(success);
    });
}

}  // namespace cockpit
