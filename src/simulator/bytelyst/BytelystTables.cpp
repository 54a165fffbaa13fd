// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "simulator/bytelyst/BytelystTables.h"

#include "simulator/bytelyst/BytelystModel.h"

namespace cockpit {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray quoted(QString text)
{
    return '\'' + text.replace(u'\'', u"''"_s).toUtf8() + '\'';
}

QByteArray number(double value)
{
    return QByteArray::number(value, 'g', 12);
}

QByteArray statementFor(const BotProfile& row, const QDateTime&)
{
    return "INSERT INTO profiles (id, name, status) VALUES (" + quoted(row.id) + ", " + quoted(row.name) + ", " +
           quoted(row.status) + ") ON CONFLICT (id) DO UPDATE SET status = EXCLUDED.status;\n";
}

// The server's clock tells the time in the tables; the model's may be another.
QByteArray statementFor(const BotOrder& row, const QDateTime& now)
{
    const QByteArray age = QByteArray::number(static_cast<double>(row.createdAt.msecsTo(now)) / 1'000, 'f', 3);
    return "INSERT INTO orders (id, profile_id, symbol, side, qty, status, created_at) VALUES (" + quoted(row.id) +
           ", " + quoted(row.profile) + ", " + quoted(row.symbol) + ", " + quoted(row.side) + ", " +
           number(row.quantity) + ", " + quoted(row.status) + ", now() - interval '" + age +
           " seconds') ON CONFLICT (id) DO UPDATE SET status = EXCLUDED.status;\n";
}

QByteArray statementFor(const BotPosition& row, const QDateTime&)
{
    return "INSERT INTO positions (profile_id, symbol, side, qty, status) VALUES (" + quoted(row.profile) + ", " +
           quoted(row.symbol) + ", " + quoted(row.side) + ", " + number(row.quantity) + ", " + quoted(row.status) +
           ") ON CONFLICT (profile_id, symbol) DO UPDATE SET side = EXCLUDED.side, qty = EXCLUDED.qty, "
           "status = EXCLUDED.status;\n";
}

template <typename Row>
QByteArray changesOf(const QMap<QString, Row>& live, const QMap<QString, Row>& stored, const QDateTime& now)
{
    QByteArray sql;
    for (auto it = live.cbegin(); it != live.cend(); ++it) {
        const auto known = stored.constFind(it.key());
        if (known == stored.cend() || !(*known == *it))
            sql += statementFor(*it, now);
    }
    return sql;
}

template <typename Row>
void takeOver(const QMap<QString, Row>& loaded, const QMap<QString, Row>& stored, QMap<QString, Row>& live)
{
    for (auto it = loaded.cbegin(); it != loaded.cend(); ++it) {
        const auto known = stored.constFind(it.key());
        if (known == stored.cend() || !(*known == *it))
            live.insert(it.key(), *it);
    }
    for (auto it = stored.cbegin(); it != stored.cend(); ++it) {
        if (!loaded.contains(it.key()))
            live.remove(it.key());
    }
}

}  // namespace

BytelystTables::BytelystTables(ServerAddress address)
    : m_session(std::move(address))
{
}

QByteArray BytelystTables::schema()
{
    return R"(
CREATE TABLE profiles (id uuid PRIMARY KEY, name text NOT NULL, status text NOT NULL);
CREATE TABLE orders (
    id uuid PRIMARY KEY, profile_id uuid NOT NULL REFERENCES profiles, symbol text NOT NULL, side text NOT NULL,
    qty numeric NOT NULL, status text NOT NULL, created_at timestamptz NOT NULL);
CREATE INDEX ON orders (status, created_at);
CREATE TABLE positions (
    profile_id uuid NOT NULL REFERENCES profiles, symbol text NOT NULL, side text NOT NULL, qty numeric NOT NULL,
    status text NOT NULL, PRIMARY KEY (profile_id, symbol));
)";
}

std::optional<BytelystBook> BytelystTables::load(const QDateTime& now)
{
    const auto profiles = m_session.run("SELECT id, name, status FROM profiles");
    const auto orders = m_session.run("SELECT id, profile_id, symbol, side, qty, status, "
                                      "1000 * extract(epoch FROM now() - created_at) FROM orders");
    const auto positions = m_session.run("SELECT profile_id, symbol, side, qty, status FROM positions");
    if (!profiles || !orders || !positions)
        return std::nullopt;
    BytelystBook book;
    for (const QStringList& row : *profiles)
        book.profiles.insert(row.at(0), {row.at(0), row.at(1), row.at(2)});
    for (const QStringList& row : *orders) {
        const auto known = m_stored.orders.constFind(row.at(0));
        const QDateTime created =
            known == m_stored.orders.cend() ? now.addMSecs(-qRound64(row.at(6).toDouble())) : known->createdAt;
        book.orders.insert(row.at(0),
                           {row.at(0), row.at(1), row.at(2), row.at(3), row.at(4).toDouble(), row.at(5), created});
    }
    for (const QStringList& row : *positions)
        book.positions.insert(positionKey(row.at(0), row.at(1)),
                              {row.at(0), row.at(1), row.at(2), row.at(3).toDouble(), row.at(4)});
    return book;
}

void BytelystTables::pull(BytelystModel& model)
{
    if (m_edition != model.edition())
        return;
    const auto loaded = load(model.now());
    model.setDatabaseUp(loaded.has_value());
    if (!loaded)
        return;
    takeOver(loaded->profiles, m_stored.profiles, model.book().profiles);
    takeOver(loaded->orders, m_stored.orders, model.book().orders);
    takeOver(loaded->positions, m_stored.positions, model.book().positions);
    m_stored = *loaded;
}

void BytelystTables::push(BytelystModel& model)
{
    const bool whole = m_edition != model.edition();
    const BytelystBook& live = model.book();
    const BytelystBook before = whole ? BytelystBook() : m_stored;
    const QByteArray changes = changesOf(live.profiles, before.profiles, model.now()) +
                               changesOf(live.orders, before.orders, model.now()) +
                               changesOf(live.positions, before.positions, model.now());
    if (changes.isEmpty() && !whole)
        return;
    // Nobody's lock may hold the simulator up; it tries again.
    const QByteArray first = "SET lock_timeout = '500ms';\n";
    const auto written = m_session.run(first + (whole ? "TRUNCATE positions, orders, profiles;\n" : "") + changes);
    if (!written)
        return;
    m_edition = model.edition();
    m_stored = live;
}

}  // namespace cockpit
