// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/widgets/SafeOpen.h"

#include "core/base/SafeText.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace cockpit {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(SafeOpen)
};

QLabel* plainLabel(const QString& text, const QString& role, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("role", role);
    label->setText(text);
    return label;
}

}  // namespace

bool mayOpen(const QUrl& url)
{
    if (!url.isValid())
        return false;
    const QString scheme = url.scheme();
    if (scheme == QLatin1String("https") || scheme == QLatin1String("http"))
        return !url.host().isEmpty() && url.userInfo().isEmpty();
    return scheme == QLatin1String("mailto") && !url.path().isEmpty();
}

QString linkTarget(const QUrl& url)
{
    if (url.scheme() == QLatin1String("mailto"))
        return safeLine(url.path(QUrl::FullyDecoded));
    const QString host = url.host(QUrl::FullyEncoded);
    return safeLine(url.port() < 0 ? host : QStringLiteral("%1:%2").arg(host).arg(url.port()));
}

void safeOpen(const QUrl& url, QWidget* parent)
{
    const bool allowed = mayOpen(url);
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("safeOpen"));
    dialog->setWindowTitle(allowed ? Say::tr("Open a link") : Say::tr("Link not opened"));
    auto* layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    const QString question = allowed ? (url.scheme() == QLatin1String("mailto") ? Say::tr("Write a message to %1?")
                                                                                : Say::tr("Open %1 in the browser?"))
                                           .arg(linkTarget(url))
                                     : Say::tr("Only web and mail links are opened from here.");
    layout->addWidget(plainLabel(question, QStringLiteral("title"), dialog));
    layout->addWidget(plainLabel(safeLine(url.toString(QUrl::FullyEncoded), 400), QStringLiteral("muted"), dialog));
    auto* buttons = new QDialogButtonBox(allowed ? QDialogButtonBox::Open | QDialogButtonBox::Cancel
                                                 : QDialogButtonBox::StandardButtons(QDialogButtonBox::Close),
                                         dialog);
    for (QAbstractButton* button : buttons->buttons())
        button->setAccessibleName(button->text().remove(QLatin1Char('&')));
    layout->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    if (allowed)
        QObject::connect(dialog, &QDialog::accepted, dialog, [url] { QDesktopServices::openUrl(url); });
    dialog->setMinimumWidth(420);
    dialog->open();
}

}  // namespace cockpit
