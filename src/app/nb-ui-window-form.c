/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window's actions do in the report that it shows: checking, going from place to place. */

#include "nb-ui-window-private.h"

#include "nb-ui-portal-window.h"

static void
check (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiWindow *self = NB_UI_WINDOW (widget);

  if (self->report_view != NULL)
    nb_ui_report_view_check (self->report_view);
}

static void
show_filing (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiWindow *self = NB_UI_WINDOW (widget);

  if (self->report_view != NULL)
    nb_ui_report_view_show_filing (self->report_view);
}

static void
show_next (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiWindow *self = NB_UI_WINDOW (widget);

  if (self->report_view != NULL)
    nb_ui_report_view_step (self->report_view, 1);
}

static void
show_previous (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiWindow *self = NB_UI_WINDOW (widget);

  if (self->report_view != NULL)
    nb_ui_report_view_step (self->report_view, -1);
}

static void
switch_pane (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiWindow *self = NB_UI_WINDOW (widget);

  if (self->report_view != NULL)
    nb_ui_report_view_switch_pane (self->report_view);
}

static void
go_to_section (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiWindow *self = NB_UI_WINDOW (widget);

  if (self->report_view != NULL)
    nb_ui_report_view_go_to_section (self->report_view, g_variant_get_uint32 (parameter) - 1);
}

static void
toggle (NbUiWindow *self, const char *property)
{
  gboolean shown;

  if (self->report_view == NULL)
    return;
  g_object_get (self->report_view, property, &shown, NULL);
  g_object_set (self->report_view, property, !shown, NULL);
}

static void
toggle_sections (GtkWidget *widget, const char *action, GVariant *parameter)
{
  toggle (NB_UI_WINDOW (widget), "sections-shown");
}

static void
toggle_findings (GtkWidget *widget, const char *action, GVariant *parameter)
{
  toggle (NB_UI_WINDOW (widget), "findings-shown");
}

static void
toggle_paper (GtkWidget *widget, const char *action, GVariant *parameter)
{
  toggle (NB_UI_WINDOW (widget), "paper-shown");
}

static void
zoom (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiWindow *self = NB_UI_WINDOW (widget);

  int step = 0;

  if (g_str_equal (action, "win.zoom-in"))
    step = 1;
  else if (g_str_equal (action, "win.zoom-out"))
    step = -1;
  if (self->report_view != NULL)
    nb_ui_report_view_zoom (self->report_view, step);
}

/* What is done in the field that has the focus. */
static void
do_in_field (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const struct
  {
    const char *window;
    const char *field;
  } actions[] = {
    { "win.copy-field", "field.copy" },
    { "win.take-over", "field.take-over" },
    { "win.sentences", "field.sentences" },
    { "win.explain", "field.explain" },
    { "win.page", "field.page" },
    { "win.show-finding", "field.finding" },
    { "win.find", "narrative.find" },
    { "win.replace", "narrative.replace" },
    { "win.find-next", "narrative.find-next" },
    { "win.find-previous", "narrative.find-previous" },
    { "win.compare-text", "narrative.compare" },
    { "win.figures", "narrative.figures" },
    { "win.restore-paragraphs", "narrative.divide" },
    { "win.renumber", "narrative.renumber" },
    { "win.move-up", "narrative.move-up" },
    { "win.move-down", "narrative.move-down" },
    { "win.larger-text", "narrative.zoom-in" },
    { "win.smaller-text", "narrative.zoom-out" },
    { "win.normal-text", "narrative.zoom-normal" },
    { "win.undisturbed", "narrative.undisturbed" },
  };
  NbUiReportView *view = NB_UI_WINDOW (widget)->report_view;

  for (guint i = 0; view != NULL && i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].window, action))
      nb_ui_content_act_in_field (nb_ui_report_view_get_content (view), actions[i].field);
}

static void
show_portal (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiWindow *self = NB_UI_WINDOW (widget);

  if (self->document != NULL)
    gtk_window_present (GTK_WINDOW (nb_ui_portal_window_new (GTK_WINDOW (self), self->document)));
}

void
nb_ui_window_install_form_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.check", NULL, check);
  gtk_widget_class_install_action (widget_class, "win.filing", NULL, show_filing);
  gtk_widget_class_install_action (widget_class, "win.next-finding", NULL, show_next);
  gtk_widget_class_install_action (widget_class, "win.previous-finding", NULL, show_previous);
  gtk_widget_class_install_action (widget_class, "win.switch-pane", NULL, switch_pane);
  gtk_widget_class_install_action (widget_class, "win.section", "u", go_to_section);
  gtk_widget_class_install_action (widget_class, "win.copy-field", NULL, do_in_field);
  gtk_widget_class_install_action (widget_class, "win.take-over", NULL, do_in_field);
  gtk_widget_class_install_action (widget_class, "win.sentences", NULL, do_in_field);
  gtk_widget_class_install_action (widget_class, "win.explain", NULL, do_in_field);
  gtk_widget_class_install_action (widget_class, "win.page", NULL, do_in_field);
  gtk_widget_class_install_action (widget_class, "win.show-finding", NULL, do_in_field);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, do_in_field);
  gtk_widget_class_install_action (widget_class, "win.replace", NULL, do_in_field);
  gtk_widget_class_install_action (widget_class, "win.find-next", NULL, do_in_field);
  gtk_widget_class_install_action (widget_class, "win.find-previous", NULL, do_in_field);
  gtk_widget_class_install_action (widget_class, "win.compare-text", NULL, do_in_field);
  gtk_widget_class_install_action (widget_class, "win.figures", NULL, do_in_field);
  gtk_widget_class_install_action (widget_class, "win.restore-paragraphs", NULL, do_in_field);
  gtk_widget_class_install_action (widget_class, "win.renumber", NULL, do_in_field);
  gtk_widget_class_install_action (widget_class, "win.move-up", NULL, do_in_field);
  gtk_widget_class_install_action (widget_class, "win.move-down", NULL, do_in_field);
  gtk_widget_class_install_action (widget_class, "win.larger-text", NULL, do_in_field);
  gtk_widget_class_install_action (widget_class, "win.smaller-text", NULL, do_in_field);
  gtk_widget_class_install_action (widget_class, "win.normal-text", NULL, do_in_field);
  gtk_widget_class_install_action (widget_class, "win.undisturbed", NULL, do_in_field);
  gtk_widget_class_install_action (widget_class, "win.portal", NULL, show_portal);
  gtk_widget_class_install_action (widget_class, "win.toggle-sections", NULL, toggle_sections);
  gtk_widget_class_install_action (widget_class, "win.toggle-findings", NULL, toggle_findings);
  gtk_widget_class_install_action (widget_class, "win.toggle-paper", NULL, toggle_paper);
  gtk_widget_class_install_action (widget_class, "win.zoom-in", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "win.zoom-out", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "win.zoom-fit", NULL, zoom);
}

/* All of the screen for a page, and back. */
static void
note_undisturbed (NbUiWindow *self, GParamSpec *pspec, NbUiContent *content)
{
  gboolean undisturbed;

  g_object_get (content, "undisturbed", &undisturbed, NULL);
  gtk_widget_set_visible (self->header, !undisturbed);
  if (undisturbed)
    {
      g_object_set (self->report_view, "findings-shown", FALSE, "sections-shown", FALSE, NULL);
      gtk_window_fullscreen (GTK_WINDOW (self));
    }
  else
    gtk_window_unfullscreen (GTK_WINDOW (self));
}

void
nb_ui_window_show_report (NbUiWindow *self)
{
  self->report_view = NULL;
  adw_bin_set_child (self->form_place, NULL);
  gtk_widget_set_visible (self->header, TRUE);
  if (self->document != NULL)
    {
      self->report_view = NB_UI_REPORT_VIEW (nb_ui_report_view_new (self->document));
      nb_ui_window_restore_panes (self);
      adw_bin_set_child (self->form_place, GTK_WIDGET (self->report_view));
      g_signal_connect_object (nb_ui_report_view_get_content (self->report_view),
                               "notify::undisturbed", G_CALLBACK (note_undisturbed), self,
                               G_CONNECT_SWAPPED);
    }
}
