// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace cockpit {

/// One key that a signal kind or step kind understands.
struct KindKey {
    enum class Type { Text, Number, Integer, Flag, Duration, TextList, TextMap, Map, Tree };
    QString name;
    Type type = Type::Text;
    bool required = false;
    QStringList choices;          ///< for Text: the only values allowed; empty: any
    QList<KindKey> members = {};  ///< for Map: the keys it may have
};

/// The keys of one kind, as written in a playbook.
struct KindShape {
    QList<KindKey> keys;
    /// Connection kinds its `on:` may name; empty: it takes no connection.
    QStringList connectionKinds;
    /// Keys of which exactly one must be there, per group ("value", "rate", "ratio"); none of them is `required`.
    QList<QStringList> exactlyOneOf = {};
};

/// What this build understands: filled by each adapter's describe(), read by the playbook loader and by the schema.
/// Holds no behaviour and needs no services, so that a playbook can be checked without starting anything.
struct Vocabulary {
    QMap<QString, KindShape> signalKinds;
    QMap<QString, KindShape> stepKinds;
    QStringList connectionKinds;
    QStringList channelKinds;  ///< connection kinds that can carry a message; empty: any is accepted
};

}  // namespace cockpit
