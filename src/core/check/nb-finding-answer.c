/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-check.h"

/* The paragraphs of the spans, each once, in the order of the spans. */
static void
append_paragraphs (GString *joined, NbFinding *finding, const NbText *text)
{
  const NbSpan *spans = nb_finding_get_spans (finding);
  guint last = G_MAXUINT;

  for (guint i = 0; i < nb_finding_get_n_spans (finding); i++)
    {
      const NbParagraph *paragraph = nb_text_get_paragraph (text, spans[i].paragraph);

      if (spans[i].paragraph == last)
        continue;
      if (last != G_MAXUINT)
        g_string_append_c (joined, '\n');
      g_string_append_len (joined, paragraph->text, (gssize) paragraph->size);
      last = spans[i].paragraph;
    }
}

char *
nb_finding_dup_digest (NbFinding *finding)
{
  const char *field = nb_finding_get_field (finding);
  const NbText *text;
  g_autoptr (GString) joined = g_string_new (NULL);
  g_autofree char *whole = NULL;

  if (field == NULL)
    return g_compute_checksum_for_string (G_CHECKSUM_SHA256, nb_finding_get_subject (finding), -1);
  text = nb_report_data_get_text (nb_finding_get_data (finding), field);
  if (nb_finding_get_n_spans (finding) > 0)
    append_paragraphs (joined, finding, text);
  else
    g_string_append (joined, whole = nb_text_dup_string (text));
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, joined->str, (gssize) joined->len);
}

gboolean
nb_finding_set_answer (NbFinding *finding, NbReport *report, const char *text, GError **error)
{
  const char *field = nb_finding_get_field (finding);
  g_autofree char *digest = NULL;

  if (nb_finding_get_severity (finding) != NB_SEVERITY_WARNING)
    {
      nb_error_set (error, NB_ERROR_ARGUMENT, (NbPlace){ 0, 0 },
                    _ ("Only a warning can be answered."));
      return FALSE;
    }
  if (!nb_finding_is_current (finding, report))
    {
      nb_error_set (error, NB_ERROR_ARGUMENT, (NbPlace){ 0, 0 },
                    _ ("The text was changed after it was checked. Check it again first."));
      return FALSE;
    }
  digest = nb_finding_dup_digest (finding);
  return nb_report_set_answer (report, nb_finding_get_rule (finding), field, digest, text, error);
}

/* An answer lapses when the text it answered changes. */
static gboolean
is_answer_to (const NbAnswer *answer, NbFinding *finding)
{
  g_autofree char *digest = NULL;

  if (g_strcmp0 (answer->rule, nb_finding_get_rule (finding)) != 0
      || g_strcmp0 (answer->field, nb_finding_get_field (finding)) != 0)
    return FALSE;
  digest = nb_finding_dup_digest (finding);
  return g_str_equal (digest, answer->digest);
}

static const char *
find_answer (const NbReportData *data, NbFinding *finding)
{
  if (nb_finding_get_severity (finding) != NB_SEVERITY_WARNING)
    return NULL;
  for (guint i = 0; i < nb_report_data_get_n_answers (data); i++)
    {
      const NbAnswer *answer = nb_report_data_get_answer (data, i);

      if (is_answer_to (answer, finding))
        return answer->text;
    }
  return NULL;
}

void
nb_check_apply_answers (const NbReportData *data, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      NbFinding *finding = g_ptr_array_index (findings, i);
      const char *answer = find_answer (data, finding);

      if (g_strcmp0 (answer, nb_finding_get_answer (finding)) == 0)
        continue;
      findings->pdata[i] = nb_finding_new_answered (finding, answer);
      g_object_unref (finding);
    }
}
