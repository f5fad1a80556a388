/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli.h"

G_BEGIN_DECLS

/* What "verify" says of the pages of a PDF, as lines for people, as records (--plain) and as JSON. */
void cli_paper_append_lines (const Cli *cli,
                             const char *path,
                             const NbPaperVerdict *paper,
                             GString *text);
void cli_paper_append_records (const char *path, const NbPaperVerdict *paper, GString *text);
void cli_paper_write_json (NbJson *json, const NbPaperVerdict *paper);

G_END_DECLS
