// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QColor>
#include <QWidget>

namespace cockpit {

/// One line of plain text that is cut with an ellipsis instead of pushing its neighbours; the whole is its tool tip.
/// Takes any text from outside: it goes through safeLine() and is never read as markup.
class ElidedLabel : public QWidget
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);
    explicit ElidedLabel(const QString& text, QWidget* parent = nullptr);

    void setText(const QString& text);
    const QString& text() const { return m_text; }
    void setAlignment(Qt::Alignment alignment);
    /// Instead of the palette's, which a change of the style sheet puts back; invalid: the palette's again.
    void setColor(const QColor& color);
    void setElideMode(Qt::TextElideMode mode);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    QColor m_color;
    Qt::Alignment m_alignment = Qt::AlignLeft | Qt::AlignVCenter;
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

}  // namespace cockpit
