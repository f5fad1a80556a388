/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-recent.h"

#define KEY    "recent-reports"
#define PLACES "recent-places"
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

char *
nb_ui_recent_dup_place (GSettings *settings, const char *path)
{
  g_autoptr (GVariant) places = g_settings_get_value (settings, PLACES);
  const char *field;

  return g_variant_lookup (places, path, "&s", &field) ? g_strdup (field) : NULL;
}

/* Places are remembered as long as their reports are. */
void
nb_ui_recent_set_place (GSettings *settings, const char *path, const char *field)
{
  g_auto (GStrv) recent = nb_ui_recent_list (settings);
  GVariantDict places;

  g_variant_dict_init (&places, NULL);
  for (guint i = 0; recent[i] != NULL; i++)
    {
      g_autofree char *place = g_str_equal (recent[i], path)
                                   ? g_strdup (field)
                                   : nb_ui_recent_dup_place (settings, recent[i]);

      if (place != NULL)
        g_variant_dict_insert (&places, recent[i], "s", place);
    }
  g_settings_set_value (settings, PLACES, g_variant_dict_end (&places));
}
