// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#pragma once

#include "core/playbook/Playbook.h"
#include "core/playbook/PlaybookProblem.h"
#include "core/playbook/Vocabulary.h"

namespace cockpit {

/// A playbook, or why it is none. Exactly one of the two is there.
struct PlaybookLoad {
    PlaybookPointer playbook;    ///< null when there are problems
    PlaybookProblems problems;   ///< in the order of the files and lines
    PlaybookProblems notices{};  ///< what was repaired while reading; no obstacle
    bool ok() const { return playbook != nullptr; }
};

/// Reads a playbook strictly: whatever it does not understand is a problem with its place, never ignored. Reads files
/// of the playbook's folder only and runs nothing. Thread: any; `vocabulary` must outlive it.
class PlaybookLoader
{
public:
    explicit PlaybookLoader(const Vocabulary& vocabulary);

    /// `path`: the folder of a playbook (holding playbook.yaml), its YAML file, or one of its runbooks/<id>.yaml (then
    /// the playbook it belongs to is read). On disk or among the program's resources (":/…").
    PlaybookLoad load(const QString& path) const;

private:
    const Vocabulary& m_vocabulary;
};

}  // namespace cockpit
