// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "tests/support/Wait.h"
#include "ui/widgets/Countdown.h"
#include "ui/widgets/FieldForm.h"
#include "ui/widgets/KeyHint.h"
#include "ui/widgets/SecretField.h"
#include "ui/widgets/TabularText.h"
#include "ui/widgets/TimeText.h"

#include <gtest/gtest.h>

#include <QLineEdit>

namespace cockpit {

namespace {

const QDateTime start(QDate(2026, 11, 21), QTime(3, 0), Qt::UTC);

Countdown after(int seconds, int whole = 900)
{
    return Countdown::at(start, start.addSecs(whole), start.addSecs(seconds));
}

InputSpec number(const char* id, bool required)
{
    InputSpec input;
    input.id = QLatin1String(id);
    input.title = QLatin1String(id);
    input.type = InputSpec::Type::Integer;
    input.required = required;
    return input;
}

}  // namespace

TEST(Countdown, TurnsAmberAtEightyPercentAndRedWhenDue)
{
    EXPECT_EQ(after(0).tone, Tone::Text);
    EXPECT_EQ(after(719).tone, Tone::Text);
    EXPECT_EQ(after(720).tone, Tone::Severity2);
    EXPECT_EQ(after(899).text, QStringLiteral("0:01"));
    EXPECT_FALSE(after(899).overdue);
    EXPECT_EQ(after(900).tone, Tone::Severity1);
    EXPECT_TRUE(after(900).overdue);
    EXPECT_EQ(after(960).text, QStringLiteral("1:00 late"));
    EXPECT_DOUBLE_EQ(after(450).share, 0.5);
    EXPECT_EQ(Countdown::at(start, start, start).share, 1.0);
    EXPECT_EQ(after(0, 3 * 86'400).text, QStringLiteral("Tue 03:00"));
}

TEST(TimeText, AgesHaveAtMostTwoUnits)
{
    using namespace std::chrono;
    EXPECT_EQ(ageText(seconds(-5)), QStringLiteral("0 s"));
    EXPECT_EQ(ageText(seconds(59)), QStringLiteral("59 s"));
    EXPECT_EQ(ageText(seconds(134)), QStringLiteral("2 min 14 s"));
    EXPECT_EQ(ageText(minutes(11)), QStringLiteral("11 min"));
    EXPECT_EQ(ageText(minutes(185)), QStringLiteral("3 h 5 min"));
    EXPECT_EQ(ageText(hours(52)), QStringLiteral("2 d 4 h"));
    EXPECT_EQ(shortAgeText(seconds(134)), QStringLiteral("2 min"));
    EXPECT_EQ(shortAgeText(hours(52)), QStringLiteral("2 d"));
    EXPECT_EQ(instantText(start, start.addSecs(60)), QStringLiteral("03:00:00"));
    EXPECT_EQ(instantText(start, start.addDays(1)), QStringLiteral("21 Nov 03:00:00"));
}

TEST(TabularText, EveryDigitIsEquallyWide)
{
    const Theme theme;
    const QFontMetrics metrics(theme.textFont());
    const int width = tabularWidth(metrics, QStringLiteral("00:00"));
    for (const char* text : {"11:11", "47:19", "88:88"})
        EXPECT_EQ(tabularWidth(metrics, QLatin1String(text)), width) << text;
}

TEST(KeyHint, WritesKeysAsOnACap)
{
    EXPECT_EQ(keyCapText(QKeySequence(Qt::CTRL | Qt::Key_K)), QStringLiteral("Ctrl K"));
    EXPECT_EQ(keyCapText(QKeySequence(Qt::CTRL | Qt::Key_Plus)), QStringLiteral("Ctrl +"));
}

TEST(SecretField, HidesWhatIsTypedAndGivesItAwayOnce)
{
    SecretField field;
    field.show();
    auto* edit = field.findChild<QLineEdit*>();
    QTest::keyClicks(edit, QStringLiteral("s3cret"));
    EXPECT_EQ(edit->echoMode(), QLineEdit::Password);
    EXPECT_FALSE(edit->displayText().contains(QStringLiteral("s3cret")));
    EXPECT_EQ(field.take().reveal(), QByteArray("s3cret"));
    EXPECT_TRUE(field.isEmpty());
    QTest::keyClick(edit, Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(field.isEmpty());
}

TEST(FieldForm, NamesWhatIsWrongAndKeepsTypes)
{
    ConnectionField host;
    host.id = QStringLiteral("host");
    host.label = QStringLiteral("Host");
    host.required = true;
    ConnectionField port;
    port.id = QStringLiteral("port");
    port.label = QStringLiteral("Port");
    port.type = ConnectionField::Type::Number;
    port.defaultValue = QStringLiteral("5432");
    FieldForm form;
    form.setFields({host, port}, {});
    form.show();
    EXPECT_FALSE(form.validate());
    auto* edit = form.findChild<QLineEdit*>(QStringLiteral("host"));
    EXPECT_TRUE(edit->property("invalid").toBool());
    QTest::keyClicks(edit, QStringLiteral("db1"));
    EXPECT_TRUE(form.validate());
    EXPECT_EQ(form.settings(),
              (QJsonObject{{QStringLiteral("host"), QStringLiteral("db1")}, {QStringLiteral("port"), 5432}}));
    auto* portEdit = form.findChild<QLineEdit*>(QStringLiteral("port"));
    portEdit->setText(QStringLiteral("many"));
    EXPECT_FALSE(form.validate());
    EXPECT_FALSE(edit->property("invalid").toBool());
    EXPECT_TRUE(portEdit->property("invalid").toBool());
}

TEST(FieldForm, ChecksStepInputsByTheirType)
{
    FieldForm form;
    form.setInputs({number("account", true), number("limit", false)});
    form.show();
    auto* account = form.findChild<QLineEdit*>(QStringLiteral("account"));
    EXPECT_FALSE(form.validate());
    account->setText(QStringLiteral("1; drop table"));
    EXPECT_FALSE(form.validate());
    account->setText(QStringLiteral("456"));
    EXPECT_TRUE(form.validate());
    EXPECT_EQ(form.inputs().value(QStringLiteral("account")), QStringLiteral("456"));
}

}  // namespace cockpit
