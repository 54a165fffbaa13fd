// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/shell/StatusLine.h"

#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Theme.h"
#include "ui/widgets/TimeText.h"

namespace cockpit {

namespace {

struct Said {
    QString text;
    Tone tone = Tone::Muted;
};

Said connectionsText(const Snapshot& snapshot)
{
    qsizetype up = 0;
    qsizetype failing = 0;
    qsizetype missing = 0;
    for (const ConnectionState& state : snapshot.connections) {
        const PlatformState* platform = snapshot.platform(state.platform);
        missing += state.bound || (platform && !platform->watched) ? 0 : 1;
        up += state.bound && state.tested && state.check.ok ? 1 : 0;
        failing += state.bound && state.tested && !state.check.ok ? 1 : 0;
    }
    QStringList parts{StatusLine::tr("Connections: %1 up").arg(up)};
    if (failing > 0)
        parts.append(StatusLine::tr("%1 failing").arg(failing));
    if (missing > 0)
        parts.append(StatusLine::tr("%1 not set up").arg(missing));
    return {parts.join(QStringLiteral(", ")), failing > 0 ? Tone::Severity2 : up > 0 ? Tone::Good : Tone::Muted};
}

Said outboxText(const Snapshot& snapshot)
{
    qsizetype waiting = 0;
    qsizetype failed = 0;
    for (const Incident& incident : snapshot.incidents) {
        for (const NotificationState& state : incident.notifications) {
            using Phase = NotificationState::Phase;
            waiting += state.phase == Phase::Pending || state.phase == Phase::Waiting || state.phase == Phase::InFlight
                           ? 1
                           : 0;
            failed += incident.isOpen() && (state.phase == Phase::Failed || state.phase == Phase::Uncertain) ? 1 : 0;
        }
    }
    if (failed > 0)
        return {StatusLine::tr("Outbox: %1 waiting, %2 failed").arg(waiting).arg(failed), Tone::Severity1};
    return {waiting > 0 ? StatusLine::tr("Outbox: %1 waiting").arg(waiting) : StatusLine::tr("Outbox: empty"),
            waiting > 0 ? Tone::Severity2 : Tone::Muted};
}

Said keyringText(CredentialState state)
{
    switch (state) {
    case CredentialState::Ready: return {StatusLine::tr("Keyring: ready"), Tone::Muted};
    case CredentialState::NoService: return {StatusLine::tr("Keyring: none on this desktop"), Tone::Severity2};
    case CredentialState::Locked: return {StatusLine::tr("Keyring: locked"), Tone::Severity2};
    case CredentialState::Denied: return {StatusLine::tr("Keyring: access denied"), Tone::Severity2};
    case CredentialState::Missing: return {StatusLine::tr("Keyring: empty"), Tone::Muted};
    case CredentialState::TimedOut: return {StatusLine::tr("Keyring: does not answer"), Tone::Severity2};
    }
    Q_UNREACHABLE();
}

Said logText(const Snapshot& snapshot)
{
    if (!snapshot.chainVerifiedAt.isValid())
        return {StatusLine::tr("log not verified yet"), Tone::Muted};
    const QString at = instantText(snapshot.chainVerifiedAt, snapshot.at);
    if (!snapshot.chain.intact)
        return {StatusLine::tr("LOG BROKEN at event %1 (%2)").arg(snapshot.chain.firstBad).arg(at), Tone::Severity1};
    return {StatusLine::tr("log verified %1").arg(at), Tone::Muted};
}

void say(ElidedLabel* label, const Said& said, const Theme& theme)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, theme.color(said.tone));
    label->setPalette(palette);
    label->setText(said.text);
}

}  // namespace

StatusLine::StatusLine(Theme& theme, QWidget* parent)
    : QStatusBar(parent)
    , m_connections(add(false))
    , m_outbox(add(false))
    , m_keyring(add(false))
    , m_workstation(add(true))
    , m_log(add(true))
    , m_theme(theme)
{
    setSizeGripEnabled(false);
    setAccessibleName(tr("Status"));
    setContentsMargins(8, 0, 8, 0);
}

ElidedLabel* StatusLine::add(bool right)
{
    auto* label = new ElidedLabel(this);
    label->setContentsMargins(0, 0, 8, 0);
    if (right)
        addPermanentWidget(label);
    else
        addWidget(label);
    return label;
}

void StatusLine::show(const Snapshot& snapshot)
{
    for (ElidedLabel* label : {m_connections, m_outbox, m_keyring, m_workstation, m_log})
        label->setFont(m_theme.textFont(0.88));
    say(m_connections, connectionsText(snapshot), m_theme);
    say(m_outbox, outboxText(snapshot), m_theme);
    say(m_keyring, keyringText(snapshot.keychain), m_theme);
    say(m_workstation, {tr("Workstation %1 · profile %2").arg(snapshot.workstation, snapshot.profile), Tone::Muted},
        m_theme);
    say(m_log, logText(snapshot), m_theme);
}

QString StatusLine::text() const
{
    return QStringList{m_connections->text(), m_outbox->text(), m_keyring->text(), m_workstation->text(), m_log->text()}
        .join(QLatin1Char('\n'));
}

}  // namespace cockpit
