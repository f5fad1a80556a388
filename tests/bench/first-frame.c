/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Preloaded into a GTK program, ours or not: when the first frame of a window is painted it writes to the
 * file FIRST_FRAME_OUT how many milliseconds passed since FIRST_FRAME_START (CLOCK_MONOTONIC, in
 * microseconds); once the program is at rest, what memory is its own, in KiB, and ends it. FIRST_FRAME_OF
 * is the end of the program's path: what it starts in turn is left alone. FIRST_FRAME_SHOWS: the name of a
 * type of widget; frames are counted from the one on that shows such a widget. */

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
shows (GtkWidget *widget, const char *type)
{
  GtkWidget *child;

  if (!gtk_widget_get_mapped (widget) || gtk_widget_get_height (widget) == 0)
    return FALSE;
  if (type == NULL || g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    return TRUE;
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows (child, type))
      return TRUE;
  return FALSE;
}

static gboolean
is_shown (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  gboolean found = FALSE;

  for (guint i = 0; !found && i < g_list_model_get_n_items (windows); i++)
    {
      GtkWidget *window = g_list_model_get_item (windows, i);

      found = shows (window, g_getenv ("FIRST_FRAME_SHOWS"));
      g_object_unref (window);
    }
  return found;
}

static gboolean
note_painted (GSignalInvocationHint *hint, guint n, const GValue *values, void *data)
{
  if (first_frame == 0 && !is_shown ())
    return TRUE;
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
