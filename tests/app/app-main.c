/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-main.h"

#include <adwaita.h>
#include <locale.h>

/* libadwaita 1.7 asks how high the heading of a message is in less room than it needs, which GTK 4.18 warns of. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, void *data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE")
        && g_str_has_prefix (fields[i].value, "Trying to measure GtkLabel"))
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, data);
}

int
app_main (int argc, char **argv, void (*add_tests) (void))
{
  /* Not gtk_test_init(): it would force the locale to en_US. */
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_log_set_writer_func (write_log, NULL, NULL);
  gtk_init ();
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink",
                FALSE, NULL);
  add_tests ();
  return g_test_run ();
}
