/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"
#include "nb-text-class.h"

/* Half-width marks in Chinese text: one fault for a field, however many there are, with one fix (R40). */
static void
look (NbCheck *check, const char *field)
{
  g_autofree NbSpan *spans = NULL;
  guint n_spans = 0, n = 0;
  const NbProse *prose;

  for (guint i = 0; (prose = nb_check_get_prose (check, field, i)) != NULL; i++)
    n_spans += prose->n_half_width;
  if (n_spans == 0)
    return;
  spans = g_new (NbSpan, n_spans);
  for (guint i = 0; (prose = nb_check_get_prose (check, field, i)) != NULL; i++)
    for (guint j = 0; j < prose->n_half_width; j++)
      {
        guint at = prose->marks[prose->half_width[j]].at;

        spans[n++] = (NbSpan){ i, at, at + 1 };
      }
  nb_finding_set_count (nb_check_add_fault (check, field, spans, n_spans, 0, 0), n_spans);
}

static char *
describe (NbFinding *finding)
{
  guint count = nb_finding_get_count (finding);

  return g_strdup_printf (ngettext ("“%s” has %u half-width punctuation mark in Chinese text.",
                                    "“%s” has %u half-width punctuation marks in Chinese text.",
                                    count),
                          nb_finding_get_label (finding), count);
}

static void
fix (NbFinding *finding)
{
  const NbText *text = nb_finding_get_text (finding);

  for (guint i = 0; i < nb_text_get_n_paragraphs (text); i++)
    {
      const NbProse *prose = nb_paragraph_get_prose (nb_text_get_paragraph (text, i));

      for (guint j = 0; j < prose->n_half_width; j++)
        {
          const NbMark *mark = &prose->marks[prose->half_width[j]];
          char full[7] = "";

          g_unichar_to_utf8 (nb_text_get_full_width (mark->c), full);
          nb_finding_add_edit (finding, (NbSpan){ i, mark->at, mark->at + 1 }, full);
        }
    }
}

const NbProseCheck nb_check_half_width = { .text = look, .describe = describe, .fix = fix };
