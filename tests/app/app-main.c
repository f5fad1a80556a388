/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-main.h"

#include <adwaita.h>
#include <locale.h>

int
app_main (int argc, char **argv, void (*add_tests) (void))
{
  /* Not gtk_test_init(): it would force the locale to en_US. */
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink",
                FALSE, NULL);
  add_tests ();
  return g_test_run ();
}
