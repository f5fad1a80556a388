/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-review.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-handing-in.h"

/* What is told of a field that was left waits so long, so that nothing moves under a pointer that is just
 * pressing a button elsewhere. */
#define LEAVE_DELAY_MS 250

struct _NbUiReview
{
  GObject parent_instance;
  NbUiDocument *document;
  GHashTable *left; /* ids of fields that were left; borrowed from the form */
  gboolean complete;
  guint leave_source;
  GListStore *findings;
  GListStore *filing;
};

G_DEFINE_FINAL_TYPE (NbUiReview, nb_ui_review, G_TYPE_OBJECT)

static guint changed_signal;

static void
nb_ui_review_dispose (GObject *object)
{
  NbUiReview *self = NB_UI_REVIEW (object);

  g_clear_handle_id (&self->leave_source, g_source_remove);
  g_clear_pointer (&self->left, g_hash_table_unref);
  g_clear_object (&self->findings);
  g_clear_object (&self->filing);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (nb_ui_review_parent_class)->dispose (object);
}

static void
nb_ui_review_class_init (NbUiReviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nb_ui_review_dispose;
  changed_signal = g_signal_new ("changed", NB_UI_TYPE_REVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
nb_ui_review_init (NbUiReview *self)
{
  self->left = g_hash_table_new (g_str_hash, g_str_equal);
  self->findings = g_list_store_new (NB_TYPE_FINDING);
  self->filing = g_list_store_new (NB_TYPE_FINDING);
}

/* A fault of the report as a whole belongs to no field that could be left. */
gboolean
nb_ui_review_is_revealed (NbUiReview *self, const char *field)
{
  return self->complete || (field != NULL && g_hash_table_contains (self->left, field));
}

/* Findings that stay keep their place in @store, so that rows bound to it are not made again: the
 * checker keeps those of rules that it need not run. Both are in one order. */
static void
follow (GListStore *store, GPtrArray *wanted)
{
  GListModel *model = G_LIST_MODEL (store);
  g_autoptr (GHashTable) stays = g_hash_table_new (NULL, NULL);
  guint at = 0;

  for (guint i = 0; i < wanted->len; i++)
    g_hash_table_add (stays, g_ptr_array_index (wanted, i));
  while (at < g_list_model_get_n_items (model))
    {
      guint end = at;
      g_autoptr (NbFinding) finding = g_list_model_get_item (model, at);

      if (g_hash_table_contains (stays, finding))
        {
          at++;
          continue;
        }
      do
        {
          g_autoptr (NbFinding) next = g_list_model_get_item (model, ++end);

          if (next == NULL || g_hash_table_contains (stays, next))
            break;
        }
      while (TRUE);
      g_list_store_splice (store, at, end - at, NULL, 0);
    }
  for (at = 0; at < wanted->len; at++)
    {
      g_autoptr (NbFinding) present = g_list_model_get_item (model, at);
      guint end = at;

      while (end < wanted->len && g_ptr_array_index (wanted, end) != present)
        end++;
      if (end > at)
        g_list_store_splice (store, at, 0, wanted->pdata + at, end - at);
      at = end;
    }
  at = g_list_model_get_n_items (model);
  if (at > wanted->len)
    g_list_store_splice (store, wanted->len, at - wanted->len, NULL, 0);
}

static void
update (NbUiReview *self)
{
  NbFindingList *list = nb_ui_document_get_findings (self->document);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (GPtrArray) filing = g_ptr_array_new ();

  for (guint i = 0; i < nb_finding_list_get_length (list); i++)
    {
      NbFinding *finding = nb_finding_list_get (list, i);

      if (nb_finding_get_stage (finding) == NB_STAGE_FILING)
        g_ptr_array_add (filing, finding);
      else if (nb_ui_review_is_revealed (self, nb_finding_get_field (finding)))
        g_ptr_array_add (shown, finding);
    }
  follow (self->findings, shown);
  follow (self->filing, filing);
  g_signal_emit (self, changed_signal, 0);
}

NbUiReview *
nb_ui_review_new (NbUiDocument *document)
{
  NbUiReview *self = g_object_new (NB_UI_TYPE_REVIEW, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::findings", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return self;
}

NbUiDocument *
nb_ui_review_get_document (NbUiReview *self)
{
  return self->document;
}

static gboolean
check_after_leaving (void *data)
{
  NbUiReview *self = data;

  self->leave_source = 0;
  nb_ui_document_check (self->document);
  return G_SOURCE_REMOVE;
}

void
nb_ui_review_note_left (NbUiReview *self, const char *field)
{
  const NbFieldDef *def =
      nb_form_lookup_field (nb_report_get_form (nb_ui_document_get_report (self->document)), field);

  g_return_if_fail (def != NULL);

  g_hash_table_add (self->left, (char *) def->id);
  if (self->leave_source == 0)
    self->leave_source = g_timeout_add (LEAVE_DELAY_MS, check_after_leaving, self);
}

void
nb_ui_review_reveal (NbUiReview *self, const char *field)
{
  const NbFieldDef *def =
      nb_form_lookup_field (nb_report_get_form (nb_ui_document_get_report (self->document)), field);

  g_return_if_fail (def != NULL);

  g_hash_table_add (self->left, (char *) def->id);
  nb_ui_document_check (self->document);
}

void
nb_ui_review_check_everything (NbUiReview *self)
{
  self->complete = TRUE;
  nb_ui_document_check (self->document);
  /* A report that is checked and free of errors has made a step. */
  if (!nb_finding_list_has_errors (nb_ui_document_get_findings (self->document)))
    nb_ui_handing_in_note (nb_ui_document_get_handing_in (self->document), NB_STEP_CHECKED);
}

gboolean
nb_ui_review_is_complete (NbUiReview *self)
{
  return self->complete;
}

GListModel *
nb_ui_review_get_findings (NbUiReview *self)
{
  return G_LIST_MODEL (self->findings);
}

GListModel *
nb_ui_review_get_filing (NbUiReview *self)
{
  return G_LIST_MODEL (self->filing);
}

static gboolean
is_in_section (NbForm *form, NbFinding *finding, const char *section)
{
  const char *field = nb_finding_get_field (finding);

  return field != NULL && g_str_equal (nb_form_lookup_field (form, field)->section, section);
}

/* Whether a field of @section was left. */
static gboolean
is_touched (NbUiReview *self, NbForm *form, const char *section)
{
  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      const NbFieldDef *def = nb_form_get_field (form, i);

      if (g_str_equal (def->section, section) && nb_ui_review_is_revealed (self, def->id))
        return TRUE;
    }
  return FALSE;
}

NbUiSectionState
nb_ui_review_get_section_state (NbUiReview *self, const char *section, guint *n)
{
  NbForm *form = nb_report_get_form (nb_ui_document_get_report (self->document));
  NbFindingList *list = nb_ui_document_get_findings (self->document);
  guint n_shown[NB_SEVERITY_ERROR + 1] = { 0 };
  guint n_hidden = 0;
  guint ignored;

  n = n != NULL ? n : &ignored;
  *n = 0;
  for (guint i = 0; i < nb_finding_list_get_length (list); i++)
    {
      NbFinding *finding = nb_finding_list_get (list, i);

      if (nb_finding_get_stage (finding) == NB_STAGE_FILING
          || nb_finding_get_answer (finding) != NULL || !is_in_section (form, finding, section))
        continue;
      if (nb_ui_review_is_revealed (self, nb_finding_get_field (finding)))
        n_shown[nb_finding_get_severity (finding)]++;
      else if (nb_finding_get_severity (finding) > NB_SEVERITY_ADVICE)
        n_hidden++;
    }
  if ((*n = n_shown[NB_SEVERITY_ERROR]) > 0)
    return NB_UI_SECTION_ERRORS;
  if ((*n = n_shown[NB_SEVERITY_WARNING]) > 0)
    return NB_UI_SECTION_WARNINGS;
  return n_hidden == 0 && is_touched (self, form, section) ? NB_UI_SECTION_FINE
                                                           : NB_UI_SECTION_UNTOUCHED;
}

guint
nb_ui_review_count_filled (NbUiReview *self)
{
  GListModel *fields = G_LIST_MODEL (nb_ui_document_get_report (self->document));
  guint n_filled = 0;

  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr (NbField) field = g_list_model_get_item (fields, i);

      if (!nb_text_is_empty (nb_field_get_text (field)))
        n_filled++;
    }
  return n_filled;
}

guint
nb_ui_review_count (NbUiReview *self, NbSeverity severity)
{
  GListModel *model = G_LIST_MODEL (self->findings);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (NbFinding) finding = g_list_model_get_item (model, i);

      if (nb_finding_get_severity (finding) == severity && nb_finding_get_answer (finding) == NULL)
        n++;
    }
  return n;
}

NbSeverity
nb_ui_review_get_gravest (NbUiReview *self)
{
  if (nb_ui_review_count (self, NB_SEVERITY_ERROR) > 0)
    return NB_SEVERITY_ERROR;
  if (nb_ui_review_count (self, NB_SEVERITY_WARNING) > 0)
    return NB_SEVERITY_WARNING;
  return nb_ui_review_is_complete (self) ? NB_SEVERITY_OFF : NB_SEVERITY_ADVICE;
}

char *
nb_ui_review_format_summary (NbUiReview *self)
{
  guint n_errors = nb_ui_review_count (self, NB_SEVERITY_ERROR);
  guint n_warnings = nb_ui_review_count (self, NB_SEVERITY_WARNING);
  g_autofree char *errors =
      g_strdup_printf (ngettext ("%u error", "%u errors", n_errors), n_errors);
  g_autofree char *warnings =
      g_strdup_printf (ngettext ("%u warning", "%u warnings", n_warnings), n_warnings);

  if (n_errors > 0 && n_warnings > 0)
    /* Translators: “2 errors, 3 warnings”. */
    return g_strdup_printf (_ ("%s, %s"), errors, warnings);
  if (n_errors > 0 || n_warnings > 0)
    return n_errors > 0 ? g_steal_pointer (&errors) : g_steal_pointer (&warnings);
  return g_strdup (self->complete ? _ ("No errors or warnings") : _ ("Not checked yet"));
}
