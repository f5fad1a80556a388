/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-roll-dialog.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-help.h"
#include "nb-ui-platform.h"

#include "nb-roll-forward.h"

/* How much of a text, and of what stands round a year, is shown; in characters. */
#define EXCERPT        60
#define SUBTITLE_LINES 12
#define CONTEXT        8
#define MAX_MENTIONS   4

struct _NbUiRollDialog
{
  AdwWindow parent_instance;
  GtkWindow *parent; /* weak */
  NbJob *job;
  NbReportData *previous;
  NbFacts *facts;
  GPtrArray *offers;
  GPtrArray *ticks; /* of GtkCheckButton, borrowed; beside the offers */
  NbUiRolled rolled;
  void *user_data;

  GtkSpinButton *year_spin;
  AdwActionRow *facts_row;
  AdwPreferencesGroup *carried_group;
  AdwPreferencesGroup *offers_group;
};

G_DEFINE_FINAL_TYPE (NbUiRollDialog, nb_ui_roll_dialog, ADW_TYPE_WINDOW)

/* The ids of what is ticked; NULL-ended, borrowed from the form. */
static GPtrArray *
list_wanted (NbUiRollDialog *self)
{
  GPtrArray *wanted = g_ptr_array_new ();

  for (guint i = 0; i < self->offers->len; i++)
    {
      const NbOffer *offer = g_ptr_array_index (self->offers, i);

      if (gtk_check_button_get_active (g_ptr_array_index (self->ticks, i)))
        g_ptr_array_add (wanted, (gpointer) offer->field->id);
    }
  g_ptr_array_add (wanted, NULL);
  return wanted;
}

static void
begin (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiRollDialog *self = NB_UI_ROLL_DIALOG (widget);
  g_autoptr (GPtrArray) wanted = list_wanted (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (NbReportData) begun =
      nb_job_begin (self->job, self->previous, self->facts, (const char *const *) wanted->pdata,
                    NULL, gtk_spin_button_get_value_as_int (self->year_spin), &error);

  /* Every argument was made here. */
  if (begun == NULL)
    g_error ("%s", error->message);
  gtk_window_set_transient_for (GTK_WINDOW (self), NULL);
  if (self->parent != NULL)
    self->rolled (begun, self->previous, self->user_data);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
nb_ui_roll_dialog_dispose (GObject *object)
{
  NbUiRollDialog *self = NB_UI_ROLL_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), NB_UI_TYPE_ROLL_DIALOG);
  g_clear_weak_pointer (&self->parent);
  g_clear_pointer (&self->previous, nb_report_data_unref);
  g_clear_pointer (&self->facts, nb_facts_unref);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_clear_pointer (&self->ticks, g_ptr_array_unref);
  G_OBJECT_CLASS (nb_ui_roll_dialog_parent_class)->dispose (object);
}

static void
nb_ui_roll_dialog_class_init (NbUiRollDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_roll_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/nianbao/Nianbao/ui/nb-ui-roll-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NbUiRollDialog, year_spin);
  gtk_widget_class_bind_template_child (widget_class, NbUiRollDialog, facts_row);
  gtk_widget_class_bind_template_child (widget_class, NbUiRollDialog, carried_group);
  gtk_widget_class_bind_template_child (widget_class, NbUiRollDialog, offers_group);
  gtk_widget_class_install_action (widget_class, "roll.begin", NULL, begin);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
nb_ui_roll_dialog_init (NbUiRollDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nb_ui_help_set_page (GTK_WIDGET (self), "carrying-over");
  self->ticks = g_ptr_array_new ();
}

static GtkWidget *
make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);
  g_autofree char *escaped_subtitle = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped_subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), SUBTITLE_LINES);
  return row;
}

static void
show_institution (NbUiRollDialog *self)
{
  g_autoptr (NbFacts) facts = nb_facts_new_from_data (self->previous, NULL);
  const char *name =
      facts != NULL ? nb_facts_lookup_name (facts, nb_report_data_get_form (self->previous)) : NULL;
  g_autofree char *title = name != NULL ? g_markup_escape_text (name, -1) : NULL;

  adw_preferences_group_set_title (self->carried_group, title != NULL ? title : "");
}

/* What moves from one field into another: last year's end is this year's beginning. */
static void
show_moves (NbUiRollDialog *self)
{
  NbForm *form = nb_report_data_get_form (self->previous);

  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      const NbFieldDef *field = nb_form_get_field (form, i);
      const NbRollDef *roll = nb_form_get_roll (form, field->id);
      g_autofree char *value = NULL;
      g_autofree char *title = NULL;

      if (roll->kind != NB_ROLL_CARRY || g_strcmp0 (roll->from, field->id) == 0)
        continue;
      value = nb_report_data_dup_canonical (self->previous, roll->from);
      title =
          g_strdup_printf ("%s → %s", nb_form_lookup_field (form, roll->from)->label, field->label);
      adw_preferences_group_add (self->carried_group,
                                 /* Translators: stands for a field that holds nothing. */
                                 make_row (title, *value != '\0' ? value : _ ("(empty)")));
    }
}

static char *
dup_part (const char *text, glong from, glong to)
{
  glong length = g_utf8_strlen (text, -1);
  g_autofree char *part = NULL;

  from = MAX (from, 0);
  to = MIN (to, length);
  part = g_utf8_substring (text, from, to);
  return g_strconcat (from > 0 ? "…" : "", part, to < length ? "…" : "", NULL);
}

/* The beginning of the text, and the years in it with what stands round them. */
static char *
describe (const NbOffer *offer)
{
  g_autofree char *text = nb_text_dup_string (offer->text);
  GString *words = g_string_new (NULL);
  g_autofree char *beginning = NULL;

  g_strdelimit (text, "\n", ' ');
  beginning = dup_part (text, 0, EXCERPT);
  g_string_append (words, beginning);
  for (guint i = 0; i < MIN (offer->years->len, MAX_MENTIONS); i++)
    {
      const NbYearMention *mention = &g_array_index (offer->years, NbYearMention, i);
      g_autofree char *part =
          dup_part (nb_text_get_paragraph (offer->text, mention->span.paragraph)->text,
                    (glong) mention->span.start - CONTEXT, (glong) mention->span.end + CONTEXT);

      g_string_append_c (words, '\n');
      /* Translators: a year found in a text, and the words round it. */
      g_string_append_printf (words, _ ("Look at %d in “%s”"), mention->year, part);
    }
  if (offer->years->len > MAX_MENTIONS)
    {
      guint more = offer->years->len - MAX_MENTIONS;

      g_string_append_c (words, '\n');
      g_string_append_printf (words, ngettext ("and at %u more year", "and at %u more years", more),
                              more);
    }
  return g_string_free (words, FALSE);
}

/* "Nothing to report" is likely to be true again; a narrative is to be written anew. */
static gboolean
is_none_word (NbUiRollDialog *self, const NbOffer *offer)
{
  const char *word =
      nb_registry_get_none_word (nb_job_get_registry (self->job, self->previous, NULL));
  g_autofree char *text = nb_text_dup_string (offer->text);

  return g_strcmp0 (text, word) == 0;
}

static void
show_offers (NbUiRollDialog *self)
{
  self->offers = nb_report_data_list_offers (self->previous);
  for (guint i = 0; i < self->offers->len; i++)
    {
      const NbOffer *offer = g_ptr_array_index (self->offers, i);
      g_autofree char *description = describe (offer);
      GtkWidget *row = make_row (offer->field->label, description);
      GtkWidget *tick = gtk_check_button_new ();

      gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), is_none_word (self, offer));
      gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
      /* Its name is the title of the row that it is the activatable widget of. */
      gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      description, -1);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), tick);
      nb_ui_platform_set_activatable_widget (ADW_ACTION_ROW (row), tick);
      adw_preferences_group_add (self->offers_group, row);
      g_ptr_array_add (self->ticks, tick);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->offers_group), self->offers->len > 0);
}

static int
get_next_year (const NbReportData *previous, int year)
{
  NbForm *form = nb_report_data_get_form (previous);

  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      const NbFieldDef *field = nb_form_get_field (form, i);
      const NbValue *value = nb_report_data_get_value (previous, field->id);

      if (field->type == NB_FIELD_YEAR && value->state == NB_VALUE_READ)
        return (int) value->number + 1;
    }
  return year;
}

GtkWindow *
nb_ui_roll_dialog_new (GtkWindow *parent,
                       NbJob *job,
                       const NbReportData *previous,
                       const NbFacts *facts,
                       int year,
                       NbUiRolled rolled,
                       void *user_data)
{
  NbUiRollDialog *self = g_object_new (NB_UI_TYPE_ROLL_DIALOG, "transient-for", parent, NULL);

  g_set_weak_pointer (&self->parent, parent);
  self->job = job;
  self->previous = nb_report_data_ref ((NbReportData *) previous);
  self->facts = facts != NULL ? nb_facts_ref ((NbFacts *) facts) : NULL;
  self->rolled = rolled;
  self->user_data = user_data;
  gtk_spin_button_set_value (self->year_spin, get_next_year (previous, year));
  adw_action_row_set_subtitle (self->facts_row, facts != NULL
                                                    ? _ ("From the certificate that is kept here")
                                                    : _ ("From last year’s report"));
  show_institution (self);
  show_moves (self);
  show_offers (self);
  return GTK_WINDOW (self);
}
