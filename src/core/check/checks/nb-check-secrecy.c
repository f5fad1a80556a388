/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"
#include "nb-text-class.h"

#define GRADE 0 /* 机密: a mark only with ★ or a term behind it */
#define LABEL 1 /* 密级: a mark only where a grade follows */

static const char *
skip_spaces (const char *c)
{
  while (*c == ' ' || g_str_has_prefix (c, "　"))
    c = g_utf8_next_char (c);
  return c;
}

/* 机密★10年, 秘密 5年; not 国家秘密, 机密性, 保守秘密. */
static gboolean
is_grade_mark (const char *behind)
{
  behind = skip_spaces (behind);
  if (g_str_has_prefix (behind, "★") || g_str_has_prefix (behind, "☆"))
    return TRUE;
  if (!g_ascii_isdigit (*behind))
    return FALSE;
  while (g_ascii_isdigit (*behind))
    behind++;
  return g_str_has_prefix (behind, "年") || g_str_has_prefix (behind, "个月");
}

/* 密级：秘密. */
static gboolean
is_label_mark (const NbWord *label, const NbWord *next)
{
  return next != NULL && next->kind == NB_WORD_SECRECY && next->value == GRADE
         && next->start - label->end <= 3;
}

/* ★10年, and the phrases that mark a paper as internal where they stand alone. */
static gboolean
is_other_mark (const char *text, const NbWord *word)
{
  const char *behind = text + word->end_byte;
  gunichar before = word->byte > 0 ? g_utf8_get_char (g_utf8_prev_char (text + word->byte)) : 0;

  if (g_str_has_prefix (text + word->byte, "★"))
    return g_ascii_isdigit (*behind) && before != 0 && !nb_text_is_han (before);
  return nb_text_is_item_boundary (before) && nb_text_is_item_boundary (g_utf8_get_char (behind));
}

/* Marks of secrecy (R52). */
static void
look (NbCheck *check, const char *field, guint index)
{
  const NbProse *prose = nb_check_get_prose (check, field, index);
  const char *text = nb_text_get_paragraph (nb_check_get_text (check, field), index)->text;

  if ((prose->word_kinds & 1u << NB_WORD_SECRECY) == 0)
    return;
  for (guint i = 0; i < prose->n_words; i++)
    {
      const NbWord *word = &prose->words[i];
      const NbWord *next = i + 1 < prose->n_words ? &prose->words[i + 1] : NULL;
      NbSpan span = { index, word->start, word->end };

      if (word->kind != NB_WORD_SECRECY)
        continue;
      if (word->value == GRADE   ? is_grade_mark (text + word->end_byte)
          : word->value == LABEL ? is_label_mark (word, next)
                                 : is_other_mark (text, word))
        nb_check_add_fault (check, field, &span, 1, 0, 0);
    }
}

static char *
describe (NbFinding *finding)
{
  g_autofree char *words = nb_finding_dup_words (finding, 0);

  return g_strdup_printf (
      _ ("“%s” marks a paper that is not public. Take it out and ask the sponsor, or "
         "answer that it may be published."),
      words);
}

const NbProseCheck nb_check_secrecy = { .paragraph = look, .describe = describe };
