/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli.h"

G_BEGIN_DECLS

/* How findings are written: the object of formats.md; for --plain a record each (file, severity, rule,
 * field, start, end, message, answer); else a line each and one with their count. */
void cli_finding_write_json (NbJson *json, const NbReportData *data, NbFinding *finding);
void cli_findings_append_records (GString *text,
                                  const char *path,
                                  const NbReportData *data,
                                  NbFindingList *findings);
void cli_findings_append_lines (const Cli *cli,
                                GString *text,
                                const char *path,
                                const NbReportData *data,
                                NbFindingList *findings);

G_END_DECLS
