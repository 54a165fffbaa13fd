// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/base/Duration.h"
#include "core/base/Ids.h"
#include "core/base/Result.h"
#include "core/runbook/Placeholders.h"

#include <gtest/gtest.h>

#include <QRegularExpression>
#include <QSet>

#include <random>

namespace cockpit::test {

TEST(Durations, AreReadInPrometheusNotation)
{
    const auto read = [](const char* text) { return parseDuration(QString::fromLatin1(text))->count(); };
    EXPECT_EQ(read("0"), 0);
    EXPECT_EQ(read("0s"), 0);
    EXPECT_EQ(read("500ms"), 500);
    EXPECT_EQ(read("1h30m"), 5'400'000);
    EXPECT_EQ(read("1w"), 604'800'000);
    EXPECT_EQ(read("1d2h3m4s5ms"), 93'784'005);
}

TEST(Durations, WrongOnesAreRefusedAndQuoted)
{
    for (const char* text :
         {"", "5", "m", "5x", "-5m", "5 m", "1h 30m", "5m ", "1.5h", "99999999999999999999s", "9999999w"}) {
        const auto read = parseDuration(QString::fromLatin1(text));
        ASSERT_FALSE(read.ok()) << text;
        EXPECT_EQ(read.error().kind, ErrorKind::InvalidInput);
        EXPECT_TRUE(read.error().message.contains(QLatin1Char('"') + QString::fromLatin1(text) + QLatin1Char('"')));
    }
}

TEST(Durations, ComeBackFromWhatIsWritten)
{
    EXPECT_EQ(formatDuration(Milliseconds(0)), QStringLiteral("0s"));
    EXPECT_EQ(formatDuration(Milliseconds(5'400'000)), QStringLiteral("1h30m"));
    EXPECT_EQ(formatDuration(Milliseconds(-90'000)), QStringLiteral("-1m30s"));
    std::mt19937_64 random(3);
    for (int i = 0; i < 2'000; ++i) {
        const Milliseconds duration(static_cast<qint64>(random() % 100'000'000'000ULL));
        EXPECT_EQ(*parseDuration(formatDuration(duration)), duration);
    }
}

TEST(Durations, CountDown)
{
    const auto shown = [](qint64 seconds) { return formatCountdown(std::chrono::seconds(seconds)).toStdString(); };
    EXPECT_EQ(shown(0), "0:00");
    EXPECT_EQ(shown(242), "4:02");
    EXPECT_EQ(shown(3'600), "1:00:00");
    EXPECT_EQ(shown(3'842), "1:04:02");
    EXPECT_EQ(shown(2 * 86'400 + 3 * 3'600 + 59), "2 d 3 h");
    EXPECT_EQ(shown(-242), "-4:02");
}

TEST(Ids, HaveTheirFormAndDiffer)
{
    static const QRegularExpression version4(
        QStringLiteral("\\A[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\z"));
    QSet<QString> seen;
    for (int i = 0; i < 1'000; ++i) {
        const QString id = newId();
        EXPECT_TRUE(version4.match(id).hasMatch()) << id.toStdString();
        seen.insert(id);
    }
    EXPECT_EQ(seen.size(), 1'000);
    const QDateTime at(QDate(2026, 11, 21), QTime(4, 1), Qt::OffsetFromUTC, 3'600);
    static const QRegularExpression spoken(QStringLiteral("\\A20261121-0301-[0-9a-f]{4}\\z"));
    EXPECT_TRUE(spoken.match(newIncidentId(at)).hasMatch());
}

TEST(Ids, ReferencesAreShortAndStable)
{
    // The first two bytes of SHA-256("abc").
    EXPECT_EQ(shortReference(QStringLiteral("abc")), QStringLiteral("BA78"));
}

TEST(Results, HoldAValueOrAnError)
{
    const Result<int> good = 7;
    EXPECT_TRUE(good.ok());
    EXPECT_EQ(*good, 7);
    const Result<int> bad = fail(ErrorKind::TooLarge, QStringLiteral("too large"), QStringLiteral("detail"));
    EXPECT_FALSE(bad);
    EXPECT_EQ(bad.error().kind, ErrorKind::TooLarge);
    EXPECT_EQ(bad.error().detail, QStringLiteral("detail"));
    EXPECT_EQ(Result<int>().error().kind, ErrorKind::Cancelled);
    Result<std::unique_ptr<int>> owner = std::make_unique<int>(3);
    EXPECT_EQ(*std::move(owner).value(), 3);
}

TEST(Results, EachKindHasAWordOfItsOwn)
{
    QSet<QString> words;
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::Unsupported); ++kind)
        words.insert(errorKindName(static_cast<ErrorKind>(kind)));
    EXPECT_EQ(words.size(), static_cast<int>(ErrorKind::Unsupported) + 1);
    EXPECT_FALSE(words.contains(QStringLiteral("unknown")));
    EXPECT_TRUE(words.contains(QStringLiteral("timed_out")));
}

TEST(Placeholders, AreFoundAndFilledOnce)
{
    const QString text = QStringLiteral("a {{pid}} b {{ host_1 }} {{Pid}} {{1x}} {pid} {{pid}}");
    EXPECT_EQ(placeholderNames(text),
              (QStringList{QStringLiteral("pid"), QStringLiteral("host_1"), QStringLiteral("pid")}));
    const QString filled = fillPlaceholders(text, [](const QString& name) {
        return name == QLatin1String("pid") ? QStringLiteral("{{host_1}}") : QStringLiteral("H");
    });
    EXPECT_EQ(filled, QStringLiteral("a {{host_1}} b H {{Pid}} {{1x}} {pid} {{host_1}}"));
}

TEST(Placeholders, InputsAreCheckedByType)
{
    StepSpec spec;
    const auto add = [&](const char* id, InputSpec::Type type) {
        InputSpec input;
        input.id = QString::fromLatin1(id);
        input.type = type;
        input.required = true;
        spec.inputs.append(input);
    };
    add("count", InputSpec::Type::Integer);
    add("table", InputSpec::Type::Identifier);
    add("mode", InputSpec::Type::Choice);
    add("ticket", InputSpec::Type::Text);
    spec.inputs[2].choices = QStringList{QStringLiteral("soft"), QStringLiteral("hard")};
    spec.inputs[3].pattern = QStringLiteral("[A-Z]+-[0-9]+|none");
    const QMap<QString, QString> good{{QStringLiteral("count"), QStringLiteral("-5")},
                                      {QStringLiteral("table"), QStringLiteral("orders_2")},
                                      {QStringLiteral("mode"), QStringLiteral("hard")},
                                      {QStringLiteral("ticket"), QStringLiteral("OPS-12")}};
    EXPECT_EQ(*checkInputs(spec, good), good);
    const auto refused = [&](const char* id, const char* value) {
        QMap<QString, QString> inputs = good;
        inputs.insert(QString::fromLatin1(id), QString::fromLatin1(value));
        const auto checked = checkInputs(spec, inputs);
        EXPECT_FALSE(checked.ok()) << id << "=" << value;
        return !checked.ok() && checked.error().kind == ErrorKind::InvalidInput &&
               checked.error().message.contains(QString::fromLatin1(id));
    };
    EXPECT_TRUE(refused("count", "5.5"));
    EXPECT_TRUE(refused("count", ""));
    EXPECT_TRUE(refused("table", "orders; drop table x"));
    EXPECT_TRUE(refused("table", "orders\n"));
    EXPECT_TRUE(refused("mode", "softest"));
    // Anchored as a whole, also around an alternative.
    EXPECT_TRUE(refused("ticket", "OPS-12; rm"));
    EXPECT_TRUE(refused("ticket", "xnone"));
    EXPECT_TRUE(refused("other", "x"));
}

TEST(Placeholders, TheDigestDependsOnWhatIsSentAndWhere)
{
    const QJsonObject payload{{QStringLiteral("sql"), QStringLiteral("select 1")}};
    const QByteArray digest = stepDigest(QStringLiteral("sql"), QStringLiteral("a/db"), payload);
    EXPECT_EQ(digest.size(), 64);
    EXPECT_NE(stepDigest(QStringLiteral("sql"), QStringLiteral("b/db"), payload), digest);
    EXPECT_NE(stepDigest(QStringLiteral("sqla"), QStringLiteral("/db"), payload), digest);
    EXPECT_NE(stepDigest(QStringLiteral("sql"), QStringLiteral("a/db"), {}), digest);
}

}  // namespace cockpit::test
