/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-form-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-ui-finding-box.h"
#include "nb-ui-platform.h"

/* So many rows fill a window as it opens; the others are made once these can be seen. */
#define FIRST_ROWS 5
/* So long the form may move under a row that was gone to before it was laid out. */
#define SETTLING_FRAMES 12

struct _NbUiFormView
{
  GtkWidget parent_instance;
  NbUiReview *review;
  GPtrArray *defs;   /* of all fields, in the order of the sections; borrowed NbFieldDef */
  GPtrArray *places; /* where the row of each belongs; borrowed GtkBox */
  GPtrArray *rows;   /* of the first so many of them; borrowed NbUiFieldRow */
  guint building;    /* source that makes the others, or 0 */
  GtkWidget *wanted; /* the row of these that was gone to last */
  guint settling;    /* so many frames go on showing it */

  GtkWidget *scroller;
  GtkBox *sections;
  NbUiFindingBox *findings;
};

G_DEFINE_FINAL_TYPE (NbUiFormView, nb_ui_form_view, GTK_TYPE_WIDGET)

static guint section_entered_signal;

static void
nb_ui_form_view_dispose (GObject *object)
{
  NbUiFormView *self = NB_UI_FORM_VIEW (object);

  g_clear_handle_id (&self->building, g_source_remove);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->defs, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), NB_UI_TYPE_FORM_VIEW);
  g_clear_object (&self->review);
  G_OBJECT_CLASS (nb_ui_form_view_parent_class)->dispose (object);
}

static void
nb_ui_form_view_class_init (NbUiFormViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_form_view_dispose;

  g_type_ensure (NB_UI_TYPE_FINDING_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/nianbao/Nianbao/ui/nb-ui-form-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NbUiFormView, scroller);
  gtk_widget_class_bind_template_child (widget_class, NbUiFormView, sections);
  gtk_widget_class_bind_template_child (widget_class, NbUiFormView, findings);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);

  section_entered_signal = g_signal_new ("section-entered", NB_UI_TYPE_FORM_VIEW, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
nb_ui_form_view_init (NbUiFormView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->defs = g_ptr_array_new ();
  self->places = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
}

static void
note_section_entered (NbUiFormView *self, GtkEventController *focus)
{
  GtkWidget *group = gtk_event_controller_get_widget (focus);

  g_signal_emit (self, section_entered_signal, 0, gtk_widget_get_name (group));
}

static void
watch_focus (NbUiFormView *self, GtkWidget *group)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (note_section_entered), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (group, focus);
}

static void
add_section (NbUiFormView *self, const NbForm *form, const NbSectionDef *section)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *title = g_markup_escape_text (_ (section->name), -1);
  /* Not the group's own list: rows of a list take focus and arrow keys away from what one types into. */
  GtkWidget *fields = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  adw_preferences_group_set_title (group, title);
  nb_ui_platform_wrap_title (group);
  gtk_widget_add_css_class (fields, "card");
  gtk_widget_add_css_class (fields, "fields");
  adw_preferences_group_add (group, fields);
  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      const NbFieldDef *def = nb_form_get_field (form, i);

      if (strcmp (def->section, section->id) == 0)
        {
          g_ptr_array_add (self->defs, (void *) def);
          g_ptr_array_add (self->places, fields);
        }
    }
  gtk_widget_set_name (GTK_WIDGET (group), section->id);
  gtk_widget_set_visible (GTK_WIDGET (group), FALSE);
  watch_focus (self, GTK_WIDGET (group));
  gtk_box_append (self->sections, GTK_WIDGET (group));
}

/* The rows come in their order, so that none pushes down another one that is read already. */
static void
build_rows (NbUiFormView *self, guint n)
{
  while (self->rows->len < MIN (n, self->defs->len))
    {
      GtkBox *place = g_ptr_array_index (self->places, self->rows->len);
      GtkWidget *row =
          nb_ui_field_row_new (self->review, g_ptr_array_index (self->defs, self->rows->len));

      gtk_box_append (place, row);
      gtk_widget_set_visible (gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP), TRUE);
      g_ptr_array_add (self->rows, row);
    }
}

static gboolean
build_next (void *data)
{
  NbUiFormView *self = data;

  build_rows (self, self->rows->len + 1);
  if (self->rows->len < self->defs->len)
    return G_SOURCE_CONTINUE;
  self->building = 0;
  return G_SOURCE_REMOVE;
}

/* The first frame is painted before anything that is idle. */
static gboolean
note_first_frame (GtkWidget *widget, GdkFrameClock *clock, void *data)
{
  NB_UI_FORM_VIEW (widget)->building = g_idle_add (build_next, widget);
  return G_SOURCE_REMOVE;
}

GtkWidget *
nb_ui_form_view_new (NbUiReview *review)
{
  NbUiFormView *self = g_object_new (NB_UI_TYPE_FORM_VIEW, NULL);
  NbUiDocument *document = nb_ui_review_get_document (review);
  NbForm *form = nb_report_get_form (nb_ui_document_get_report (document));

  self->review = g_object_ref (review);
  nb_ui_finding_box_set_source (self->findings, review, NULL);
  for (guint i = 0; i < nb_form_get_n_sections (form); i++)
    add_section (self, form, nb_form_get_section (form, i));
  build_rows (self, FIRST_ROWS);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), note_first_frame, NULL, NULL);
  return GTK_WIDGET (self);
}

static NbUiFieldRow *
get_row (NbUiFormView *self, guint index)
{
  build_rows (self, index + 1);
  return g_ptr_array_index (self->rows, index);
}

NbUiFieldRow *
nb_ui_form_view_lookup_row (NbUiFormView *self, const char *field)
{
  for (guint i = 0; i < self->defs->len; i++)
    if (g_strcmp0 (((NbFieldDef *) g_ptr_array_index (self->defs, i))->id, field) == 0)
      return get_row (self, i);
  return NULL;
}

NbUiFieldRow *
nb_ui_form_view_get_focus_row (NbUiFormView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, NB_UI_TYPE_FIELD_ROW) : NULL;

  return row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self)) ? NB_UI_FIELD_ROW (row)
                                                                        : NULL;
}

/* The whole row, with its label and findings; focus alone scrolls to the editor only. */
static void
scroll_to (NbUiFormView *self, GtkWidget *row)
{
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->sections), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y,
                               bounds.origin.y + bounds.size.height
                                   + 2 * gtk_widget_get_margin_top (GTK_WIDGET (self->sections)));
}

/* Long texts above take their full height some frames later than the row its place. */
static gboolean
scroll_while_settling (GtkWidget *widget, GdkFrameClock *clock, void *data)
{
  NbUiFormView *self = NB_UI_FORM_VIEW (widget);

  if (gtk_widget_get_height (self->wanted) == 0)
    return G_SOURCE_CONTINUE;
  scroll_to (self, self->wanted);
  if (--self->settling > 0)
    return G_SOURCE_CONTINUE;
  return G_SOURCE_REMOVE;
}

/* A row that was made just now has no place yet. */
static void
show_row (NbUiFormView *self, GtkWidget *row)
{
  self->wanted = row;
  if (gtk_widget_get_height (row) > 0)
    {
      scroll_to (self, row);
      return;
    }
  if (self->settling == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_while_settling, NULL, NULL);
  self->settling = SETTLING_FRAMES;
}

static void
show_span (NbUiFormView *self, NbUiFieldRow *row, const NbSpan *span)
{
  nb_ui_field_row_show_span (row, span);
  show_row (self, GTK_WIDGET (row));
}

void
nb_ui_form_view_show_span (NbUiFormView *self, const char *field, const NbSpan *span)
{
  NbUiFieldRow *row = nb_ui_form_view_lookup_row (self, field);

  if (row != NULL)
    show_span (self, row, span);
}

void
nb_ui_form_view_focus_field (NbUiFormView *self, const char *field)
{
  nb_ui_form_view_show_span (self, field, NULL);
}

void
nb_ui_form_view_focus_section (NbUiFormView *self, const char *section)
{
  for (guint i = 0; i < self->defs->len; i++)
    if (g_str_equal (((NbFieldDef *) g_ptr_array_index (self->defs, i))->section, section))
      {
        show_span (self, get_row (self, i), NULL);
        return;
      }
}

void
nb_ui_form_view_show_finding (NbUiFormView *self, NbFinding *finding)
{
  NbUiFieldRow *row = nb_finding_get_field (finding) != NULL
                          ? nb_ui_form_view_lookup_row (self, nb_finding_get_field (finding))
                          : NULL;

  if (row != NULL)
    show_span (self, row,
               nb_finding_get_n_spans (finding) > 0 ? nb_finding_get_spans (finding) : NULL);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->findings), GTK_DIR_TAB_FORWARD);
}
