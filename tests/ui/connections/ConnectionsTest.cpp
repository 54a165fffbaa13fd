// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/support/EngineRig.h"
#include "tests/support/ExpectedWarnings.h"
#include "ui/panels/connections/ConnectionEditor.h"
#include "ui/panels/connections/ConnectionsModel.h"
#include "ui/panels/connections/ConnectionsPanel.h"
#include "ui/widgets/ActionCatalogue.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Selection.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

namespace cockpit::panels::connections {

namespace {

const char* const password = "hunter2-correct-horse";

/// Answers what it is told and keeps what it was asked with.
class FakeKind final : public ConnectionKind
{
public:
    QString kind() const override { return QStringLiteral("postgres"); }
    QString title() const override { return QStringLiteral("PostgreSQL"); }
    QString secretLabel() const override { return QStringLiteral("Password"); }
    QList<ConnectionField> fields() const override
    {
        using Type = ConnectionField::Type;
        return {{QStringLiteral("host"),
                 QStringLiteral("Host"),
                 Type::Text,
                 true,
                 {},
                 QStringLiteral("Name or address of the server."),
                 {}},
                {QStringLiteral("port"), QStringLiteral("Port"), Type::Number, false, QStringLiteral("5432"), {}, {}},
                {QStringLiteral("user"), QStringLiteral("User"), Type::Text, false, {}, {}, {}},
                {QStringLiteral("tls"),
                 QStringLiteral("Encryption"),
                 Type::Choice,
                 false,
                 QStringLiteral("verify"),
                 {},
                 {QStringLiteral("verify"), QStringLiteral("off")}}};
    }
    QFuture<ConnectionCheck> test(const ResolvedConnection& connection, Milliseconds) override
    {
        tested.append(connection);
        return test::finishedFuture(check);
    }

    QList<ResolvedConnection> tested;
    ConnectionCheck check;
};

PlaybookPointer playbook()
{
    auto book = std::make_shared<Playbook>();
    book->id = QStringLiteral("just-trades");
    book->title = QStringLiteral("Just Trades");
    const QList<std::pair<QString, QString>> titles{{QStringLiteral("api"), QStringLiteral("Platform API")},
                                                    {QStringLiteral("db"), QStringLiteral("Platform database")},
                                                    {QStringLiteral("cache"), QStringLiteral("Signal cache")}};
    for (const auto& [id, title] : titles)
        book->connections.append({id, QStringLiteral("postgres"), title, {}, {}});
    return book;
}

class ConnectionsTest : public testing::Test
{
protected:
    ConnectionsTest()
        : rig({playbook()})
    {
        theme.apply(*qApp);
        auto made = std::make_unique<FakeKind>();
        kind = made.get();
        rig.registry.add(std::move(made));
        kind->check.ok = true;
        kind->check.sentence = QStringLiteral("PostgreSQL 15.8 answered in 4 ms as ops_rw");
        bind("api", Environment::Production, true, QStringLiteral("200 in 41 ms"));
        bind(
            "db", Environment::Staging, false,
            QStringLiteral("The server at db1:5432 refuses the password of ops_rw: enter it again under Connections."));
        panel = std::make_unique<ConnectionsPanel>(PanelContext{rig.client, selection, theme, actions, rig.clock});
        panel->resize(500, 380);
        panel->show();
        panel->activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(panel.get()));
        table = panel->findChild<QTableView*>();
        editor = panel->findChild<ConnectionEditor*>();
        publish();
        table->setFocus();
    }

    void bind(const char* slot, Environment environment, bool good, const QString& sentence)
    {
        ConnectionSpec spec;
        spec.id = QStringLiteral("just-trades/") + QLatin1String(slot);
        spec.kind = QStringLiteral("postgres");
        spec.title = QLatin1String(slot) == QLatin1String("api") ? QStringLiteral("Platform API")
                                                                 : QStringLiteral("Platform database");
        spec.environment = environment;
        spec.settings.insert(QStringLiteral("host"), QStringLiteral("db1.internal"));
        const ConnectionCheck usual = kind->check;
        kind->check.ok = good;
        kind->check.sentence = sentence;
        EXPECT_TRUE(test::waitFor(rig.engine.saveConnection(spec, std::nullopt, QStringLiteral("ops-3/maria"))));
        kind->check = usual;
        kind->tested.clear();
    }

    void publish()
    {
        QTest::qWait(5);
        rig.publish();
        QTest::qWait(5);
    }

    void edit(int row)
    {
        table->setCurrentIndex(table->model()->index(row, 0));
        QTest::keyClick(table, Qt::Key_Return);
        ASSERT_TRUE(editor->isVisible());
    }

    void press(const char* text)
    {
        for (auto* button : editor->findChildren<QPushButton*>()) {
            if (button->text() == QLatin1String(text) && button->isVisible()) {
                QTest::mouseClick(button, Qt::LeftButton);
                publish();
                return;
            }
        }
        FAIL() << "no button " << text;
    }

    QLineEdit* secretEdit() const
    {
        for (auto* line : editor->findChildren<QLineEdit*>()) {
            if (line->accessibleName() == QStringLiteral("Password"))
                return line;
        }
        return nullptr;
    }

    QLineEdit* field(const char* id) const { return editor->findChild<QLineEdit*>(QLatin1String(id)); }

    /// Everything a person or a screen reader is told.
    QString told() const
    {
        QStringList texts{panel->status(), panel->heading()};
        for (const QWidget* widget : panel->findChildren<QWidget*>()) {
            texts +=
                {widget->toolTip(), widget->accessibleName(), widget->accessibleDescription(), widget->statusTip()};
            if (const auto* label = qobject_cast<const QLabel*>(widget))
                texts.append(label->text());
            else if (const auto* line = qobject_cast<const QLineEdit*>(widget))
                texts += {line->displayText(), line->placeholderText()};
        }
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            for (int column = 0; column < ConnectionsModel::ColumnCount; ++column) {
                for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
                    texts.append(table->model()->index(row, column).data(role).toString());
            }
        }
        return texts.join(QLatin1Char('\n'));
    }

    test::EngineRig rig;
    FakeKind* kind = nullptr;
    Selection selection;
    Theme theme;
    ActionCatalogue actions;
    std::unique_ptr<ConnectionsPanel> panel;
    QTableView* table = nullptr;
    ConnectionEditor* editor = nullptr;
    test::ExpectWarning sizeHints{QStringLiteral("does not support propagateSizeHints")};  // of the offscreen platform
};

}  // namespace

TEST_F(ConnectionsTest, ShowsEverySlotAndTheWholeSentence)
{
    EXPECT_EQ(table->model()->rowCount(), 3);
    EXPECT_EQ(panel->status(), QStringLiteral("1 of 2 up"));
    table->setCurrentIndex(table->model()->index(1, 0));
    EXPECT_TRUE(told().contains(QStringLiteral("just-trades/db: The server at db1:5432 refuses the password")));
    table->setCurrentIndex(table->model()->index(2, 0));
    EXPECT_TRUE(told().contains(QStringLiteral("not set up on this workstation")));
}

TEST_F(ConnectionsTest, EnterOpensTheEditorAndEscapeLeavesIt)
{
    edit(1);
    EXPECT_EQ(editor->connectionId(), QStringLiteral("just-trades/db"));
    EXPECT_EQ(field("host")->text(), QStringLiteral("db1.internal"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    EXPECT_TRUE(table->isVisible());
    EXPECT_EQ(QApplication::focusWidget(), table);
    edit(1);
    QTest::keyClicks(field("host"), QStringLiteral("x"));
    QTest::keyClick(field("host"), Qt::Key_Escape);
    EXPECT_TRUE(editor->isVisible()) << "what was typed is not dropped at once";
    EXPECT_TRUE(told().contains(QStringLiteral("Not saved.")));
    QTest::keyClick(field("host"), Qt::Key_Escape);
    EXPECT_TRUE(table->isVisible());
}

TEST_F(ConnectionsTest, TestSaysOneSentence)
{
    edit(1);
    QTest::keyClicks(secretEdit(), QLatin1String(password));
    press("Test");
    ASSERT_EQ(kind->tested.size(), 1);
    EXPECT_EQ(kind->tested.last().secret.reveal(), QByteArray(password));
    EXPECT_TRUE(told().contains(QStringLiteral("\u2713 PostgreSQL 15.8 answered in 4 ms as ops_rw")));
    kind->check.ok = false;
    kind->check.sentence = QStringLiteral("<b>refused</b>: check the password.");
    press("Test");
    ASSERT_EQ(kind->tested.size(), 2);
    EXPECT_EQ(kind->tested.last().secret.reveal(), QByteArray(password)) << "typed once, tested twice";
    EXPECT_TRUE(told().contains(QStringLiteral("! <b>refused</b>: check the password.")));
    EXPECT_FALSE(rig.connections.find(QStringLiteral("just-trades/db"))->secretStorage == SecretStorage::Session)
        << "a test stores nothing";
}

TEST_F(ConnectionsTest, SaveKeepsTheSecretForTheSession)
{
    edit(2);
    QTest::keyClicks(field("host"), QStringLiteral("cache1"));
    QTest::keyClicks(secretEdit(), QLatin1String(password));
    press("Save");
    EXPECT_TRUE(table->isVisible());
    EXPECT_TRUE(told().contains(QStringLiteral("just-trades/cache is saved")));
    const auto stored = test::waitFor(rig.connections.resolve(QStringLiteral("just-trades/cache")));
    ASSERT_TRUE(stored.ok());
    EXPECT_EQ(stored->spec.secretStorage, SecretStorage::Session);
    EXPECT_EQ(stored->spec.settings.value(QStringLiteral("host")).toString(), QStringLiteral("cache1"));
    EXPECT_EQ(stored->secret.reveal(), QByteArray(password));
    edit(2);
    EXPECT_TRUE(secretEdit()->text().isEmpty()) << "a stored secret never comes back";
    EXPECT_EQ(secretEdit()->placeholderText(), QStringLiteral("unchanged"));
    press("Save");
    EXPECT_EQ(test::waitFor(rig.connections.resolve(QStringLiteral("just-trades/cache")))->secret.reveal(),
              QByteArray(password))
        << "saving without typing it again keeps it";
}

TEST_F(ConnectionsTest, WhatIsNeededMustBeThere)
{
    edit(2);
    press("Save");
    EXPECT_TRUE(editor->isVisible());
    EXPECT_TRUE(told().contains(QStringLiteral("Host is needed.")));
    EXPECT_FALSE(rig.connections.find(QStringLiteral("just-trades/cache")).ok());
}

TEST_F(ConnectionsTest, TheSecretIsNeverTold)
{
    edit(1);
    QTest::keyClicks(secretEdit(), QLatin1String(password));
    EXPECT_FALSE(told().contains(QLatin1String(password)));
    press("Test");
    EXPECT_FALSE(told().contains(QLatin1String(password)));
    EXPECT_TRUE(secretEdit()->text().isEmpty());
    EXPECT_EQ(secretEdit()->placeholderText(), QStringLiteral("entered, not saved yet"));
    press("Save");
    EXPECT_FALSE(told().contains(QLatin1String(password)));
    for (const Event& event : rig.store.events)
        EXPECT_FALSE(QJsonDocument(event.data).toJson().contains(password));
}

TEST_F(ConnectionsTest, ASecretOfOneConnectionDoesNotReachAnother)
{
    edit(1);
    QTest::keyClicks(secretEdit(), QLatin1String(password));
    press("Test");
    press("Back");
    press("Back");
    edit(0);
    EXPECT_NE(secretEdit()->placeholderText(), QStringLiteral("entered, not saved yet"));
    press("Test");
    EXPECT_TRUE(kind->tested.last().secret.isEmpty());
}

TEST_F(ConnectionsTest, TheBadgeFollowsTheEnvironment)
{
    edit(0);
    auto* badge = editor->findChild<Badge*>();
    EXPECT_EQ(badge->word(), QStringLiteral("PRODUCTION"));
    QComboBox* environment = nullptr;
    for (auto* combo : editor->findChildren<QComboBox*>())
        environment = combo->accessibleName() == QStringLiteral("Environment") ? combo : environment;
    ASSERT_NE(environment, nullptr);
    EXPECT_EQ(QApplication::focusWidget(), environment);
    QTest::keyClick(environment, Qt::Key_Down);
    EXPECT_EQ(badge->word(), QStringLiteral("STAGING"));
    QTest::keyClick(environment, Qt::Key_Down);
    EXPECT_EQ(badge->word(), QStringLiteral("DEMO"));
    press("Save");
    EXPECT_EQ(rig.connections.find(QStringLiteral("just-trades/api"))->environment, Environment::Demo);
}

TEST_F(ConnectionsTest, RemoveForgetsIt)
{
    edit(0);
    press("Remove");
    EXPECT_FALSE(rig.connections.find(QStringLiteral("just-trades/api")).ok());
    EXPECT_TRUE(table->isVisible());
    EXPECT_EQ(panel->status(), QStringLiteral("0 of 1 up"));
    edit(2);
    for (const auto* button : editor->findChildren<QPushButton*>())
        EXPECT_FALSE(button->text() == QStringLiteral("Remove") && button->isVisible()) << "nothing to remove";
}

TEST_F(ConnectionsTest, SaysWhyTheKeyringCannotHelp)
{
    const QList<std::pair<CredentialState, QString>> sentences{
        {CredentialState::NoService, QStringLiteral("No keyring service runs")},
        {CredentialState::Locked, QStringLiteral("The keyring is locked")},
        {CredentialState::Denied, QStringLiteral("The keyring refused access")},
        {CredentialState::TimedOut, QStringLiteral("The keyring does not answer")}};
    for (const auto& [state, sentence] : sentences) {
        Snapshot snapshot = rig.engine.snapshot();
        snapshot.keychain = state;
        rig.client.applySnapshot(snapshot);
        edit(1);
        EXPECT_TRUE(told().contains(sentence)) << qPrintable(sentence);
        press("Back");
    }
    Snapshot snapshot = rig.engine.snapshot();
    snapshot.keychain = CredentialState::Ready;
    rig.client.applySnapshot(snapshot);
    edit(1);
    EXPECT_FALSE(told().contains(QStringLiteral("keep the secret for this session.")));
}

TEST_F(ConnectionsTest, EveryControlHasANameAndTabGoesThroughThemInOrder)
{
    edit(1);
    QStringList names;
    for (int i = 0; i < 12; ++i) {
        names.append(QApplication::focusWidget()->accessibleName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    EXPECT_EQ(names.mid(0, 9).join(QLatin1Char('|')).toStdString(),
              "Environment|Host|Port|User|Encryption|Password|Show or hide: Password|Where the secret is kept|Remove");
    EXPECT_TRUE(names.contains(QStringLiteral("Test")) && names.contains(QStringLiteral("Save")) &&
                names.contains(QStringLiteral("Back")));
    for (const QLabel* label : panel->findChildren<QLabel*>())
        EXPECT_EQ(label->textFormat(), Qt::PlainText) << qPrintable(label->text());
}

TEST_F(ConnectionsTest, LooksRight)
{
    const QDir out(QStringLiteral(BUILD_DIR "/looks"));
    out.mkpath(QStringLiteral("."));
    const auto grab = [&](const QString& name) {
        for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
            theme.setMode(mode);
            theme.apply(*qApp);
            for (const QSize size : {QSize(340, 380), QSize(500, 380), QSize(700, 760)}) {
                panel->resize(size);
                QTest::qWait(20);
                EXPECT_EQ(panel->width(), size.width()) << "nothing keeps the dock from being this narrow";
                panel->grab().save(out.filePath(
                    QStringLiteral("connections-%1-%2-%3.png")
                        .arg(name, mode == Theme::Mode::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
                        .arg(size.width())));
            }
        }
    };
    table->setCurrentIndex(table->model()->index(1, 0));
    grab(QStringLiteral("list"));
    edit(1);
    grab(QStringLiteral("editor"));
    press("Back");
    rig.client.applySnapshot(Snapshot{});
    EXPECT_TRUE(panel->findChild<EmptyState*>()->isVisible());
}

}  // namespace cockpit::panels::connections
