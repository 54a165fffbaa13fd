// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>

class QApplication;
class QPainter;
class QRectF;

namespace cockpit {

enum class Environment;
enum class Danger;

/// Colours by meaning, never by hue.
enum class Tone {
    Background,
    Dock,
    Raised,
    Line,
    Text,
    Muted,
    Dim,
    Focus,
    FocusSurface,
    Severity1,
    Severity2,
    Severity3,
    Severity4,
    Severity1Surface,
    Severity2Surface,
    Good,
    Unknown,
    Stale,
    Production,
    Staging,
    Demo,
    CodeSurface,
    Selection,
    Question,
    QuestionSurface,
    Primary,     ///< fill of the one button that is meant to be pressed; text on it is OnFill
    DangerFill,  ///< fill of a button that destroys; text on it is OnFill
    OnFill,      ///< text on solid fills (buttons, environment labels)
    Hover        ///< surface under the pointer
};

/// The dark and the light look: colours, fonts and the small shapes that carry meaning beside colour. Thread: GUI.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Mode { System, Dark, Light };

    explicit Theme(QObject* parent = nullptr);

    Mode mode() const { return m_mode; }
    bool isDark() const { return m_dark; }
    void setMode(Mode mode);
    /// What the desktop asks for; used while the mode is System.
    void setSystemDark(bool dark);
    /// Palette, style and style sheet of the whole program; called again whenever the mode changes.
    void apply(QApplication& application);

    QColor color(Tone tone) const;
    /// Colour of a severity by its rank in its scheme (0 worst); -1 gives Muted.
    QColor severityColor(int rank) const;
    QColor environmentColor(Environment environment) const;
    QColor dangerColor(Danger danger) const;
    /// 13 px at 96 dpi times the factor. Its figures are proportional in some fonts: numbers that tick are painted with
    /// drawTabular() (TabularText.h).
    QFont textFont(double pointSizeFactor = 1.0) const;
    QFont monospaceFont() const;

    /// Octagon, triangle, diamond, ring by rank, filled with the severity's colour.
    void paintSeverityShape(QPainter& painter, const QRectF& where, int rank) const;
    QIcon severityIcon(int rank) const;

signals:
    void changed();

private:
    void settle();

    Mode m_mode = Mode::Dark;
    bool m_dark = true;
    bool m_systemDark = true;
    QApplication* m_application = nullptr;
};

}  // namespace cockpit
