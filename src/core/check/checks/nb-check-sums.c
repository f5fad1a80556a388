/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-checks.h"
#include "nb-text-class.h"

#define LABEL_AT_MOST 60 /* bytes before a figure that are its label */

/* The sentence in hand. */
typedef struct
{
  NbCheck *check;
  const char *field;
  const char *text;
  guint paragraph;
  GArray *figures; /* of const NbFigure * */
  GArray *labels;  /* of guint: the byte where the clause of that figure begins */
  GArray *totals;  /* of gboolean: 共, 总 or 合计 stands in its clause */
  gint64 among;    /* how many figures stood before 其中; -1: not met */
  gboolean clause_total;
  guint clause; /* the byte where the clause begins */
} Sentence;

/* Parts of a whole that leave nothing out: where both are named, they must add up. */
static const char *const complements[][2] = { { "线上", "线下" },   { "男", "女" },
                                              { "城镇", "农村" },   { "院内", "院外" },
                                              { "室内", "室外" },   { "省内", "省外" },
                                              { "合格", "不合格" }, { "新增", "原有" } };

static const NbFigure *
get_figure (const Sentence *sentence, guint index)
{
  return g_array_index (sentence->figures, const NbFigure *, index);
}

static gboolean
has_label (const Sentence *sentence, guint index, const char *word)
{
  const NbFigure *figure = get_figure (sentence, index);
  guint from = MAX (g_array_index (sentence->labels, guint, index),
                    figure->byte > LABEL_AT_MOST ? figure->byte - LABEL_AT_MOST : 0);

  return memmem (sentence->text + from, figure->byte - from, word, strlen (word)) != NULL;
}

/* Whether the parts are told to be all: their labels complement each other, or the sum is so near to the
 * total that a slip in a digit is the likeliest cause. */
static gboolean
must_add_up (const Sentence *sentence, const GArray *parts, gint64 total, gint64 sum)
{
  guint a, b;

  if (ABS (total - sum) * 50 <= total)
    return TRUE;
  if (parts->len != 2)
    return FALSE;
  a = g_array_index (parts, guint, 0);
  b = g_array_index (parts, guint, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (complements); i++)
    if ((has_label (sentence, a, complements[i][0]) && has_label (sentence, b, complements[i][1]))
        || (has_label (sentence, a, complements[i][1])
            && has_label (sentence, b, complements[i][0])))
      return TRUE;
  return FALSE;
}

static void
add_fault (Sentence *sentence, guint total, const GArray *parts, gint64 sum)
{
  g_autofree NbSpan *spans = g_new (NbSpan, parts->len + 1);

  for (guint i = 0; i <= parts->len; i++)
    {
      const NbFigure *figure =
          get_figure (sentence, i == 0 ? total : g_array_index (parts, guint, i - 1));

      spans[i] = (NbSpan){ sentence->paragraph, figure->start, figure->end };
    }
  nb_check_add_fault (sentence->check, sentence->field, spans, parts->len + 1, sum,
                      get_figure (sentence, total)->value);
}

static void
end_sentence (Sentence *sentence)
{
  if (sentence->among > 0)
    {
      g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (guint));
      guint at = (guint) sentence->among - 1;
      const NbFigure *total = get_figure (sentence, at);
      gint64 sum = 0;

      for (guint i = (guint) sentence->among; i < sentence->figures->len; i++)
        {
          const NbFigure *figure = get_figure (sentence, i);

          if ((figure->flags & NB_FIGURE_VAGUE) != 0 || figure->unit != total->unit)
            continue;
          sum += figure->value;
          g_array_append_val (parts, i);
        }
      if (g_array_index (sentence->totals, gboolean, at) && (total->flags & NB_FIGURE_VAGUE) == 0
          && total->unit != 0 && parts->len >= 2 && sum != total->value
          && must_add_up (sentence, parts, total->value, sum))
        add_fault (sentence, at, parts, sum);
    }
  g_array_set_size (sentence->figures, 0);
  g_array_set_size (sentence->labels, 0);
  g_array_set_size (sentence->totals, 0);
  sentence->among = -1;
}

static void
take_mark (Sentence *sentence, const NbMark *mark)
{
  gboolean ends = nb_text_ends_sentence (mark->c) || mark->c == 0xFF1B || mark->c == ';';

  if (ends)
    end_sentence (sentence);
  if (ends || mark->c == 0xFF0C || mark->c == ',' || mark->c == 0xFF1A || mark->c == ':'
      || mark->c == 0x3001)
    {
      sentence->clause = mark->byte;
      sentence->clause_total = FALSE;
    }
}

static void
take_word (Sentence *sentence, const NbWord *word)
{
  if (word->kind == NB_WORD_TOTAL)
    sentence->clause_total = TRUE;
  else if (word->kind == NB_WORD_AMONG && sentence->among < 0)
    sentence->among = sentence->figures->len;
}

static void
take_figure (Sentence *sentence, const NbFigure *figure)
{
  if ((figure->flags & NB_FIGURE_HAN) != 0)
    return;
  g_array_append_val (sentence->figures, figure);
  g_array_append_val (sentence->labels, sentence->clause);
  g_array_append_val (sentence->totals, sentence->clause_total);
}

/* Totals whose parts after 其中 (same unit, until the end of the sentence) do not add up. Silent where the
 * parts need not be complete (R46). */
static void
look (NbCheck *check, const char *field, guint index)
{
  const NbProse *prose = nb_check_get_prose (check, field, index);
  const NbText *text = nb_check_get_text (check, field);
  g_autoptr (GArray) figures = NULL;
  g_autoptr (GArray) labels = NULL;
  g_autoptr (GArray) totals = NULL;
  Sentence sentence = { .check = check, .field = field, .paragraph = index, .among = -1 };
  guint mark = 0, word = 0, figure = 0;

  if ((prose->word_kinds & 1u << NB_WORD_AMONG) == 0)
    return;
  sentence.text = nb_text_get_paragraph (text, index)->text;
  sentence.figures = figures = g_array_new (FALSE, FALSE, sizeof (const NbFigure *));
  sentence.labels = labels = g_array_new (FALSE, FALSE, sizeof (guint));
  sentence.totals = totals = g_array_new (FALSE, FALSE, sizeof (gboolean));
  while (mark < prose->n_marks || word < prose->n_words || figure < prose->n_figures)
    {
      guint at_mark = mark < prose->n_marks ? prose->marks[mark].byte : G_MAXUINT;
      guint at_word = word < prose->n_words ? prose->words[word].byte : G_MAXUINT;
      guint at_figure = figure < prose->n_figures ? prose->figures[figure].byte : G_MAXUINT;

      if (at_mark < at_word && at_mark < at_figure)
        take_mark (&sentence, &prose->marks[mark++]);
      else if (at_word < at_figure)
        take_word (&sentence, &prose->words[word++]);
      else
        take_figure (&sentence, &prose->figures[figure++]);
    }
  end_sentence (&sentence);
}

/* "5632", "52.9". Free with g_free(). */
static char *
format_hundredths (gint64 value)
{
  if (value % 100 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value / 100);
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", value / 100, (int) (value % 100));
}

static char *
describe (NbFinding *finding)
{
  g_autofree char *sum = format_hundredths (nb_finding_get_a (finding));
  g_autofree char *total = format_hundredths (nb_finding_get_b (finding));

  return g_strdup_printf (
      _ ("The parts after 其中 add up to %s, the total says %s. One of the numbers is wrong."), sum,
      total);
}

const NbProseCheck nb_check_sums = { .paragraph = look, .describe = describe };
