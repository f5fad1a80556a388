/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"
#include <string.h>

#define AROUND 24 /* characters on each side of a word that tell what it is about */

/* The characters around @word that belong to its clause, as a range of bytes. */
static void
get_clause (const char *text, const NbWord *word, const char **from, const char **to)
{
  static const char *const ends = "。；！？，,;!?：:";
  const char *c = text + word->byte;

  for (int i = 0; i < AROUND && c > text; i++)
    {
      const char *before = g_utf8_prev_char (c);

      if (g_utf8_strchr (ends, -1, g_utf8_get_char (before)) != NULL)
        break;
      c = before;
    }
  *from = c;
  c = text + word->end_byte;
  for (int i = 0; i < AROUND && *c != '\0' && g_utf8_strchr (ends, -1, g_utf8_get_char (c)) == NULL;
       i++)
    c = g_utf8_next_char (c);
  *to = c;
}

/* @words are divided by spaces. */
static gboolean
holds_any (const char *from, const char *to, const char *words)
{
  for (const char *word = words; *word != '\0';)
    {
      gsize size = strcspn (word, " ");

      if (memmem (from, (gsize) (to - from), word, size) != NULL)
        return TRUE;
      word += size + (word[size] == ' ');
    }
  return FALSE;
}

/* 诉求5起, 投诉3件: a number of cases right behind, not a system for complaints. */
static gboolean
is_complaint (const NbProse *prose, const NbWord *word, const char *text, guint *figure, guint *end)
{
  static const char *const units[] = { "起", "件", "例", "宗", "次", "人次" };

  while (*figure < prose->n_figures && prose->figures[*figure].start < word->end)
    (*figure)++;
  if (*figure == prose->n_figures || prose->figures[*figure].start - word->end > 4)
    return FALSE;
  *end = prose->figures[*figure].end;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      const char *unit = text + prose->figures[*figure].digits_end_byte;

      if (g_str_has_prefix (unit, "余"))
        unit = g_utf8_next_char (unit);
      if (g_str_has_prefix (unit, units[i]))
        return prose->figures[*figure].value > 0;
    }
  return FALSE;
}

/* Awards and penalties of the unit itself: neither those of people nor those it hopes for. */
static gboolean
is_award (const NbWord *word, const char *text)
{
  const char *from, *to;

  get_clause (text, word, &from, &to);
  return !holds_any (
      from, to,
      "学生 同学 教师 老师 职工 员工 同志 个人 选手 队员 运动员 作者 读者 争取 力争 努力 争创 "
      "志愿者 医生 护士 干部 党员 名 人荣 人获 人被 作品 论文 未 没有 无");
}

/* What was given to the unit, not by it. */
static gboolean
is_gift (const NbWord *word, const char *text)
{
  const char *from, *to;

  get_clause (text, word, &from, &to);
  if (holds_any (from, to, "未 没有 无 《"))
    return FALSE;
  if (holds_any (from, to, "接受 收到 接收 获得 受赠 获赠 募集到 筹集到"))
    return TRUE;
  return holds_any (text + word->end_byte, to, "给我 我校 我院 我馆 我站 我单位 我中心 我园");
}

static gboolean
is_evidence (NbCheck *check,
             const NbProse *prose,
             const NbWord *word,
             const char *text,
             guint *figure,
             guint *end)
{
  gboolean gifts = g_strcmp0 (nb_rule_def_get_parameter (check->rule, "of"), "gifts") == 0;

  *end = word->end;
  switch (word->kind)
    {
    case NB_WORD_GIFT:
      return gifts && is_gift (word, text);
    case NB_WORD_COMPLAINT:
      return !gifts && is_complaint (prose, word, text, figure, end);
    case NB_WORD_AWARD:
      return !gifts && is_award (word, text);
    default:
      return FALSE;
    }
}

static void
list_evidence (NbCheck *check, const char *field, GArray *spans)
{
  const NbText *text = nb_check_get_text (check, field);
  const guint kinds = 1u << NB_WORD_GIFT | 1u << NB_WORD_COMPLAINT | 1u << NB_WORD_AWARD;

  for (guint i = 0; i < nb_text_get_n_paragraphs (text); i++)
    {
      const NbParagraph *paragraph = nb_text_get_paragraph (text, i);
      const NbProse *prose = nb_paragraph_get_prose (paragraph);
      guint figure = 0;

      if ((prose->word_kinds & kinds) == 0)
        continue;
      for (guint j = 0; j < prose->n_words; j++)
        {
          NbSpan span = { i, prose->words[j].start, 0 };

          if (is_evidence (check, prose, &prose->words[j], paragraph->text, &figure, &span.end))
            g_array_append_val (spans, span);
        }
    }
}

/* The cell (the first field that the rule reads) says that there is nothing to report, while the account
 * speaks of it: complaints, lawsuits, awards (R58); gifts, with parameter of: gifts (R60). */
static void
look (NbCheck *check, const char *field)
{
  const char *none_word = nb_registry_get_none_word (check->context->registry);
  g_autoptr (GArray) spans = NULL;

  if (check->rule->reads[0] == NULL
      || nb_text_is_empty (nb_report_data_get_text (check->data, check->rule->reads[0]))
      || !nb_check_stands_for_nothing (nb_report_data_get_text (check->data, check->rule->reads[0]),
                                       none_word))
    return;
  spans = g_array_new (FALSE, FALSE, sizeof (NbSpan));
  list_evidence (check, field, spans);
  if (spans->len > 0)
    nb_check_add_fault (check, field, (const NbSpan *) spans->data, spans->len,
                        (gint64) nb_form_lookup_field (check->form, check->rule->reads[0])->index,
                        0);
}

static char *
describe (NbFinding *finding)
{
  const NbForm *form = nb_report_data_get_form (nb_finding_get_data (finding));
  g_autofree char *words = nb_finding_dup_words (finding, 0);

  return g_strdup_printf (
      _ ("“%s” says that there is nothing to report, but “%s” stands here. Does it "
         "belong there?"),
      nb_form_get_field (form, (guint) nb_finding_get_a (finding))->label, words);
}

const NbProseCheck nb_check_unreported = { .text = look, .describe = describe };
