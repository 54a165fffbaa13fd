// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/runbook/Approval.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace cockpit {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Approval)
};

const QString requestFrame = QStringLiteral("INCIDENT COCKPIT APPROVAL REQUEST");
const QString approvalFrame = QStringLiteral("INCIDENT COCKPIT APPROVAL");
constexpr qsizetype lineLength = 64;
constexpr qsizetype longestText = 512 * 1024;

QString framed(const QString& frame, const QJsonObject& json)
{
    const QByteArray packed = QJsonDocument(json).toJson(QJsonDocument::Compact).toBase64();
    QString text = QStringLiteral("-----BEGIN %1-----\n").arg(frame);
    for (qsizetype at = 0; at < packed.size(); at += lineLength)
        text += QString::fromLatin1(packed.mid(at, lineLength)) + QLatin1Char('\n');
    return text + QStringLiteral("-----END %1-----\n").arg(frame);
}

Result<QJsonObject> unframed(const QString& frame, const QString& text)
{
    const QString begin = QStringLiteral("-----BEGIN %1-----").arg(frame);
    const QString end = QStringLiteral("-----END %1-----").arg(frame);
    const auto from = text.indexOf(begin);
    const auto to = text.indexOf(end);
    if (from < 0 || to < from || to - from > longestText)
        return fail(ErrorKind::Malformed,
                    Say::tr("This is not a whole block from \"%1\" to \"%2\"; copy it again").arg(begin, end));
    QByteArray packed = text.mid(from + begin.size(), to - from - begin.size()).toLatin1();
    packed.replace('\n', "").replace('\r', "").replace(' ', "").replace('>', "");
    const auto decoded = QByteArray::fromBase64Encoding(packed, QByteArray::AbortOnBase64DecodingErrors);
    const QJsonDocument document = decoded ? QJsonDocument::fromJson(*decoded) : QJsonDocument();
    if (!document.isObject())
        return fail(ErrorKind::Malformed, Say::tr("The block is damaged; copy it again"));
    return document.object();
}

void append(QByteArray& bytes, const QByteArray& field)
{
    bytes += QByteArray::number(field.size()) + ':' + field;
}

}  // namespace

QString ApprovalRequest::toText() const
{
    return framed(requestFrame, {{QStringLiteral("id"), id},
                                 {QStringLiteral("platform"), platform},
                                 {QStringLiteral("runbook"), runbook},
                                 {QStringLiteral("step"), step},
                                 {QStringLiteral("title"), title},
                                 {QStringLiteral("text"), text},
                                 {QStringLiteral("digest"), QString::fromLatin1(digest)},
                                 {QStringLiteral("target"), target.toJson()},
                                 {QStringLiteral("affected"), affected},
                                 {QStringLiteral("requester"), requester},
                                 {QStringLiteral("expires"), expires.toUTC().toString(Qt::ISODateWithMs)}});
}

Result<ApprovalRequest> ApprovalRequest::fromText(const QString& block)
{
    const auto json = unframed(requestFrame, block);
    if (!json)
        return json.error();
    const auto field = [&json](const char* key) { return json->value(QLatin1String(key)).toString(); };
    ApprovalRequest request;
    request.id = field("id");
    request.platform = field("platform");
    request.runbook = field("runbook");
    request.step = field("step");
    request.title = field("title");
    request.text = field("text");
    request.digest = field("digest").toLatin1();
    request.target = TargetIdentity::fromJson(json->value(QLatin1String("target")).toObject());
    request.affected = json->value(QLatin1String("affected")).toInteger(-1);
    request.requester = field("requester");
    request.expires = QDateTime::fromString(field("expires"), Qt::ISODateWithMs).toUTC();
    if (request.id.isEmpty() || request.text.isEmpty() || request.digest.isEmpty() || request.requester.isEmpty() ||
        !request.expires.isValid())
        return fail(ErrorKind::Malformed, Say::tr("The request is incomplete; ask for a new one"));
    return request;
}

QByteArray ApprovalRequest::canonical() const
{
    QByteArray bytes("incident-cockpit approval 1\n");
    const QByteArray where = QJsonDocument(target.toJson()).toJson(QJsonDocument::Compact);
    for (const QByteArray& field :
         {id.toUtf8(), platform.toUtf8(), runbook.toUtf8(), step.toUtf8(), title.toUtf8(), text.toUtf8(), digest, where,
          QByteArray::number(affected), requester.toUtf8(), expires.toUTC().toString(Qt::ISODateWithMs).toLatin1()})
        append(bytes, field);
    return bytes;
}

QString Approval::toText() const
{
    return framed(approvalFrame, {{QStringLiteral("request"), request},
                                  {QStringLiteral("approver"), approver},
                                  {QStringLiteral("key"), QString::fromLatin1(publicKey.toHex())},
                                  {QStringLiteral("signature"), QString::fromLatin1(signature.toHex())}});
}

Result<Approval> Approval::fromText(const QString& block)
{
    const auto json = unframed(approvalFrame, block);
    if (!json)
        return json.error();
    const auto field = [&json](const char* key) { return json->value(QLatin1String(key)).toString(); };
    Approval approval{field("request"), field("approver"), QByteArray::fromHex(field("key").toLatin1()),
                      QByteArray::fromHex(field("signature").toLatin1())};
    if (approval.request.isEmpty() || approval.approver.isEmpty() || approval.publicKey.isEmpty() ||
        approval.signature.isEmpty())
        return fail(ErrorKind::Malformed, Say::tr("The approval is incomplete; ask for it again"));
    return approval;
}

}  // namespace cockpit
