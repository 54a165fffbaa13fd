// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "ui/widgets/ThemeColours.h"

namespace cockpit {

namespace {

struct Shade {
    QRgb dark;
    QRgb light;
};

Shade shadeOf(Tone tone)
{
    switch (tone) {
    case Tone::Background: return {0xff0f1317, 0xffe9edf1};
    case Tone::Dock: return {0xff161c22, 0xffffffff};
    case Tone::Raised: return {0xff1e262e, 0xfff4f6f8};
    case Tone::Line: return {0xff2a343e, 0xffd2d9e0};
    case Tone::Text: return {0xffe7ecf1, 0xff17212b};
    case Tone::Muted: return {0xff9aa8b6, 0xff4f5d6a};
    case Tone::Dim: return {0xff8795a2, 0xff5c6975};
    case Tone::Focus: return {0xff4da3ff, 0xff1463bd};
    case Tone::FocusSurface: return {0xff13263a, 0xffe4effb};
    case Tone::Severity1: return {0xffff6a62, 0xffbc1d17};
    case Tone::Severity2: return {0xffff9d42, 0xff9a4a00};
    case Tone::Severity3: return {0xfff0cd52, 0xff755a00};
    case Tone::Severity4: return {0xff6fb0ff, 0xff1b5cad};
    case Tone::Severity1Surface: return {0xff3a1715, 0xfffde9e7};
    case Tone::Severity2Surface: return {0xff33260f, 0xfffdf0df};
    case Tone::Good: return {0xff45c486, 0xff106b40};
    case Tone::Unknown: return {0xffac95ff, 0xff5f3dc9};
    case Tone::Stale: return {0xff8f9ba6, 0xff54616d};
    case Tone::Production: return {0xffc8372f, 0xffbf2c25};
    case Tone::Staging: return {0xff94600f, 0xff8f5b0c};
    case Tone::Demo: return {0xff1a7878, 0xff177171};
    case Tone::CodeSurface: return {0xff10161b, 0xffeef1f4};
    case Tone::Selection: return {0xff1b2a39, 0xffdfebf8};
    case Tone::Question: return {0xffffe9a3, 0xff5f4700};
    case Tone::QuestionSurface: return {0xff332c10, 0xfffff2c2};
    case Tone::Primary: return {0xff1d5fa8, 0xff1661b8};
    case Tone::DangerFill: return {0xff9c2b24, 0xffb8271f};
    case Tone::OnFill: return {0xffffffff, 0xffffffff};
    case Tone::Hover: return {0xff25303a, 0xffe8eef4};
    }
    Q_UNREACHABLE();
}

}  // namespace

QColor toneColour(Tone tone, bool dark)
{
    const Shade shade = shadeOf(tone);
    return QColor::fromRgba(dark ? shade.dark : shade.light);
}

}  // namespace cockpit
