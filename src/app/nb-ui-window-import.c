/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Many published tables at once, each made a report file in a folder. */

#include "nb-ui-window-private.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-platform.h"

typedef struct
{
  NbJob *job;
  GStrv paths;
  char *registry;
  char *folder;
} Errand;

static void
errand_free (void *data)
{
  Errand *errand = data;

  g_strfreev (errand->paths);
  g_free (errand->registry);
  g_free (errand->folder);
  g_free (errand);
}

typedef struct
{
  guint n_imported;
  guint n_refused;
  GString *reasons; /* a line for each table that was refused */
  char *folder;     /* for people */
} Outcome;

static void
outcome_free (void *data)
{
  Outcome *outcome = data;

  g_string_free (outcome->reasons, TRUE);
  g_free (outcome->folder);
  g_free (outcome);
}

/* One bad table never stops the rest. */
static void *
import (NbUiWork *work, void *data, GError **error)
{
  const Errand *errand = data;
  Outcome *outcome = g_new0 (Outcome, 1);
  guint n = g_strv_length (errand->paths);

  outcome->reasons = g_string_new (NULL);
  outcome->folder = g_filename_display_name (errand->folder);
  for (guint i = 0; i < n && !nb_ui_work_is_cancelled (work); i++)
    {
      g_autoptr (GError) reason = NULL;
      g_autofree char *name = g_filename_display_basename (errand->paths[i]);
      g_autofree char *made = nb_job_import_into (errand->job, errand->paths[i], errand->registry,
                                                  errand->folder, &reason);

      if (made != NULL)
        outcome->n_imported++;
      else
        {
          if (outcome->n_refused++ > 0)
            g_string_append_c (outcome->reasons, '\n');
          g_string_append_printf (outcome->reasons, _ ("%s: %s"), name, reason->message);
        }
      nb_ui_work_set_progress (work, i + 1, n);
    }
  return outcome;
}

/* The dialog would ask for no more than a line, since it reckons with the label's natural width. */
static GtkWidget *
make_reasons (const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_autoptr (PangoLayout) three_lines = gtk_widget_create_pango_layout (label, "\n\n");
  int height;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  pango_layout_get_pixel_size (three_lines, NULL, &height);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), height);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 4 * height);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), label);
  return scrolled;
}

static void
note_imported (GObject *source, GAsyncResult *result, void *data)
{
  g_autoptr (NbUiWindow) self = data;
  Outcome *outcome = nb_ui_work_run_finish (NB_UI_WORK (source), result, NULL);
  g_autofree char *heading = NULL;
  g_autoptr (GString) body = g_string_new (NULL);
  GtkWidget *dialog;

  /* Cancelled: what was made already is in the folder. */
  if (outcome == NULL)
    return;
  heading =
      g_strdup_printf (ngettext ("%u Report Was Made", "%u Reports Were Made", outcome->n_imported),
                       outcome->n_imported);
  if (outcome->n_imported > 0)
    g_string_append_printf (body, _ ("In the folder “%s”."), outcome->folder);
  if (outcome->n_imported > 0 && outcome->n_refused > 0)
    g_string_append (body, "\n\n");
  if (outcome->n_refused > 0)
    g_string_append_printf (body,
                            ngettext ("%u table could not be imported:",
                                      "%u tables could not be imported:", outcome->n_refused),
                            outcome->n_refused);
  dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body->str);
  if (outcome->n_refused > 0)
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog),
                                        make_reasons (outcome->reasons->str));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
  outcome_free (outcome);
}

void
nb_ui_window_import_many (NbUiWindow *self, const char *const *paths, const char *folder)
{
  g_autoptr (NbUiWork) work = nb_ui_work_new (_ ("Importing tables"));
  Errand *errand = g_new0 (Errand, 1);

  errand->job = self->job;
  errand->paths = g_strdupv ((GStrv) paths);
  errand->registry = g_settings_get_string (self->settings, "registry");
  errand->folder = g_strdup (folder);
  nb_ui_window_show_work (self, work);
  nb_ui_work_run (work, import, errand, errand_free, outcome_free, note_imported,
                  g_object_ref (self));
}

static void
note_folder (const char *path, void *data)
{
  NbUiWindow *self = data;
  g_auto (GStrv) paths = g_steal_pointer (&self->importing);

  if (path != NULL)
    nb_ui_window_import_many (self, (const char *const *) paths, path);
}

static void
note_tables (const char *const *paths, void *data)
{
  NbUiWindow *self = data;

  if (paths == NULL)
    return;
  g_strfreev (self->importing);
  self->importing = g_strdupv ((GStrv) paths);
  nb_ui_platform_choose_folder (GTK_WINDOW (self), _ ("Folder for the Reports"), note_folder, self);
}

static void
choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  nb_ui_platform_choose_many (GTK_WINDOW (widget), _ ("Import Many Published Tables"),
                              NB_UI_FILES_TABLE, note_tables, widget);
}

void
nb_ui_window_install_import_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import-many", NULL, choose);
}
