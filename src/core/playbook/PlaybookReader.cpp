// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/playbook/PlaybookReader.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTimeZone>

namespace cockpit {

namespace {

const QString nextBusinessDay = QStringLiteral("next_business_day");

QStringList timeZoneNames()
{
    QStringList names;
    for (const QByteArray& name : QTimeZone::availableTimeZoneIds())
        names.append(QString::fromLatin1(name));
    return names;
}

}  // namespace

PlaybookReader::PlaybookReader(const Vocabulary& vocabulary, PlaybookFiles& files, PlaybookProblems& problems)
    : m_vocabulary(vocabulary)
    , m_files(files)
    , m_problems(problems)
    , m_references(problems)
{
}

FieldReader PlaybookReader::reader(const YamlFile& file, const YamlNode& node, const QString& what,
                                   const QStringList& known)
{
    return FieldReader(file, node, what, known, m_problems);
}

QString PlaybookReader::nameOf(const QString& word, const YamlNode& node, qsizetype number)
{
    const YamlNode* id = node.find(QStringLiteral("id"));
    if (id && id->type == YamlNode::Type::Scalar && !id->text.isEmpty())
        return QStringLiteral("%1 \"%2\"").arg(word, id->text.left(63));
    return QStringLiteral("%1 %2").arg(word).arg(number);
}

Playbook PlaybookReader::read(const YamlFile& file)
{
    FieldReader top = reader(file, file.root(), QCoreApplication::translate("Playbook", "the playbook"),
                             {QStringLiteral("apiVersion"), QStringLiteral("kind"), QStringLiteral("metadata"),
                              QStringLiteral("connections"), QStringLiteral("severities"), QStringLiteral("roles"),
                              QStringLiteral("escalation"), QStringLiteral("signals"), QStringLiteral("rules"),
                              QStringLiteral("lifecycle"), QStringLiteral("resolve"), QStringLiteral("runbooks"),
                              QStringLiteral("messages"), QStringLiteral("postmortem"), QStringLiteral("contacts"),
                              QStringLiteral("status_pages"), QStringLiteral("alerts")});
    // A misspelt section would make everything that refers to it look wrong as well.
    const bool wholeTop = m_problems.isEmpty();
    readHeader(top);
    readMetadata(top);
    section(References::Kind::Connection, [&] { readConnections(top); });
    section(References::Kind::Severity, [&] { readSeverities(top); });
    section(References::Kind::Role, [&] { readRoles(top); });
    readEscalation(top);
    section(References::Kind::Signal, [&] { readSignals(top); });
    readRules(top);
    readAlerts(top);
    readLifecycle(top);
    readResolve(top);
    section(References::Kind::Runbook, [&] { readRunbooks(top); });
    readMessages(top);
    readPostmortem(top);
    readContacts(top);
    readStatusPages(top);
    if (wholeTop)
        m_references.check();
    return std::move(m_book);
}

void PlaybookReader::readHeader(FieldReader& top)
{
    top.choice(QStringLiteral("apiVersion"), {QStringLiteral("incident-cockpit/v1")}, Need::Required);
    top.choice(QStringLiteral("kind"), {QStringLiteral("Playbook")}, Need::Required);
}

void PlaybookReader::readMetadata(FieldReader& top)
{
    const YamlNode* node = top.find(QStringLiteral("metadata"), Need::Required);
    if (!node)
        return;
    FieldReader metadata = reader(top.file(), *node, QStringLiteral("metadata"),
                                  {QStringLiteral("id"), QStringLiteral("title"), QStringLiteral("description"),
                                   QStringLiteral("environment"), QStringLiteral("timezone"),
                                   QStringLiteral("calendar"), QStringLiteral("second_person")});
    if (!metadata.isMap())
        return;
    m_book.id = metadata.id(QStringLiteral("id"), FieldReader::IdStyle::LowerDashes);
    m_book.title = metadata.text(QStringLiteral("title"), Need::Required);
    m_book.description = metadata.text(QStringLiteral("description"));
    const QString environment =
        metadata.choice(QStringLiteral("environment"),
                        {QStringLiteral("production"), QStringLiteral("staging"), QStringLiteral("demo")});
    if (const Result<Environment> parsed = parseEnvironment(environment); !environment.isEmpty() && parsed)
        m_book.environment = *parsed;
    m_book.secondPerson = metadata.flag(QStringLiteral("second_person"), false);
    m_book.timeZone = metadata.text(QStringLiteral("timezone"));
    if (m_book.timeZone.isEmpty())
        m_book.timeZone = QStringLiteral("UTC");
    else if (!QTimeZone::isTimeZoneIdAvailable(m_book.timeZone.toLatin1()))
        metadata.checkChoice(*metadata.find(QStringLiteral("timezone")), m_book.timeZone,
                             metadata.label(QStringLiteral("timezone")), timeZoneNames());
    const YamlNode* calendarNode = metadata.find(QStringLiteral("calendar"));
    if (!calendarNode)
        return;
    FieldReader calendar = reader(top.file(), *calendarNode, QStringLiteral("metadata.calendar"),
                                  {QStringLiteral("business_hours"), QStringLiteral("holidays")});
    m_book.businessHours = calendar.text(QStringLiteral("business_hours"), Need::Required);
    static const QRegularExpression hours(
        QStringLiteral("\\A(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(-(Mon|Tue|Wed|Thu|Fri|Sat|Sun))? "
                       "([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-4]):[0-5][0-9]\\z"));
    if (!m_book.businessHours.isEmpty() && !hours.match(m_book.businessHours).hasMatch())
        calendar.problem(
            *calendar.find(QStringLiteral("business_hours")),
            QCoreApplication::translate("Playbook", "%1 must look like \"Mon-Fri 09:00-17:00\", not \"%2\"")
                .arg(calendar.label(QStringLiteral("business_hours")), m_book.businessHours.left(60)));
    readHolidays(calendar);
}

void PlaybookReader::readHolidays(FieldReader& calendar)
{
    const QString key = QStringLiteral("holidays");
    for (const QString& day : calendar.texts(key)) {
        const QDate date = QDate::fromString(day, Qt::ISODate);
        if (date.isValid() && day.size() == 10)
            m_book.holidays.append(date);
        else
            calendar.problem(*calendar.find(key),
                             QCoreApplication::translate("Playbook", "%1 must be dates like \"2026-12-25\", not \"%2\"")
                                 .arg(calendar.label(key), day.left(60)));
    }
}

void PlaybookReader::readConnections(FieldReader& top)
{
    for (const auto& [key, value] : top.map(QStringLiteral("connections"))) {
        const QString what = QCoreApplication::translate("Playbook", "connection \"%1\"").arg(key.text.left(63));
        FieldReader slot = reader(
            top.file(), value, what,
            {QStringLiteral("kind"), QStringLiteral("title"), QStringLiteral("access"), QStringLiteral("defaults")});
        ConnectionSlot target;
        if (slot.checkId(key, key.text, what, FieldReader::IdStyle::LowerDashes))
            target.id = key.text;
        target.kind = slot.choice(QStringLiteral("kind"), m_vocabulary.connectionKinds, Need::Required);
        target.title = slot.text(QStringLiteral("title"));
        if (target.title.isEmpty())
            target.title = titleFromId(key.text);
        target.access =
            slot.choice(QStringLiteral("access"), {QStringLiteral("read_only"), QStringLiteral("read_write")});
        if (const YamlNode* defaults = slot.find(QStringLiteral("defaults"))) {
            for (const auto& [name, setting] : slot.map(QStringLiteral("defaults"))) {
                if (QStringList{QStringLiteral("secret"), QStringLiteral("password"), QStringLiteral("token")}.contains(
                        name.text))
                    slot.problem(name, QCoreApplication::translate("Playbook",
                                                                   "a secret is never written into a playbook; "
                                                                   "each workstation keeps its own in the keychain"));
            }
            target.defaults = slot.treeOf(*defaults, slot.label(QStringLiteral("defaults"))).toObject();
        }
        m_references.declare(References::Kind::Connection, target.id, slot, key, target.kind);
        m_book.connections.append(target);
    }
}

void PlaybookReader::readSeverities(FieldReader& top)
{
    qsizetype number = 0;
    for (const YamlNode& node : top.list(QStringLiteral("severities"), Need::Required)) {
        FieldReader severity =
            reader(top.file(), node, nameOf(QCoreApplication::translate("Playbook", "severity"), node, ++number),
                   {QStringLiteral("id"), QStringLiteral("title"), QStringLiteral("respond_within"),
                    QStringLiteral("means"), QStringLiteral("examples")});
        if (!severity.isMap())
            continue;
        Severity target;
        target.id = severity.id(QStringLiteral("id"), FieldReader::IdStyle::AnyCase);
        target.title = severity.text(QStringLiteral("title"));
        if (target.title.isEmpty())
            target.title = target.id;
        target.rank = static_cast<int>(m_book.severities.size());
        target.respondWithin = readResponseTime(severity);
        target.meaning = severity.text(QStringLiteral("means"));
        target.examples = severity.texts(QStringLiteral("examples"));
        const YamlNode* id = node.find(QStringLiteral("id"));
        m_references.declare(References::Kind::Severity, target.id, severity, id ? *id : node);
        m_book.severities.append(target);
    }
}

ResponseTime PlaybookReader::readResponseTime(FieldReader& severity)
{
    ResponseTime time;
    const QString key = QStringLiteral("respond_within");
    const YamlNode* value = severity.find(key, Need::Required);
    if (value && value->text == nextBusinessDay) {
        time.nextBusinessDay = true;
        needBusinessHours(severity, *value, severity.label(key));
    } else if (value) {
        time.within = severity.durationOf(*value, severity.label(key)).value_or(Milliseconds{0});
    }
    return time;
}

void PlaybookReader::needBusinessHours(FieldReader& owner, const YamlNode& at, const QString& label)
{
    if (m_book.businessHours.isEmpty())
        owner.problem(at, QCoreApplication::translate(
                              "Playbook", "%1 is next_business_day, but metadata.calendar.business_hours is "
                                          "not set")
                              .arg(label));
}

void PlaybookReader::readRoles(FieldReader& top)
{
    qsizetype number = 0;
    for (const YamlNode& node : top.list(QStringLiteral("roles"))) {
        ++number;
        Role target;
        if (node.type == YamlNode::Type::Scalar) {
            const QString label = QCoreApplication::translate("Playbook", "role %1").arg(number);
            const auto id = top.textOf(node, label);
            if (id && top.checkId(node, *id, label, FieldReader::IdStyle::LowerDashes))
                target.id = *id;
            target.title = titleFromId(target.id);
            m_references.declare(References::Kind::Role, target.id, top, node);
            m_book.roles.append(target);
            continue;
        }
        FieldReader role =
            reader(top.file(), node, nameOf(QCoreApplication::translate("Playbook", "role"), node, number),
                   {QStringLiteral("id"), QStringLiteral("title"), QStringLiteral("channels")});
        if (!role.isMap())
            continue;
        target.id = role.id(QStringLiteral("id"), FieldReader::IdStyle::LowerDashes);
        target.title = role.text(QStringLiteral("title"));
        if (target.title.isEmpty())
            target.title = titleFromId(target.id);
        target.channels = role.texts(QStringLiteral("channels"));
        for (qsizetype index = 0; index < target.channels.size(); ++index) {
            const YamlNode& at = node.find(QStringLiteral("channels"))->items.at(static_cast<std::size_t>(index));
            m_references.use(References::Kind::Connection, target.channels.at(index), role, {at.line, at.column},
                             role.label(QStringLiteral("channels")), m_vocabulary.channelKinds);
        }
        const YamlNode* id = node.find(QStringLiteral("id"));
        m_references.declare(References::Kind::Role, target.id, role, id ? *id : node);
        m_book.roles.append(target);
    }
}

void PlaybookReader::readEscalation(FieldReader& top)
{
    for (const auto& [severity, cells] : top.map(QStringLiteral("escalation"))) {
        const QString what =
            QCoreApplication::translate("Playbook", "escalation of \"%1\"").arg(severity.text.left(63));
        m_references.use(References::Kind::Severity, severity.text, top, {severity.line, severity.column},
                         top.label(QStringLiteral("escalation")));
        if (cells.type != YamlNode::Type::Map) {
            top.problem(cells,
                        QCoreApplication::translate("Playbook", "%1 must be a map of roles and times").arg(what));
            continue;
        }
        for (const auto& [role, value] : cells.entries) {
            m_references.use(References::Kind::Role, role.text, top, {role.line, role.column}, what);
            m_book.escalation[severity.text].insert(
                role.text, readCell(top, value, what + QStringLiteral(" / ") + role.text.left(63)));
        }
    }
}

EscalationCell PlaybookReader::readCell(FieldReader& owner, const YamlNode& value, const QString& what)
{
    EscalationCell cell;
    const auto time = [&](const YamlNode& node, const QString& label) {
        cell.nextBusinessDay = node.text == nextBusinessDay;
        if (cell.nextBusinessDay)
            needBusinessHours(owner, node, label);
        else
            cell.after = owner.durationOf(node, label).value_or(Milliseconds{0});
    };
    if (value.type != YamlNode::Type::Map) {
        time(value, what);
        return cell;
    }
    FieldReader fields = reader(owner.file(), value, what, {QStringLiteral("after"), QStringLiteral("unless")});
    if (const YamlNode* after = fields.find(QStringLiteral("after"), Need::Required))
        time(*after, fields.label(QStringLiteral("after")));
    cell.unless = fields.choice(QStringLiteral("unless"), {QStringLiteral("resolved"), QStringLiteral("acknowledged")});
    return cell;
}

}  // namespace cockpit
