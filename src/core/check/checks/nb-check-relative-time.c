/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"
#include <string.h>

#include "nb-text-class.h"

/* 当今年轻人, 过去年代, 文明年货, 说明年限: the characters in front belong to another word. */
static const char *const other_heads = "当如现过除文说证声标透光黎聪发简申鲜阐开清启";
/* What may stand in front of words that are parts of others more often than not: 节日前夕, 三年前年均. */
static const char *const prepositions = "于在从自至到比较与和及同以据对将把由";

static gunichar
get_before (const char *text, const NbWord *word)
{
  return word->byte > 0 ? g_utf8_get_char (g_utf8_prev_char (text + word->byte)) : 0;
}

static gboolean
is_word (const char *text, const NbWord *word)
{
  gunichar before = get_before (text, word);
  const char *behind = text + word->end_byte;
  gboolean certain = word->value == 0 || word->value == 1 || word->value == -1;

  if (g_str_has_prefix (behind, "轻") || g_str_has_prefix (behind, "的")
      || g_str_has_prefix (behind, "份"))
    return FALSE;
  if (certain)
    return before == 0 || g_utf8_strchr (other_heads, -1, before) == NULL;
  return nb_text_is_item_boundary (before) || g_utf8_strchr (prepositions, -1, before) != NULL;
}

/* The mark's part in whether one stands inside quotes or a title. */
static int
get_depth (gunichar c)
{
  return c == 0x201C || c == 0x300A ? 1 : c == 0x201D || c == 0x300B ? -1 : 0;
}

static gboolean
is_in_title (const NbProse *prose, const NbWord *word, guint *item)
{
  while (*item + 1 < prose->n_items && prose->items[*item + 1].byte <= word->byte)
    (*item)++;
  return *item < prose->n_items && NB_ITEM_IS_HEADING (&prose->items[*item])
         && prose->items[*item].byte <= word->byte
         && word->byte < prose->items[*item].title_end_byte;
}

/* 今年, 去年, 近日 in a report that is read years later (R50). The fault's second number is the year that 今年
 * means, where the word can be replaced by it. */
static void
look (NbCheck *check, const char *field, guint index)
{
  const NbProse *prose = nb_check_get_prose (check, field, index);
  const char *text = nb_text_get_paragraph (nb_check_get_text (check, field), index)->text;
  int year = nb_check_get_report_year (check->data);
  guint mark = 0, item = 0;
  int depth = 0;

  if ((prose->word_kinds & 1u << NB_WORD_TIME) == 0)
    return;
  for (guint i = 0; i < prose->n_words; i++)
    {
      const NbWord *word = &prose->words[i];
      NbSpan span = { index, word->start, word->end };

      if (word->kind != NB_WORD_TIME)
        continue;
      for (; mark < prose->n_marks && prose->marks[mark].byte < word->byte; mark++)
        depth = MAX (depth + get_depth (prose->marks[mark].c), 0);
      if (depth == 0 && is_word (text, word))
        nb_check_add_fault (check, field, &span, 1, word->value,
                            word->value == 0 && !is_in_title (prose, word, &item)
                                    && !g_str_has_prefix (text + word->end_byte, "。")
                                ? year
                                : 0);
    }
}

static char *
describe (NbFinding *finding)
{
  g_autofree char *words = nb_finding_dup_words (finding, 0);

  return g_strdup_printf (
      _ ("“%s” means another time to whoever reads it later. Name the year or day."), words);
}

static void
fix (NbFinding *finding)
{
  int year = (int) nb_finding_get_b (finding);
  g_autofree char *words = g_strdup_printf ("%d年", year);

  if (year != 0)
    nb_finding_add_edit (finding, nb_finding_get_spans (finding)[0], words);
}

const NbProseCheck nb_check_relative_time = { .paragraph = look, .describe = describe, .fix = fix };
