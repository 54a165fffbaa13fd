// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/connections/ConnectionEditor.h"

#include "core/base/SafeText.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/FieldForm.h"
#include "ui/widgets/SecretField.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

namespace cockpit::panels::connections {

namespace {

constexpr int gap = 8;
constexpr int formSpacing = 12;

QString keychainSentence(CredentialState state)
{
    switch (state) {
    case CredentialState::Ready: return {};
    case CredentialState::NoService:
        return ConnectionEditor::tr(
            "No keyring service runs on this desktop: install gnome-keyring, or keep the secret for this session.");
    case CredentialState::Locked:
        return ConnectionEditor::tr("The keyring is locked: unlock it, or keep the secret for this session.");
    case CredentialState::Denied:
        return ConnectionEditor::tr("The keyring refused access: allow it, or keep the secret for this session.");
    case CredentialState::Missing: return {};
    case CredentialState::TimedOut:
        return ConnectionEditor::tr(
            "The keyring does not answer: look for its prompt, or keep the secret for this session.");
    }
    return {};
}

QLabel* plain(QWidget* parent, const char* role)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(1);
    label->setProperty("role", QLatin1String(role));
    return label;
}

QPushButton* button(const QString& text, const char* role, QWidget* parent)
{
    auto* made = new QPushButton(text, parent);
    made->setAutoDefault(false);
    made->setAccessibleName(text);
    made->setProperty("role", QLatin1String(role));
    return made;
}

}  // namespace

ConnectionEditor::ConnectionEditor(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(plain(this, "title"))
    , m_subtitle(plain(this, "muted"))
    , m_badge(new Badge(theme, this))
    , m_environment(new QComboBox(this))
    , m_form(new FieldForm(this))
    , m_secretLabel(plain(this, "muted"))
    , m_secretField(new SecretField(this))
    , m_storage(new QComboBox(this))
    , m_keychain(plain(this, "muted"))
    , m_result(plain(this, "muted"))
    , m_test(button(tr("Test"), "", this))
    , m_save(button(tr("Save"), "primary", this))
    , m_remove(button(tr("Remove"), "quiet", this))
    , m_back(button(tr("Back"), "quiet", this))
{
    build();
    connectControls();
    setFocusProxy(m_environment);
}

void ConnectionEditor::build()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->setSpacing(gap);
    auto* top = new QHBoxLayout;
    top->addWidget(m_back);
    top->addWidget(m_title, 1);
    top->addWidget(m_badge);
    layout->addLayout(top);
    layout->addWidget(m_subtitle);
    for (const Environment environment : {Environment::Production, Environment::Staging, Environment::Demo})
        m_environment->addItem(environmentTitle(environment), environmentName(environment));
    m_environment->setAccessibleName(tr("Environment"));
    m_storage->addItem(tr("Keep in the keyring"), static_cast<int>(SecretStorage::Keychain));
    m_storage->addItem(tr("Keep for this session only"), static_cast<int>(SecretStorage::Session));
    m_storage->setAccessibleName(tr("Where the secret is kept"));

    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    auto* head = new QFormLayout;
    head->setContentsMargins(0, 0, 0, 0);
    head->setHorizontalSpacing(formSpacing);
    auto* environmentLabel = plain(content, "muted");
    environmentLabel->setWordWrap(false);
    environmentLabel->setText(tr("Environment"));
    environmentLabel->setBuddy(m_environment);
    head->addRow(environmentLabel, m_environment);
    column->addLayout(head);
    column->addWidget(m_form);
    column->addWidget(m_secretLabel);
    column->addWidget(m_secretField);
    column->addWidget(m_storage);
    column->addWidget(m_keychain);
    column->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_result);
    auto* row = new QHBoxLayout;
    row->addWidget(m_remove);
    row->addStretch(1);
    row->addWidget(m_test);
    row->addWidget(m_save);
    layout->addLayout(row);
}

void ConnectionEditor::connectControls()
{
    const auto touched = [this] {
        m_changed = true;
        m_warned = false;
        settle();
    };
    connect(m_environment, &QComboBox::activated, this, touched);
    connect(m_storage, &QComboBox::activated, this, touched);
    connect(m_form, &FieldForm::changed, this, touched);
    connect(m_secretField, &SecretField::changed, this, touched);
    connect(m_back, &QPushButton::clicked, this, &ConnectionEditor::leave);
    connect(m_test, &QPushButton::clicked, this, [this] {
        if (!m_form->validate())
            return;
        say(tr("Testing\u2026"), "muted");
        emit testAsked(spec(), secret());
    });
    connect(m_save, &QPushButton::clicked, this, [this] {
        if (m_form->validate())
            emit saveAsked(spec(), secret());
    });
    connect(m_remove, &QPushButton::clicked, this, [this] { emit removeAsked(m_spec.id); });
}

/// The fields are made anew for each kind, so their place among the others is settled then.
void ConnectionEditor::setTabOrders(const ConnectionKindInfo& kind)
{
    QList<QWidget*> order{m_environment};
    for (const ConnectionField& field : kind.fields)
        order.append(m_form->findChild<QWidget*>(field.id));
    order += {m_secretField, m_storage, m_remove, m_test, m_save, m_back};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

void ConnectionEditor::edit(const ConnectionState& state, const ConnectionKindInfo& kind, CredentialState keychain)
{
    m_spec = state.spec;
    m_secret.reset();
    m_hasSecret = !kind.secretLabel.isEmpty();
    m_title->setText(safeLine(state.spec.title.isEmpty() ? state.spec.id : state.spec.title, 60));
    m_subtitle->setText(tr("%1 · %2").arg(safeLine(state.spec.id, 60), kind.title));
    m_environment->setCurrentIndex(m_environment->findData(environmentName(state.spec.environment)));
    m_form->setFields(kind.fields, state.spec.settings);
    setTabOrders(kind);
    m_secretField->clear();
    m_secretField->setLabel(kind.secretLabel);
    m_secretField->setPlaceholderText(state.bound && state.spec.secretStorage != SecretStorage::None ? tr("unchanged")
                                                                                                     : QString());
    m_secretLabel->setText(kind.secretLabel);
    const SecretStorage storage = state.spec.secretStorage != SecretStorage::None ? state.spec.secretStorage
                                  : keychain == CredentialState::Ready            ? SecretStorage::Keychain
                                                                                  : SecretStorage::Session;
    m_storage->setCurrentIndex(m_storage->findData(static_cast<int>(storage)));
    for (QWidget* part :
         {static_cast<QWidget*>(m_secretLabel), static_cast<QWidget*>(m_secretField), static_cast<QWidget*>(m_storage)})
        part->setVisible(m_hasSecret);
    const QString trouble = keychainSentence(keychain);
    m_keychain->setText(trouble);
    m_keychain->setVisible(m_hasSecret && !trouble.isEmpty());
    m_remove->setVisible(state.bound);
    say(QString(), "muted");
    if (state.tested)
        showResult(state.check.ok, state.check.sentence);
    m_changed = false;
    m_warned = false;
    setBusy(false);
}

void ConnectionEditor::leave()
{
    if (m_changed && !m_warned) {
        m_warned = true;
        say(tr("Not saved. Go back once more to drop the changes."), "danger");
        return;
    }
    forgetSecret();
    emit closed();
}

void ConnectionEditor::forgetSecret()
{
    m_secret.reset();
    m_secretField->clear();
    m_changed = false;
}

void ConnectionEditor::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QWidget::keyPressEvent(event);
}

ConnectionSpec ConnectionEditor::spec() const
{
    ConnectionSpec made = m_spec;
    if (const auto environment = parseEnvironment(m_environment->currentData().toString()))
        made.environment = *environment;
    made.settings = m_form->settings();
    const bool keptBefore = m_spec.secretStorage != SecretStorage::None;
    const bool given = !m_secretField->isEmpty() || m_secret.has_value();
    made.secretStorage = m_hasSecret && (given || keptBefore)
                             ? static_cast<SecretStorage>(m_storage->currentData().toInt())
                             : SecretStorage::None;
    return made;
}

std::optional<Secret> ConnectionEditor::secret()
{
    if (!m_secretField->isEmpty()) {
        m_secret = m_secretField->take();
        m_secretField->setPlaceholderText(tr("entered, not saved yet"));
    }
    return m_secret;
}

void ConnectionEditor::showResult(bool good, const QString& sentence)
{
    say((good ? QStringLiteral("\u2713 ") : QStringLiteral("! ")) + safeBlock(sentence, 1000),
        good ? "good" : "danger");
}

void ConnectionEditor::say(const QString& sentence, const char* role)
{
    m_result->setText(sentence);
    m_result->setVisible(!sentence.isEmpty());
    m_result->setProperty("role", QLatin1String(role));
    m_result->style()->unpolish(m_result);
    m_result->style()->polish(m_result);
}

void ConnectionEditor::setBusy(bool busy)
{
    m_busy = busy;
    settle();
}

void ConnectionEditor::settle()
{
    if (const auto environment = parseEnvironment(m_environment->currentData().toString()))
        m_badge->setEnvironment(*environment);
    for (QPushButton* each : {m_test, m_save, m_remove})
        each->setEnabled(!m_busy);
}

}  // namespace cockpit::panels::connections
