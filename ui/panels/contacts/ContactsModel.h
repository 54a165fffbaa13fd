// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/engine/Snapshot.h"
#include "ui/widgets/RowListModel.h"

#include <QUrl>

namespace cockpit {
class Theme;
}

namespace cockpit::panels::contacts {

/// One line: a platform's name, a person, or a status page.
struct ContactRow {
    enum class Kind { Platform, Contact, Page };
    Kind kind = Kind::Contact;
    QString text;
    QString detail;  ///< role and how to reach; what the page reports
    QUrl target;     ///< what Enter opens; empty: nothing
    QString copied;  ///< what copying takes
    bool trouble = false;

    bool operator==(const ContactRow&) const = default;
};

/// Contacts and status pages of one platform, or of all that are watched when `platform` is empty.
QList<ContactRow> contactRows(const Snapshot& snapshot, const QString& platform);

/// The rows as a list. Thread: GUI.
class ContactsModel : public RowListModel<ContactRow>
{
    Q_OBJECT

public:
    explicit ContactsModel(Theme& theme, QObject* parent = nullptr);

    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    bool isSame(const ContactRow& left, const ContactRow& right) const override;

    Theme& m_theme;
};

}  // namespace cockpit::panels::contacts
