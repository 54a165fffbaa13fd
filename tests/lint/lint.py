#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Incident Cockpit authors
"""Checks the rules of this source tree that no compiler knows.

lint.py [ROOT]       reads the tree, prints each violation as path:line: [rule] text; exit 1 when there is one.
lint.py --canaries   proves that every rule still bites: canaries/<rule>/ is a tiny tree that breaks that rule alone.
"""
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCE_FOLDERS = ("src", "ui", "tests")
SKIPPED_FOLDERS = {"build", ".git", "canaries", "corpus", "fixtures", "__pycache__"}
SPDX = ("// SPDX-License-Identifier: GPL-3.0-or-later", "// SPDX-FileCopyrightText: The Incident Cockpit authors")
CPP_LINES, HEADER_LINES, MAIN_WINDOW_LINES, FUNCTION_LINES = 400, 200, 500, 60


class Source:
    """One C++ file: its text, and the same text with comments and literals blanked, line by line."""

    def __init__(self, root, path):
        self.path = path.relative_to(root).as_posix()
        self.text = path.read_text(encoding="utf-8")
        self.lines = self.text.splitlines()
        self.code = blank(self.text, literals=True)
        self.code_lines = self.code.splitlines()
        self.literal_lines = blank(self.text, literals=False).splitlines()
        self.is_header = self.path.endswith(".h")

    def below(self, *folders):
        return any(self.path.startswith(folder) for folder in folders)

    def line_at(self, offset):
        return self.code.count("\n", 0, offset) + 1


def blank(text, literals):
    """Replaces comments (and, if asked, the inside of literals) by spaces; newlines stay."""
    pattern = re.compile(r'//[^\n]*|/\*.*?\*/|R"([^(\s]*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.S)

    def spaces(piece):
        return re.sub(r"[^\n]", " ", piece)

    def replace(match):
        found = match.group(0)
        if found.startswith(("//", "/*")):
            return spaces(found)
        if not literals:
            return found
        return found[0] + spaces(found[1:-1]) + found[-1]

    # A digit separator (10'000) is not a character literal.
    return pattern.sub(replace, re.sub(r"(?<=[0-9])'(?=[0-9])", "_", text))


def walk(root, suffixes, folders=None):
    starts = [root / folder for folder in folders] if folders else [root]
    for start in starts:
        for folder, names, files in os.walk(start):
            names[:] = sorted(n for n in names if n not in SKIPPED_FOLDERS and not n.startswith("build"))
            for name in sorted(files):
                if name.endswith(suffixes):
                    yield Path(folder) / name


# ---- layers -------------------------------------------------------------------------------------------------------

FOREIGN_TO_CORE = re.compile(
    r"<(Qt(Widgets|Gui|Network|Sql|Charts|DBus|Svg|WebSockets|HttpServer|Test)\b.*|Q(Widget|Application|GuiApplication|"
    r"Icon|Pixmap|Image|Painter|Font|Color|Palette|Network|Tcp|Udp|Ssl|Host|LocalSocket|LocalServer|Sql|WebSocket|"
    r"Http|DBus|Chart|TextDocument|PdfWriter)\w*)>")


def allowed_roots(path):
    parts = path.split("/")
    if path.startswith("src/core/"):
        return ("core/",)
    if path.startswith("src/adapters/"):
        return ("core/", f"adapters/{parts[2]}/" if len(parts) > 3 else "adapters/")
    if path.startswith("src/simulator/"):
        return ("core/", "simulator/")
    if path.startswith("src/app/"):
        return ("core/", "adapters/", "simulator/", "ui/", "app/")
    if path.startswith("ui/widgets/"):
        return ("core/", "ui/widgets/")
    if path.startswith("ui/panels/"):
        return ("core/", "ui/widgets/", f"ui/panels/{parts[2]}/" if len(parts) > 3 else "ui/panels/")
    if path.startswith("ui/shell/"):
        return ("core/", "ui/widgets/", "ui/shell/")
    return ("core/", "adapters/", "simulator/", "ui/", "app/", "tests/")


def check_layers(source):
    for number, line in enumerate(source.literal_lines, 1):
        quoted = re.match(r'\s*#\s*include\s*"([^"]+)"', line)
        if quoted:
            name = quoted.group(1)
            if name.startswith(("ui_", "moc_")) or name.endswith(".moc"):
                continue
            if not name.startswith(allowed_roots(source.path)):
                yield number, f'"{name}" is not this layer\'s to include (or not written from the root)'
        elif source.below("src/core/") and re.match(r"\s*#\s*include", line) and FOREIGN_TO_CORE.search(line):
            yield number, "core is QtCore only"


# ---- sizes --------------------------------------------------------------------------------------------------------

def check_file_size(source):
    limit = HEADER_LINES if source.is_header else CPP_LINES
    if os.path.basename(source.path).startswith("MainWindow."):
        limit = MAIN_WINDOW_LINES
    if len(source.lines) > limit:
        yield limit + 1, f"{len(source.lines)} lines; at most {limit}: split by meaning"


CONTAINER = re.compile(r"(?:^|[\s;])(namespace|class|struct|union|enum|extern)\b[^()]*$")


def functions(code):
    """(first offset, last offset) of each function body that stands in namespaces and classes only."""
    stack, head = [], 0
    for offset, character in enumerate(code):
        if character == "{":
            before = code[head:offset]
            inside = any(kind == "function" for kind, _ in stack)
            if not inside and CONTAINER.search(before) and "=" not in before:
                kind = "container"
            elif not inside and "(" in before:
                kind = "function"
            else:
                kind = "block"
            stack.append((kind, offset))
        elif character == "}" and stack:
            kind, start = stack.pop()
            if kind == "function":
                yield start, offset
        if character in "{};":
            head = offset + 1


def check_function_size(source):
    for start, end in functions(source.code):
        length = source.line_at(end) - source.line_at(start) + 1
        if length > FUNCTION_LINES:
            yield source.line_at(start), f"function of {length} lines; at most {FUNCTION_LINES}"


# ---- banned calls -------------------------------------------------------------------------------------------------

class Ban:
    def __init__(self, rule, pattern, reason, allowed=(), folders=("src/", "ui/", "tests/"), literals=False):
        self.rule, self.pattern, self.reason = rule, re.compile(pattern), reason
        self.allowed, self.folders, self.literals = tuple(allowed), tuple(folders), literals

    def check(self, source):
        if not source.below(*self.folders) or source.below(*self.allowed):
            return
        for number, line in enumerate(source.literal_lines if self.literals else source.code_lines, 1):
            if self.pattern.search(line):
                yield number, self.reason


PRODUCT = ("src/", "ui/")
BANS = [
    Ban("event-loop", r"\bQEventLoop\b|\bprocessEvents\b", "no nested event loops; return a future",
        allowed=["tests/support/"]),
    Ban("wait-for", r"\bwaitFor(Connected|Disconnected|Encrypted|BytesWritten|ReadyRead|Started|Finished|NewConnection|Done)\b",
        "no blocking wait; connect to the signal", allowed=["tests/bench/"]),
    Ban("sleep", r"\bQThread::(m|u)?sleep\b|\bqSleep\b|\b(u|nano)sleep\s*\(|\bsleep_(for|until)\b|(?<![\w.>])sleep\s*\(",
        "no sleeping; wait for what you are waiting for"),
    Ban("tls-errors", r"\bignoreSslErrors\b|\bVerifyNone\b|\bQueryPeer\b", "a certificate that does not verify is an error"),
    Ban("insecure-keychain", r"\bsetInsecureFallback\s*\(\s*true", "secrets never go to a file"),
    Ban("shell", r"(?<![\w.>:])(::|std::)?(system|popen)\s*\(|\bstartCommand\b|\"(/bin/)?(ba)?sh\"[^;]*\"-c\"",
        "programs are run by argument vector, never through a shell", folders=PRODUCT, literals=True),
    Ban("wall-clock", r"\bcurrentDateTime(Utc)?\b|\bcurrent(Date|Time)\s*\(|\bcurrent(M)?SecsSinceEpoch\b|\bsystem_clock\b|"
        r"(?<![\w.>:])(::|std::)?time\s*\(\s*(nullptr|NULL|0|&)", "time comes from Clock",
        allowed=["src/core/base/Clock.cpp"], folders=PRODUCT),
    Ban("sql", r"\bQSqlQuery\b|\bQSqlDatabase\b", "Qt's SQL is used in src/adapters/sqlite only",
        allowed=["src/adapters/sqlite/"], folders=PRODUCT),
    Ban("http", r"\bQNetworkAccessManager\b", "HTTP goes through HttpTransport", allowed=["src/adapters/http/"], folders=PRODUCT),
    Ban("open-url", r"\bopenUrl\b", "links are opened by SafeOpen only", allowed=["ui/widgets/SafeOpen"], folders=PRODUCT),
    Ban("rich-text", r"\bset(Html|Markdown)\s*\(|\binsertHtml\b|\bQt::(RichText|AutoText|MarkdownText)\b",
        "text is plain; SafeBrowser shows what must be rich",
        allowed=["ui/widgets/SafeBrowser", "src/adapters/document/"], folders=PRODUCT),
    Ban("string-connect", r"\b(SIGNAL|SLOT)\s*\(", "connect by member pointer"),
    Ban("ui-loader", r"\bQUiLoader\b", "forms are compiled"),
    Ban("sprintf", r"\bv?sn?printf\s*\(", "QString::arg or spdlog"),
    Ban("singleton", r"\bQ_GLOBAL_STATIC\b|\bstatic\s+[\w:<>]+\s*[&*]\s*(instance|self|get)\s*\(\s*\)",
        "the composition root passes references", folders=PRODUCT),
]


# ---- form of the files --------------------------------------------------------------------------------------------

def check_spdx(source):
    if tuple(source.lines[:2]) != SPDX:
        yield 1, "starts with the two SPDX lines"


def check_pragma_once(source):
    if source.is_header and (len(source.lines) < 3 or source.lines[2] != "#pragma once"):
        yield 3, "#pragma once follows the SPDX lines"


def check_class_comment(source):
    if not source.is_header or not source.below("src/", "ui/"):
        return
    for number, line in enumerate(source.code_lines, 1):
        if not re.match(r"class\s+(\[\[\w+\]\]\s*)?\w+[^;]*$", line):
            continue
        above = number - 2
        while above >= 0 and re.match(r"\s*(template\s*<|requires\b)", source.lines[above]):
            above -= 1
        if above < 0 or not source.lines[above].lstrip().startswith(("///", "*/", "//")):
            yield number, "says what it is for (/// above the class)"


def check_plain_label(source):
    if source.below("ui/") and re.search(r"\bnew\s+QLabel\b", source.code) and "Qt::PlainText" not in source.code:
        yield source.line_at(re.search(r"\bnew\s+QLabel\b", source.code).start()), "every QLabel gets Qt::PlainText"


VISIBLE = re.compile(
    r"\b(setText|setWindowTitle|setToolTip|setStatusTip|setPlaceholderText|setAccessibleName|setAccessibleDescription|"
    r"setTitle|addTab|addMenu|showMessage)\s*\(\s*(?:QStringLiteral\(|QLatin1String\(|u)?\"[^\"]*[A-Za-z]{3,}")


def check_translated(source):
    if not source.below("ui/"):
        return
    for number, line in enumerate(source.literal_lines, 1):
        if VISIBLE.search(line):
            yield number, "what a person reads goes through tr()"


def check_translation_context(source):
    # A wrapper that passes its argument on hides the text from lupdate; Q_DECLARE_TR_FUNCTIONS does not.
    if not source.below("src/", "ui/") or "QT_TRANSLATE_NOOP" in source.code:
        return
    for number, line in enumerate(source.literal_lines, 1):
        if re.search(r'\btranslate\(\s*"[^"]*",\s*[a-z_]\w*\s*[,)]', line):
            yield number, "translate() with a variable: use a struct with Q_DECLARE_TR_FUNCTIONS(Context)"


SOURCE_RULES = {
    "layers": check_layers,
    "file-size": check_file_size,
    "function-size": check_function_size,
    "spdx": check_spdx,
    "pragma-once": check_pragma_once,
    "class-comment": check_class_comment,
    "plain-label": check_plain_label,
    "translated": check_translated,
    "translation-context": check_translation_context,
    **{ban.rule: ban.check for ban in BANS},
}

# ---- rules over the whole tree ------------------------------------------------------------------------------------

FORBIDDEN_WORDS = re.compile(
    r"\b(TODO|FIXME|XXX)\b|(?<![\w.:$}])/(work|tmp)/|\b(pypi\.org|files\.pythonhosted\.org|registry\.npmjs\.org|"
    r"crates\.io|proxy\.golang\.org|deb\.debian\.org|docker\.io|conan\.io)\b")
TEXT_SUFFIXES = (".cpp", ".h", ".in", ".txt", ".cmake", ".md", ".py", ".sh", ".yaml", ".yml", ".json", ".ui", ".xml", ".ts",
                 ".desktop", ".service", ".svg", ".mustache", ".qrc", ".1", "dev", "run")


def rule_words(root):
    for path in walk(root, TEXT_SUFFIXES):
        if path == Path(__file__).resolve():
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            found = FORBIDDEN_WORDS.search(line)
            if found:
                yield path.relative_to(root).as_posix(), number, f'"{found.group(0)}" has no place here'


def rule_format(root):
    program = shutil.which("clang-format-14")
    if not program:
        yield ".", 0, "clang-format-14 is not installed"
        return
    files = [str(path) for path in walk(root, (".cpp", ".h"), SOURCE_FOLDERS)]
    if not files:
        return
    result = subprocess.run([program, f"--style=file:{HERE.parents[1] / '.clang-format'}", "--dry-run", "-Werror", *files],
                            capture_output=True, text=True, check=False)
    seen = set()
    for line in result.stderr.splitlines():
        found = re.match(r"(.+?):(\d+):\d+: error: ", line)
        if found and found.group(1) not in seen:
            seen.add(found.group(1))
            yield Path(found.group(1)).relative_to(root).as_posix(), int(found.group(2)), "run clang-format-14 -i"
    if result.returncode != 0 and not seen:
        yield ".clang-format", 1, "clang-format-14 failed: " + result.stderr.strip()[:200]


FOCUSABLE = re.compile(
    r"^(Q(LineEdit|PushButton|ToolButton|ComboBox|FontComboBox|SpinBox|DoubleSpinBox|CheckBox|RadioButton|TableView|"
    r"TableWidget|TreeView|TreeWidget|ListView|ListWidget|TextEdit|PlainTextEdit|TextBrowser|DateTimeEdit|DateEdit|TimeEdit|"
    r"Slider|Dial|TabWidget|KeySequenceEdit))$")
SPEAKS_BY_TEXT = ("QPushButton", "QToolButton", "QCheckBox", "QRadioButton")


def properties(widget):
    return {p.get("name"): "".join(p.itertext()).strip() for p in widget.findall("property") + widget.findall("attribute")}


def ui_files(root):
    for path in walk(root, (".ui",), ("ui",)):
        yield path.relative_to(root).as_posix(), ElementTree.parse(path).getroot()


def rule_tab_order(root):
    for path, form in ui_files(root):
        wanted = {w.get("name") for w in form.iter("widget")
                  if FOCUSABLE.match(w.get("class", "")) and properties(w).get("focusPolicy") != "Qt::NoFocus"}
        listed = [stop.text for stop in form.iter("tabstop")]
        if len(wanted) > 1:
            for name in sorted(wanted - set(listed)):
                yield path, 1, f"{name} is missing from <tabstops>"
        for name in sorted(set(listed) - {w.get("name") for w in form.iter("widget")}):
            yield path, 1, f"<tabstops> names {name}, which does not exist"


def rule_accessible_name(root):
    for path, form in ui_files(root):
        buddies = {properties(w).get("buddy") for w in form.iter("widget") if w.get("class") == "QLabel"}
        for widget in form.iter("widget"):
            kind, given = widget.get("class", ""), properties(widget)
            if not FOCUSABLE.match(kind) or given.get("accessibleName") or widget.get("name") in buddies:
                continue
            if kind in SPEAKS_BY_TEXT and given.get("text"):
                continue
            yield path, 1, f'{widget.get("name")} has neither accessibleName nor a label as buddy'


def rule_label_format(root):
    for path, form in ui_files(root):
        for widget in form.iter("widget"):
            if widget.get("class") == "QLabel" and properties(widget).get("textFormat") != "Qt::PlainText":
                yield path, 1, f'{widget.get("name")} has no textFormat Qt::PlainText'


MIRRORED = {"tests/core": ("src/core",), "tests/adapters": ("src/adapters",), "tests/ui": ("ui", "ui/panels")}


def rule_test_mirror(root):
    for tests, homes in MIRRORED.items():
        if not (root / tests).is_dir():
            continue
        for folder in sorted(p for p in (root / tests).iterdir() if p.is_dir()):
            if folder.name not in SKIPPED_FOLDERS and not any((root / home / folder.name).is_dir() for home in homes):
                yield f"{tests}/{folder.name}", 1, f"mirrors no folder of {' or '.join(homes)}"


TREE_RULES = {"words": rule_words, "format": rule_format, "tab-order": rule_tab_order,
              "accessible-name": rule_accessible_name, "label-format": rule_label_format, "test-mirror": rule_test_mirror}


def violations(root):
    for path in walk(root, (".cpp", ".h"), SOURCE_FOLDERS):
        source = Source(root, path)
        for rule, check in SOURCE_RULES.items():
            for line, text in check(source) or ():
                yield rule, source.path, line, text
    for rule, check in TREE_RULES.items():
        for path, line, text in check(root):
            yield rule, path, line, text


def check_canaries():
    failed = False
    rules = {*SOURCE_RULES, *TREE_RULES}
    folders = {folder.name for folder in (HERE / "canaries").iterdir()}
    for name in sorted(rules ^ folders):
        print(f"canaries/{name}: " + ("no such rule" if name in folders else "the rule has no canary"))
        failed = True
    for name in sorted(rules & folders):
        tripped = {rule for rule, *_ in violations(HERE / "canaries" / name)}
        if tripped != {name}:
            print(f"canaries/{name}: trips {', '.join(sorted(tripped)) or 'nothing'}; should trip {name} alone")
            failed = True
    print(f"lint: {len(rules)} rules, " + ("canaries failed" if failed else "each caught its canary"))
    return 1 if failed else 0


def main(arguments):
    if arguments == ["--canaries"]:
        return check_canaries()
    root = Path(arguments[0]).resolve() if arguments else HERE.parents[1]
    found = sorted(violations(root), key=lambda v: (v[1], v[2], v[0]))
    for rule, path, line, text in found:
        print(f"{path}:{line}: [{rule}] {text}")
    print(f"lint: {len(found)} violation(s)")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
