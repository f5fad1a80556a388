/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-last-year.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A text of so many characters may not fit in one line. */
#define ONE_LINE 20

struct _NbUiLastYear
{
  GtkWidget parent_instance;
  NbUiDocument *document;
  const NbFieldDef *def;
  char *text;     /* of last year's report for this field, or NULL */
  gboolean offer; /* it may be taken over */
  GtkLabel *words;
  GtkToggleButton *more;
  GtkButton *take_over;
};

G_DEFINE_FINAL_TYPE (NbUiLastYear, nb_ui_last_year, GTK_TYPE_WIDGET)

static guint changed_signal;

static void
nb_ui_last_year_dispose (GObject *object)
{
  NbUiLastYear *self = NB_UI_LAST_YEAR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->text, g_free);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (nb_ui_last_year_parent_class)->dispose (object);
}

static void
nb_ui_last_year_class_init (NbUiLastYearClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_last_year_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_GRID_LAYOUT);
  changed_signal = g_signal_new ("changed", NB_UI_TYPE_LAST_YEAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

/* One line, or everything; a short text all of it, however narrow the window. */
static void
show_more (NbUiLastYear *self)
{
  gboolean all = gtk_toggle_button_get_active (self->more)
                 || !gtk_widget_get_visible (GTK_WIDGET (self->more));

  gtk_label_set_lines (self->words, all ? -1 : 1);
  gtk_label_set_ellipsize (self->words, all ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
}

static void
nb_ui_last_year_init (NbUiLastYear *self)
{
  GtkGridLayout *layout = GTK_GRID_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_grid_layout_set_column_spacing (layout, 6);
  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_wrap_mode (self->words, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (GTK_WIDGET (self->words), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->words), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "caption");
  gtk_widget_set_parent (GTK_WIDGET (self->words), GTK_WIDGET (self));

  /* Translators: button that shows all of last year's text. */
  self->more = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_ ("Show All")));
  g_signal_connect_object (self->more, "toggled", G_CALLBACK (show_more), self, G_CONNECT_SWAPPED);
  /* Translators: button that puts last year's value into the field. */
  self->take_over = GTK_BUTTON (gtk_button_new_with_label (_ ("Take Over")));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->take_over), "field.take-over");
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *button = i == 0 ? GTK_WIDGET (self->more) : GTK_WIDGET (self->take_over);

      gtk_widget_add_css_class (button, "small");
      gtk_widget_set_valign (button, GTK_ALIGN_START);
      gtk_widget_set_parent (button, GTK_WIDGET (self));
      gtk_grid_layout_child_set_column (GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (
                                            GTK_LAYOUT_MANAGER (layout), button)),
                                        (int) i + 1);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  show_more (self);
}

/* As next year's report would begin; where the table only offers a text, or drops it, the text itself. */
static char *
dup_text (const NbReportData *previous, const NbFieldDef *def)
{
  const NbRollDef *roll = nb_form_get_roll (nb_report_data_get_form (previous), def->id);
  g_autoptr (NbReportData) begun = NULL;
  const char *const wanted[] = { def->id, NULL };

  if (roll->kind == NB_ROLL_DROP)
    return nb_text_dup_string (nb_report_data_get_text (previous, def->id));
  begun = nb_report_data_roll_forward (previous, NULL, wanted);
  return nb_text_dup_string (nb_report_data_get_text (begun, def->id));
}

/* The field of last year's report that the text is from, where that is another one. */
static const char *
get_other_label (const NbReportData *previous, const NbFieldDef *def)
{
  NbForm *form = nb_report_data_get_form (previous);
  const NbRollDef *roll = nb_form_get_roll (form, def->id);

  return roll->kind == NB_ROLL_CARRY && !g_str_equal (roll->from, def->id)
             ? nb_form_lookup_field (form, roll->from)->label
             : NULL;
}

/* Whether the field holds it already decides about the button. */
static void
follow_text (NbUiLastYear *self)
{
  NbReport *report = nb_ui_document_get_report (self->document);
  NbField *field = nb_report_lookup_field (report, self->def->id);
  g_autofree char *now = self->offer ? nb_field_dup_string (field) : NULL;
  gboolean offer = self->offer && !g_str_equal (now, self->text);

  gtk_widget_set_visible (GTK_WIDGET (self->take_over), offer);
}

static void
follow_previous (NbUiLastYear *self)
{
  const NbReportData *previous = nb_ui_document_get_previous (self->document);
  const NbForm *form = nb_report_get_form (nb_ui_document_get_report (self->document));
  gboolean known = previous != NULL && nb_report_data_get_form (previous) == form;
  g_autofree char *text = known ? dup_text (previous, self->def) : NULL;
  const char *other = known ? get_other_label (previous, self->def) : NULL;
  g_autofree char *words = NULL;

  g_free (self->text);
  self->text = text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
  self->offer = self->text != NULL && !nb_ui_document_get_read_only (self->document)
                && nb_form_get_roll (form, self->def->id)->kind != NB_ROLL_DROP;
  if (self->text != NULL && other != NULL)
    /* Translators: the field of last year's report that the value is from, and the value. */
    words = g_strdup_printf (_ ("Last year, %s: %s"), other, self->text);
  else if (self->text != NULL)
    words = g_strdup_printf (_ ("Last year: %s"), self->text);
  gtk_label_set_text (self->words, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self), self->text != NULL);
  gtk_widget_set_visible (
      GTK_WIDGET (self->more),
      self->text != NULL
          && (strchr (self->text, '\n') != NULL || g_utf8_strlen (self->text, -1) > ONE_LINE));
  show_more (self);
  follow_text (self);
  g_signal_emit (self, changed_signal, 0);
}

void
nb_ui_last_year_set_field (NbUiLastYear *self, NbUiDocument *document, const NbFieldDef *def)
{
  NbReport *report = nb_ui_document_get_report (document);

  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  self->def = def;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->take_over),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, def->label, -1);
  g_signal_connect_object (document, "notify::previous", G_CALLBACK (follow_previous), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (nb_report_lookup_field (report, def->id), "notify::text",
                           G_CALLBACK (follow_text), self, G_CONNECT_SWAPPED);
  follow_previous (self);
}

const char *
nb_ui_last_year_get_offer (NbUiLastYear *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->take_over)) ? self->text : NULL;
}

const char *
nb_ui_last_year_get_words (NbUiLastYear *self)
{
  return self->text != NULL ? gtk_label_get_text (self->words) : NULL;
}
