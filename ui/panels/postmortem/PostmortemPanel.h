// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "ui/panels/postmortem/PostmortemKeeper.h"
#include "ui/widgets/Panel.h"

#include <QHash>
#include <QSet>

class QAction;
class QMimeData;
class QPushButton;
class QSplitter;
class QStackedLayout;
class QTimer;

namespace cockpit {
class EmptyState;
class MessageBar;
class SafeBrowser;
}  // namespace cockpit

namespace cockpit::panels::postmortem {

class EvidenceStrip;
class MarkdownEditor;
struct EvidenceOffer;

/// The postmortem of the chosen incident: written by the log, completed by a person.
class PostmortemPanel : public Panel
{
    Q_OBJECT

public:
    enum class View { Edit, Split, Preview };

    explicit PostmortemPanel(PanelContext context, QWidget* parent = nullptr);
    ~PostmortemPanel() override;

    void setView(View view);
    /// Writes the text as shown to `file`; `format` is "md", "html" or "pdf".
    void exportTo(const QString& format, const QString& file);
    void takeEvidence(const QMimeData& mime, bool takeText);

protected:
    void refresh(const Snapshot& snapshot) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void settleView();
    QWidget* buildToolbar();
    QWidget* buildBody();
    void buildExportMenu(QPushButton* button);
    void registerActions();
    void askForExport(const QString& format);
    void applySelection();
    void showText(const QString& markdown);
    void showState();
    void updatePreview();
    QByteArray evidenceBytes(const QString& sha256);
    void store(EvidenceOffer offer);
    void sendEvidence(const EvidenceOffer& offer);

    PostmortemKeeper* m_keeper = nullptr;
    MarkdownEditor* m_editor = nullptr;
    SafeBrowser* m_preview = nullptr;
    QSplitter* m_splitter = nullptr;
    EvidenceStrip* m_strip = nullptr;
    QStackedLayout* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    MessageBar* m_message = nullptr;
    QList<QPushButton*> m_views;
    View m_view = View::Split;  ///< asked for; what fits is shown
    View m_shownView = View::Split;
    QPushButton* m_refresh = nullptr;
    QPushButton* m_export = nullptr;
    QTimer* m_previewDelay = nullptr;
    QHash<QString, QByteArray> m_images;  ///< evidence shown in the preview
    qint64 m_imageBytes = 0;
    QSet<QString> m_fetching;
    int m_percent = 0;
    QString m_shownText;
    bool m_loadingText = false;
};

}  // namespace cockpit::panels::postmortem
