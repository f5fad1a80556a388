/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a page looks: the size and face of its text, and whether anything else is on the screen. */

#include "nb-ui-narrative-private.h"

#include "nb-ui-paper-font.h"

#define NORMAL     3
#define NARROW     760
#define WIDE       1400
#define PAPER_FACE "paper-face"

/* Style classes; their sizes stand in style.css. */
static const char *const sizes[] = { "zoom-70",  "zoom-80",  "zoom-90",  NULL,      "zoom-110",
                                     "zoom-125", "zoom-150", "zoom-175", "zoom-200" };

static void
set_zoom (NbUiNarrativeView *self, int zoom)
{
  GtkWidget *text = GTK_WIDGET (self->text);

  if (zoom < 0 || zoom >= (int) G_N_ELEMENTS (sizes))
    return;
  if (sizes[self->zoom] != NULL)
    gtk_widget_remove_css_class (text, sizes[self->zoom]);
  self->zoom = (guint) zoom;
  if (sizes[self->zoom] != NULL)
    gtk_widget_add_css_class (text, sizes[self->zoom]);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "narrative.zoom-out", zoom > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "narrative.zoom-in",
                                 zoom + 1 < (int) G_N_ELEMENTS (sizes));
}

static void
zoom_in (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_zoom (NB_UI_NARRATIVE_VIEW (widget), (int) NB_UI_NARRATIVE_VIEW (widget)->zoom + 1);
}

static void
zoom_out (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_zoom (NB_UI_NARRATIVE_VIEW (widget), (int) NB_UI_NARRATIVE_VIEW (widget)->zoom - 1);
}

static void
zoom_normal (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_zoom (NB_UI_NARRATIVE_VIEW (widget), NORMAL);
}

static void
toggle_face (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *text = GTK_WIDGET (NB_UI_NARRATIVE_VIEW (widget)->text);

  nb_ui_paper_font_style ();
  if (gtk_widget_has_css_class (text, PAPER_FACE))
    gtk_widget_remove_css_class (text, PAPER_FACE);
  else
    gtk_widget_add_css_class (text, PAPER_FACE);
}

static void
set_undisturbed (NbUiNarrativeView *self, gboolean undisturbed)
{
  self->undisturbed = undisturbed;
  gtk_widget_set_visible (self->tools, !undisturbed);
  adw_clamp_scrollable_set_maximum_size (self->clamp, undisturbed ? WIDE : NARROW);
  if (undisturbed)
    adw_flap_set_reveal_flap (self->figures_flap, FALSE);
  adw_flap_set_reveal_flap (self->outline_flap, !undisturbed);
  g_object_notify (G_OBJECT (self), "undisturbed");
}

static void
toggle_undisturbed (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_undisturbed (NB_UI_NARRATIVE_VIEW (widget), !NB_UI_NARRATIVE_VIEW (widget)->undisturbed);
}

gboolean
nb_ui_narrative_view_leave_undisturbed (NbUiNarrativeView *self)
{
  gboolean was = self->undisturbed;

  if (was)
    set_undisturbed (self, FALSE);
  return was;
}

void
nb_ui_narrative_view_install_look (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "narrative.zoom-in", NULL, zoom_in);
  gtk_widget_class_install_action (widget_class, "narrative.zoom-out", NULL, zoom_out);
  gtk_widget_class_install_action (widget_class, "narrative.zoom-normal", NULL, zoom_normal);
  gtk_widget_class_install_action (widget_class, "narrative.paper-face", NULL, toggle_face);
  gtk_widget_class_install_action (widget_class, "narrative.undisturbed", NULL, toggle_undisturbed);
}
