// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/shell/approvals/ApproversDialog.h"

#include "core/base/SafeText.h"
#include "ui/widgets/PlainLabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace cockpit {

namespace {

QLabel* plainLabel(const QString& text, const char* role, QWidget* parent)
{
    QLabel* label = makePlainLabel(role, parent);
    label->setText(text);
    return label;
}

QPushButton* button(const QString& text, QWidget* parent)
{
    auto* made = new QPushButton(text, parent);
    made->setAccessibleName(text);
    made->setAutoDefault(false);
    return made;
}

}  // namespace

ApproversDialog::ApproversDialog(const PanelContext& context, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_problem(plainLabel({}, "muted", this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Whose approval counts"));
    setMinimumWidth(600);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(makeOwnKey());
    layout->addWidget(makeList(), 1);
    layout->addWidget(makeForm());
    m_problem->setObjectName(QStringLiteral("problem"));
    layout->addWidget(m_problem);
    auto* close = button(tr("Close"), this);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    layout->addWidget(close, 0, Qt::AlignRight);
    m_context.engine.call([](Engine& engine) { return engine.approvalKey(); })
        .then(this, [this](const Result<QString>& key) {
            if (!key)
                return report(key.error());
            m_ownKey->setText(*key);
            m_ownKey->setCursorPosition(0);
        });
    reload();
}

QWidget* ApproversDialog::makeOwnKey()
{
    auto* box = new QWidget(this);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 8);
    layout->addWidget(plainLabel(tr("Your key: give it to colleagues whose steps you may approve"), "title", box));
    auto* row = new QHBoxLayout;
    m_ownKey = new QLineEdit(box);
    m_ownKey->setReadOnly(true);
    m_ownKey->setAccessibleName(tr("Your key"));
    m_ownKey->setPlaceholderText(tr("being read from the keychain\u2026"));
    auto* copy = button(tr("Copy"), box);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_ownKey->text()); });
    row->addWidget(m_ownKey, 1);
    row->addWidget(copy);
    layout->addLayout(row);
    return box;
}

QWidget* ApproversDialog::makeList()
{
    auto* box = new QWidget(this);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(plainLabel(tr("They may approve destructive steps of this cockpit"), "title", box));
    m_list = new QListWidget(box);
    m_list->setObjectName(QStringLiteral("approvers"));
    m_list->setAccessibleName(tr("Approvers"));
    m_list->setMinimumHeight(96);
    layout->addWidget(m_list, 1);
    m_forget = button(tr("Remove"), box);
    m_forget->setObjectName(QStringLiteral("forget"));
    m_forget->setEnabled(false);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) { m_forget->setEnabled(row >= 0); });
    connect(m_forget, &QPushButton::clicked, this, &ApproversDialog::forget);
    layout->addWidget(m_forget, 0, Qt::AlignRight);
    return box;
}

QWidget* ApproversDialog::makeForm()
{
    auto* box = new QWidget(this);
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    m_name = new QLineEdit(box);
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setAccessibleName(tr("Colleague"));
    m_name->setPlaceholderText(tr("Colleague"));
    m_key = new QLineEdit(box);
    m_key->setObjectName(QStringLiteral("key"));
    m_key->setAccessibleName(tr("Their key"));
    m_key->setPlaceholderText(tr("Their key, 64 hexadecimal digits"));
    auto* add = button(tr("Add"), box);
    add->setObjectName(QStringLiteral("trust"));
    connect(add, &QPushButton::clicked, this, &ApproversDialog::trust);
    connect(m_key, &QLineEdit::returnPressed, this, &ApproversDialog::trust);
    layout->addWidget(m_name, 1);
    layout->addWidget(m_key, 2);
    layout->addWidget(add);
    return box;
}

void ApproversDialog::reload()
{
    m_context.engine.call([](Engine& engine) { return engine.approvers(); })
        .then(this, [this](const QMap<QString, QString>& approvers) { fill(approvers); });
}

void ApproversDialog::fill(const QMap<QString, QString>& approvers)
{
    m_list->clear();
    for (auto approver = approvers.begin(); approver != approvers.end(); ++approver) {
        auto* item = new QListWidgetItem(
            tr("%1   key %2\u2026").arg(safeLine(approver.key(), 60), approver.value().left(16)), m_list);
        item->setData(Qt::UserRole, approver.key());
    }
}

void ApproversDialog::trust()
{
    m_context.engine
        .call([name = m_name->text(), key = m_key->text(), actor = m_context.engine.actor()](Engine& engine) {
            return engine.trustApprover(name, key, actor);
        })
        .then(this, [this](const Status& status) {
            report(status);
            if (!status)
                return;
            m_name->clear();
            m_key->clear();
            reload();
        });
}

void ApproversDialog::forget()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (!item)
        return;
    m_context.engine
        .call([name = item->data(Qt::UserRole).toString(), actor = m_context.engine.actor()](Engine& engine) {
            return engine.forgetApprover(name, actor);
        })
        .then(this, [this](const Status& status) {
            report(status);
            reload();
        });
}

void ApproversDialog::report(const Status& status)
{
    m_problem->setText(status ? QString() : safeLine(status.error().message));
    if (!status)
        emit failed(status.error().message);
}

}  // namespace cockpit
