// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "core/base/Secret.h"

#include <cstring>

namespace cockpit {

Secret::~Secret()
{
    if (m_value.isEmpty() || !m_value.isDetached())
        return;
    explicit_bzero(m_value.data(), static_cast<size_t>(m_value.size()));
}

}  // namespace cockpit
