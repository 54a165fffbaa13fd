// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/shell/WindowSettings.h"

#include <QSettings>

namespace cockpit {

namespace {

const QString layoutPrefix = QStringLiteral("layouts/");

/// A name may hold any character; a settings key may not.
QString keyOf(const QString& name)
{
    return layoutPrefix + QString::fromLatin1(name.toUtf8().toHex());
}

}  // namespace

WindowSettings::WindowSettings(QString file)
    : m_file(std::move(file))
{
}

QVariant WindowSettings::read(const QString& key) const
{
    return m_file.isEmpty() ? QVariant() : QSettings(m_file, QSettings::IniFormat).value(key);
}

void WindowSettings::write(const QString& key, const QVariant& value)
{
    if (!m_file.isEmpty())
        QSettings(m_file, QSettings::IniFormat).setValue(key, value);
}

Theme::Mode WindowSettings::themeMode() const
{
    const QString mode = read(QStringLiteral("window/theme")).toString();
    if (mode == QLatin1String("light"))
        return Theme::Mode::Light;
    return mode == QLatin1String("system") ? Theme::Mode::System : Theme::Mode::Dark;
}

void WindowSettings::setThemeMode(Theme::Mode mode)
{
    write(QStringLiteral("window/theme"), mode == Theme::Mode::Light    ? QStringLiteral("light")
                                          : mode == Theme::Mode::System ? QStringLiteral("system")
                                                                        : QStringLiteral("dark"));
}

QByteArray WindowSettings::geometry() const
{
    return read(QStringLiteral("window/geometry")).toByteArray();
}

void WindowSettings::setGeometry(const QByteArray& geometry)
{
    write(QStringLiteral("window/geometry"), geometry);
}

QByteArray WindowSettings::lastLayout() const
{
    return read(QStringLiteral("window/layout")).toByteArray();
}

void WindowSettings::setLastLayout(const QByteArray& state)
{
    write(QStringLiteral("window/layout"), state);
}

QStringList WindowSettings::layoutNames() const
{
    if (m_file.isEmpty())
        return {};
    QSettings settings(m_file, QSettings::IniFormat);
    settings.beginGroup(QStringLiteral("layouts"));
    QStringList names;
    for (const QString& key : settings.childKeys())
        names.append(QString::fromUtf8(QByteArray::fromHex(key.toLatin1())));
    names.sort(Qt::CaseInsensitive);
    return names;
}

QByteArray WindowSettings::layout(const QString& name) const
{
    return read(keyOf(name)).toByteArray();
}

void WindowSettings::setLayout(const QString& name, const QByteArray& state)
{
    write(keyOf(name), state);
}

void WindowSettings::removeLayout(const QString& name)
{
    if (!m_file.isEmpty())
        QSettings(m_file, QSettings::IniFormat).remove(keyOf(name));
}

}  // namespace cockpit
