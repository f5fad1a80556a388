/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-sum.h"

#include <string.h>

#include "nb-text-class.h"

/* A figure with its unit, as it stands in a sentence. */
typedef struct
{
  guint start, end;  /* the figure and its unit, in code points */
  gint64 value;      /* in hundredths */
  const char *unit;  /* where the unit begins */
  gsize unit_size;   /* bytes; 0: none that we know */
  gboolean exact;    /* neither 约 before nor 余 behind */
  gboolean total;    /* 共, 总 or 合计 stands in its clause */
  const char *label; /* the clause that it stands in */
  gsize label_size;
} Figure;

typedef struct
{
  guint paragraph;
  GArray *faults;
  GArray *figures; /* of the sentence */
  gint64 among;    /* how many figures stood before 其中; -1: not met */
  gboolean clause_total;
  const char *clause;
} Scan;

static const char *const units[] = { "万元", "亿元", "元", "人次",   "人",   "件", "次", "户", "家",
                                     "个",   "项",   "期", "册",     "份",   "场", "名", "台", "套",
                                     "条",   "处",   "篇", "平方米", "公里", "亩", "吨", "枚", "宗",
                                     "起",   "例",   "批", "张",     "辆",   "间" };

/* Parts of a whole that leave nothing out: where both are named, they must add up. */
static const char *const complements[][2] = { { "线上", "线下" },   { "男", "女" },
                                              { "城镇", "农村" },   { "院内", "院外" },
                                              { "室内", "室外" },   { "省内", "省外" },
                                              { "合格", "不合格" }, { "新增", "原有" } };

void
nb_sum_fault_clear (NbSumFault *fault)
{
  g_clear_pointer (&fault->parts, g_array_unref);
}

static gboolean
contains (const char *text, gsize size, const char *word)
{
  return memmem (text, size, word, strlen (word)) != NULL;
}

static void
find_unit (Figure *figure, const char *at)
{
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (at, units[i]))
      {
        figure->unit = at;
        figure->unit_size = strlen (units[i]);
        figure->end += (guint) g_utf8_strlen (units[i], -1);
        return;
      }
}

/* Digits with group commas and decimals; @c is left behind them. Too long a figure counts as inexact. */
static void
read_figure (const char **c, Figure *figure)
{
  gint64 value = 0;
  int decimals = -1;
  guint length = 0;

  for (; length < 16; length++, (*c)++)
    {
      gboolean digit = g_ascii_isdigit (**c);

      if (!digit && !((**c == ',' || (**c == '.' && decimals < 0)) && g_ascii_isdigit ((*c)[1])))
        break;
      if (**c == '.')
        decimals = 0;
      else if (digit && decimals < 2)
        {
          value = value * 10 + (**c - '0');
          decimals += decimals >= 0;
        }
      else if (digit)
        figure->exact = FALSE;
    }
  figure->exact = figure->exact && !g_ascii_isdigit (**c);
  while (g_ascii_isdigit (**c))
    {
      (*c)++;
      length++;
    }
  figure->value = decimals <= 0 ? value * 100 : decimals == 1 ? value * 10 : value;
  figure->end = figure->start + length;
}

static void
take_figure (Scan *scan, const char **c, guint start, gunichar before)
{
  Figure figure = {
    .start = start, .exact = TRUE, .total = scan->clause_total, .label = scan->clause
  };

  figure.exact = g_utf8_strchr ("约近超逾", -1, before) == NULL || before == 0;
  figure.label_size = (gsize) (*c - scan->clause);
  read_figure (c, &figure);
  if (g_str_has_prefix (*c, "余") || g_str_has_prefix (*c, "多") || **c == '%')
    figure.exact = FALSE;
  find_unit (&figure, *c);
  g_array_append_val (scan->figures, figure);
}

static gboolean
is_part (const Figure *total, const Figure *figure)
{
  return figure->exact && figure->unit_size == total->unit_size
         && memcmp (figure->unit, total->unit, total->unit_size) == 0;
}

/* Whether the parts are told to be all: their labels complement each other, or the sum is so near to the
 * total that a slip in a digit is the likeliest cause. */
static gboolean
must_add_up (const GPtrArray *parts, gint64 total, gint64 sum)
{
  if (ABS (total - sum) * 50 <= total)
    return TRUE;
  for (gsize i = 0; parts->len == 2 && i < G_N_ELEMENTS (complements); i++)
    {
      const Figure *a = g_ptr_array_index (parts, 0), *b = g_ptr_array_index (parts, 1);

      for (int j = 0; j < 2; j++)
        if (contains (a->label, a->label_size, complements[i][j])
            && contains (b->label, b->label_size, complements[i][1 - j]))
          return TRUE;
    }
  return FALSE;
}

static void
append_fault (Scan *scan, const Figure *total, const GPtrArray *parts, gint64 sum)
{
  NbSumFault fault = { { scan->paragraph, total->start, total->end }, total->value, sum, NULL };

  fault.parts = g_array_new (FALSE, FALSE, sizeof (NbSpan));
  for (guint i = 0; i < parts->len; i++)
    {
      const Figure *part = g_ptr_array_index (parts, i);
      NbSpan span = { scan->paragraph, part->start, part->end };

      g_array_append_val (fault.parts, span);
    }
  g_array_append_val (scan->faults, fault);
}

static void
end_sentence (Scan *scan)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  const Figure *total;
  gint64 sum = 0;

  if (scan->among > 0)
    {
      total = &g_array_index (scan->figures, Figure, scan->among - 1);
      for (guint i = (guint) scan->among; i < scan->figures->len; i++)
        {
          const Figure *figure = &g_array_index (scan->figures, Figure, i);

          if (!is_part (total, figure))
            continue;
          sum += figure->value;
          g_ptr_array_add (parts, (void *) figure);
        }
      if (total->total && total->exact && total->unit_size > 0 && parts->len >= 2
          && sum != total->value && must_add_up (parts, total->value, sum))
        append_fault (scan, total, parts, sum);
    }
  g_array_set_size (scan->figures, 0);
  scan->among = -1;
}

static gboolean
is_sentence_end (gunichar c)
{
  return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF1B || c == ';';
}

static gboolean
is_clause_end (gunichar c)
{
  return c == 0xFF0C || c == ',' || c == 0xFF1A || c == ':' || c == 0x3001;
}

static void
begin_clause (Scan *scan, const char *at)
{
  scan->clause = at;
  scan->clause_total = FALSE;
}

static void
scan_paragraph (Scan *scan, const NbParagraph *paragraph)
{
  gunichar before = 0;
  guint offset = 0;

  begin_clause (scan, paragraph->text);
  for (const char *c = paragraph->text; *c != '\0';)
    {
      gunichar character = g_utf8_get_char (c);

      if (g_ascii_isdigit (*c))
        {
          const char *start = c;

          take_figure (scan, &c, offset, before);
          offset += (guint) (c - start);
          before = '0';
          continue;
        }
      if (character == 0x5171 || character == 0x603B || g_str_has_prefix (c, "合计")) /* 共 总 */
        scan->clause_total = TRUE;
      if (scan->among < 0 && g_str_has_prefix (c, "其中"))
        scan->among = scan->figures->len;
      before = character;
      c = g_utf8_next_char (c);
      offset++;
      if (is_sentence_end (character))
        end_sentence (scan);
      if (is_sentence_end (character) || is_clause_end (character))
        begin_clause (scan, c);
    }
  end_sentence (scan);
}

void
nb_text_scan_sums (const NbText *text, GArray *faults)
{
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (Figure));
  Scan scan = { .faults = faults, .figures = figures, .among = -1 };

  for (guint i = 0; i < nb_text_get_n_paragraphs (text); i++)
    {
      scan.paragraph = i;
      scan_paragraph (&scan, nb_text_get_paragraph (text, i));
    }
}
