// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/postmortem/PostmortemPanel.h"

#include "core/postmortem/MarkdownHtml.h"
#include "core/postmortem/PostmortemDraft.h"
#include "ui/panels/postmortem/EvidenceIntake.h"
#include "ui/panels/postmortem/EvidenceStrip.h"
#include "ui/panels/postmortem/MarkdownEditor.h"
#include "ui/panels/postmortem/PreviewPage.h"
#include "ui/widgets/ActionCatalogue.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/MessageBar.h"
#include "ui/widgets/SafeBrowser.h"
#include "ui/widgets/Selection.h"

#include <QAction>
#include <QBoxLayout>
#include <QBuffer>
#include <QFileDialog>
#include <QMenu>
#include <QMimeData>
#include <QPromise>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedLayout>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <utility>

namespace cockpit::panels::postmortem {

namespace {

constexpr int previewDelayMs = 200;
constexpr int narrow = 760;      // px: below this text and preview stand one above the other
constexpr int lowForTwo = 480;   // px: below this there is no room for both above each other
constexpr int lowForList = 420;  // px: below this the evidence is one line
constexpr int roomForRefresh = 430;
constexpr qint64 largestPreviewImage = 16 * 1024 * 1024;
constexpr qint64 previewImageBudget = 64 * 1024 * 1024;

/// Encoding a large screenshot takes a while; not on the GUI thread.
QFuture<QByteArray> encodedPng(const QImage& image)
{
    auto promise = std::make_shared<QPromise<QByteArray>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, image] {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        if (buffer.open(QIODevice::WriteOnly))
            image.save(&buffer, "PNG");
        promise->addResult(bytes);
        promise->finish();
    });
    return promise->future();
}

}  // namespace

PostmortemPanel::PostmortemPanel(PanelContext context, QWidget* parent)
    : Panel(context, parent)
{
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildToolbar());
    m_message = new MessageBar(m_context.theme, page);
    layout->addWidget(m_message);
    layout->addWidget(buildBody(), 1);
    m_strip = new EvidenceStrip(m_context.theme, page);
    layout->addWidget(m_strip);
    m_empty = new EmptyState(m_context.theme, Glyph::Info, this);
    m_empty->setText(tr("No incident is chosen."),
                     tr("Choose one on the severity board; its postmortem writes itself from the log."));
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(page);

    m_keeper = new PostmortemKeeper(
        m_context.engine, m_context.clock, [this] { return m_editor->markdown(); }, this);
    connect(m_keeper, &PostmortemKeeper::textLoaded, this, &PostmortemPanel::showText);
    connect(m_keeper, &PostmortemKeeper::stateChanged, this, &PostmortemPanel::showState);
    connect(m_keeper, &PostmortemKeeper::failed, this,
            [this](const QString& sentence) { m_message->showMessage(MessageBar::Kind::Error, sentence); });
    connect(m_keeper, &PostmortemKeeper::changedElsewhere, this, [this] {
        m_message->showMessage(
            MessageBar::Kind::Warning,
            tr("Somebody else saved this postmortem. Saving now replaces their text; it stays in the log."),
            tr("Take theirs"), [this] { m_keeper->takeTheirs(); });
    });
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        // Also emitted when only the colouring changed.
        const QString text = m_editor->toPlainText();
        if (text == m_shownText)
            return;
        m_shownText = text;
        m_previewDelay->start();
        if (!m_loadingText)
            m_keeper->edited();
    });
    connect(m_editor, &MarkdownEditor::evidenceOffered, this,
            [this](const QMimeData& mime) { takeEvidence(mime, true); });
    connect(m_strip, &EvidenceStrip::evidenceOffered, this,
            [this](const QMimeData& mime) { takeEvidence(mime, true); });
    connect(m_strip, &EvidenceStrip::referenceWanted, this,
            [this](const EvidenceItem& item) { m_editor->insertReference(evidenceReference(item)); });
    connect(&m_context.selection, &Selection::incidentChanged, this, &PostmortemPanel::applySelection);
    connect(&m_context.theme, &Theme::changed, this, &PostmortemPanel::updatePreview);
    registerActions();
    setView(View::Split);
    applySelection();
}

PostmortemPanel::~PostmortemPanel()
{
    m_keeper->save();  // while the editor is still there to be read
}

QWidget* PostmortemPanel::buildToolbar()
{
    auto* bar = new QWidget(this);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(4);
    const QStringList names{tr("Edit"), tr("Split"), tr("Preview")};
    for (int i = 0; i < names.size(); ++i) {
        auto* button = new QPushButton(names.at(i), bar);
        button->setCheckable(true);
        button->setProperty("role", QStringLiteral("quiet"));
        connect(button, &QPushButton::clicked, this, [this, i] { setView(static_cast<View>(i)); });
        layout->addWidget(button);
        m_views.append(button);
    }
    m_refresh = new QPushButton(tr("Refresh"), bar);
    m_refresh->setAccessibleName(tr("Bring the generated parts up to date"));
    m_export = new QPushButton(tr("Export…"), bar);
    buildExportMenu(m_export);
    layout->addStretch(1);
    layout->addWidget(m_refresh);
    layout->addWidget(m_export);
    return bar;
}

QWidget* PostmortemPanel::buildBody()
{
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_editor = new MarkdownEditor(m_context.theme, m_splitter);
    m_editor->setAccessibleName(tr("Postmortem, as Markdown"));
    m_preview = new SafeBrowser(m_splitter);
    m_preview->setAccessibleName(tr("Postmortem, as it will read"));
    m_preview->setEvidenceResolver([this](const QString& sha256) { return evidenceBytes(sha256); });
    m_splitter->setChildrenCollapsible(false);
    m_previewDelay = new QTimer(this);
    m_previewDelay->setSingleShot(true);
    m_previewDelay->setInterval(previewDelayMs);
    connect(m_previewDelay, &QTimer::timeout, this, &PostmortemPanel::updatePreview);
    return m_splitter;
}

void PostmortemPanel::buildExportMenu(QPushButton* button)
{
    auto* menu = new QMenu(button);
    const QList<QPair<QString, QString>> formats{{QStringLiteral("pdf"), tr("PDF…")},
                                                 {QStringLiteral("html"), tr("HTML, one file…")},
                                                 {QStringLiteral("md"), tr("Markdown…")}};
    for (const auto& format : formats)
        connect(menu->addAction(format.second), &QAction::triggered, this,
                [this, id = format.first] { askForExport(id); });
    menu->addSeparator();
    connect(menu->addAction(tr("Refresh the generated parts")), &QAction::triggered, this,
            [this] { m_keeper->refresh(); });
    button->setMenu(menu);
}

void PostmortemPanel::registerActions()
{
    const auto add = [this](const char* id, const QString& text, const QKeySequence& keys, auto run) {
        auto* action = new QAction(text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        connect(action, &QAction::triggered, this, run);
        m_context.actions.add(QLatin1String(id), action, QStringLiteral("incident"));
    };
    add("postmortem.save", tr("Save the postmortem"), QKeySequence::Save, [this] { m_keeper->save(); });
    add("postmortem.refresh", tr("Refresh the postmortem draft"), QKeySequence::Refresh,
        [this] { m_keeper->refresh(); });
    add("postmortem.export", tr("Export the postmortem…"), {}, [this] { askForExport(QStringLiteral("pdf")); });
    connect(m_refresh, &QPushButton::clicked, m_keeper, &PostmortemKeeper::refresh);
}

void PostmortemPanel::setView(View view)
{
    m_view = view;
    settleView();
}

void PostmortemPanel::settleView()
{
    const bool roomForTwo = width() >= narrow || height() >= lowForTwo;
    const View shown = m_view == View::Split && !roomForTwo ? View::Edit : m_view;
    for (int i = 0; i < m_views.size(); ++i)
        m_views.at(i)->setChecked(i == static_cast<int>(shown));
    QPushButton* split = m_views.at(static_cast<int>(View::Split));
    split->setEnabled(roomForTwo);
    split->setToolTip(roomForTwo ? QString() : tr("Make this panel larger to see text and preview together"));
    m_splitter->setOrientation(width() < narrow ? Qt::Vertical : Qt::Horizontal);
    m_refresh->setVisible(width() >= roomForRefresh);
    m_strip->setCompact(height() < lowForList);
    m_editor->setVisible(shown != View::Preview);
    m_preview->setVisible(shown != View::Edit);
    if (std::exchange(m_shownView, shown) != shown)
        m_previewDelay->start();
}

void PostmortemPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    settleView();
}

void PostmortemPanel::applySelection()
{
    m_keeper->open(m_context.selection.incident());
    m_stack->setCurrentIndex(m_keeper->incident().isEmpty() ? 0 : 1);
    m_message->clear();
    refresh(m_context.engine.snapshot());
}

void PostmortemPanel::refresh(const Snapshot& snapshot)
{
    const Incident* incident = snapshot.incident(m_keeper->incident());
    m_strip->setItems(incident ? incident->evidence : QList<EvidenceItem>());
    m_keeper->follow(incident, m_editor->hasFocus());
}

void PostmortemPanel::showText(const QString& markdown)
{
    m_loadingText = true;
    m_editor->showMarkdown(markdown);
    m_loadingText = false;
    updatePreview();
}

void PostmortemPanel::showState()
{
    using State = PostmortemKeeper::State;
    QString word;
    switch (m_keeper->state()) {
    case State::Empty: break;
    case State::Loading: word = tr("reading the log…"); break;
    case State::Clean:
        word = m_keeper->savedAt().isValid()
                   ? tr("saved %1").arg(m_keeper->savedAt().toString(QStringLiteral("HH:mm:ss")))
                   : tr("draft");
        break;
    case State::Edited: word = tr("not saved yet"); break;
    case State::Saving: word = tr("saving…"); break;
    case State::Failed: word = tr("NOT saved"); break;
    }
    setStatus(word.isEmpty() ? QString() : tr("%1 · %2 % filled").arg(word).arg(m_percent));
    m_editor->setReadOnly(m_keeper->isOpening());
    m_export->setEnabled(m_keeper->state() != State::Empty);
}

void PostmortemPanel::updatePreview()
{
    const QString text = m_editor->markdown();
    m_percent = percentFilled(text);
    showState();
    if (m_preview->isHidden())
        return;
    const int scrolled = m_preview->verticalScrollBar()->value();
    showPreview(*m_preview, text, m_context.theme);
    m_preview->verticalScrollBar()->setValue(scrolled);
}

QByteArray PostmortemPanel::evidenceBytes(const QString& sha256)
{
    const auto known = m_images.constFind(sha256);
    if (known != m_images.constEnd())
        return *known;
    if (m_fetching.contains(sha256) || m_imageBytes >= previewImageBudget)
        return {};
    m_fetching.insert(sha256);
    m_context.engine.call([sha256](Engine& engine) { return engine.readEvidence(sha256, largestPreviewImage); })
        .then(this, [this, sha256](const Result<QByteArray>& bytes) {
            m_fetching.remove(sha256);
            m_images.insert(sha256, bytes.ok() ? *bytes : QByteArray());
            m_imageBytes += bytes.ok() ? bytes->size() : 0;
            if (bytes.ok())
                m_previewDelay->start();
        });
    return {};
}

void PostmortemPanel::takeEvidence(const QMimeData& mime, bool takeText)
{
    if (m_keeper->incident().isEmpty())
        return;
    const QList<EvidenceOffer> offers = evidenceFrom(mime, takeText);
    if (offers.isEmpty())
        m_message->showMessage(MessageBar::Kind::Warning, tr("Nothing in this can be kept as evidence."));
    for (const EvidenceOffer& offer : offers)
        store(offer);
}

void PostmortemPanel::store(EvidenceOffer offer)
{
    if (offer.image.isNull()) {
        sendEvidence(offer);
        return;
    }
    const QImage image = std::exchange(offer.image, {});
    encodedPng(image).then(this, [this, offer](const QByteArray& bytes) {
        EvidenceOffer encoded = offer;
        encoded.bytes = bytes;
        sendEvidence(encoded);
    });
}

void PostmortemPanel::sendEvidence(const EvidenceOffer& offer)
{
    EvidenceRequest request;
    request.incident = m_keeper->incident();
    request.bytes = offer.bytes;
    request.file = offer.file;
    request.name = offer.name;
    request.type = offer.type;
    request.source = offer.source;
    m_context.engine
        .call(
            [request, actor = m_context.engine.actor()](Engine& engine) { return engine.addEvidence(request, actor); })
        .then(this, [this, incident = request.incident](const Result<EvidenceItem>& item) {
            if (!item)
                m_message->showMessage(MessageBar::Kind::Error, item.error().message);
            else if (incident == m_keeper->incident())
                m_editor->insertReference(evidenceReference(*item));
        });
}

void PostmortemPanel::askForExport(const QString& format)
{
    if (m_keeper->incident().isEmpty())
        return;
    auto* dialog = new QFileDialog(this, tr("Export the postmortem"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(format);
    dialog->setNameFilter(QStringLiteral("*.%1").arg(format));
    dialog->selectFile(tr("postmortem-%1").arg(m_keeper->incident()) + QLatin1Char('.') + format);
    connect(dialog, &QFileDialog::fileSelected, this, [this, format](const QString& file) { exportTo(format, file); });
    dialog->open();
}

void PostmortemPanel::exportTo(const QString& format, const QString& file)
{
    const QString incident = m_keeper->incident();
    m_keeper->save();  // queued on the engine's thread before the export
    m_message->showMessage(MessageBar::Kind::Info, tr("Exporting…"));
    m_context.engine
        .call([incident, format, file, actor = m_context.engine.actor()](Engine& engine) {
            return engine.exportPostmortem(incident, format, file, actor);
        })
        .then(this, [this, file](const Status& status) {
            if (status.ok())
                m_message->showMessage(MessageBar::Kind::Info, tr("Exported to %1").arg(file));
            else
                m_message->showMessage(MessageBar::Kind::Error, status.error().message);
        });
}

}  // namespace cockpit::panels::postmortem
