// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QObject>

class QDBusVariant;

namespace cockpit {

class Theme;

/// Asks the desktop whether it is dark (org.freedesktop.portal.Settings, color-scheme) and follows its changes, for the
/// theme's System mode. Without a session bus or portal the theme keeps what it has. Never waits.
class SystemAppearance : public QObject
{
    Q_OBJECT

public:
    explicit SystemAppearance(Theme& theme, QObject* parent = nullptr);

private slots:
    void settingChanged(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void take(const QVariant& value);

    Theme& m_theme;
};

}  // namespace cockpit
