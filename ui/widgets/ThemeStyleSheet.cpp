// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/widgets/ThemeStyleSheet.h"

#include "ui/widgets/ThemeColours.h"

namespace cockpit {

namespace {

// Names between @…@ are tones (see valueOf) or the look's own icon files.
const char* const surfaces = R"(
QMainWindow, QDialog { background: @Background@; }
QMainWindow::separator { background: @Background@; width: 6px; height: 6px; }
QMainWindow::separator:hover { background: @Focus@; }
QSplitter::handle { background: @Line@; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QToolTip { background: @Raised@; color: @Text@; border: 1px solid @Line@; padding: 4px 6px; }
QMenuBar { background: @Background@; color: @Muted@; padding: 2px 4px; }
QMenuBar::item { padding: 4px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @Hover@; color: @Text@; }
QMenu { background: @Raised@; color: @Text@; border: 1px solid @Line@; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 22px; border-radius: 4px; }
QMenu::item:selected { background: @Primary@; color: @OnFill@; }
QMenu::item:disabled { color: @Dim@; background: transparent; }
QMenu::separator { height: 1px; background: @Line@; margin: 4px 8px; }
QMenu::indicator { width: 14px; height: 14px; left: 4px; }
QStatusBar { background: @Background@; color: @Muted@; border-top: 1px solid @Line@; }
QStatusBar::item { border: none; }
QFrame[surface="dock"] { background: @Dock@; border: 1px solid @Line@; border-radius: 5px; }
QFrame[surface="raised"] { background: @Raised@; border: 1px solid @Line@; border-radius: 5px; }
QFrame[surface="code"] { background: @CodeSurface@; border: none; border-radius: 4px; }
QFrame[surface="strip"] { background: @Background@; border: none; border-bottom: 1px solid @Line@; }
QFrame[surface="danger"] { background: @Severity1Surface@; border: 1px solid @Severity1@; border-radius: 5px; }
QFrame[surface="warning"] { background: @Severity2Surface@; border: 1px solid @Severity2@; border-radius: 5px; }
QFrame[surface="info"] { background: @FocusSurface@; border: 1px solid @Focus@; border-radius: 5px; }
QLabel { background: transparent; }
QLabel[role="muted"] { color: @Muted@; }
QLabel[role="dim"] { color: @Dim@; }
QLabel[role="title"] { font-weight: 600; }
QLabel[role="heading"] { font-size: 11pt; font-weight: 600; }
QLabel[role="danger"] { color: @Severity1@; }
QLabel[role="good"] { color: @Good@; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @Line@; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @Dim@; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

const char* const controls = R"(
QPushButton { background: @Raised@; color: @Text@; border: 1px solid @Line@; border-radius: 4px; padding: 4px 12px;
    min-height: 18px; font-weight: 500; }
QPushButton:hover { background: @Hover@; }
QPushButton:pressed { background: @Selection@; }
QPushButton:focus { border-color: @Focus@; }
QPushButton:checked { background: @Selection@; border-color: @Focus@; }
QPushButton:disabled { color: @Dim@; background: @Dock@; }
QPushButton[role="primary"] { background: @Primary@; border-color: @Primary@; color: @OnFill@; }
QPushButton[role="primary"]:focus { border-color: @Text@; }
QPushButton[role="danger"] { background: @DangerFill@; border-color: @DangerFill@; color: @OnFill@; }
QPushButton[role="danger"]:focus { border-color: @Text@; }
QPushButton[role="primary"]:disabled, QPushButton[role="danger"]:disabled { background: @Dock@; border-color: @Line@;
    color: @Dim@; }
QPushButton[role="quiet"] { background: transparent; border-color: transparent; color: @Muted@; }
QPushButton[role="quiet"]:hover { background: @Hover@; color: @Text@; }
QPushButton[role="quiet"]:focus { border-color: @Focus@; color: @Text@; }
QPushButton[role="quiet"]:checked { background: @Raised@; color: @Text@; border-color: @Line@; }
QToolButton { background: transparent; color: @Muted@; border: 1px solid transparent; border-radius: 4px; padding: 3px; }
QToolButton:hover { background: @Hover@; color: @Text@; }
QToolButton:focus { border-color: @Focus@; }
QToolButton:checked { background: @Raised@; color: @Text@; border-color: @Line@; }
QToolButton::menu-indicator { image: none; }
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox { background: @CodeSurface@; color: @Text@;
    border: 1px solid @Line@; border-radius: 4px; padding: 4px 7px; selection-background-color: @Primary@;
    selection-color: @OnFill@; }
QLineEdit, QAbstractSpinBox, QComboBox { min-height: 18px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
    border: 2px solid @Focus@; padding: 3px 6px; }
QLineEdit[invalid="true"] { border: 2px solid @Severity1@; padding: 3px 6px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: @Dim@; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url(:/cockpit/icons/@chevron@.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @Raised@; border: 1px solid @Line@; outline: none;
    selection-background-color: @Primary@; selection-color: @OnFill@; }
QCheckBox, QRadioButton { spacing: 7px; background: transparent; }
QCheckBox::indicator, QMenu::indicator, QListView::indicator { border: 1px solid @Dim@; border-radius: 3px; background: @CodeSurface@; }
QCheckBox::indicator, QListView::indicator { width: 14px; height: 14px; }
QCheckBox::indicator:checked, QMenu::indicator:checked, QListView::indicator:checked { background: @Primary@; border-color: @Primary@;
    image: url(:/cockpit/icons/check.svg); }
QCheckBox::indicator:focus { border-color: @Focus@; }
QCheckBox:focus, QRadioButton:focus { color: @Focus@; }
QProgressBar { background: @Line@; border: none; border-radius: 2px; text-align: center; }
QProgressBar::chunk { background: @Focus@; border-radius: 2px; }
)";

const char* const views = R"(
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @Muted@; padding: 5px 10px; margin: 2px 2px 2px 0; border: 1px solid transparent;
    border-radius: 4px; }
QTabBar::tab:hover { background: @Hover@; color: @Text@; }
QTabBar::tab:selected { background: @Raised@; color: @Text@; border-color: @Line@; }
QTabBar::tab:focus { border-color: @Focus@; }
QTabWidget::pane { border: none; border-top: 1px solid @Line@; }
QDockWidget { color: @Text@; }
QAbstractItemView { background: @Dock@; color: @Text@; border: none; outline: none; gridline-color: @Line@;
    alternate-background-color: @Raised@; selection-background-color: @Selection@; selection-color: @Text@; }
QAbstractItemView::item:selected { background: @Selection@; color: @Text@; }
QAbstractItemView::item:hover { background: @Hover@; }
QHeaderView { background: @Dock@; border: none; }
QHeaderView::section { background: @Dock@; color: @Muted@; border: none; border-bottom: 1px solid @Line@; padding: 5px 8px;
    font-weight: 500; }
QTableCornerButton::section { background: @Dock@; border: none; }
QGroupBox { border: 1px solid @Line@; border-radius: 5px; margin-top: 9px; padding-top: 8px; }
QGroupBox::title { subcontrol-origin: margin; left: 9px; padding: 0 4px; color: @Muted@; }
)";

struct NamedTone {
    const char* name;
    Tone tone;
};

constexpr NamedTone names[] = {{"Background", Tone::Background},
                               {"Dock", Tone::Dock},
                               {"Raised", Tone::Raised},
                               {"Line", Tone::Line},
                               {"Text", Tone::Text},
                               {"Muted", Tone::Muted},
                               {"Dim", Tone::Dim},
                               {"Focus", Tone::Focus},
                               {"FocusSurface", Tone::FocusSurface},
                               {"Severity1", Tone::Severity1},
                               {"Severity2", Tone::Severity2},
                               {"Severity1Surface", Tone::Severity1Surface},
                               {"Severity2Surface", Tone::Severity2Surface},
                               {"Good", Tone::Good},
                               {"CodeSurface", Tone::CodeSurface},
                               {"Selection", Tone::Selection},
                               {"Primary", Tone::Primary},
                               {"DangerFill", Tone::DangerFill},
                               {"OnFill", Tone::OnFill},
                               {"Hover", Tone::Hover}};

}  // namespace

QString themeStyleSheet(bool dark)
{
    QString sheet = QLatin1String(surfaces) + QLatin1String(controls) + QLatin1String(views);
    for (const NamedTone& named : names) {
        const QString key = QLatin1Char('@') + QLatin1String(named.name) + QLatin1Char('@');
        sheet.replace(key, toneColour(named.tone, dark).name());
    }
    sheet.replace(QLatin1String("@chevron@"), dark ? QLatin1String("chevron-dark") : QLatin1String("chevron-light"));
    return sheet;
}

}  // namespace cockpit
