/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"

/* 更好的服务于 for 更好地服务于, 做的不到位 for 做得不到位; what can be said either way is left alone
 * (R51). */
static void
look (NbCheck *check, const char *field, guint index)
{
  const NbProse *prose = nb_check_get_prose (check, field, index);
  const guint kinds = 1u << NB_WORD_DE_ADVERB | 1u << NB_WORD_DE_DEGREE;

  if ((prose->word_kinds & kinds) == 0)
    return;
  for (guint i = 0; i < prose->n_words; i++)
    {
      const NbWord *word = &prose->words[i];
      NbSpan span = { index, word->start, word->end };

      if ((kinds & 1u << word->kind) != 0)
        nb_check_add_fault (check, field, &span, 1, word->kind, word->value);
    }
}

static const char *
get_particle (NbFinding *finding)
{
  return nb_finding_get_a (finding) == NB_WORD_DE_ADVERB ? "地" : "得";
}

static char *
describe (NbFinding *finding)
{
  g_autofree char *words = nb_finding_dup_words (finding, 0);

  return g_strdup_printf (_ ("“%s”: here it is “%s”, not “的”."), words, get_particle (finding));
}

static void
fix (NbFinding *finding)
{
  NbSpan span = nb_finding_get_spans (finding)[0];

  span.start += (guint) nb_finding_get_b (finding);
  span.end = span.start + 1;
  nb_finding_add_edit (finding, span, get_particle (finding));
}

const NbProseCheck nb_check_particles = { .paragraph = look, .describe = describe, .fix = fix };
