/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-certificate-dialog.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-combo.h"
#include "nb-ui-help.h"
#include "nb-ui-institution.h"
#include "nb-ui-text-view.h"

struct _NbUiCertificateDialog
{
  AdwWindow parent_instance;
  NbJob *job;
  NbUiDocument *document; /* or NULL */
  NbForm *form;
  GPtrArray *kept; /* of NbKeptFacts that can be read, in the order of the row; a new one follows */
  GHashTable *editors; /* id of a field (borrowed) -> its GtkEditable or GtkTextView */
  gboolean following;

  AdwToastOverlay *toasts;
  AdwComboRow *kept_row;
  AdwPreferencesGroup *facts_group;
  AdwEntryRow *term_from;
  AdwEntryRow *term_to;
  AdwEntryRow *valid_from;
  AdwEntryRow *valid_to;
};

G_DEFINE_FINAL_TYPE (NbUiCertificateDialog, nb_ui_certificate_dialog, ADW_TYPE_WINDOW)

static void
set_text (void *editor, const char *text)
{
  if (GTK_IS_TEXT_VIEW (editor))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (editor), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (editor), text);
}

static char *
dup_text (void *editor)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (!GTK_IS_TEXT_VIEW (editor))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (editor)));
  buffer = gtk_text_view_get_buffer (editor);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
show_day (AdwEntryRow *row, NbDate date)
{
  g_autofree char *text = nb_date_is_set (date) ? nb_date_format_iso (date) : g_strdup ("");

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

/* @facts NULL: all empty. */
static void
show_facts (NbUiCertificateDialog *self, const NbFacts *facts)
{
  NbPeriod term = facts != NULL ? nb_facts_get_term (facts) : (NbPeriod){ 0 };
  NbPeriod validity = facts != NULL ? nb_facts_get_validity (facts) : (NbPeriod){ 0 };
  GHashTableIter at;
  void *field, *editor;

  g_hash_table_iter_init (&at, self->editors);
  while (g_hash_table_iter_next (&at, &field, &editor))
    {
      const char *fact = facts != NULL ? nb_facts_lookup (facts, field) : NULL;

      set_text (editor, fact != NULL ? fact : "");
    }
  show_day (self->term_from, term.from);
  show_day (self->term_to, term.to);
  show_day (self->valid_from, validity.from);
  show_day (self->valid_to, validity.to);
}

/* The one that is chosen, or NULL: a new one. */
static const NbKeptFacts *
get_selected (NbUiCertificateDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->kept_row);

  return selected < self->kept->len ? g_ptr_array_index (self->kept, selected) : NULL;
}

static void
note_selected (NbUiCertificateDialog *self)
{
  const NbKeptFacts *kept;

  if (self->following)
    return;
  kept = get_selected (self);
  show_facts (self, kept != NULL ? kept->facts : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "certificate.forget", kept != NULL);
}

static void
tell (NbUiCertificateDialog *self, const char *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

/* Facts that the report does not say keep what was typed here. */
static void
take_from_report (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiCertificateDialog *self = NB_UI_CERTIFICATE_DIALOG (widget);
  g_autoptr (NbReportData) data = nb_report_freeze (nb_ui_document_get_report (self->document));
  GHashTableIter at;
  void *field, *editor;

  g_hash_table_iter_init (&at, self->editors);
  while (g_hash_table_iter_next (&at, &field, &editor))
    {
      g_autofree char *text = nb_report_data_dup_canonical (data, field);

      if (*text != '\0')
        set_text (editor, text);
    }
}

/* Marks a day that cannot be read; FALSE for one. */
static gboolean
read_day (AdwEntryRow *row, NbDate *out)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  gboolean good = *text == '\0' || nb_date_parse (text, out);

  if (*text == '\0')
    *out = (NbDate){ 0 };
  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               good ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  return good;
}

/* What stands in the dialog, NULL where a day cannot be read. */
static NbFacts *
read_facts (NbUiCertificateDialog *self)
{
  g_autoptr (NbFacts) facts = nb_facts_new ();
  NbPeriod term, validity;
  gboolean good = read_day (self->term_from, &term.from);
  GHashTableIter at;
  void *field, *editor;

  good = read_day (self->term_to, &term.to) && good;
  good = read_day (self->valid_from, &validity.from) && good;
  good = read_day (self->valid_to, &validity.to) && good;
  if (!good)
    return NULL;
  nb_facts_set_term (facts, term);
  nb_facts_set_validity (facts, validity);
  g_hash_table_iter_init (&at, self->editors);
  while (g_hash_table_iter_next (&at, &field, &editor))
    {
      g_autofree char *text = dup_text (editor);

      nb_facts_set (facts, field, g_strstrip (text));
    }
  return g_steal_pointer (&facts);
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiCertificateDialog *self = NB_UI_CERTIFICATE_DIALOG (widget);
  g_autoptr (NbFacts) facts = read_facts (self);
  g_autofree char *folder = nb_ui_institution_dup_certificates ();
  g_autoptr (GError) error = NULL;

  if (facts == NULL)
    {
      tell (self, _ ("A day cannot be read. Write it as 2021-03-01."));
      return;
    }
  if (!nb_job_keep_certificate (self->job, folder, facts, &error))
    {
      tell (self, error->message);
      return;
    }
  if (self->document != NULL)
    {
      nb_ui_institution_fill (self->document, facts);
      nb_ui_institution_look_up (self->document);
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void list_kept (NbUiCertificateDialog *self);

/* What stands in the dialog stays: saving it keeps it again. */
static void
forget (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiCertificateDialog *self = NB_UI_CERTIFICATE_DIALOG (widget);
  const NbKeptFacts *kept = get_selected (self);
  g_autoptr (GError) error = NULL;

  if (kept == NULL)
    return;
  if (!nb_job_forget_certificate (kept->path, &error))
    {
      tell (self, error->message);
      return;
    }
  self->following = TRUE;
  list_kept (self);
  adw_combo_row_set_selected (self->kept_row, self->kept->len);
  self->following = FALSE;
  gtk_widget_action_set_enabled (widget, "certificate.forget", FALSE);
  tell (self, _ ("The certificate is no longer kept. Save keeps it again."));
}

static void
nb_ui_certificate_dialog_dispose (GObject *object)
{
  NbUiCertificateDialog *self = NB_UI_CERTIFICATE_DIALOG (object);

  g_clear_pointer (&self->editors, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), NB_UI_TYPE_CERTIFICATE_DIALOG);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (nb_ui_certificate_dialog_parent_class)->dispose (object);
}

static void
nb_ui_certificate_dialog_class_init (NbUiCertificateDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_certificate_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/nianbao/Nianbao/ui/nb-ui-certificate-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NbUiCertificateDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, NbUiCertificateDialog, kept_row);
  gtk_widget_class_bind_template_child (widget_class, NbUiCertificateDialog, facts_group);
  gtk_widget_class_bind_template_child (widget_class, NbUiCertificateDialog, term_from);
  gtk_widget_class_bind_template_child (widget_class, NbUiCertificateDialog, term_to);
  gtk_widget_class_bind_template_child (widget_class, NbUiCertificateDialog, valid_from);
  gtk_widget_class_bind_template_child (widget_class, NbUiCertificateDialog, valid_to);
  gtk_widget_class_bind_template_callback (widget_class, note_selected);
  gtk_widget_class_install_action (widget_class, "certificate.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "certificate.take", NULL, take_from_report);
  gtk_widget_class_install_action (widget_class, "certificate.forget", NULL, forget);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
nb_ui_certificate_dialog_init (NbUiCertificateDialog *self)
{
  self->following = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  nb_ui_combo_wrap (self->kept_row);
  nb_ui_help_set_page (GTK_WIDGET (self), "certificate");
  self->editors = g_hash_table_new (g_str_hash, g_str_equal);
}

/* A long fact, such as the purpose, is a small text under its label. */
static GtkWidget *
make_long_row (const NbFieldDef *field, GtkWidget **editor)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (field->label);
  GtkWidget *frame = gtk_frame_new (NULL);

  *editor = nb_ui_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (*editor), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (*editor), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (*editor), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (*editor), 6);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (*editor), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (*editor), 9);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (frame, "long-text");
  gtk_frame_set_child (GTK_FRAME (frame), *editor);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), frame);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (*editor), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
make_editors (NbUiCertificateDialog *self)
{
  for (guint i = 0; i < nb_form_get_n_fields (self->form); i++)
    {
      const NbFieldDef *field = nb_form_get_field (self->form, i);
      GtkWidget *row, *editor;

      if (!field->certificate)
        continue;
      if (field->type == NB_FIELD_LONG)
        row = make_long_row (field, &editor);
      else
        {
          g_autofree char *unit =
              field->unit != NULL ? g_strdup_printf ("%s（%s）", field->label, field->unit) : NULL;

          row = editor = adw_entry_row_new ();
          adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                         unit != NULL ? unit : field->label);
        }
      g_hash_table_insert (self->editors, (gpointer) field->id, editor);
      adw_preferences_group_add (self->facts_group, row);
    }
}

static void
list_kept (NbUiCertificateDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_clear_pointer (&self->kept, g_ptr_array_unref);
  self->kept = nb_ui_institution_list (self->job);
  for (guint i = 0; i < self->kept->len; i++)
    {
      const NbKeptFacts *kept = g_ptr_array_index (self->kept, i);
      const char *name = nb_facts_lookup_name (kept->facts, self->form);
      const char *code = nb_facts_lookup_code (kept->facts, self->form);

      gtk_string_list_append (names, name != NULL ? name : code != NULL ? code : "?");
    }
  gtk_string_list_append (names, _ ("New certificate"));
  adw_combo_row_set_model (self->kept_row, G_LIST_MODEL (names));
}

/* The one of the institution whose report is in the window, else the only one there is. */
static guint
find_first (NbUiCertificateDialog *self)
{
  g_autoptr (NbFacts) own = NULL;

  if (self->document == NULL)
    return self->kept->len == 1 ? 0 : self->kept->len;
  own = nb_ui_institution_dup_facts (self->document);
  for (guint i = 0; own != NULL && i < self->kept->len; i++)
    {
      const NbKeptFacts *kept = g_ptr_array_index (self->kept, i);

      if (g_strcmp0 (nb_facts_lookup_name (kept->facts, self->form),
                     nb_facts_lookup_name (own, self->form))
          == 0)
        return i;
    }
  return self->kept->len;
}

GtkWindow *
nb_ui_certificate_dialog_new (GtkWindow *parent, NbJob *job, NbUiDocument *document)
{
  NbUiCertificateDialog *self =
      g_object_new (NB_UI_TYPE_CERTIFICATE_DIALOG, "transient-for", parent, NULL);

  self->job = job;
  g_set_object (&self->document, document);
  self->form = document != NULL ? nb_report_get_form (nb_ui_document_get_report (document))
                                : nb_catalog_get_default_form (nb_job_get_catalog (job));
  make_editors (self);
  list_kept (self);
  adw_combo_row_set_selected (self->kept_row, find_first (self));
  self->following = FALSE;
  note_selected (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "certificate.take", document != NULL);
  /* Nothing is kept yet: what the report says is the best beginning. */
  if (document != NULL && get_selected (self) == NULL)
    take_from_report (GTK_WIDGET (self), NULL, NULL);
  return GTK_WINDOW (self);
}
