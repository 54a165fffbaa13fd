// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/shell/AboutDialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace cockpit {

AboutDialog::AboutDialog(const QString& version, QWidget* parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Incident Cockpit"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(8);
    const auto add = [&](const QString& text, const char* role) {
        auto* label = new QLabel(this);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setProperty("role", QLatin1String(role));
        label->setText(text);
        layout->addWidget(label);
    };
    add(tr("Incident Cockpit %1").arg(version), "heading");
    add(tr("Detects trouble, says how bad it is and whom to tell by when, runs runbooks safely, and leaves a "
           "postmortem "
           "that is nearly written."),
        "muted");
    add(tr("Free software under the GNU General Public License, version 3 or later. It comes without any warranty. It "
           "reports to nobody."),
        "muted");
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAccessibleName(tr("Close"));
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumWidth(420);
}

}  // namespace cockpit
