// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/widgets/Theme.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace cockpit {

/// What the window remembers between sessions: looks, geometry, layouts. Never anything of an incident.
class WindowSettings
{
public:
    /// `file` is an INI file, made when something is first written; empty: nothing is kept.
    explicit WindowSettings(QString file);

    Theme::Mode themeMode() const;
    void setThemeMode(Theme::Mode mode);

    QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);

    /// The layout the window was left with; empty: none, or one of an older arrangement.
    QByteArray lastLayout() const;
    void setLastLayout(const QByteArray& state);

    QStringList layoutNames() const;
    QByteArray layout(const QString& name) const;
    void setLayout(const QString& name, const QByteArray& state);
    void removeLayout(const QString& name);

private:
    QVariant read(const QString& key) const;
    void write(const QString& key, const QVariant& value);

    QString m_file;
};

}  // namespace cockpit
