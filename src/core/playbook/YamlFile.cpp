// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/playbook/YamlFile.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <QCoreApplication>
#include <QHash>

#include <sstream>

namespace cockpit {

namespace {

constexpr int maximumDepth = 16;

/// Ends the parse; the problem has been reported.
struct Stop {
};

/// Builds our tree from the parser's events, which still tell anchors, aliases, tags and quotes apart.
class TreeBuilder final : public YAML::EventHandler
{
    Q_DECLARE_TR_FUNCTIONS(Playbook)

public:
    TreeBuilder(const QString& name, const QStringList& lines, PlaybookProblems& problems)
        : m_name(name)
        , m_lines(lines)
        , m_problems(problems)
    {
    }

    YamlNode takeRoot() { return std::move(m_root); }
    int documents() const { return m_documents; }

    [[noreturn]] void fault(const YAML::Mark& mark, const QString& message)
    {
        const TextPosition position = positionOf(mark);
        m_problems.append({m_name, position.line, position.column, message});
        throw Stop{};
    }

    TextPosition positionOf(const YAML::Mark& mark) const
    {
        const int line = std::max(0, mark.line);
        // The parser counts bytes; people count characters.
        const QByteArray bytes = m_lines.value(line).toUtf8();
        return {line + 1, static_cast<int>(QString::fromUtf8(bytes.left(std::max(0, mark.column))).size()) + 1};
    }

    void OnDocumentStart(const YAML::Mark& mark) override
    {
        if (++m_documents > 1)
            fault(mark, tr("a second document begins here; a file holds one"));
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        if (anchor != 0)
            refuseAnchor(mark);
        add(nodeAt(mark, YamlNode::Type::Null));
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override
    {
        fault(mark, tr("aliases (*name) are not used in playbooks; write the value out"));
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override
    {
        refuseProperties(mark, tag, anchor);
        YamlNode node = nodeAt(mark, YamlNode::Type::Scalar);
        node.text = QString::fromStdString(value);
        node.quoted = tag == "!";
        add(std::move(node));
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        open(mark, tag, anchor, YamlNode::Type::List);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        open(mark, tag, anchor, YamlNode::Type::Map);
    }
    void OnMapEnd() override { close(); }

    /// The parser's words, in words that say what to do.
    static QString explain(const std::string& message)
    {
        const QString said = QString::fromStdString(message);
        if (said.contains(QLatin1String("illegal map value")))
            return tr("a second \": \" in one entry; put the text in quotes");
        if (said.contains(QLatin1String("unknown token")))
            return tr("a text cannot begin with this character; put it in quotes");
        if (said == QLatin1String("end of map not found") || said == QLatin1String("end of sequence not found"))
            return tr("this line does not fit in; check its indentation and the colon or dash of the lines above");
        if (said.contains(QLatin1String("flow")))
            return tr("a bracket or brace is not closed before this");
        if (said.contains(QLatin1String("anchor")))
            return tr("aliases (*name) are not used in playbooks; write the value out");
        return tr("not valid YAML: %1").arg(said);
    }

private:
    struct Level {
        YamlNode node;
        bool hasKey = false;
        YamlNode key;
        QHash<QString, int> lineOfKey;
    };

    YamlNode nodeAt(const YAML::Mark& mark, YamlNode::Type type) const
    {
        const TextPosition position = positionOf(mark);
        YamlNode node;
        node.type = type;
        node.line = position.line;
        node.column = position.column;
        return node;
    }

    [[noreturn]] void refuseAnchor(const YAML::Mark& mark)
    {
        fault(mark, tr("anchors (&name) are not used in playbooks; write the value out where it is needed"));
    }

    void refuseProperties(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor)
    {
        if (anchor != 0)
            refuseAnchor(mark);
        const TextPosition position = positionOf(mark);
        const bool marked = m_lines.value(position.line - 1).mid(position.column - 1, 1) == QLatin1String("!");
        if (marked || (tag != "?" && tag != "!"))
            fault(mark, tr("tags (!name) are not used in playbooks; put the text in quotes if it must be text"));
    }

    void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YamlNode::Type type)
    {
        refuseProperties(mark, tag, anchor);
        if (static_cast<int>(m_levels.size()) >= maximumDepth)
            fault(mark, tr("nested deeper than %1 levels").arg(maximumDepth));
        Level level;
        level.node = nodeAt(mark, type);
        m_levels.push_back(std::move(level));
    }

    void close()
    {
        YamlNode node = std::move(m_levels.back().node);
        m_levels.pop_back();
        add(std::move(node));
    }

    void add(YamlNode node)
    {
        if (m_levels.empty()) {
            m_root = std::move(node);
            return;
        }
        Level& level = m_levels.back();
        if (level.node.type == YamlNode::Type::List)
            level.node.items.push_back(std::move(node));
        else if (level.hasKey)
            addValue(level, std::move(node));
        else
            addKey(level, std::move(node));
    }

    void addKey(Level& level, YamlNode key)
    {
        const auto refuse = [this, &key](const QString& message) {
            m_problems.append({m_name, key.line, key.column, message});
            throw Stop{};
        };
        if (key.type != YamlNode::Type::Scalar)
            refuse(tr("a key must be a plain word"));
        if (level.lineOfKey.contains(key.text))
            refuse(tr("duplicate key \"%1\"; it stands in line %2 already")
                       .arg(key.text)
                       .arg(level.lineOfKey.value(key.text)));
        level.lineOfKey.insert(key.text, key.line);
        level.key = std::move(key);
        level.hasKey = true;
    }

    void addValue(Level& level, YamlNode value)
    {
        // The parser places an absent value at whatever comes next; its key is where a person looks.
        if (value.type == YamlNode::Type::Null && value.line != level.key.line) {
            value.line = level.key.line;
            value.column = level.key.column;
        }
        level.node.entries.emplace_back(std::move(level.key), std::move(value));
        level.key = {};
        level.hasKey = false;
    }

    const QString& m_name;
    const QStringList& m_lines;
    PlaybookProblems& m_problems;
    std::vector<Level> m_levels;
    YamlNode m_root;
    int m_documents = 0;
};

}  // namespace

YamlNode::YamlNode() = default;
YamlNode::YamlNode(const YamlNode& other) = default;
YamlNode::YamlNode(YamlNode&& other) noexcept = default;
YamlNode& YamlNode::operator=(const YamlNode& other) = default;
YamlNode& YamlNode::operator=(YamlNode&& other) noexcept = default;
YamlNode::~YamlNode() = default;

const YamlNode* YamlNode::find(const QString& key) const
{
    for (const auto& [name, value] : entries) {
        if (name.text == key)
            return &value;
    }
    return nullptr;
}

std::unique_ptr<YamlFile> YamlFile::parse(const QString& name, const QByteArray& bytes, PlaybookProblems& problems)
{
    if (!checkText(name, bytes, problems))
        return nullptr;
    QString text = QString::fromUtf8(bytes);
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    auto file = std::make_unique<YamlFile>();
    file->m_name = name;
    file->m_lines = text.split(QLatin1Char('\n'));
    if (!checkYamlLines(name, file->m_lines, problems))
        return nullptr;

    TreeBuilder builder(name, file->m_lines, problems);
    try {
        std::istringstream stream(text.toStdString());
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {
        }
    } catch (const Stop&) {
        return nullptr;
    } catch (const YAML::Exception& exception) {
        const TextPosition position = builder.positionOf(exception.mark);
        problems.append({name, position.line, position.column, TreeBuilder::explain(exception.msg)});
        return nullptr;
    }
    file->m_root = builder.takeRoot();
    if (file->m_root.type != YamlNode::Type::Map) {
        problems.append(
            {name, file->m_root.line, file->m_root.column,
             QCoreApplication::translate("Playbook", "a playbook file holds keys with values; this holds none")});
        return nullptr;
    }
    return file;
}

TextPosition YamlFile::locate(const YamlNode& scalar, qsizetype offset) const
{
    const TextPosition start{scalar.line, scalar.column};
    int line = scalar.line - 1;
    qsizetype column = scalar.column - 1;
    const QString opening = scalar.quoted ? m_lines.value(line).mid(column, 1) : QString();
    const bool block = opening == QLatin1String("|") || opening == QLatin1String(">");
    column = block ? m_lines.value(line).size() : column + opening.size();

    // Text and file differ only in white space and in doubled or escaped quotes: walk both together.
    const qsizetype wanted = std::clamp<qsizetype>(offset, 0, scalar.text.size());
    for (qsizetype index = 0;; ++index) {
        const bool space = index == scalar.text.size() || scalar.text.at(index).isSpace();
        while (!space && line < m_lines.size()) {
            if (column >= m_lines.at(line).size()) {
                ++line;
                column = 0;
            } else if (m_lines.at(line).at(column).isSpace()) {
                ++column;
            } else {
                break;
            }
        }
        if (index == wanted && line < m_lines.size())
            return {line + 1, static_cast<int>(column) + 1};
        if (space)
            continue;
        if (m_lines.value(line).mid(column, 1) == QLatin1String("\\") && scalar.text.at(index) != QLatin1Char('\\'))
            ++column;
        if (m_lines.value(line).mid(column, 1) != scalar.text.mid(index, 1))
            return start;
        const bool doubled = opening == QLatin1String("'") && scalar.text.at(index) == QLatin1Char('\'');
        column += doubled ? 2 : 1;
    }
}

}  // namespace cockpit
