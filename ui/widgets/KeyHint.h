// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/widgets/Theme.h"

#include <QKeySequence>
#include <QWidget>

namespace cockpit {

/// A key cap ("Ctrl K") beside the thing the key does.
class KeyHint : public QWidget
{
    Q_OBJECT

public:
    KeyHint(Theme& theme, const QKeySequence& keys, QWidget* parent = nullptr);

    void setKeys(const QKeySequence& keys);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    QString m_text;
};

/// The words on a key cap: "Ctrl K".
QString keyCapText(const QKeySequence& keys);

/// Paints a key cap into `where`; for delegates and painted widgets.
void paintKeyCap(QPainter& painter, const QRectF& where, const QString& text, const Theme& theme);

}  // namespace cockpit
