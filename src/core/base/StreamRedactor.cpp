// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/base/StreamRedactor.h"

#include <algorithm>

namespace cockpit {

namespace {

const QByteArray mask = QByteArrayLiteral("\u2022\u2022\u2022");
constexpr qsizetype context = 2 * secretContext;
constexpr qsizetype longestKeyLine = 4 * 1024;

/// A line of a private key: base64, or a header like "DEK-Info: …". A prefix as tools put before each line counts as
/// part of it.
bool isKeyLine(QByteArrayView line)
{
    constexpr qsizetype shortestBase64 = 20;
    const QByteArrayView trimmed = line.trimmed();
    if (trimmed.isEmpty() || trimmed.startsWith("Proc-Type:") || trimmed.startsWith("DEK-Info:"))
        return true;
    const QByteArrayView word = trimmed.sliced(trimmed.lastIndexOf(' ') + 1);
    const bool alone = word.size() == trimmed.size();
    return (alone || word.size() >= shortestBase64 || word.endsWith('=')) &&
           std::all_of(word.begin(), word.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
                      c == '/' || c == '=' || c == '\\' || c == '"' || c == ',';
           });
}

}  // namespace

StreamRedactor::StreamRedactor(const Redactor& redactor)
    : m_redactor(redactor)
    , m_needles(redactor.needles())
{
}

QByteArray StreamRedactor::feed(const QByteArray& piece)
{
    m_needles = m_redactor.needles();
    m_text += piece;
    return run(false);
}

QByteArray StreamRedactor::finish()
{
    const QByteArray rest = run(true);
    m_text.clear();
    m_judged = 0;
    m_masking = Masking::Nothing;
    return rest;
}

SecretHit StreamRedactor::look(qsizetype at, bool last) const
{
    const QByteArrayView text(m_text);
    if (m_needles->mayStart(text, at)) {
        const SecretNeedles::Hit known = m_needles->at(text, at, last);
        if (known.open || known.end > 0)
            return {at, known.end, SecretHit::Extent::Span, known.open};
    }
    return mayBeSecretAt(text[at]) ? secretAt(text, at, last) : SecretHit{};
}

qsizetype StreamRedactor::extended(const SecretHit& hit, bool last) const
{
    qsizetype end = hit.end;
    for (qsizetype i = hit.begin; i < end; ++i) {
        if (!m_needles->mayStart(m_text, i))
            continue;
        const SecretNeedles::Hit known = m_needles->at(m_text, i, last);
        if (known.open)
            return -1;
        end = std::max(end, known.end);
    }
    return end;
}

qsizetype StreamRedactor::skip(qsizetype from, bool last)
{
    const QByteArrayView text(m_text);
    while (from < text.size()) {
        const qsizetype newline = text.indexOf('\n', from);
        const qsizetype end = newline < 0 ? text.size() : newline;
        if (m_masking == Masking::Line) {
            if (newline >= 0)
                m_masking = Masking::Nothing;
            return end;
        }
        const qsizetype close = text.sliced(from, end - from).indexOf("-----END");
        if (close >= 0) {
            const qsizetype dashes = text.sliced(from + close + 8, end - from - close - 8).indexOf("-----");
            if (dashes >= 0 || newline >= 0 || last || end - from > longestKeyLine) {
                m_masking = Masking::Nothing;
                return dashes >= 0 ? from + close + 8 + dashes + 5 : end;
            }
            return from;
        }
        if (newline < 0 && !last && end - from < longestKeyLine)
            return from;
        if (!isKeyLine(text.sliced(from, end - from))) {
            m_masking = Masking::Nothing;
            return from;
        }
        from = newline < 0 ? end : end + 1;
    }
    return from;
}

QByteArray StreamRedactor::run(bool last)
{
    QByteArray out;
    out.reserve(m_text.size() - m_judged);
    const qsizetype size = m_text.size();
    qsizetype i = m_judged;
    qsizetype given = i;
    while (i < size) {
        if (m_masking != Masking::Nothing) {
            const qsizetype next = skip(i, last);
            const bool waits = next == i && m_masking != Masking::Nothing;
            i = given = next;
            if (waits)
                break;
            continue;
        }
        if (!mayBeSecretAt(m_text[i]) && !m_needles->mayStart(m_text, i)) {
            ++i;
            continue;
        }
        SecretHit hit = look(i, last);
        const qsizetype end = hit.open || hit.end == 0 ? hit.end : extended(hit, last);
        if (hit.open || end < 0) {
            if (size - i <= mostHeld)
                break;
            hit = {i, i + 1, SecretHit::Extent::RestOfLine, false};
        }
        if (hit.end == 0) {
            ++i;
            continue;
        }
        out.append(m_text.constData() + given, hit.begin - given).append(mask);
        if (hit.extent == SecretHit::Extent::KeyBlock)
            m_masking = Masking::Key;
        else if (hit.extent == SecretHit::Extent::RestOfLine)
            m_masking = Masking::Line;
        i = given = m_masking == Masking::Nothing ? end : hit.end;
    }
    out.append(m_text.constData() + given, i - given);
    const qsizetype dropped = std::max<qsizetype>(0, i - context);
    m_text.remove(0, dropped);
    m_judged = i - dropped;
    return out;
}

}  // namespace cockpit
