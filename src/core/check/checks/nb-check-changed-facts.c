/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"

#define NEAR 1 /* characters that may stand between a fact and 变更: 变更了公章, 公章的变更 */

/* What the registered facts are called; a word's value is an index here, 0: it is none of them. */
static const char *const facts[] = { "",         "法定代表人", "住所", "宗旨和业务范围",
                                     "开办资金", "举办单位" };

/* 没有变更, 未发生变更: the clause in front denies it. At most @n characters are looked at. */
static gboolean
is_denied (const char *text, guint byte, guint n)
{
  const char *c = text + byte;

  for (; n > 0 && c > text; n--)
    {
      gunichar character;

      c = g_utf8_prev_char (c);
      character = g_utf8_get_char (c);
      if (g_utf8_strchr ("，。；、,;：:", -1, character) != NULL)
        return FALSE;
      if (g_utf8_strchr ("未无没不", -1, character) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_about (const NbWord *change, const NbWord *fact, const char *text)
{
  const char *fact_at = text + fact->byte;

  /* 事业单位法人 is the institution, not a person. */
  if (fact->byte >= 3 && g_str_has_prefix (fact_at, "法人") && g_str_has_prefix (fact_at - 3, "位"))
    return FALSE;
  if (fact->start >= change->end)
    return fact->start - change->end == 0
           || (fact->start - change->end == NEAR
               && g_str_has_prefix (text + change->end_byte, "了"));
  return change->start == fact->end
         || (change->start - fact->end == NEAR && g_str_has_prefix (text + fact->end_byte, "的"));
}

/* 变更了公章, 地址变更: what was changed is called by a name that none of the registered facts has (R29). */
static void
look (NbCheck *check, const char *field, guint index)
{
  const NbProse *prose = nb_check_get_prose (check, field, index);
  const char *text = nb_text_get_paragraph (nb_check_get_text (check, field), index)->text;

  if ((prose->word_kinds & 1u << NB_WORD_CHANGE) == 0)
    return;
  for (guint i = 0; i + 1 < prose->n_words; i++)
    {
      const NbWord *one = &prose->words[i], *other = &prose->words[i + 1];
      const NbWord *fact = one->kind == NB_WORD_FACT ? one : other;
      const NbWord *change = one->kind == NB_WORD_FACT ? other : one;
      NbSpan span = { index, fact->start, fact->end };

      if (fact->kind == NB_WORD_FACT && change->kind == NB_WORD_CHANGE
          && is_about (change, fact, text) && !is_denied (text, one->byte, 12))
        nb_check_add_fault (check, field, &span, 1, fact->value, 0);
    }
}

static char *
describe (NbFinding *finding)
{
  g_autofree char *words = nb_finding_dup_words (finding, 0);
  const char *fact = facts[nb_finding_get_a (finding)];

  if (*fact != '\0')
    return g_strdup_printf (_ ("“%s” is not the name of a registered fact; “%s” is."), words, fact);
  return g_strdup_printf (
      _ ("“%s” is not a registered fact. These are: 名称、住所、宗旨和业务范围、"
         "法定代表人、经费来源、开办资金、举办单位."),
      words);
}

const NbProseCheck nb_check_changed_facts = { .paragraph = look, .describe = describe };
