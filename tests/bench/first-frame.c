/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Preloaded into a GTK program, ours or not: when the first frame of a window is painted it writes to the
 * file FIRST_FRAME_OUT how many milliseconds passed since FIRST_FRAME_START (CLOCK_MONOTONIC, in
 * microseconds); once the program is at rest, what memory is its own, in KiB, and ends it. FIRST_FRAME_OF
 * is the end of the program's path: what it starts in turn is left alone. */

#include <gtk/gtk.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* At rest: so long after the last frame. */
#define REST_MS 1500

static guint rest_source;
static double first_frame;

/* The proportional part of what is shared, and all that is not: what the program costs the machine. */
static long
read_memory (void)
{
  FILE *file = fopen ("/proc/self/smaps_rollup", "r");
  char line[256];
  long pss = 0;

  while (file != NULL && fgets (line, sizeof line, file) != NULL)
    if (sscanf (line, "Pss: %ld", &pss) == 1)
      break;
  if (file != NULL)
    fclose (file);
  return pss;
}

static gboolean
report (void *data)
{
  FILE *file = fopen (g_getenv ("FIRST_FRAME_OUT"), "w");

  if (file != NULL)
    {
      fprintf (file, "%.3f %ld\n", first_frame, read_memory ());
      fclose (file);
    }
  _exit (0);
}

static gboolean
note_painted (GSignalInvocationHint *hint, guint n, const GValue *values, void *data)
{
  if (first_frame == 0)
    first_frame = (double) (g_get_monotonic_time ()
                            - g_ascii_strtoll (g_getenv ("FIRST_FRAME_START"), NULL, 10))
                  / 1000.0;
  g_clear_handle_id (&rest_source, g_source_remove);
  rest_source = g_timeout_add (REST_MS, report, NULL);
  return TRUE;
}

__attribute__ ((constructor)) static void
watch (void)
{
  const char *wanted = getenv ("FIRST_FRAME_OF");
  char path[4096] = "";
  GType clock;

  if (wanted == NULL || readlink ("/proc/self/exe", path, sizeof path - 1) < 0
      || strlen (path) < strlen (wanted)
      || strcmp (path + strlen (path) - strlen (wanted), wanted) != 0)
    return;
  unsetenv ("LD_PRELOAD");
  clock = gdk_frame_clock_get_type ();
  g_type_class_ref (clock);
  g_signal_add_emission_hook (g_signal_lookup ("after-paint", clock), 0, note_painted, NULL, NULL);
}
