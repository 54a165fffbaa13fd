// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/widgets/Theme.h"

#include <QList>
#include <QString>
#include <QWidget>

namespace cockpit::panels::charts {

/// The line above a chart: pieces at the left and at the right. What does not fit is left out, least important first;
/// nothing is ever cut in the middle of a number.
class ChartHeader : public QWidget
{
    Q_OBJECT

public:
    struct Piece {
        QString text;
        Tone tone = Tone::Muted;
        bool strong = false;
        int importance = 0;  ///< higher stays longer
    };

    explicit ChartHeader(const Theme& theme, QWidget* parent = nullptr);

    void setPieces(QList<Piece> left, QList<Piece> right);
    /// The texts that are shown at the present width, for tests and accessibility.
    QStringList shownTexts() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QFont fontOf(const Piece& piece) const;
    int widthOf(const Piece& piece) const;
    void dropUntilFitting(QList<Piece>* left, QList<Piece>* right) const;

    const Theme& m_theme;
    QList<Piece> m_left;
    QList<Piece> m_right;
};

}  // namespace cockpit::panels::charts
