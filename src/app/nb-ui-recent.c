/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-recent.h"

#define KEY    "recent-reports"
#define LENGTH 10

char **
nb_ui_recent_list (GSettings *settings)
{
  return g_settings_get_strv (settings, KEY);
}

/* The list with @first (or NULL) in front and without @gone elsewhere. */
static void
rebuild (GSettings *settings, const char *first, const char *gone)
{
  g_auto (GStrv) old = nb_ui_recent_list (settings);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  if (first != NULL)
    g_ptr_array_add (paths, (gpointer) first);
  for (guint i = 0; old[i] != NULL && paths->len < LENGTH; i++)
    if (!g_str_equal (old[i], gone))
      g_ptr_array_add (paths, old[i]);
  g_ptr_array_add (paths, NULL);
  g_settings_set_strv (settings, KEY, (const char *const *) paths->pdata);
}

void
nb_ui_recent_add (GSettings *settings, const char *path)
{
  /* Settings hold UTF-8 only; a name in another encoding is not remembered. */
  if (g_utf8_validate (path, -1, NULL))
    rebuild (settings, path, path);
}

void
nb_ui_recent_remove (GSettings *settings, const char *path)
{
  rebuild (settings, NULL, path);
}
