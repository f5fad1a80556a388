/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <libintl.h>
#include <locale.h>

#include "nb-ui-application.h"

int
main (int argc, char *argv[])
{
  const char *localedir = g_getenv ("NIANBAO_LOCALEDIR"); /* the build directory's translations */
  g_autoptr (NbUiApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  application = nb_ui_application_new (0);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
