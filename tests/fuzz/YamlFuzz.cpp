// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/playbook/YamlFile.h"
#include "tests/fuzz/Require.h"

using namespace cockpit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    PlaybookProblems problems;
    const auto file = YamlFile::parse(QStringLiteral("fuzz.yaml"), bytes, problems);
    require((file == nullptr) == !problems.isEmpty(), "a file is read, or what is wrong with it is said");
    return 0;
}
