/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"
#include "nb-text-class.h"

/* Whether the sentence begins with a heading, which ends what stood before. */
static gboolean
begins_with_heading (const NbProse *prose, const NbSentence *sentence, guint *item)
{
  while (*item < prose->n_items && prose->items[*item].start < sentence->start)
    (*item)++;
  return *item < prose->n_items && prose->items[*item].start == sentence->start
         && NB_ITEM_IS_HEADING (&prose->items[*item]);
}

/* From one full stop to the next there are more characters than a reader keeps in mind (R49). */
static void
look (NbCheck *check, const char *field, guint index)
{
  const NbProse *prose = nb_check_get_prose (check, field, index);
  guint maximum = nb_check_get_number (check, "max", 120);
  guint item = 0, start = 0;
  gboolean goes_on = FALSE;

  for (guint i = 0; i < prose->n_sentences; i++)
    {
      const NbSentence *sentence = &prose->sentences[i];
      gboolean heading = begins_with_heading (prose, sentence, &item);

      if (!goes_on || heading)
        start = heading ? sentence->words : sentence->start;
      goes_on = !nb_text_ends_sentence (sentence->stop);
      if (i + 1 < prose->n_sentences && goes_on
          && !begins_with_heading (prose, &prose->sentences[i + 1], &item))
        continue;
      if (sentence->end - start > maximum)
        {
          NbSpan span = { index, start, sentence->end };

          nb_check_add_fault (check, field, &span, 1, sentence->end - start, 0);
        }
      goes_on = FALSE;
    }
}

static char *
describe (NbFinding *finding)
{
  guint length = (guint) nb_finding_get_a (finding);

  return g_strdup_printf (ngettext ("This sentence has %u character. Make several of it.",
                                    "This sentence has %u characters. Make several of it.", length),
                          length);
}

const NbProseCheck nb_check_long_sentence = { .paragraph = look, .describe = describe };
