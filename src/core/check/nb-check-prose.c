/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "nb-check.h"
#include "nb-prose-heading.h"
#include "nb-prose-run.h"

static void
begin_outline (const NbCheck *check, NbOutline *outline)
{
  const char *id = outline->def->id;
  guint n_paragraphs;

  outline->text = nb_report_data_get_text (check->data, id);
  outline->last = check->last != NULL ? nb_report_data_get_text (check->last, id) : NULL;
  n_paragraphs = nb_text_get_n_paragraphs (outline->text);
  outline->proses = g_ptr_array_sized_new (n_paragraphs);
  for (guint i = 0; i < n_paragraphs; i++)
    g_ptr_array_add (outline->proses,
                     (void *) nb_paragraph_get_prose (nb_text_get_paragraph (outline->text, i)));
}

/* What the rules share of @field. */
static NbOutline *
go_to_field (NbCheck *check, const char *field)
{
  if (check->at_field != field)
    {
      check->at_field = field;
      check->at_outline = &check->outlines[nb_form_lookup_field (check->form, field)->index];
    }
  if (check->at_outline->proses == NULL)
    begin_outline (check, check->at_outline);
  return check->at_outline;
}

/* Whether the paragraphs that @spans lie in are the same ones as in the last run. */
static gboolean
is_same_place (const NbCheck *check, const NbSpan *spans, guint n_spans)
{
  for (guint i = 0; i < n_spans; i++)
    if (nb_text_get_paragraph (check->at_outline->last, spans[i].paragraph)
        != nb_text_get_paragraph (check->at_outline->text, spans[i].paragraph))
      return FALSE;
  return TRUE;
}

static gboolean
comes_before (NbFinding *finding, guint field_index, const NbSpan *span)
{
  const NbSpan *own = nb_finding_get_spans (finding);
  guint own_index = nb_finding_get_field_index (finding);

  if (own_index != field_index)
    return own_index < field_index;
  if (own->paragraph != span->paragraph)
    return own->paragraph < span->paragraph;
  return own->start < span->start;
}

/* The finding of the last run that says the same, or NULL. Both runs go through the text in one direction,
 * so each of them is looked at once. */
static NbFinding *
find_previous (
    NbCheck *check, const NbFieldDef *field, const NbSpan *spans, guint n_spans, gint64 a, gint64 b)
{
  if (check->previous == NULL || check->at_outline->last == NULL || n_spans == 0)
    return NULL;
  while (check->cursor < check->previous->len
         && comes_before (g_ptr_array_index (check->previous, check->cursor), field->index, spans))
    check->cursor++;
  for (guint i = check->cursor; i < check->previous->len && i < check->cursor + 4; i++)
    {
      NbFinding *finding = g_ptr_array_index (check->previous, i);

      if (nb_finding_get_field_index (finding) == field->index
          && nb_finding_get_n_spans (finding) == n_spans && nb_finding_get_a (finding) == a
          && nb_finding_get_b (finding) == b
          && memcmp (nb_finding_get_spans (finding), spans, n_spans * sizeof (NbSpan)) == 0)
        return is_same_place (check, spans, n_spans) ? finding : NULL;
    }
  return NULL;
}

NbFinding *
nb_check_add_fault (
    NbCheck *check, const char *field, const NbSpan *spans, guint n_spans, gint64 a, gint64 b)
{
  NbFinding *finding;

  go_to_field (check, field);
  finding = find_previous (check, check->at_outline->def, spans, n_spans, a, b);

  if (finding != NULL)
    g_object_ref (finding);
  else
    finding = nb_finding_new_fault (check->rule, check->data, check->at_outline->def->id,
                                    check->prose, spans, n_spans, a, b);
  g_ptr_array_add (check->findings, finding);
  return finding;
}

const NbText *
nb_check_get_text (NbCheck *check, const char *field)
{
  return go_to_field (check, field)->text;
}

const NbProse *
nb_check_get_prose (NbCheck *check, const char *field, guint index)
{
  const GPtrArray *proses = go_to_field (check, field)->proses;

  return index < proses->len ? g_ptr_array_index (proses, index) : NULL;
}

const GArray *
nb_check_get_headings (NbCheck *check, const char *field)
{
  NbOutline *outline = go_to_field (check, field);

  if (outline->headings == NULL)
    outline->headings = nb_text_list_headings (nb_check_get_text (check, field));
  return outline->headings;
}

const GArray *
nb_check_get_runs (NbCheck *check, const char *field, NbItemKind kind)
{
  NbOutline *outline = go_to_field (check, field);
  GArray **runs = kind == NB_ITEM_IS ? &outline->is_runs : &outline->nth_runs;

  if (*runs == NULL)
    {
      *runs = g_array_new (FALSE, FALSE, sizeof (NbRunItem));
      nb_text_list_runs (nb_check_get_text (check, field), kind, *runs);
    }
  return *runs;
}

guint
nb_check_get_number (const NbCheck *check, const char *parameter, guint otherwise)
{
  const char *text = nb_rule_def_get_parameter (check->rule, parameter);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : otherwise;
}
