/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <string.h>

#include "nb-job.h"

#define NARRATIVE "activities"

static void
assert_inside (NbFinding *finding, const NbText *text)
{
  const GPtrArray *fix = nb_finding_get_fix (finding);

  g_assert_nonnull (nb_finding_get_message (finding));
  for (guint i = 0; i < nb_finding_get_n_spans (finding); i++)
    {
      NbSpan span = nb_finding_get_spans (finding)[i];
      const NbParagraph *paragraph = nb_text_get_paragraph (text, span.paragraph);

      g_assert_nonnull (paragraph);
      g_assert_cmpuint (span.start, <=, span.end);
      g_assert_cmpuint (span.end, <=, paragraph->length);
    }
  for (guint i = 0; fix != NULL && i < fix->len; i++)
    {
      const NbEdit *edit = g_ptr_array_index (fix, i);

      g_assert_cmpuint (edit->span.end, <=,
                        nb_text_get_paragraph (text, edit->span.paragraph)->length);
    }
}

/* The scan of running text and every rule on it: what is found lies inside the text, and after a character
 * was put in the watching checker finds what a new check finds. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static NbJob *job;
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) MIN (size, 20000));
  g_autoptr (NbReport) report = NULL;
  g_autoptr (NbReportData) frozen = NULL;
  g_autoptr (NbChecker) checker = NULL;
  g_autoptr (NbFindingList) full = NULL;
  NbFindingList *findings;
  NbCheckContext context;
  NbField *field;

  if (job == NULL)
    job = nb_job_new (NULL, NULL);
  report = nb_report_new (nb_catalog_lookup_form (nb_job_get_catalog (job), "2014"), "national");
  /* What XML cannot hold is refused at the door, which is not what is tried here. */
  if (!nb_report_set_text (report, NARRATIVE, text, NULL))
    return 0;
  frozen = nb_report_freeze (report);
  context = (NbCheckContext){ .registry = nb_job_get_registry (job, frozen, NULL) };
  checker = nb_checker_new (report, &context);
  findings = nb_checker_run (checker);
  field = nb_report_lookup_field (report, NARRATIVE);
  for (guint i = 0; i < nb_finding_list_get_length (findings); i++)
    if (g_strcmp0 (nb_finding_get_field (nb_finding_list_get (findings, i)), NARRATIVE) == 0)
      assert_inside (nb_finding_list_get (findings, i), nb_field_get_text (field));

  nb_report_splice (report, NARRATIVE, (NbPosition){ 0, 0 }, (NbPosition){ 0, 0 },
                    size % 2 == 0 ? "一" : "\n", NULL);
  findings = nb_checker_run (checker);
  g_clear_pointer (&frozen, nb_report_data_unref);
  frozen = nb_report_freeze (report);
  full = nb_check (frozen, &context);
  g_assert_cmpuint (nb_finding_list_get_length (findings), ==, nb_finding_list_get_length (full));
  for (guint i = 0; i < nb_finding_list_get_length (full); i++)
    g_assert_cmpstr (nb_finding_get_message (nb_finding_list_get (findings, i)), ==,
                     nb_finding_get_message (nb_finding_list_get (full, i)));
  return 0;
}
