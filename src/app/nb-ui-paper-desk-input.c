/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys and pointer on the desk. */

#include "nb-ui-paper-desk-private.h"

#include <glib/gi18n-lib.h>

static void
describe (NbUiPaperDesk *self, const char *field)
{
  NbReport *report = nb_ui_document_get_report (nb_ui_paper_get_document (self->paper));
  const char *label = nb_form_lookup_field (nb_report_get_form (report), field)->label;
  g_autofree char *text =
      nb_text_dup_string (nb_field_get_text (nb_report_lookup_field (report, field)));
  g_autofree char *words = g_strdup_printf (_ ("%s: %s. Page %u of %u"), label, text,
                                            self->marked_page + 1, self->sheets->len);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
}

static gboolean
step (GtkWidget *widget, GVariant *arguments, void *data)
{
  NbUiPaperDesk *self = NB_UI_PAPER_DESK (widget);
  NbPageList *pages = nb_ui_paper_get_pages (self->paper);
  guint page = self->field != NULL ? self->marked_page : self->page;
  NbPagePlace place = { NULL };

  if (pages != NULL)
    place.field = nb_page_list_step (pages, self->field, &page, g_variant_get_int32 (arguments));
  if (place.field == NULL)
    return FALSE;
  self->page = page;
  nb_ui_paper_desk_show_place (self, &place);
  describe (self, place.field);
  return TRUE;
}

static gboolean
turn (GtkWidget *widget, GVariant *arguments, void *data)
{
  NbUiPaperDesk *self = NB_UI_PAPER_DESK (widget);
  int by = g_variant_get_int32 (arguments);
  int n_pages = (int) self->sheets->len;
  double top, bottom;

  if (n_pages == 0)
    return FALSE;
  nb_ui_paper_desk_get_extent (self, (guint) CLAMP ((int) self->page + by, 0, n_pages - 1), &top,
                               &bottom);
  self->scroll = FALSE;
  gtk_adjustment_set_value (self->vertical, top - NB_UI_PAPER_SPACING);
  return TRUE;
}

static gboolean
enter (GtkWidget *widget, GVariant *arguments, void *data)
{
  NbUiPaperDesk *self = NB_UI_PAPER_DESK (widget);
  /* Whoever goes there may mark another place meanwhile. */
  g_autofree char *field = g_strdup (self->field);
  NbPagePlace place = { field, self->position.paragraph, self->position.offset };

  if (field == NULL)
    return FALSE;
  nb_ui_paper_desk_activate (self, &place);
  return TRUE;
}

static gboolean
find_place (NbUiPaperDesk *self, double x, double y, NbPagePlace *place)
{
  GtkWidget *sheet = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  guint page;
  int left, top;

  if (sheet == NULL || !g_ptr_array_find (self->sheets, sheet, &page)
      || !gtk_widget_translate_coordinates (GTK_WIDGET (self), sheet, x, y, &x, &y))
    return FALSE;
  nb_ui_paper_sheet_get_point (NB_UI_PAPER_SHEET (sheet), x, y, &left, &top);
  self->page = page;
  return nb_page_list_find_place (nb_ui_paper_get_pages (self->paper), page, left, top, place);
}

void
nb_ui_paper_desk_click (NbUiPaperDesk *self, double x, double y)
{
  NbPagePlace place;

  if (find_place (self, x, y, &place))
    nb_ui_paper_desk_activate (self, &place);
}

static void
note_click (GtkGestureClick *gesture, int n_presses, double x, double y, NbUiPaperDesk *self)
{
  nb_ui_paper_desk_click (self, x, y);
}

/* Only where a click leads somewhere. */
static void
note_motion (GtkEventControllerMotion *motion, double x, double y, NbUiPaperDesk *self)
{
  NbPagePlace place;
  gboolean leads = nb_ui_paper_desk_leads_somewhere (self) && find_place (self, x, y, &place);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), leads ? "pointer" : NULL);
}

static void
add_binding (GtkWidgetClass *klass, guint key, guint pad_key, GtkShortcutFunc func, int by)
{
  gtk_widget_class_add_binding (klass, key, 0, func, "i", by);
  gtk_widget_class_add_binding (klass, pad_key, 0, func, "i", by);
}

void
nb_ui_paper_desk_install_keys (GtkWidgetClass *widget_class)
{
  add_binding (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, step, 1);
  add_binding (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, step, -1);
  add_binding (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, turn, 1);
  add_binding (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, turn, -1);
  add_binding (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, turn, -G_MAXINT / 2);
  add_binding (widget_class, GDK_KEY_End, GDK_KEY_KP_End, turn, G_MAXINT / 2);
  add_binding (widget_class, GDK_KEY_Return, GDK_KEY_KP_Enter, enter, 0);
}

void
nb_ui_paper_desk_follow_pointer (NbUiPaperDesk *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (click, "released", G_CALLBACK (note_click), self);
  g_signal_connect (motion, "motion", G_CALLBACK (note_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
