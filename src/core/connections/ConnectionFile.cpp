// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/connections/ConnectionFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSaveFile>
#include <QSet>

namespace cockpit {

namespace {

constexpr qint64 maximumBytes = 1024 * 1024;
constexpr int fileVersion = 1;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(ConnectionFile)
};

Error wrong(const QString& place, const QString& what)
{
    return fail(ErrorKind::InvalidInput, QStringLiteral("%1: %2").arg(place, what));
}

Result<SecretStorage> parseSecretStorage(const QString& name)
{
    for (const auto storage : {SecretStorage::None, SecretStorage::Keychain, SecretStorage::Session}) {
        if (name == secretStorageName(storage))
            return storage;
    }
    return fail(ErrorKind::InvalidInput,
                Say::tr("\"%1\" is not a place for a secret; use none, keychain or session").arg(name.left(40)));
}

bool isSecretName(const QString& key)
{
    static const QRegularExpression names(QStringLiteral("password|passwd|secret|token|api_?key|webhook_url"),
                                          QRegularExpression::CaseInsensitiveOption);
    return names.match(key).hasMatch();
}

Result<QString> textAt(const QJsonObject& entry, const char* name, const QString& place)
{
    const QString key = QLatin1String(name);
    const QJsonValue value = entry.value(key);
    if (!value.isString())
        return wrong(place + QLatin1Char('.') + key,
                     value.isUndefined() ? Say::tr("is missing") : Say::tr("must be a text"));
    return value.toString();
}

Result<ConnectionSpec> parseEntry(const QJsonValue& value, const QString& place)
{
    if (!value.isObject())
        return wrong(place, Say::tr("must be an object"));
    const QJsonObject entry = value.toObject();
    static const QStringList known{QStringLiteral("id"),          QStringLiteral("kind"),     QStringLiteral("title"),
                                   QStringLiteral("environment"), QStringLiteral("settings"), QStringLiteral("secret")};
    for (auto it = entry.begin(); it != entry.end(); ++it) {
        if (!known.contains(it.key()))
            return wrong(place, Say::tr("\"%1\" is not a key of a connection").arg(it.key().left(40)));
    }
    QStringList texts;
    for (const char* name : {"id", "kind", "title", "environment", "secret"}) {
        const auto text = textAt(entry, name, place);
        if (!text)
            return text.error();
        texts.append(*text);
    }
    const auto environment = parseEnvironment(texts.at(3));
    if (!environment)
        return wrong(place + QStringLiteral(".environment"), environment.error().message);
    const auto storage = parseSecretStorage(texts.at(4));
    if (!storage)
        return wrong(place + QStringLiteral(".secret"), storage.error().message);
    if (!entry.value(QStringLiteral("settings")).isObject())
        return wrong(place + QStringLiteral(".settings"), Say::tr("must be an object"));
    const ConnectionSpec spec{
        texts.at(0), texts.at(1), texts.at(2), *environment, entry.value(QStringLiteral("settings")).toObject(),
        *storage};
    if (const Status checked = checkConnection(spec); !checked)
        return wrong(place, checked.error().message);
    return spec;
}

QString placeOf(const QByteArray& bytes, int offset)
{
    const QByteArray before = bytes.left(offset);
    const auto line = before.count('\n') + 1;
    const auto column = offset - before.lastIndexOf('\n');
    return Say::tr("line %1, column %2").arg(line).arg(column);
}

Result<QList<ConnectionSpec>> parse(const QByteArray& bytes)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError)
        return wrong(placeOf(bytes, problem.offset), problem.errorString());
    const QJsonObject root = document.object();
    if (!document.isObject() || root.value(QStringLiteral("version")).toInt() != fileVersion)
        return wrong(QStringLiteral("version"),
                     Say::tr("must be %1; the file is from another program or a newer version").arg(fileVersion));
    if (!root.value(QStringLiteral("connections")).isArray() || root.size() != 2)
        return wrong(QStringLiteral("connections"),
                     Say::tr("the file must hold \"version\" and a list \"connections\", nothing else"));
    QList<ConnectionSpec> specs;
    QSet<QString> ids;
    const QJsonArray entries = root.value(QStringLiteral("connections")).toArray();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QString place = QStringLiteral("connections[%1]").arg(i);
        auto spec = parseEntry(entries.at(i), place);
        if (!spec)
            return spec.error();
        if (ids.contains(spec->id))
            return wrong(place + QStringLiteral(".id"), Say::tr("\"%1\" appears twice").arg(spec->id));
        ids.insert(spec->id);
        specs.append(std::move(*spec));
    }
    return specs;
}

}  // namespace

QString secretStorageName(SecretStorage storage)
{
    switch (storage) {
    case SecretStorage::None: return QStringLiteral("none");
    case SecretStorage::Keychain: return QStringLiteral("keychain");
    case SecretStorage::Session: return QStringLiteral("session");
    }
    return QStringLiteral("none");
}

Status checkConnection(const ConnectionSpec& spec)
{
    static const QRegularExpression id(QStringLiteral("\\A[a-z0-9][a-z0-9._-]{0,63}(/[a-z0-9][a-z0-9._-]{0,63})?\\z"));
    static const QRegularExpression kind(QStringLiteral("\\A[a-z][a-z0-9_]{0,31}\\z"));
    if (!id.match(spec.id).hasMatch())
        return fail(
            ErrorKind::InvalidInput,
            Say::tr("\"%1\" is not a connection id; write platform/slot in lower-case letters, digits, dots, dashes "
                    "and underscores")
                .arg(spec.id.left(80)));
    if (!kind.match(spec.kind).hasMatch())
        return fail(ErrorKind::InvalidInput, Say::tr("\"%1\" is not a connection kind").arg(spec.kind.left(40)));
    if (spec.title.size() > 200)
        return fail(ErrorKind::InvalidInput, Say::tr("the title is longer than 200 characters"));
    for (auto setting = spec.settings.begin(); setting != spec.settings.end(); ++setting) {
        if (isSecretName(setting.key()))
            return fail(ErrorKind::InvalidInput,
                        Say::tr("the setting \"%1\" looks like a secret; secrets go to the keychain, never into a file")
                            .arg(setting.key().left(40)));
        const QJsonValue value = setting.value();
        if (!value.isString() && !value.isDouble() && !value.isBool())
            return fail(
                ErrorKind::InvalidInput,
                Say::tr("the setting \"%1\" must be a text, a number or true/false").arg(setting.key().left(40)));
    }
    return Done{};
}

Result<QList<ConnectionSpec>> readConnectionFile(const QString& file)
{
    QFile source(file);
    if (!source.exists())
        return QList<ConnectionSpec>{};
    if (!QFileInfo(file).isFile() || !source.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Storage,
                    Say::tr("The connections cannot be read from %1: %2").arg(file, source.errorString()));
    const QByteArray bytes = source.read(maximumBytes + 1);
    if (bytes.size() > maximumBytes)
        return fail(ErrorKind::InvalidInput,
                    Say::tr("%1 is larger than 1 MiB, so it is not a connections file").arg(file));
    auto specs = parse(bytes);
    if (specs)
        return specs;
    return fail(ErrorKind::InvalidInput,
                Say::tr("%1 is damaged at %2. Correct it or move it away; it was left as it is")
                    .arg(file, specs.error().message));
}

Status writeConnectionFile(const QString& file, const QList<ConnectionSpec>& specs)
{
    QJsonArray entries;
    for (const ConnectionSpec& spec : specs) {
        entries.append(QJsonObject{{QStringLiteral("id"), spec.id},
                                   {QStringLiteral("kind"), spec.kind},
                                   {QStringLiteral("title"), spec.title},
                                   {QStringLiteral("environment"), environmentName(spec.environment)},
                                   {QStringLiteral("settings"), spec.settings},
                                   {QStringLiteral("secret"), secretStorageName(spec.secretStorage)}});
    }
    const QJsonObject root{{QStringLiteral("version"), fileVersion}, {QStringLiteral("connections"), entries}};
    const QByteArray bytes = QJsonDocument(root).toJson();
    QDir().mkpath(QFileInfo(file).absolutePath());
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly) ||
        !target.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        target.write(bytes) != bytes.size() || !target.commit())
        return fail(ErrorKind::Storage,
                    Say::tr("The connections cannot be written to %1: %2").arg(file, target.errorString()));
    return Done{};
}

}  // namespace cockpit
