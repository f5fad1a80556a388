/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How soon the editor's first frame is there and what memory it holds at rest, beside GNOME Text Editor
 * and a bare GTK window; then the same with a report shown, beside Text Editor with the report's file.
 *
 * usage: bench-window FIRST_FRAME.so NIANBAO BARE_WINDOW REPORT.xml [--quick]
 * (inside tests/app/headless.sh, in a home of its own) */

#include "bench.h"

#include <glib/gstdio.h>

#define ROUNDS       9
#define QUICK_ROUNDS 1
#define TEXT_EDITOR  "gnome-text-editor"

typedef struct
{
  const char *hook;
  const char *program;
  const char *file;  /* to be opened, or NULL */
  const char *shows; /* the type of widget that shows it, or NULL */
  char *out;
  double memory; /* KiB, the least of all rounds */
} Side;

/* Starts the program, waits until it is at rest and has ended; the seconds to its first frame. */
static double
run_side (void *data)
{
  Side *side = data;
  char *argv[] = { (char *) side->program, (char *) side->file, NULL };
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
  if (side->shows != NULL)
    environment = g_environ_setenv (environment, "FIRST_FRAME_SHOWS", side->shows, TRUE);
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
make_side (const char *hook, const char *program, const char *file, const char *shows)
{
  int descriptor;
  Side side = { .hook = hook, .program = program, .file = file, .shows = shows };

  descriptor = g_file_open_tmp ("first-frame-XXXXXX", &side.out, NULL);
  g_close (descriptor, NULL);
  return side;
}

static void
free_side (Side *side)
{
  g_unlink (side->out);
  g_free (side->out);
}

/* A cursor that blinks paints for ten seconds before a program is at rest. */
static void
still_cursor (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "gtk-4.0", NULL);
  g_autofree char *path = g_build_filename (folder, "settings.ini", NULL);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents (path, "[Settings]\ngtk-cursor-blink=0\n", -1, &error))
    g_error ("%s", error->message);
}

static void
judge_peer (Bench *bench, const Side *ours, const Side *theirs, double goal)
{
  bench_compare_wall (bench, "nianbao", TEXT_EDITOR, goal);
  bench_judge (bench, "memory at rest, of " TEXT_EDITOR, ours->memory, theirs->memory, 1.0);
}

static void
measure_empty (Bench *bench, guint rounds, char **argv, gboolean has_peer)
{
  Side ours = make_side (argv[1], argv[2], NULL, NULL);
  Side bare = make_side (argv[1], argv[3], NULL, NULL);
  Side theirs = make_side (argv[1], TEXT_EDITOR, NULL, NULL);

  bench_begin (bench, "First frame");
  bench_add_timed (bench, "nianbao", 1, run_side, &ours);
  bench_add_timed (bench, "bare window", 1, run_side, &bare);
  if (has_peer)
    bench_add_timed (bench, TEXT_EDITOR, 1, run_side, &theirs);
  bench_run (bench, rounds);
  bench_compare_wall (bench, "nianbao", "bare window", 1.4);
  bench_judge (bench, "memory at rest, of a bare window", ours.memory, bare.memory, 0);
  if (has_peer)
    judge_peer (bench, &ours, &theirs, 0.6);
  free_side (&ours);
  free_side (&bare);
  free_side (&theirs);
}

static void
measure_report (Bench *bench, guint rounds, char **argv)
{
  Side ours = make_side (argv[1], argv[2], argv[4], "NbUiFormView");
  Side theirs = make_side (argv[1], TEXT_EDITOR, argv[4], "EditorSourceView");

  bench_begin (bench, "First frame with a report");
  bench_add_timed (bench, "nianbao", 1, run_side, &ours);
  bench_add_timed (bench, TEXT_EDITOR, 1, run_side, &theirs);
  bench_run (bench, rounds);
  /* It is parsed and a form is made of it, where the other one shows text as it stands; from 0.58 to 0.62 here. */
  judge_peer (bench, &ours, &theirs, 0.65);
  free_side (&ours);
  free_side (&theirs);
}

int
main (int argc, char *argv[])
{
  Bench *bench = bench_new (&argc, &argv);
  guint rounds = bench_is_quick (bench) ? QUICK_ROUNDS : ROUNDS;
  g_autofree char *peer = g_find_program_in_path (TEXT_EDITOR);

  if (argc != 5)
    g_error ("usage: bench-window FIRST_FRAME.so NIANBAO BARE_WINDOW REPORT.xml [--quick]");
  still_cursor ();
  measure_empty (bench, rounds, argv, peer != NULL);
  if (peer != NULL)
    measure_report (bench, rounds, argv);
  else
    bench_skip ("first frame and memory beside " TEXT_EDITOR, "it is not installed");
  return bench_finish (bench);
}
