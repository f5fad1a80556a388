/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-progress.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

void
cli_progress_begin (CliProgress *progress, const Cli *cli, guint total)
{
  *progress = (CliProgress){
    .wanted = total > 1 && !cli->plain && isatty (STDERR_FILENO),
    .begun = g_get_monotonic_time (),
    .total = total,
  };
}

void
cli_progress_step (CliProgress *progress, guint done)
{
  if (!progress->wanted || g_get_monotonic_time () - progress->begun < G_USEC_PER_SEC / 2)
    return;
  /* Translators: how far a batch of files has come. */
  g_printerr (_ ("%u of %u"), done, progress->total);
  g_printerr ("\r");
  progress->shown = TRUE;
}

void
cli_progress_clear (CliProgress *progress)
{
  if (progress->shown)
    g_printerr ("\033[K");
  progress->shown = FALSE;
}
