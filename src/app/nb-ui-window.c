/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-window-private.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-institution.h"
#include "nb-ui-start-page.h"

G_DEFINE_FINAL_TYPE (NbUiWindow, nb_ui_window, ADW_TYPE_APPLICATION_WINDOW)

static void
undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiWindow *self = NB_UI_WINDOW (widget);
  const char *field = self->document != NULL ? nb_ui_document_undo (self->document) : NULL;

  if (field != NULL)
    nb_ui_content_focus_field (nb_ui_report_view_get_content (self->report_view), field);
}

static void
redo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiWindow *self = NB_UI_WINDOW (widget);
  const char *field = self->document != NULL ? nb_ui_document_redo (self->document) : NULL;

  if (field != NULL)
    nb_ui_content_focus_field (nb_ui_report_view_get_content (self->report_view), field);
}

static gboolean
nb_ui_window_close_request (GtkWindow *window)
{
  nb_ui_window_store_state (NB_UI_WINDOW (window));
  return nb_ui_window_keep_open (NB_UI_WINDOW (window))
         || GTK_WINDOW_CLASS (nb_ui_window_parent_class)->close_request (window);
}

static void
note_active (NbUiWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    nb_ui_window_look_at_file (self);
}

static void
end_autosave (NbUiWindow *self)
{
  if (self->autosave != NULL)
    nb_ui_autosave_end (self->autosave);
  g_clear_object (&self->autosave);
}

static void
nb_ui_window_dispose (GObject *object)
{
  NbUiWindow *self = NB_UI_WINDOW (object);

  if (self->opening_work != NULL)
    g_signal_handlers_disconnect_by_data (self->opening_work, self);
  g_clear_object (&self->opening_work);
  gtk_widget_dispose_template (GTK_WIDGET (self), NB_UI_TYPE_WINDOW);
  self->report_view = NULL;
  end_autosave (self);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (nb_ui_document_get_report (self->document), self);
  g_clear_object (&self->document);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->opening, g_free);
  g_clear_pointer (&self->importing, g_strfreev);
  g_clear_pointer (&self->attaching, g_free);
  G_OBJECT_CLASS (nb_ui_window_parent_class)->dispose (object);
}

static void
nb_ui_window_class_init (NbUiWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = nb_ui_window_close_request;

  g_type_ensure (NB_UI_TYPE_WORK_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/nianbao/Nianbao/ui/nb-ui-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NbUiWindow, header);
  gtk_widget_class_bind_template_child (widget_class, NbUiWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, NbUiWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, NbUiWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, NbUiWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, NbUiWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, NbUiWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, NbUiWindow, title);
  gtk_widget_class_bind_template_child (widget_class, NbUiWindow, work);
  gtk_widget_class_bind_template_child (widget_class, NbUiWindow, signed_banner);
  gtk_widget_class_bind_template_child (widget_class, NbUiWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, NbUiWindow, form_place);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo);
  nb_ui_window_install_file_actions (widget_class);
  nb_ui_window_install_form_actions (widget_class);
  nb_ui_window_install_last_year_actions (widget_class);
  nb_ui_window_install_disk_actions (widget_class);
  nb_ui_window_install_attach_actions (widget_class);
  nb_ui_window_install_import_actions (widget_class);
  nb_ui_window_install_begin_actions (widget_class);
  nb_ui_window_install_roll_actions (widget_class);
  nb_ui_window_install_sign_actions (widget_class);
  nb_ui_window_install_verify_actions (widget_class);
  g_type_ensure (NB_UI_TYPE_START_PAGE);
  g_type_ensure (NB_UI_TYPE_SIGNED_BANNER);
  nb_ui_window_install_check_report_actions (widget_class);
  nb_ui_window_install_print_actions (widget_class);
}

/* The menu is made when somebody opens it: no window need wait for it. */
static void
fill_menu (GtkMenuButton *button, void *data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, data);
}

static void
nb_ui_window_init (NbUiWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, fill_menu, self->primary_menu, NULL);
  self->settings = g_settings_new (APPLICATION_ID);
  nb_ui_window_restore_size (self);
  nb_ui_window_take_drops (self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (note_active), NULL);
}

NbUiWindow *
nb_ui_window_new (GtkApplication *application, NbJob *job)
{
  NbUiWindow *self = g_object_new (NB_UI_TYPE_WINDOW, "application", application, NULL);

  self->job = job;
  nb_ui_window_update (self);
  return self;
}

static char *
dup_title (NbUiDocument *document)
{
  const char *path = nb_ui_document_get_path (document);
  g_autofree char *name = NULL;

  if (path == NULL)
    name = g_strdup (_ ("Unsaved Report"));
  else
    name = g_filename_display_basename (path);
  return g_strconcat (nb_ui_document_get_modified (document) ? "• " : "", name, NULL);
}

static void
update_title (NbUiWindow *self)
{
  g_autofree char *title = NULL;
  const char *subtitle = "";

  if (self->document != NULL)
    {
      title = dup_title (self->document);
      subtitle =
          nb_form_get_title (nb_report_get_form (nb_ui_document_get_report (self->document)));
    }
  else
    title = g_strdup (_ ("Nianbao"));
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

void
nb_ui_window_update (NbUiWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  NbReport *report = self->document != NULL ? nb_ui_document_get_report (self->document) : NULL;
  gboolean read_only = self->document != NULL && nb_ui_document_get_read_only (self->document);
  gboolean can_save = report != NULL && !read_only && !self->saving;

  update_title (self);
  gtk_widget_set_visible (self->undo_button, report != NULL);
  gtk_widget_set_visible (self->redo_button, report != NULL);
  gtk_widget_set_visible (self->save_button, report != NULL);
  gtk_widget_action_set_enabled (widget, "win.print", report != NULL);
  gtk_widget_action_set_enabled (widget, "win.export-pdf", report != NULL);
  gtk_widget_action_set_enabled (widget, "win.save", can_save);
  gtk_widget_action_set_enabled (widget, "win.save-as", can_save);
  gtk_widget_action_set_enabled (widget, "win.sign", report != NULL && !self->saving);
  gtk_widget_action_set_enabled (widget, "win.revise", read_only);
  gtk_widget_action_set_enabled (widget, "win.signatures", read_only);
  gtk_widget_action_set_enabled (widget, "win.compare-paper", report != NULL);
  gtk_widget_action_set_enabled (widget, "win.attach", report != NULL && !read_only);
  gtk_widget_action_set_enabled (widget, "win.detach", report != NULL && !read_only);
  gtk_widget_action_set_enabled (widget, "win.undo", can_save && nb_report_can_undo (report));
  gtk_widget_action_set_enabled (widget, "win.redo", can_save && nb_report_can_redo (report));
}

static void
show_remark (NbUiDocument *document, const char *sentence, NbUiWindow *self)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

void
nb_ui_window_set_document (NbUiWindow *self, NbUiDocument *document)
{
  if (self->document != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->document, self);
      g_signal_handlers_disconnect_by_data (nb_ui_document_get_report (self->document), self);
    }
  end_autosave (self);
  nb_ui_window_store_place (self);
  self->told_changed = FALSE;
  g_set_object (&self->document, document);
  if (document != NULL)
    nb_ui_institution_look_up (document);
  nb_ui_window_show_report (self);
  nb_ui_signed_banner_set_document (self->signed_banner, document);
  if (document != NULL)
    {
      NbReport *report = nb_ui_document_get_report (document);

      if (!nb_ui_document_get_read_only (document))
        self->autosave = nb_ui_autosave_new (document);
      g_signal_connect_object (document, "remark", G_CALLBACK (show_remark), self, 0);
      g_signal_connect_object (document, "notify::path", G_CALLBACK (nb_ui_window_update), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (report, "changed", G_CALLBACK (nb_ui_window_update), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (report, "notify::modified", G_CALLBACK (nb_ui_window_update), self,
                               G_CONNECT_SWAPPED);
    }
  nb_ui_window_show_page (self);
  nb_ui_window_update (self);
}

void
nb_ui_window_show_work (NbUiWindow *self, NbUiWork *work)
{
  nb_ui_work_bar_add (self->work, work);
}

NbUiDocument *
nb_ui_window_get_document (NbUiWindow *self)
{
  return self->document;
}

NbUiFormView *
nb_ui_window_get_form_view (NbUiWindow *self)
{
  return self->report_view != NULL ? nb_ui_report_view_get_form_view (self->report_view) : NULL;
}

const char *
nb_ui_window_get_path (NbUiWindow *self)
{
  if (self->opening != NULL)
    return self->opening;
  return self->document != NULL ? nb_ui_document_get_path (self->document) : NULL;
}
