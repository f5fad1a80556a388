/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "nb-ui-finding-row.h"

static guint n_alive;

static void
note_gone (void *data, GObject *where)
{
  n_alive--;
}

static void
watch (void *object)
{
  n_alive++;
  g_object_weak_ref (object, note_gone, NULL);
}

void
app_spin (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  do
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
  while (g_get_monotonic_time () < end);
}

static void
count_layout (GdkFrameClock *clock, guint *n)
{
  (*n)++;
}

void
app_assert_at_rest (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint n = 0;
  gulong handler = g_signal_connect (clock, "layout", G_CALLBACK (count_layout), &n);

  app_spin (500);
  g_signal_handler_disconnect (clock, handler);
  g_assert_cmpuint (n, <=, 2);
}

void
app_wait (AppFixture *fixture, AppCondition done, const char *what)
{
  gint64 end = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;

  while (!done (fixture))
    {
      if (g_get_monotonic_time () > end)
        g_error ("waited in vain for %s", what);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
    }
}

static guint
count_rows (GtkWidget *widget)
{
  guint n = NB_UI_IS_FIELD_ROW (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);
  return n;
}

/* The rows that the first frame need not show come after it. */
static gboolean
has_form (AppFixture *fixture)
{
  NbUiFormView *view = nb_ui_window_get_form_view (fixture->window);

  return view != NULL
         && count_rows (GTK_WIDGET (view))
                == nb_form_get_n_fields (nb_report_get_form (app_get_report (fixture)));
}

/* Every object of ours below @widget is watched. */
static void
watch_widgets (GtkWidget *widget)
{
  if (g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "NbUi"))
    watch (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    watch_widgets (child);
}

void
app_open (AppFixture *fixture, const char *path)
{
  nb_ui_window_open (fixture->window, path);
  app_wait (fixture, has_form, "the form");
  watch_widgets (GTK_WIDGET (nb_ui_window_get_form_view (fixture->window)));
  watch (nb_ui_window_get_document (fixture->window));
  watch (app_get_report (fixture));
}

void
app_drop (GtkWidget *onto, const char *path)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (onto);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GSList files = { file, NULL };
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &files);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &taken);
    }
  g_assert_true (taken);
}

static void
make_report (AppFixture *fixture)
{
  NbJob *job = nb_ui_application_get_job (fixture->application);
  g_autofree char *table_path = g_test_build_filename (G_TEST_DIST, "app", "gallery.txt", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) table = nb_job_read_file (table_path, &error);
  g_autoptr (NbReportData) data = NULL;

  g_assert_no_error (error);
  data = nb_job_import (job, table, NULL, 2022, &error);
  g_assert_no_error (error);
  nb_job_save (job, data, fixture->path, &error);
  g_assert_no_error (error);
}

void
app_fixture_set_up (AppFixture *fixture, const void *data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("nianbao-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "report.xml", NULL);
  fixture->application = nb_ui_application_new (G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (fixture->application), NULL, &error));
  g_assert_no_error (error);
  make_report (fixture);
  fixture->window = nb_ui_window_new (GTK_APPLICATION (fixture->application),
                                      nb_ui_application_get_job (fixture->application));
  watch (fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  app_open (fixture, fixture->path);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
stop_activation (GApplication *application)
{
  g_signal_stop_emission_by_name (application, "activate");
}

void
app_fixture_tear_down (AppFixture *fixture, const void *data)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i - 1);

      gtk_window_destroy (window);
    }
  /* A file that is being read or written in a thread keeps what it is for a moment longer. */
  for (guint i = 0; i < 100 && n_alive > 0; i++)
    app_spin (50);
  g_assert_cmpuint (n_alive, ==, 0);
  /* Only a run ends in a shutdown, in which GTK lets go of the application. Without windows and holds it
   * ends at once. */
  g_signal_connect (fixture->application, "activate", G_CALLBACK (stop_activation), NULL);
  g_assert_cmpint (g_application_run (G_APPLICATION (fixture->application), 0, NULL), ==, 0);
  g_assert_finalize_object (fixture->application);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

NbReport *
app_get_report (AppFixture *fixture)
{
  return nb_ui_document_get_report (nb_ui_window_get_document (fixture->window));
}

GtkWidget *
app_get_editor (AppFixture *fixture, const char *field)
{
  NbUiFormView *view = nb_ui_window_get_form_view (fixture->window);
  NbUiFieldRow *row = nb_ui_form_view_lookup_row (view, field);

  g_assert_nonnull (row);
  return nb_ui_field_row_get_editor (row);
}

GtkText *
app_get_entry_text (AppFixture *fixture, const char *field)
{
  GtkWidget *entry = app_get_editor (fixture, field);

  g_assert_true (GTK_IS_ENTRY (entry));
  return GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (entry)));
}

GtkTextBuffer *
app_get_buffer (AppFixture *fixture, const char *field)
{
  GtkWidget *view = app_get_editor (fixture, field);

  g_assert_true (GTK_IS_TEXT_VIEW (view));
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
}

static char *
dup_shown (AppFixture *fixture, const char *field)
{
  GtkWidget *editor = app_get_editor (fixture, field);
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (GTK_IS_ENTRY (editor))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (editor)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

void
app_assert_text (AppFixture *fixture, const char *field, const char *text)
{
  g_autofree char *held =
      nb_field_dup_string (nb_report_lookup_field (app_get_report (fixture), field));
  g_autofree char *shown = dup_shown (fixture, field);

  g_assert_cmpstr (held, ==, text);
  g_assert_cmpstr (shown, ==, text);
}

void
app_activate (AppFixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
}

static GtkWidget *
find_finding (GtkWidget *root, const char *rule)
{
  if (NB_UI_IS_FINDING_ROW (root)
      && g_strcmp0 (nb_finding_get_rule (nb_ui_finding_row_get_finding (NB_UI_FINDING_ROW (root))),
                    rule)
             == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_finding (child, rule);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
app_find_finding (AppFixture *fixture, const char *field, const char *rule)
{
  NbUiFormView *view = nb_ui_window_get_form_view (fixture->window);
  GtkWidget *found = find_finding (GTK_WIDGET (nb_ui_form_view_lookup_row (view, field)), rule);

  return found != NULL && gtk_widget_get_mapped (found) ? found : NULL;
}

void
app_check (AppFixture *fixture)
{
  app_activate (fixture, "win.check");
}

GtkWidget *
app_find_widget (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = app_find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
app_find_label (GtkWidget *root, const char *part)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root)
      && strstr (gtk_label_get_text (GTK_LABEL (root)), part) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = app_find_label (child, part);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
app_find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (!g_type_is_a (G_OBJECT_TYPE (window), type))
        continue;
      if (g_object_get_data (G_OBJECT (window), "watched") == NULL)
        watch_widgets (window);
      g_object_set_data (G_OBJECT (window), "watched", window);
      return window;
    }
  return NULL;
}

AdwMessageDialog *
app_find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return ADW_MESSAGE_DIALOG (window);
    }
  return NULL;
}

void
app_answer (const char *response)
{
  AdwMessageDialog *dialog = app_find_dialog ();

  g_assert_nonnull (dialog);
  /* As a click on the button does. */
  g_object_ref (dialog);
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_unref (dialog);
  app_spin (20);
}

char *
app_dup_toast (AppFixture *fixture)
{
  GtkWidget *overlay = app_find_widget (GTK_WIDGET (fixture->window), ADW_TYPE_TOAST_OVERLAY);
  GType type = g_type_from_name ("AdwToastWidget");
  GtkWidget *toast = type != 0 ? app_find_widget (overlay, type) : NULL;

  if (toast == NULL)
    return NULL;
  return g_strdup (gtk_label_get_text (GTK_LABEL (app_find_widget (toast, GTK_TYPE_LABEL))));
}

static gboolean
press_shortcut (GtkWidget *widget, GtkShortcut *shortcut, guint key, GdkModifierType modifiers)
{
  GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

  return GTK_IS_KEYVAL_TRIGGER (trigger)
         && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
         && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers
         && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                          gtk_shortcut_get_arguments (shortcut));
}

static gboolean
press_on (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (press_shortcut (widget, shortcut, key, modifiers))
            return TRUE;
        }
    }
  return FALSE;
}

void
app_press (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  while (widget != NULL && !press_on (widget, key, modifiers))
    widget = gtk_widget_get_parent (widget);
  g_assert_nonnull (widget);
}

void
app_get_pixel (GtkWidget *widget, int x, int y, GdkRGBA *colour)
{
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guchar *data = NULL;
  gsize stride;
  const guint32 *pixel;

  /* What has just changed is there with the next frame. */
  app_spin (200);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  texture =
      gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                   &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  stride = (gsize) width * 4;
  data = g_malloc (stride * (gsize) height);
  gdk_texture_download (texture, data, stride);
  pixel = (const guint32 *) (gpointer) (data + (gsize) y * stride + (gsize) x * 4);
  colour->red = (float) (*pixel >> 16 & 0xFF) / 255;
  colour->green = (float) (*pixel >> 8 & 0xFF) / 255;
  colour->blue = (float) (*pixel & 0xFF) / 255;
  colour->alpha = (float) (*pixel >> 24) / 255;
}
