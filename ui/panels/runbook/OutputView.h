// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QPlainTextEdit>

namespace cockpit::panels::runbook {

/// The output of a step: plain text, lines cut at 4096 characters, the newest 2000 lines and 256 Ki characters kept. A
/// selection dragged out of it says which step it came from (application/x-incident-cockpit-step beside text/plain).
class OutputView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit OutputView(QWidget* parent = nullptr);

    void setStep(const QString& step, const QString& title);
    void show(const QString& text);
    void append(const QString& text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    QMimeData* createMimeDataFromSelection() const override;

private:
    void settle();
    void forgetOldest();
    static QString fitting(const QString& text, int column);
    int wrappedLines() const;

    int m_lines = 1;
    QString m_step;
    QString m_title;
};

}  // namespace cockpit::panels::runbook
