/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-about.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#define HOMEPAGE   "https://github.com/nianbao/nianbao"
#define DEVELOPERS "The Nianbao developers"
/* What is new. */
#define RELEASE_NOTES                                                                              \
  N_ ("The first version: begins with last year’s published table, checks while one types, "     \
      "keeps what is not saved yet, signs, prints, and shows the way to the registry.")

static void
append_line (GString *text, const char *what, const char *value)
{
  g_string_append_printf (text, "%s: %s\n", what, value != NULL ? value : "-");
}

static void
append_version (GString *text, const char *what, guint major, guint minor, guint micro)
{
  g_string_append_printf (text, "%s: %u.%u.%u\n", what, major, minor, micro);
}

static void
append_setting (GString *text, GSettings *settings, const char *key)
{
  g_autoptr (GVariant) value = g_settings_get_value (settings, key);
  g_autofree char *printed = g_variant_print (value, FALSE);

  append_line (text, key, printed);
}

/* For the person who looks for the fault, so it stays English. No name of a file or an institution. */
static char *
dup_debug_information (GtkWindow *parent)
{
  GString *text = g_string_new (NULL);
  GdkDisplay *display = gdk_display_get_default ();
  GskRenderer *renderer = parent != NULL ? gtk_native_get_renderer (GTK_NATIVE (parent)) : NULL;
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  append_line (text, "nianbao", VERSION);
  append_line (text, "system", system);
  append_line (text, "desktop", g_getenv ("XDG_CURRENT_DESKTOP"));
  append_line (text, "display", G_OBJECT_TYPE_NAME (display));
  append_line (text, "renderer", renderer != NULL ? G_OBJECT_TYPE_NAME (renderer) : NULL);
  append_line (text, "input method", g_getenv ("GTK_IM_MODULE"));
  append_line (text, "locale", setlocale (LC_MESSAGES, NULL));
  append_line (text, "sandbox",
               g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) ? "flatpak" : "none");
  append_version (text, "gtk", gtk_get_major_version (), gtk_get_minor_version (),
                  gtk_get_micro_version ());
  append_version (text, "libadwaita", adw_get_major_version (), adw_get_minor_version (),
                  adw_get_micro_version ());
  append_version (text, "glib", glib_major_version, glib_minor_version, glib_micro_version);
  append_line (text, "pango", pango_version_string ());
  append_setting (text, settings, "registry");
  append_setting (text, settings, "autosave");
  append_setting (text, settings, "autosave-interval");
  return g_string_free (text, FALSE);
}

GtkWindow *
nb_ui_about_window_new (GtkWindow *parent)
{
  static const char *const developers[] = { DEVELOPERS, NULL };
  GtkWindow *about = GTK_WINDOW (adw_about_window_new ());
  g_autofree char *information = dup_debug_information (parent);
  g_autofree char *notes = g_markup_printf_escaped ("<p>%s</p>", _ (RELEASE_NOTES));

  g_object_set (about, "application-name", _ ("Nianbao"), "application-icon", APPLICATION_ID,
                "version", VERSION, "license-type", GTK_LICENSE_GPL_3_0, "comments",
                _ ("Fills in, checks and keeps the annual reports of public institutions. Not an "
                   "official program."),
                "website", HOMEPAGE, "issue-url", HOMEPAGE "/issues", "developer-name", DEVELOPERS,
                "developers", developers, "release-notes", notes, "release-notes-version", VERSION,
                /* Translators: your name, shown in the about window. */
                "translator-credits", _ ("translator-credits"), "debug-info", information,
                "debug-info-filename", "nianbao.txt", NULL);
  gtk_window_set_transient_for (about, parent);
  return about;
}
