// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Incident Cockpit authors
#include "adapters/postgres/SqlFunctions.h"

#include <algorithm>
#include <iterator>

namespace cockpit::adapters::postgres {

namespace {

struct Known {
    const char* name;
    Danger danger;
    bool stays;
};

constexpr Known families[] = {
    {"pg_advisory_", Danger::Write, false},
    {"pg_try_advisory_", Danger::Write, false},
    {"pg_stat_reset", Danger::Destructive, true},
    {"pg_stat_statements_reset", Danger::Destructive, true},
    {"pg_file_", Danger::Destructive, true},
    {"pg_read_", Danger::Write, false},
    {"pg_ls_", Danger::Write, false},
    {"pg_logical_", Danger::Write, true},
    {"pg_replication_", Danger::Destructive, true},
    {"pg_create_", Danger::Write, true},
    {"pg_copy_", Danger::Write, true},
    {"pg_wal_replay_", Danger::Write, true},
    {"pg_backup_", Danger::Write, true},
    {"pg_sync_replication_", Danger::Write, true},
    {"binary_upgrade_", Danger::Destructive, true},
    {"dblink", Danger::Destructive, true},
    {"query_to_xml", Danger::Destructive, true},
    {"cursor_to_xml", Danger::Destructive, true},
    {"table_to_xml", Danger::Destructive, true},
    {"schema_to_xml", Danger::Destructive, true},
    {"database_to_xml", Danger::Destructive, true},
    {"crosstab", Danger::Destructive, true},
    {"lo_", Danger::Write, false},
    {"brin_summarize_", Danger::Write, true},
    {"postgres_fdw_disconnect", Danger::Write, true},
};

constexpr Known single[] = {
    {"pg_terminate_backend", Danger::Destructive, true},
    {"pg_cancel_backend", Danger::Write, true},
    {"pg_reload_conf", Danger::Write, true},
    {"pg_rotate_logfile", Danger::Write, true},
    {"pg_log_backend_memory_contexts", Danger::Write, true},
    {"pg_promote", Danger::Destructive, true},
    {"pg_switch_wal", Danger::Write, true},
    {"pg_switch_xlog", Danger::Write, true},
    {"pg_start_backup", Danger::Write, true},
    {"pg_stop_backup", Danger::Write, true},
    {"pg_export_snapshot", Danger::Write, false},
    {"pg_drop_replication_slot", Danger::Destructive, true},
    {"pg_import_system_collations", Danger::Destructive, false},
    {"pg_truncate_visibility_map", Danger::Write, true},
    {"pg_nextoid", Danger::Write, true},
    {"pg_notify", Danger::Write, false},
    {"pg_stat_file", Danger::Write, false},
    {"set_config", Danger::Write, false},
    {"setval", Danger::Write, true},
    {"nextval", Danger::Write, true},
    {"lo_export", Danger::Write, true},
    {"lo_unlink", Danger::Destructive, false},
    {"loread", Danger::Write, false},
    {"lowrite", Danger::Write, false},
    {"brin_desummarize_range", Danger::Write, true},
    {"gin_clean_pending_list", Danger::Write, true},
    {"ts_stat", Danger::Destructive, true},
    {"ts_rewrite", Danger::Destructive, true},
    {"connectby", Danger::Destructive, true},
    {"xpath_table", Danger::Destructive, true},
};

}  // namespace

FunctionEffect effectOf(const QString& function)
{
    const auto one = std::find_if(std::begin(single), std::end(single),
                                  [&](const Known& known) { return function == QLatin1String(known.name); });
    if (one != std::end(single))
        return {one->danger, one->stays};
    const auto family = std::find_if(std::begin(families), std::end(families), [&](const Known& known) {
        return function.startsWith(QLatin1String(known.name));
    });
    if (family != std::end(families))
        return {family->danger, family->stays};
    return {};
}

}  // namespace cockpit::adapters::postgres
