/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-job-private.h"

#include <glib/gi18n-lib.h>

/* So many characters of the words that a finding is about are printed beside it. */
#define MAXIMUM_EXCERPT 24

static void
note_free (gpointer data)
{
  NbPageNote *note = data;

  g_free (note->severity);
  g_free (note->field);
  g_free (note->excerpt);
  g_free (note->message);
  g_free (note->authority);
  g_free (note->answer);
  g_free (note);
}

static const char *
get_severity (NbSeverity severity)
{
  if (severity == NB_SEVERITY_ERROR)
    return _ ("Error");
  return severity == NB_SEVERITY_WARNING ? _ ("Warning") : _ ("Advice");
}

/* The words at the first place of @finding, in quotation marks. */
static char *
dup_excerpt (const NbReportData *data, NbFinding *finding)
{
  const char *field = nb_finding_get_field (finding);
  g_autofree char *words = NULL;
  gboolean cut;
  NbSpan span;

  if (field == NULL || nb_finding_get_n_spans (finding) == 0)
    return g_strdup ("");
  span = nb_finding_get_spans (finding)[0];
  if (span.start == span.end)
    return g_strdup ("");
  cut = span.end - span.start > MAXIMUM_EXCERPT;
  if (cut)
    span.end = span.start + MAXIMUM_EXCERPT - 1;
  words = nb_text_dup_span (nb_report_data_get_text (data, field), span);
  return g_strconcat ("“", words, cut ? "…”" : "”", NULL);
}

static NbPageNote *
make_note (const NbReportData *data, NbFinding *finding)
{
  const char *field = nb_finding_get_field (finding);
  NbPageNote *note = g_new0 (NbPageNote, 1);

  note->severity = g_strdup (get_severity (nb_finding_get_severity (finding)));
  note->field =
      g_strdup (field != NULL ? nb_form_lookup_field (nb_report_data_get_form (data), field)->label
                              : _ ("The report as a whole"));
  note->excerpt = dup_excerpt (data, finding);
  note->message = g_strdup (nb_finding_get_message (finding));
  note->authority = g_strdup (nb_finding_get_authority (finding));
  note->answer = g_strdup (nb_finding_get_answer (finding));
  return note;
}

GPtrArray *
nb_job_make_notes (NbJob *job, const NbReportData *data)
{
  NbCheckContext context = { .registry = nb_job_get_registry (job, data, NULL), .filing = TRUE };
  g_autoptr (NbFindingList) findings = nb_check (data, &context);
  GPtrArray *notes = g_ptr_array_new_with_free_func (note_free);

  for (guint i = 0; i < nb_finding_list_get_length (findings); i++)
    {
      NbFinding *finding = nb_finding_list_get (findings, i);

      /* What is still to be done before handing in is no fault of the report; what was answered is kept. */
      if (nb_finding_get_stage (finding) == NB_STAGE_DATA
          || nb_finding_get_answer (finding) != NULL)
        g_ptr_array_add (notes, make_note (data, finding));
    }
  return notes;
}
