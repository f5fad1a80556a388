/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"
#include <string.h>

#define NONE_WORD "none-word"
#define PHRASE    "phrase"
#define BLANK     "（事项）" /* a place in a phrase for words of one's own */
#define YEAR      "${year}"

/* Whether @text is @phrase, with any words in its places for words. */
static gboolean
fits (const char *text, const char *phrase, const char *year)
{
  g_auto (GStrv) by_year = g_strsplit (phrase, YEAR, -1);
  g_autofree char *dated = g_strjoinv (year, by_year);
  g_auto (GStrv) parts = g_strsplit (dated, BLANK, -1);
  guint n_parts = g_strv_length (parts);

  for (guint i = 0; i < n_parts; i++)
    {
      const char *found =
          i == 0 ? (g_str_has_prefix (text, parts[0]) ? text : NULL) : strstr (text, parts[i]);

      if (found == NULL || (i > 0 && found == text))
        return FALSE;
      if (i + 1 == n_parts)
        return g_str_has_suffix (text, parts[i]) && (i > 0 || strlen (text) == strlen (parts[i]));
      text = found + strlen (parts[i]);
    }
  return FALSE;
}

static gboolean
fits_any (NbCheck *check, const char *field, const char *text)
{
  g_autoptr (GPtrArray) phrases = nb_registry_list_phrases (check->context->registry, field);
  int year = nb_check_get_report_year (check->data);
  g_autofree char *digits = g_strdup_printf ("%d", year);

  for (guint i = 0; i < phrases->len; i++)
    if (fits (text, ((const NbPhrase *) g_ptr_array_index (phrases, i))->text, digits))
      return TRUE;
  return phrases->len == 0;
}

/* 没有变更, 未发生变更登记, 无变更事项 with nothing else about a change. */
static gboolean
denies_change (const NbProse *prose, const char *text)
{
  gboolean denied = FALSE;

  for (guint i = 0; i < prose->n_words; i++)
    {
      const NbWord *word = &prose->words[i];
      const char *from = text + word->byte;
      gssize size;

      if (word->kind != NB_WORD_CHANGE)
        continue;
      for (int j = 0; j < 6 && from > text; j++)
        from = g_utf8_prev_char (from);
      size = text + word->byte - from;
      if (g_strstr_len (from, size, "没有") == NULL && g_strstr_len (from, size, "未") == NULL
          && g_strstr_len (from, size, "无") == NULL)
        return FALSE;
      denied = TRUE;
    }
  return denied;
}

/* The registry wants one word where nothing was changed, or one of its sentences (R28); parameter form:
 * none-word, phrase, or any, which asks nothing. */
static void
look (NbCheck *check, const char *field)
{
  const char *form = nb_rule_def_get_parameter (check->rule, "form");
  const NbText *text = nb_check_get_text (check, field);
  const NbParagraph *first = nb_text_get_paragraph (text, 0);
  NbSpan span = { 0, 0, first->length };

  if (nb_text_is_empty (text) || nb_text_get_n_paragraphs (text) > 1)
    return;
  if (g_strcmp0 (form, NONE_WORD) == 0
      && denies_change (nb_paragraph_get_prose (first), first->text))
    nb_check_add_fault (check, field, &span, 1, 0, 0);
  else if (g_strcmp0 (form, PHRASE) == 0 && !fits_any (check, field, first->text))
    nb_check_add_fault (check, field, &span, 1, 1, 0);
}

static char *
describe (NbFinding *finding)
{
  const char *label = nb_finding_get_label (finding);

  if (nb_finding_get_a (finding) == 0)
    return g_strdup_printf (
        _ ("Where nothing was changed, this registry wants one word in “%s”, not a sentence."),
        label);
  return g_strdup_printf (_ ("“%s” is none of the sentences that this registry wants there."),
                          label);
}

const NbProseCheck nb_check_change_sentence = { .text = look, .describe = describe };
