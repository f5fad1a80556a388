/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How soon the editor's first frame is there and what memory it holds at rest, beside GNOME Text Editor
 * and a bare GTK window.
 *
 * usage: bench-window FIRST_FRAME.so NIANBAO BARE_WINDOW [--quick]      (inside tests/app/headless.sh) */

#include "bench.h"

#include <glib/gstdio.h>

#define ROUNDS       9
#define QUICK_ROUNDS 1
#define TEXT_EDITOR  "gnome-text-editor"

typedef struct
{
  const char *hook;
  const char *program;
  char *out;
  double memory; /* KiB, the least of all rounds */
} Side;

/* Starts the program, waits until it is at rest and has ended; the seconds to its first frame. */
static double
run_side (void *data)
{
  Side *side = data;
  char *argv[] = { (char *) side->program, NULL };
  g_auto (GStrv) environment = g_get_environ ();
  g_autofree char *name = g_path_get_basename (side->program);
  g_autofree char *start = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  char *end;
  double milliseconds, memory;

  /* A warning of theirs is not our concern. */
  environment = g_environ_unsetenv (environment, "G_DEBUG");
  environment = g_environ_setenv (environment, "LD_PRELOAD", side->hook, TRUE);
  environment = g_environ_setenv (environment, "FIRST_FRAME_OF", name, TRUE);
  environment = g_environ_setenv (environment, "FIRST_FRAME_OUT", side->out, TRUE);
  g_unlink (side->out);
  start = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  environment = g_environ_setenv (environment, "FIRST_FRAME_START", start, TRUE);
  if (!g_spawn_sync (NULL, argv, environment,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                     NULL, NULL, NULL, NULL, NULL, &error)
      || !g_file_get_contents (side->out, &content, NULL, &error))
    g_error ("%s showed no window: %s", name, error->message);
  milliseconds = g_ascii_strtod (content, &end);
  memory = g_ascii_strtod (end, NULL);
  if (side->memory == 0 || memory < side->memory)
    side->memory = memory;
  return milliseconds / 1000.0;
}

static Side
make_side (const char *hook, const char *program)
{
  int descriptor;
  Side side = { .hook = hook, .program = program };

  descriptor = g_file_open_tmp ("first-frame-XXXXXX", &side.out, NULL);
  g_close (descriptor, NULL);
  return side;
}

int
main (int argc, char *argv[])
{
  Bench *bench = bench_new (&argc, &argv);
  g_autofree char *peer = g_find_program_in_path (TEXT_EDITOR);
  Side ours, bare, theirs = { 0 };

  if (argc != 4)
    g_error ("usage: bench-window FIRST_FRAME.so NIANBAO BARE_WINDOW [--quick]");
  ours = make_side (argv[1], argv[2]);
  bare = make_side (argv[1], argv[3]);
  bench_begin (bench, "first frame");
  bench_add_timed (bench, "nianbao", 1, run_side, &ours);
  bench_add_timed (bench, "bare window", 1, run_side, &bare);
  if (peer != NULL)
    {
      theirs = make_side (argv[1], TEXT_EDITOR);
      bench_add_timed (bench, TEXT_EDITOR, 1, run_side, &theirs);
    }
  bench_run (bench, bench_is_quick (bench) ? QUICK_ROUNDS : ROUNDS);
  bench_compare_wall (bench, "nianbao", "bare window", 1.4);
  if (peer != NULL)
    {
      bench_compare_wall (bench, "nianbao", TEXT_EDITOR, 0.6);
      bench_judge (bench, "memory at rest, of " TEXT_EDITOR, ours.memory, theirs.memory, 1.0);
    }
  else
    bench_skip ("first frame and memory beside " TEXT_EDITOR, "it is not installed");
  bench_judge (bench, "memory at rest, of a bare window", ours.memory, bare.memory, 0);
  g_unlink (ours.out);
  g_unlink (bare.out);
  if (theirs.out != NULL)
    g_unlink (theirs.out);
  return bench_finish (bench);
}
