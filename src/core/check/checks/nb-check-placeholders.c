/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"

/* XXL, MAXX: the sign is part of a Latin word. */
static gboolean
is_latin (const char *text, guint from, guint to)
{
  const char *before = text + from, *behind = text + to;

  if (!g_ascii_isalpha (*before))
    return FALSE;
  return g_ascii_isalpha (*behind) || (from > 0 && g_ascii_isalpha (before[-1]));
}

/* Places that a template left to be filled in: XX, ××, ____, 【】, （此处填写） (R54). */
static void
look (NbCheck *check, const char *field, guint index)
{
  const NbProse *prose = nb_check_get_prose (check, field, index);
  const char *text = nb_text_get_paragraph (nb_check_get_text (check, field), index)->text;

  if ((prose->word_kinds & 1u << NB_WORD_PLACEHOLDER) == 0)
    return;
  for (guint i = 0; i < prose->n_words; i++)
    {
      const NbWord *word = &prose->words[i];
      NbSpan span = { index, word->start, word->end };
      guint end = word->end_byte;

      if (word->kind != NB_WORD_PLACEHOLDER)
        continue;
      /* XXXX is one place, though XX is found in it three times. */
      while (i + 1 < prose->n_words && prose->words[i + 1].kind == NB_WORD_PLACEHOLDER
             && prose->words[i + 1].start <= span.end)
        {
          i++;
          span.end = MAX (span.end, prose->words[i].end);
          end = MAX (end, prose->words[i].end_byte);
        }
      if (!is_latin (text, word->byte, end))
        nb_check_add_fault (check, field, &span, 1, 0, 0);
    }
}

static char *
describe (NbFinding *finding)
{
  g_autofree char *words = nb_finding_dup_words (finding, 0);

  return g_strdup_printf (_ ("“%s” is a place that was left to be filled in."), words);
}

const NbProseCheck nb_check_placeholders = { .paragraph = look, .describe = describe };
