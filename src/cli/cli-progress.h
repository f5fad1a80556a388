/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli.h"

G_BEGIN_DECLS

/* "12 of 300" on standard error while a batch takes longer than half a second; nothing where that is no
 * terminal, or with --plain. */
typedef struct
{
  gboolean wanted;
  gboolean shown;
  gint64 begun; /* monotonic, µs */
  guint total;
} CliProgress;

void cli_progress_begin (CliProgress *progress, const Cli *cli, guint total);
/* @done files are answered. */
void cli_progress_step (CliProgress *progress, guint done);
/* Takes the line away, so that what is written next does not run into it. */
void cli_progress_clear (CliProgress *progress);

G_END_DECLS
