// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/widgets/Theme.h"

#include <QWidget>

namespace cockpit {

/// A small label that says what is at stake: the environment (solid) or a step's danger (outlined).
class Badge : public QWidget
{
    Q_OBJECT

public:
    explicit Badge(Theme& theme, QWidget* parent = nullptr);

    void setEnvironment(Environment environment);  ///< solid, upper case: PRODUCTION
    void setDanger(Danger danger);                 ///< outlined: destructive
    void setWord(const QString& word, Tone tone, bool solid);
    const QString& word() const { return m_word; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QFont badgeFont() const;

    Theme& m_theme;
    QString m_word;
    Tone m_tone = Tone::Muted;
    bool m_solid = false;
};

QString environmentTitle(Environment environment);  ///< translated: "Production"
QString dangerTitle(Danger danger);                 ///< translated: "destructive"

}  // namespace cockpit
