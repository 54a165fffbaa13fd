// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors

#ifndef CANARY_H
#define CANARY_H
#endif
