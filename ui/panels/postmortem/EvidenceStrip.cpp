// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/postmortem/EvidenceStrip.h"

#include "core/base/SafeText.h"
#include "ui/panels/postmortem/EvidenceIntake.h"
#include "ui/widgets/Theme.h"

#include <QBoxLayout>
#include <QDragEnterEvent>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QMimeData>
#include <QPainter>

namespace cockpit::panels::postmortem {

namespace {

constexpr int visibleRows = 3;

}  // namespace

EvidenceStrip::EvidenceStrip(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_list(new QListWidget(this))
    , m_hint(new QLabel(tr("Drop or paste files, screenshots, charts, timeline rows or step output here as evidence"),
                        this))
{
    setObjectName(QStringLiteral("evidence"));
    setAcceptDrops(true);
    setAccessibleName(tr("Evidence"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->setSpacing(6);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setProperty("role", QStringLiteral("muted"));
    m_list->setAccessibleName(tr("Evidence of this incident"));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->hide();
    layout->addWidget(m_list);
    layout->addWidget(m_hint);
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
        const int row = m_list->row(item);
        if (row >= 0 && row < m_items.size())
            emit referenceWanted(m_items.at(row));
    });
}

void EvidenceStrip::setItems(const QList<EvidenceItem>& items)
{
    if (items.size() == m_items.size() && (items.isEmpty() || items.last().sha256 == m_items.last().sha256))
        return;
    m_items = items;
    m_list->clear();
    for (const EvidenceItem& item : items) {
        auto* row = new QListWidgetItem(QStringLiteral("%1 · %2 · %3 · %4")
                                            .arg(safeLine(item.name, 120), safeLine(item.type, 60),
                                                 QLocale::c().formattedDataSize(item.size), item.sha256.left(12)),
                                        m_list);
        row->setToolTip(safeToolTip(tr("%1\nSHA-256 %2\nadded by %3, %4 UTC\nEnter puts a reference into the text")
                                        .arg(item.name, item.sha256, item.author,
                                             item.at.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")))));
    }
    settleList();
}

void EvidenceStrip::setCompact(bool compact)
{
    if (m_compact == compact)
        return;
    m_compact = compact;
    settleList();
}

void EvidenceStrip::settleList()
{
    m_list->setVisible(!m_items.isEmpty());
    // The list itself takes drops as well, so the hint may go where there is no room for it.
    m_hint->setVisible(!m_compact || m_items.isEmpty());
    const int rows = qMin(m_compact ? 1 : visibleRows, static_cast<int>(m_items.size()));
    m_list->setFixedHeight(rows * qMax(1, m_list->sizeHintForRow(0)) + 2 * m_list->frameWidth());
    if (!m_items.isEmpty())
        m_list->scrollToBottom();
}

void EvidenceStrip::dragEnterEvent(QDragEnterEvent* event)
{
    if (!isEvidence(*event->mimeData()) && !event->mimeData()->hasText())
        return;
    m_over = true;
    update();
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void EvidenceStrip::dragLeaveEvent(QDragLeaveEvent*)
{
    m_over = false;
    update();
}

void EvidenceStrip::dropEvent(QDropEvent* event)
{
    m_over = false;
    update();
    event->setDropAction(Qt::CopyAction);
    event->accept();
    emit evidenceOffered(*event->mimeData());
}

void EvidenceStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(4.5, 2.5, -4.5, -2.5);
    painter.setPen(QPen(m_theme.color(Tone::Focus), m_over ? 2 : 1, m_over ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(m_theme.color(Tone::FocusSurface));
    painter.drawRoundedRect(frame, 5, 5);
}

}  // namespace cockpit::panels::postmortem
