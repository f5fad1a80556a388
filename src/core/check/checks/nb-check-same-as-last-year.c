/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"

#define SHORTEST 8 /* code points; shorter sentences are alike by chance */

static void
collect (const NbText *text, GHashTable *sentences)
{
  for (guint i = 0; i < nb_text_get_n_paragraphs (text); i++)
    {
      const NbProse *prose = nb_paragraph_get_prose (nb_text_get_paragraph (text, i));

      for (guint j = 0; j < prose->n_sentences; j++)
        g_hash_table_add (sentences, (void *) &prose->sentences[j].folded);
    }
}

/* How much of the text stands in last year's report word for word, figures aside (R56). */
static void
look (NbCheck *check, const char *field)
{
  const NbReportData *previous = check->context->previous;
  g_autoptr (GHashTable) sentences = NULL;
  guint64 same = 0, all = 0;
  const NbProse *prose;

  if (previous == NULL || nb_form_lookup_field (nb_report_data_get_form (previous), field) == NULL)
    return;
  sentences = g_hash_table_new (g_int64_hash, g_int64_equal);
  collect (nb_report_data_get_text (previous, field), sentences);
  for (guint i = 0; (prose = nb_check_get_prose (check, field, i)) != NULL; i++)
    for (guint j = 0; j < prose->n_sentences; j++)
      {
        const NbSentence *sentence = &prose->sentences[j];
        guint length = sentence->end - sentence->words;

        if (length < SHORTEST)
          continue;
        all += length;
        if (g_hash_table_contains (sentences, &sentence->folded))
          same += length;
      }
  if (all >= nb_check_get_number (check, "min", 100)
      && same * 100 >= all * nb_check_get_number (check, "share", 80))
    nb_check_add_fault (check, field, NULL, 0, (gint64) (same * 100 / all), 0);
}

static char *
describe (NbFinding *finding)
{
  return g_strdup_printf (
      _ ("%d %% of “%s” is last year’s text, figures aside. Write what happened this "
         "year."),
      (int) nb_finding_get_a (finding), nb_finding_get_label (finding));
}

const NbProseCheck nb_check_same_as_last_year = { .text = look, .describe = describe };
