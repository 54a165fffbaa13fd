// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/widgets/Panel.h"

#include <QDockWidget>

class QToolButton;

namespace cockpit {

class Badge;
class ElidedLabel;

/// The title bar of a dock: title, the environment its panel acts on, the panel's own header, its status, and buttons
/// to float and close.
class DockTitle : public QWidget
{
    Q_OBJECT

public:
    static constexpr int height = 32;  ///< px

    DockTitle(QDockWidget* dock, Panel* panel, const QString& title, Theme& theme);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void moveEvent(QMoveEvent* event) override;

private:
    QToolButton* makeButton(const QString& sign, const QString& name);
    void settle();
    void settleTitle();

    QDockWidget* m_dock;
    Panel* m_panel;
    QString m_plainTitle;
    Theme& m_theme;
    ElidedLabel* m_title;
    ElidedLabel* m_status;
    Badge* m_environment;
};

}  // namespace cockpit
