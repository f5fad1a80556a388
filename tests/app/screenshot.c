/* SPDX-License-Identifier: GPL-3.0-or-later */

/* usage: headless.sh screenshot OUT.png WIDTH HEIGHT [dark] [contrast] [large] [FIELD] [REPORT.xml]
 *                               [LAST_YEAR.txt] [ACTION…] [roll] [recover] [import] [help:PAGE]
 * Draws the window with REPORT (none: the status page) beside LAST_YEAR, in the dark style or of high
 * contrast, with text of twice the size, with the cursor in FIELD, after ACTIONs; where a dialog came up, the
 * dialog. "roll" rolls REPORT forward, "recover" recovers LAST_YEAR over it, "import" imports both as tables, which
 * only LAST_YEAR is. What the picture shows is for
 * people to judge. */

#include <locale.h>
#include <libintl.h>
#include <stdlib.h>
#include <string.h>

#include "nb-ui-application.h"
#include "nb-ui-help-window.h"
#include "nb-ui-print-dialog.h"
#include "nb-ui-roll-dialog.h"
#include "nb-ui-window-private.h"

static void
spin (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

/* @native without what pops up from it. */
static void
add_surface (GtkSnapshot *snapshot, GtkWidget *native)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (native);

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (native),
                          gtk_widget_get_height (native));
}

/* A popover has a surface of its own, which stands beside that of @top. */
static void
add_popovers (GtkSnapshot *snapshot, GtkNative *top, GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      add_popovers (snapshot, top, child);
      if (GTK_IS_POPOVER (child) && gtk_widget_get_mapped (child))
        {
          GdkPopup *popup = GDK_POPUP (gtk_native_get_surface (GTK_NATIVE (child)));
          double x, y, own_x, own_y;

          gtk_native_get_surface_transform (top, &x, &y);
          gtk_native_get_surface_transform (GTK_NATIVE (child), &own_x, &own_y);
          gtk_snapshot_save (snapshot);
          gtk_snapshot_translate (
              snapshot,
              &GRAPHENE_POINT_INIT ((float) (gdk_popup_get_position_x (popup) - x + own_x),
                                    (float) (gdk_popup_get_position_y (popup) - y + own_y)));
          add_surface (snapshot, child);
          gtk_snapshot_restore (snapshot);
        }
    }
}

static void
draw (GtkWidget *window, const char *path)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  add_surface (snapshot, window);
  add_popovers (snapshot, GTK_NATIVE (window), window);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  if (!gdk_texture_save_to_png (texture, path))
    g_error ("“%s” cannot be written", path);
}

static void
choose_style (const char *word)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink",
                FALSE, NULL);
  if (g_str_equal (word, "dark"))
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                        ADW_COLOR_SCHEME_FORCE_DARK);
  if (g_str_equal (word, "large"))
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
}

/* The dialog that came up, else the window. */
static GtkWidget *
find_top (GtkWidget *window)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *top = window;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) other = g_list_model_get_item (windows, i);

      if (other != window && gtk_widget_get_visible (other))
        top = other;
    }
  return top;
}

static void
note_rolled (const NbReportData *begun, const NbReportData *previous, void *data)
{
}

static void
roll (NbUiWindow *window, NbJob *job)
{
  g_autoptr (NbReportData) previous =
      nb_report_freeze (nb_ui_document_get_report (nb_ui_window_get_document (window)));

  gtk_window_present (
      nb_ui_roll_dialog_new (GTK_WINDOW (window), job, previous, NULL, 2022, note_rolled, NULL));
}

static void
recover (NbUiWindow *window, NbJob *job, const char *saved, const char *left)
{
  g_autoptr (NbReportData) data = nb_job_open_any (job, left, NULL, NULL);
  g_autoptr (NbUiDraft) draft = nb_ui_draft_new ();
  g_autoptr (GPtrArray) drafts = NULL;

  nb_ui_draft_write (draft, job, data, saved, NULL, NULL);
  g_clear_pointer (&draft, nb_ui_draft_unref);
  drafts = nb_ui_draft_list_left ();
  nb_ui_window_set_document (window, NULL);
  nb_ui_window_recover (window, g_ptr_array_index (drafts, 0));
}

static void
import (NbUiWindow *window, const char *report, const char *table)
{
  const char *const paths[] = { table, report, NULL };
  g_autofree char *folder = g_path_get_dirname (report);

  nb_ui_window_import_many (window, paths, folder);
}

static void
count_layout (GdkFrameClock *clock, guint *n)
{
  (*n)++;
}

/* A view that nobody touches is not laid out again and again. */
static void
check_rest (GtkWidget *window)
{
  guint n = 0;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gulong handler = g_signal_connect (clock, "layout", G_CALLBACK (count_layout), &n);

  spin (400);
  g_signal_handler_disconnect (clock, handler);
  if (n > 4)
    g_error ("The window was laid out %u times while nothing happened", n);
}

static int
get_least_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* What keeps the window from being narrower: at each step the child that wants most. */
static void
print_widest (GtkWidget *widget)
{
  GtkWidget *widest = NULL;
  int most = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && !GTK_IS_NATIVE (child) && get_least_width (child) > most)
      {
        widest = child;
        most = get_least_width (child);
      }
  if (widest == NULL)
    return;
  g_print (" > %s %d", G_OBJECT_TYPE_NAME (widest), most);
  print_widest (widest);
}

static gboolean
is_action (const char *word)
{
  static const char *const groups[] = { "app.", "narrative.", "sign.", "win." };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_str_has_prefix (word, groups[i]))
      return TRUE;
  return FALSE;
}

/* From where the focus is, since a page has actions of its own. */
static void
activate (GtkWidget *top, const char *action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (top));

  gtk_widget_activate_action (focus != NULL ? focus : top, action, NULL);
}

int
main (int argc, char *argv[])
{
  g_autoptr (NbUiApplication) application = NULL;
  const char *field = NULL;
  const char *report = NULL;
  const char *last_year = NULL;
  NbUiWindow *window;
  GtkWidget *top;
  NbJob *job;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("NIANBAO_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (argc < 4)
    {
      g_printerr ("usage: screenshot OUT.png WIDTH HEIGHT [dark] [contrast] [large] [FIELD] "
                  "[REPORT.xml] [LAST_YEAR.txt] [ACTION…]\n");
      return 2;
    }
  /* libadwaita asks once, when it begins. */
  for (int i = 4; i < argc; i++)
    if (g_str_equal (argv[i], "contrast"))
      g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
  application = nb_ui_application_new (G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  choose_style ("");
  for (int i = 4; i < argc; i++)
    {
      choose_style (argv[i]);
      if (g_str_has_prefix (argv[i], "help:"))
        continue;
      if (g_str_has_suffix (argv[i], ".xml"))
        report = argv[i];
      else if (g_str_has_suffix (argv[i], ".txt"))
        last_year = argv[i];
      else if (!is_action (argv[i]) && !g_str_equal (argv[i], "roll")
               && !g_str_equal (argv[i], "recover") && !g_str_equal (argv[i], "import"))
        field = argv[i];
    }
  job = nb_ui_application_get_job (application);
  window = nb_ui_window_new (GTK_APPLICATION (application), job);
  gtk_window_set_default_size (GTK_WINDOW (window), atoi (argv[2]), atoi (argv[3]));
  gtk_window_present (GTK_WINDOW (window));
  if (report != NULL)
    nb_ui_window_open (window, report);
  spin (800);
  if (last_year != NULL)
    nb_ui_window_compare_with (window, last_year);
  spin (100);
  if (field != NULL && report != NULL)
    nb_ui_form_view_focus_field (nb_ui_window_get_form_view (window), field);
  for (int i = 4; i < argc; i++)
    if (is_action (argv[i]))
      {
        activate (find_top (GTK_WIDGET (window)), argv[i]);
        spin (200);
      }
    else if (g_str_has_prefix (argv[i], "help:"))
      g_action_group_activate_action (G_ACTION_GROUP (application), "help-page",
                                      g_variant_new_string (argv[i] + strlen ("help:")));
    else if (g_str_equal (argv[i], "roll"))
      roll (window, job);
    else if (g_str_equal (argv[i], "recover"))
      recover (window, job, report, last_year);
    else if (g_str_equal (argv[i], "import"))
      import (window, report, last_year);
  spin (400);
  top = find_top (GTK_WIDGET (window));
  if (top != GTK_WIDGET (window) && !ADW_IS_MESSAGE_DIALOG (top))
    gtk_window_set_default_size (
        GTK_WINDOW (top),
        MIN (atoi (argv[2]),
             (NB_UI_IS_HELP_WINDOW (top) || NB_UI_IS_PRINT_DIALOG (top)) ? 2000 : 620),
        atoi (argv[3]));
  spin (400);
  check_rest (top);
  draw (top, argv[1]);
  g_print ("%s: %d × %d, at least %d wide:", argv[1], gtk_widget_get_width (top),
           gtk_widget_get_height (top), get_least_width (top));
  print_widest (top);
  g_print ("\n");
  return 0;
}
