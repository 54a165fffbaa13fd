// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/contacts/ContactsModel.h"

#include "core/base/SafeText.h"
#include "ui/widgets/Theme.h"

#include <QCoreApplication>
#include <QFont>
#include <QRegularExpression>

namespace cockpit::panels::contacts {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(ContactsPanel)
};

ContactRow contactRow(const Contact& contact)
{
    static const QRegularExpression mail(QStringLiteral("\\A[^@\\s]+@[^@\\s]+\\.[^@\\s]+\\z"));
    ContactRow row;
    row.text = safeLine(contact.name, 120);
    const QString reach = safeLine(contact.reach, 200);
    row.detail = contact.role.isEmpty() ? reach : safeLine(contact.role, 120) + QStringLiteral(" · ") + reach;
    row.copied = reach;
    if (mail.match(contact.reach).hasMatch())
        row.target = QUrl(QStringLiteral("mailto:") + contact.reach);
    return row;
}

QString pageWord(const StatusPage& page, const Reading& reading)
{
    if (page.signal.isEmpty())
        return Say::tr("open it to see");
    if (reading.state == ReadingState::Value)
        return reading.value >= 1 ? Say::tr("reports no trouble") : Say::tr("reports trouble");
    return reading.state == ReadingState::Pending ? Say::tr("not read yet") : Say::tr("cannot be read");
}

ContactRow pageRow(const StatusPage& page, const Reading& reading)
{
    ContactRow row;
    row.kind = ContactRow::Kind::Page;
    row.text = safeLine(page.title, 120);
    row.detail = pageWord(page, reading);
    row.target = QUrl(page.url, QUrl::StrictMode);
    row.copied = page.url;
    row.trouble = !page.signal.isEmpty() && reading.state == ReadingState::Value && reading.value < 1;
    return row;
}

}  // namespace

QList<ContactRow> contactRows(const Snapshot& snapshot, const QString& platform)
{
    QList<ContactRow> rows;
    for (const PlatformState& state : snapshot.platforms) {
        const Playbook& playbook = *state.playbook;
        const bool wanted = platform.isEmpty() ? state.watched : playbook.id == platform;
        if (!wanted || (playbook.contacts.isEmpty() && playbook.statusPages.isEmpty()))
            continue;
        ContactRow heading;
        heading.kind = ContactRow::Kind::Platform;
        heading.text = safeLine(playbook.title, 120);
        rows.append(heading);
        for (const Contact& contact : playbook.contacts)
            rows.append(contactRow(contact));
        for (qsizetype i = 0; i < playbook.statusPages.size(); ++i)
            rows.append(pageRow(playbook.statusPages.at(i), state.pages.value(i)));
    }
    return rows;
}

ContactsModel::ContactsModel(Theme& theme, QObject* parent)
    : RowListModel(parent)
    , m_theme(theme)
{
}

bool ContactsModel::isSame(const ContactRow& left, const ContactRow& right) const
{
    return left.kind == right.kind && left.text == right.text && left.copied == right.copied;
}

QVariant ContactsModel::data(const QModelIndex& index, int role) const
{
    if (!isRow(index))
        return {};
    const ContactRow& row = rowOf(index);
    const bool heading = row.kind == ContactRow::Kind::Platform;
    switch (role) {
    case Qt::DisplayRole: return heading ? row.text : row.text + QLatin1Char('\n') + row.detail;
    case Qt::AccessibleTextRole: return heading ? row.text : QStringLiteral("%1: %2").arg(row.text, row.detail);
    case Qt::ToolTipRole:
        return row.target.isEmpty() ? safeToolTip(Say::tr("Ctrl+C copies how to reach them"))
                                    : safeToolTip(Say::tr("Enter opens %1").arg(row.target.toDisplayString()));
    case Qt::FontRole: {
        QFont font = m_theme.textFont();
        font.setBold(heading);
        return font;
    }
    case Qt::ForegroundRole:
        if (row.trouble)
            return m_theme.color(Tone::Severity2);
        return m_theme.color(Tone::Text);
    default: return {};
    }
}

Qt::ItemFlags ContactsModel::flags(const QModelIndex& index) const
{
    if (!isRow(index))
        return Qt::NoItemFlags;
    const Qt::ItemFlags common = Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return rowOf(index).kind == ContactRow::Kind::Platform ? common : common | Qt::ItemIsSelectable;
}

}  // namespace cockpit::panels::contacts
