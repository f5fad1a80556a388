/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"

/* What follows 截止 where 截至 was meant: a point in time. 截止日期, 截止到 and a 截止 at the end are right. */
static gboolean
is_time (const char *at)
{
  static const char *const times[] = { "目前", "现在",   "当前", "今年", "今日", "今天", "日前",
                                       "年底", "年末",   "月底", "月末", "本月", "本年", "上月",
                                       "去年", "报告期", "此时", "12月", "二〇" };

  if (g_ascii_isdigit (*at))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    if (g_str_has_prefix (at, times[i]))
      return TRUE;
  return FALSE;
}

/* 截止目前 for 截至目前 (R43). */
static void
look (NbCheck *check, const char *field, guint index)
{
  const NbProse *prose = nb_check_get_prose (check, field, index);
  const char *text = nb_text_get_paragraph (nb_check_get_text (check, field), index)->text;

  for (guint i = 0; i < prose->n_words; i++)
    {
      const NbWord *word = &prose->words[i];
      NbSpan span = { index, word->start, word->end };

      if (word->kind == NB_WORD_UNTIL && is_time (text + word->end_byte))
        nb_check_add_fault (check, field, &span, 1, 0, 0);
    }
}

static char *
describe (NbFinding *finding)
{
  return g_strdup (_ ("Before a point in time “截至” is right; “截止” means that something ends."));
}

static void
fix (NbFinding *finding)
{
  NbSpan span = nb_finding_get_spans (finding)[0];

  span.start++;
  nb_finding_add_edit (finding, span, "至");
}

const NbProseCheck nb_check_until = { .paragraph = look, .describe = describe, .fix = fix };
