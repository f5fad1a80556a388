/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a key costs the editor's page, and GNOME Text Editor, with the same text: real keys, the processor time of the
 * whole process.
 *
 * usage: bench-beside NIANBAO NIANBAO_CLI      (inside tests/app/headless.sh and session.sh) */

#include "bench.h"
#include "bench-text.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define SIZE        (100 * 1024)
#define KEYS        60
#define ROUNDS      3
#define TEXT_EDITOR "gnome-text-editor"
#define FIELD       "activities"
#define TYPED       "abcdefghij"

typedef struct
{
  const char *program;
  const char *file;
  const char *keys; /* that lead to the text, divided by spaces */
} Side;

static void
sleep_for (double seconds)
{
  g_usleep ((gulong) (seconds * G_USEC_PER_SEC));
}

static void
press (const char *key)
{
  const char *const argv[] = { "xdotool", "key", "--clearmodifiers", key, NULL };

  bench_spawn (argv);
}

/* User and system time of the process, in seconds. */
static double
get_cpu (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", (int) pid);
  g_autofree char *content = NULL;
  g_auto (GStrv) words = NULL;

  if (!g_file_get_contents (path, &content, NULL, NULL))
    g_error ("the program ended");
  /* Behind the name in brackets: state is word 0, utime and stime are 11 and 12. */
  words = g_strsplit (strrchr (content, ')') + 2, " ", 15);
  return (double) (g_ascii_strtoull (words[11], NULL, 10) + g_ascii_strtoull (words[12], NULL, 10))
         / (double) sysconf (_SC_CLK_TCK);
}

/* Waits until the program does nothing. */
static void
wait_for_rest (GPid pid)
{
  double before = -1;

  for (guint i = 0; i < 60; i++)
    {
      double now = get_cpu (pid);

      if (now == before)
        return;
      before = now;
      sleep_for (1);
    }
}

/* The keys went where they should: what was typed is in the file that was saved. */
static void
assert_typed (const char *path)
{
  g_autofree char *content = NULL;

  if (!g_file_get_contents (path, &content, NULL, NULL) || strstr (content, TYPED) == NULL)
    g_error ("what was typed is not in %s", path);
}

/* The processor time of one key. */
static double
run_side (void *data)
{
  Side *side = data;
  char *argv[] = { (char *) side->program, (char *) side->file, NULL };
  const char *const type[] = { "xdotool", "type", "--delay", "80", TYPED, NULL };
  g_auto (GStrv) keys = g_strsplit (side->keys, " ", -1);
  g_auto (GStrv) environment = g_environ_unsetenv (g_get_environ (), "G_DEBUG");
  g_autoptr (GError) error = NULL;
  double cost;
  GPid pid;

  if (!g_spawn_async (NULL, argv, environment,
                      G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL
                          | G_SPAWN_STDERR_TO_DEV_NULL,
                      NULL, NULL, &pid, &error))
    g_error ("%s: %s", side->program, error->message);
  sleep_for (2);
  wait_for_rest (pid);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      press (keys[i]);
      sleep_for (0.5);
    }
  wait_for_rest (pid);
  cost = get_cpu (pid);
  for (guint i = 0; i < KEYS / 10; i++)
    bench_spawn (type);
  sleep_for (1);
  cost = get_cpu (pid) - cost;
  press ("ctrl+s");
  sleep_for (3);
  assert_typed (side->file);
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  g_spawn_close_pid (pid);
  return cost / KEYS;
}

static char *
make_report (const char *cli, const char *folder, const char *text)
{
  char *report = g_build_filename (folder, "report.xml", NULL);
  g_autofree char *value = g_strdup_printf (FIELD "=@%s", text);
  const char *const begin[] = { cli, "new", "--year", "2022", "-o", report, NULL };
  const char *const fill[] = { cli, "set", report, value, NULL };

  bench_spawn (begin);
  bench_spawn (fill);
  return report;
}

int
main (int argc, char *argv[])
{
  Bench *bench = bench_new (&argc, &argv);
  g_autofree char *folder = g_dir_make_tmp ("beside-XXXXXX", NULL);
  g_autofree char *text_path = g_build_filename (folder, "text.txt", NULL);
  g_autofree char *text = bench_make_narrative (SIZE);
  g_autofree char *peer = g_find_program_in_path (TEXT_EDITOR);
  g_autofree char *xdotool = g_find_program_in_path ("xdotool");
  g_autofree char *report = NULL;
  Side ours, theirs;

  if (argc != 3)
    g_error ("usage: bench-beside NIANBAO NIANBAO_CLI [--quick]");
  g_file_set_contents (text_path, text, -1, NULL);
  if (xdotool == NULL || peer == NULL)
    {
      bench_skip ("a key beside " TEXT_EDITOR, "it or xdotool is not installed");
      return bench_finish (bench);
    }
  report = make_report (argv[2], folder, text_path);
  ours = (Side){ argv[1], report, "ctrl+6 ctrl+e ctrl+Home" };
  theirs = (Side){ TEXT_EDITOR, text_path, "ctrl+Home" };
  bench_begin (bench, "A key in 100 KB, processor time of the process");
  bench_add_timed (bench, "nianbao", 1, run_side, &ours);
  bench_add_timed (bench, TEXT_EDITOR, 1, run_side, &theirs);
  bench_run (bench, bench_is_quick (bench) ? 1 : ROUNDS);
  bench_compare_wall (bench, "nianbao", TEXT_EDITOR, 1.5);
  g_unlink (report);
  g_unlink (text_path);
  g_rmdir (folder);
  return bench_finish (bench);
}
