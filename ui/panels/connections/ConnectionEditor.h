// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/EngineTypes.h"
#include "core/engine/Snapshot.h"
#include "ui/widgets/Theme.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;

namespace cockpit {

class Badge;
class FieldForm;
class SecretField;

namespace panels::connections {

/// One connection's settings, secret and test. Knows nothing of the engine: it asks by signal.
class ConnectionEditor : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionEditor(Theme& theme, QWidget* parent = nullptr);

    void edit(const ConnectionState& state, const ConnectionKindInfo& kind, CredentialState keychain);
    QString connectionId() const { return m_spec.id; }
    void showResult(bool good, const QString& sentence);
    /// Empties the field and what was taken out of it.
    void forgetSecret();
    void setBusy(bool busy);
    /// True when something was typed that is not saved.
    bool isChanged() const { return m_changed; }

signals:
    void testAsked(const cockpit::ConnectionSpec& spec, const std::optional<cockpit::Secret>& secret);
    void saveAsked(const cockpit::ConnectionSpec& spec, const std::optional<cockpit::Secret>& secret);
    void removeAsked(const QString& id);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void connectControls();
    void setTabOrders(const ConnectionKindInfo& kind);
    void leave();
    void say(const QString& sentence, const char* role);
    ConnectionSpec spec() const;
    std::optional<Secret> secret();
    void settle();

    Theme& m_theme;
    ConnectionSpec m_spec;
    std::optional<Secret> m_secret;  ///< taken out of its field by a test, kept for the save that follows
    bool m_hasSecret = false;
    bool m_changed = false;
    bool m_warned = false;  ///< has been told that leaving drops the changes
    bool m_busy = false;
    QLabel* m_title;
    QLabel* m_subtitle;
    Badge* m_badge;
    QComboBox* m_environment;
    FieldForm* m_form;
    QLabel* m_secretLabel;
    SecretField* m_secretField;
    QComboBox* m_storage;
    QLabel* m_keychain;
    QLabel* m_result;
    QPushButton* m_test;
    QPushButton* m_save;
    QPushButton* m_remove;
    QPushButton* m_back;
};

}  // namespace panels::connections
}  // namespace cockpit
