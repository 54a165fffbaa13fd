// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/widgets/Theme.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace cockpit {

class GlyphIcon;

/// One sentence above a view: what happened and what to do about it. Never modal, never takes the focus.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Info, Warning, Error };

    explicit MessageBar(Theme& theme, QWidget* parent = nullptr);

    /// `text` may come from outside. With an `actionText` there is a button that runs `action` and closes the bar.
    void showMessage(Kind kind, const QString& text, const QString& actionText = {}, std::function<void()> action = {});
    /// A message that stays until its cause is gone: without a close button.
    void showLasting(Kind kind, const QString& text);
    void clear();
    QString text() const;

private:
    void put(Kind kind, const QString& text, bool closable);

    GlyphIcon* m_icon;
    QLabel* m_text;
    QPushButton* m_action;
    QToolButton* m_close;
    std::function<void()> m_run;
};

}  // namespace cockpit
