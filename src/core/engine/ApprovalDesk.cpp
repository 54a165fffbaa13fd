// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/engine/ApprovalDesk.h"

#include "core/base/SafeText.h"

#include <QRegularExpression>

namespace cockpit {

namespace {

template <typename T>
QFuture<Result<T>> refused(const Error& error)
{
    return QtFuture::makeReadyFuture(Result<T>(error));
}

}  // namespace

ApprovalDesk::ApprovalDesk(const Clock& clock, IncidentLog& log, std::shared_ptr<ApprovalKeys> keys, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_log(log)
    , m_keys(std::move(keys))
{
}

QByteArray ApprovalDesk::signedBytes(const ApprovalRequest& request, const QString& approver)
{
    const QByteArray name = approver.toUtf8();
    return request.canonical() + QByteArray::number(name.size()) + ':' + name;
}

Result<QJsonObject> ApprovalDesk::check(const ApprovalRequest& asked, const QString& answer) const
{
    if (!m_keys)
        return fail(ErrorKind::Unsupported, tr("This cockpit cannot check approvals, so the step cannot run"));
    if (answer.trimmed().isEmpty())
        return fail(ErrorKind::Refused,
                    tr("\"%1\" needs the approval of a second person: send them the request").arg(asked.title));
    const auto given = Approval::fromText(answer);
    if (!given)
        return given.error();
    if (given->request != asked.id)
        return fail(ErrorKind::Refused, tr("This approval is for another request; each look at a step needs its own"));
    if (m_clock.utcNow() > asked.expires)
        return fail(ErrorKind::Refused, tr("The request has expired: look at the step again and send the new one"));
    const QString key = QString::fromLatin1(given->publicKey.toHex());
    const QString name = approvers().key(key);
    if (name.isEmpty())
        return fail(
            ErrorKind::Refused,
            tr("The key of \"%1\" is not among the approvers of this cockpit").arg(safeLine(given->approver, 60)));
    if (key == m_ownKey || given->approver == asked.requester || name == asked.requester)
        return fail(ErrorKind::Refused, tr("Nobody can approve their own step"));
    if (!m_keys->verify(signedBytes(asked, given->approver), given->signature, given->publicKey))
        return fail(ErrorKind::Refused, tr("The signature does not fit this step: something else was approved"));
    return QJsonObject{{QStringLiteral("approver"), name},
                       {QStringLiteral("signedAs"), given->approver},
                       {QStringLiteral("key"), key},
                       {QStringLiteral("signature"), QString::fromLatin1(given->signature.toHex())},
                       {QStringLiteral("request"), asked.toText()}};
}

Result<ApprovalRequest> ApprovalDesk::read(const QString& text, const QString& actor) const
{
    const auto request = ApprovalRequest::fromText(text);
    if (!request)
        return request.error();
    if (m_clock.utcNow() > request->expires)
        return fail(ErrorKind::Refused, tr("This request has expired: ask for a new one"));
    if (request->requester == actor)
        return fail(ErrorKind::Refused, tr("Nobody can approve their own step"));
    return request;
}

QFuture<Result<QString>> ApprovalDesk::give(const QString& text, const QString& actor)
{
    const auto request = read(text, actor);
    if (!request)
        return refused<QString>(request.error());
    if (!m_keys)
        return refused<QString>(fail(ErrorKind::Unsupported, tr("This cockpit has no key to approve with")));
    const auto recorded = m_log.append({EventType::ApprovalGiven,
                                        {},
                                        actor,
                                        {{QStringLiteral("approval"), request->id},
                                         {QStringLiteral("requester"), request->requester},
                                         {QStringLiteral("platform"), request->platform},
                                         {QStringLiteral("runbook"), request->runbook},
                                         {QStringLiteral("step"), request->step},
                                         {QStringLiteral("text"), request->text},
                                         {QStringLiteral("digest"), QString::fromLatin1(request->digest)},
                                         {QStringLiteral("target"), request->target.toJson()},
                                         {QStringLiteral("expires"), request->expires.toString(Qt::ISODateWithMs)}}});
    if (!recorded)
        return refused<QString>(recorded.error());
    auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    const auto settle = [promise](Result<QString> result) {
        promise->addResult(std::move(result));
        promise->finish();
    };
    m_keys->publicKey().then(this, [this, settle, actor, request = *request](const Result<QByteArray>& key) {
        if (!key)
            return settle(key.error());
        m_keys->sign(signedBytes(request, actor))
            .then(this, [settle, actor, id = request.id, key = *key](const Result<QByteArray>& signature) {
                if (!signature)
                    return settle(signature.error());
                settle(Approval{id, actor, key, *signature}.toText());
            });
    });
    return promise->future();
}

QFuture<Result<QString>> ApprovalDesk::ownKey()
{
    if (!m_keys)
        return refused<QString>(fail(ErrorKind::Unsupported, tr("This cockpit has no key to approve with")));
    return m_keys->publicKey().then(this, [this](const Result<QByteArray>& key) -> Result<QString> {
        if (!key)
            return key.error();
        m_ownKey = QString::fromLatin1(key->toHex());
        return m_ownKey;
    });
}

Status ApprovalDesk::trust(const QString& name, const QString& keyHex, const QString& actor)
{
    static const QRegularExpression hex(QStringLiteral("\\A[0-9a-f]{64}\\z"));
    const QString key = keyHex.trimmed().toLower();
    if (!hex.match(key).hasMatch())
        return fail(ErrorKind::InvalidInput,
                    tr("An approver's key has 64 hexadecimal digits; they read it with \"approvals key\""));
    const QString clean = safeLine(name.trimmed(), 60);
    if (clean.isEmpty() || clean == actor)
        return fail(ErrorKind::InvalidInput, tr("Name the colleague whose key this is"));
    if (key == m_ownKey)
        return fail(ErrorKind::Refused, tr("This is the key of this cockpit itself"));
    const QString known = approvers().key(key);
    if (!known.isEmpty() && known != clean)
        return fail(ErrorKind::Conflict, tr("This key belongs to %1 already").arg(known));
    const auto recorded = m_log.append(
        {EventType::ApproverTrusted, {}, actor, {{QStringLiteral("name"), clean}, {QStringLiteral("key"), key}}});
    return recorded ? Status(Done{}) : Status(recorded.error());
}

Status ApprovalDesk::forget(const QString& name, const QString& actor)
{
    if (!approvers().contains(name))
        return fail(ErrorKind::NotFound, tr("\"%1\" is not among the approvers").arg(safeLine(name, 60)));
    const auto recorded = m_log.append({EventType::ApproverForgotten, {}, actor, {{QStringLiteral("name"), name}}});
    return recorded ? Status(Done{}) : Status(recorded.error());
}

QMap<QString, QString> ApprovalDesk::approvers() const
{
    const Incident* general = m_log.book().find({});
    return general ? general->approvers : QMap<QString, QString>();
}

}  // namespace cockpit
