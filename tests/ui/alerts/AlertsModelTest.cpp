// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/panels/alerts/AlertsModel.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QTimeZone>

namespace cockpit::panels::alerts {
namespace {

const QDateTime now(QDate(2026, 11, 21), QTime(3, 0), Qt::UTC);

Snapshot snapshot()
{
    auto playbook = std::make_shared<Playbook>();
    playbook->id = QStringLiteral("p");
    playbook->title = QStringLiteral("Platform");
    Severity worst;
    worst.id = QStringLiteral("SEV-1");
    Severity mild;
    mild.id = QStringLiteral("SEV-2");
    mild.rank = 1;
    playbook->severities = {worst, mild};
    PlatformState platform;
    for (const auto& [id, severity, phase] : {std::tuple("clear", "SEV-1", AlertStatus::Phase::Clear),
                                              std::tuple("mild", "SEV-2", AlertStatus::Phase::Firing),
                                              std::tuple("worst", "SEV-1", AlertStatus::Phase::Firing),
                                              std::tuple("waits", "SEV-1", AlertStatus::Phase::Pending)}) {
        RuleSpec rule;
        rule.id = QString::fromLatin1(id);
        rule.title = rule.id;
        rule.severity = QString::fromLatin1(severity);
        playbook->rules.append(rule);
        AlertStatus status;
        status.rule = rule.id;
        status.phase = phase;
        status.since = now.addSecs(-134);
        status.reason = QStringLiteral("workers = 0");
        platform.alerts.append(status);
    }
    for (const auto state : {ExternalAlert::State::Silenced, ExternalAlert::State::Inhibited}) {
        ExternalAlert outside;
        outside.fingerprint = externalAlertStateName(state);
        outside.labels = {{QStringLiteral("alertname"), QStringLiteral("<b>Disk</b>")},
                          {QStringLiteral("severity"), QStringLiteral("SEV-2")}};
        outside.state = state;
        outside.startsAt = now;
        platform.externalAlerts.append(outside);
    }
    platform.playbook = playbook;
    Snapshot made;
    made.at = now;
    made.platforms = {platform};
    return made;
}

TEST(AlertsModelTest, TheWorstFiringFirstAndOutsideStatesAsTheyAre)
{
    const QList<AlertRow> rows = alertRows(snapshot());
    QStringList words;
    for (const AlertRow& row : rows)
        words.append(row.title + QLatin1Char(' ') + alertWord(row.state));
    EXPECT_EQ(words, (QStringList{QStringLiteral("worst firing"), QStringLiteral("mild firing"),
                                  QStringLiteral("waits pending"), QStringLiteral("<b>Disk</b> silenced"),
                                  QStringLiteral("<b>Disk</b> inhibited"), QStringLiteral("clear clear")}));
}

TEST(AlertsModelTest, IsAProperModelAndShowsTextLiterally)
{
    Theme theme;
    AlertsModel model(theme);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.update(alertRows(snapshot()), now);
    ASSERT_EQ(model.rowCount(), 6);
    EXPECT_EQ(model.index(3, AlertsModel::TitleColumn).data().toString(), QStringLiteral("<b>Disk</b>"));
    EXPECT_TRUE(model.index(3, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("&lt;b&gt;Disk")));
    EXPECT_EQ(model.index(0, AlertsModel::ReasonColumn).data().toString(),
              QStringLiteral("2 min 14 s \u00B7 workers = 0"));
    Snapshot later = snapshot();
    later.platforms.first().alerts.removeFirst();
    model.update(alertRows(later), now);
    EXPECT_EQ(model.rowCount(), 5);
    model.update({}, now);
    EXPECT_EQ(model.rowCount(), 0);
}

}  // namespace
}  // namespace cockpit::panels::alerts
