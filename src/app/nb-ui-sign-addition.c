/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-sign-addition.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-combo.h"
#include "nb-ui-document-private.h"
#include "nb-ui-text-view.h"

struct _NbUiSignAddition
{
  GtkWidget parent_instance;
  NbBrings brings;

  GtkWidget *opinion_group;
  GtkTextBuffer *sentence;
  AdwEntryRow *person;
  AdwEntryRow *opinion_date;
  GtkWidget *registration_group;
  GtkTextBuffer *remark;
  AdwComboRow *result;
  AdwEntryRow *registration_date;
};

G_DEFINE_FINAL_TYPE (NbUiSignAddition, nb_ui_sign_addition, GTK_TYPE_WIDGET)

/* In the order of the choices of the row. */
enum
{
  RESULT_ACCEPTED,
  RESULT_RETURNED,
};

static guint changed_signal;

static void
note_changed (NbUiSignAddition *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
nb_ui_sign_addition_dispose (GObject *object)
{
  NbUiSignAddition *self = NB_UI_SIGN_ADDITION (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), NB_UI_TYPE_SIGN_ADDITION);
  G_OBJECT_CLASS (nb_ui_sign_addition_parent_class)->dispose (object);
}

static void
nb_ui_sign_addition_class_init (NbUiSignAdditionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_sign_addition_dispose;
  g_type_ensure (NB_UI_TYPE_TEXT_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/nianbao/Nianbao/ui/nb-ui-sign-addition.ui");
  gtk_widget_class_bind_template_child (widget_class, NbUiSignAddition, opinion_group);
  gtk_widget_class_bind_template_child (widget_class, NbUiSignAddition, sentence);
  gtk_widget_class_bind_template_child (widget_class, NbUiSignAddition, person);
  gtk_widget_class_bind_template_child (widget_class, NbUiSignAddition, opinion_date);
  gtk_widget_class_bind_template_child (widget_class, NbUiSignAddition, registration_group);
  gtk_widget_class_bind_template_child (widget_class, NbUiSignAddition, remark);
  gtk_widget_class_bind_template_child (widget_class, NbUiSignAddition, result);
  gtk_widget_class_bind_template_child (widget_class, NbUiSignAddition, registration_date);
  gtk_widget_class_bind_template_callback (widget_class, note_changed);
  changed_signal = g_signal_new ("changed", NB_UI_TYPE_SIGN_ADDITION, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
nb_ui_sign_addition_init (NbUiSignAddition *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nb_ui_combo_wrap (self->result);
}

static char *
dup_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, TRUE));
}

/* Marks a day that cannot be read. */
static gboolean
read_day (AdwEntryRow *row, NbDate *out)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  gboolean good = nb_date_parse (text, out);
  gboolean faulty = !good && *text != '\0';

  if (faulty)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               faulty ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  return good;
}

gboolean
nb_ui_sign_addition_is_complete (NbUiSignAddition *self)
{
  g_autofree char *sentence = NULL;
  g_autofree char *person = NULL;
  NbDate date;

  switch (self->brings)
    {
    case NB_BRINGS_OPINION:
      sentence = dup_text (self->sentence);
      person = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->person)));
      return read_day (self->opinion_date, &date) && *sentence != '\0'
             && *g_strstrip (person) != '\0';
    case NB_BRINGS_REGISTRATION:
      sentence = dup_text (self->remark);
      /* Whoever returns a report says why. */
      return read_day (self->registration_date, &date)
             && (*sentence != '\0' || adw_combo_row_get_selected (self->result) != RESULT_RETURNED);
    case NB_BRINGS_NOTHING:
      break;
    }
  return TRUE;
}

char *
nb_ui_sign_addition_dup_payload (NbUiSignAddition *self, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *person = NULL;
  NbDate date = { 0 };

  switch (self->brings)
    {
    case NB_BRINGS_OPINION:
      text = dup_text (self->sentence);
      person = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->person)));
      read_day (self->opinion_date, &date);
      return nb_job_format_opinion (text, g_strstrip (person), date, error);
    case NB_BRINGS_REGISTRATION:
      text = dup_text (self->remark);
      read_day (self->registration_date, &date);
      return nb_job_format_registration (
          text, adw_combo_row_get_selected (self->result) == RESULT_ACCEPTED, date, error);
    case NB_BRINGS_NOTHING:
      break;
    }
  return NULL;
}

void
nb_ui_sign_addition_set_brings (NbUiSignAddition *self, NbBrings brings)
{
  self->brings = brings;
  gtk_widget_set_visible (self->opinion_group, brings == NB_BRINGS_OPINION);
  gtk_widget_set_visible (self->registration_group, brings == NB_BRINGS_REGISTRATION);
  gtk_widget_set_visible (GTK_WIDGET (self), brings != NB_BRINGS_NOTHING);
}

void
nb_ui_sign_addition_set_document (NbUiSignAddition *self, NbUiDocument *document)
{
  g_autoptr (NbReportData) data = nb_report_freeze (nb_ui_document_get_report (document));
  g_autofree char *sentence = nb_job_dup_opinion_sentence (nb_ui_document_get_job (document), data);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  gtk_text_buffer_set_text (self->sentence, sentence, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->opinion_date), today);
  gtk_editable_set_text (GTK_EDITABLE (self->registration_date), today);
}
