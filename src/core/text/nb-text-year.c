/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-year.h"

#include "nb-text-class.h"

#define N_DIGITS 4
#define EARLIEST 1900
#define LATEST   2999

/* A run of just four digits, as a year has them. */
typedef struct
{
  NbYearMention mention;
  gboolean chinese;
  gunichar before; /* the character in front of it, 0 for none */
  const char *after;
} Candidate;

static int
get_digit (gunichar c, gboolean *chinese)
{
  *chinese = FALSE;
  if (c >= '0' && c <= '9')
    return (int) (c - '0');
  if (c >= 0xFF10 && c <= 0xFF19)
    return (int) (c - 0xFF10);
  *chinese = TRUE;
  if (c == 0x3007 || c == 0x96F6) /* 〇 零 */
    return 0;
  return nb_text_get_chinese_digit (c) > 0 ? (int) nb_text_get_chinese_digit (c) : -1;
}

static void
scan_candidates (const NbParagraph *paragraph, guint index, GArray *candidates)
{
  const char *c = paragraph->text;
  gunichar before = 0;
  guint offset = 0;

  while (*c != '\0')
    {
      guint start = offset;
      gboolean chinese, kind = FALSE;
      gunichar front = before;
      int year = 0;
      int digit;

      for (; (digit = get_digit (g_utf8_get_char (c), &chinese)) >= 0
             && (offset == start || chinese == kind);
           c = g_utf8_next_char (c), offset++)
        {
          kind = chinese;
          year = MIN (year, LATEST) * 10 + digit;
          before = g_utf8_get_char (c);
        }
      if (offset - start == N_DIGITS && year >= EARLIEST && year <= LATEST)
        {
          Candidate candidate = { { { index, start, offset }, year }, kind, front, c };

          g_array_append_val (candidates, candidate);
        }
      if (offset == start)
        {
          before = g_utf8_get_char (c);
          c = g_utf8_next_char (c);
          offset++;
        }
    }
}

static gboolean
is_any_of (gunichar c, const char *characters)
{
  return c != 0 && g_utf8_strchr (characters, -1, c) != NULL;
}

/* "-3-5" behind the year of a date. */
static gboolean
begins_month_and_day (const char *at)
{
  for (int part = 0; part < 2; part++)
    {
      int n_digits = 0;

      if (*at != '-' && *at != '.' && *at != '/')
        return FALSE;
      for (at++; g_ascii_isdigit (*at); at++)
        n_digits++;
      if (n_digits < 1 || n_digits > 2)
        return FALSE;
    }
  return TRUE;
}

/* @next: the candidate behind, where it is a year, else NULL. */
static gboolean
is_year (const Candidate *candidate, const Candidate *next)
{
  const char *at = candidate->after;
  gunichar after;

  while (*at == ' ')
    at++;
  after = g_utf8_get_char (at);
  if (is_any_of (candidate->before, ".．"))
    return FALSE;
  if (after == 0x5E74) /* 年 */
    return TRUE;
  if (candidate->chinese)
    return FALSE;
  if (is_any_of (candidate->before, "〔[［（(") && is_any_of (after, "〕]］）)"))
    return TRUE;
  if (begins_month_and_day (candidate->after))
    return TRUE;
  /* 2020—2022年: what stands before another year with one mark between them is one too. */
  return next != NULL && is_any_of (after, "-—–－~～至到和与、及/")
         && next->mention.span.start == candidate->mention.span.end + 1;
}

void
nb_text_scan_years (const NbText *text, GArray *years)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < nb_text_get_n_paragraphs (text); i++)
    {
      const Candidate *next = NULL;
      guint begin = years->len;

      g_array_set_size (candidates, 0);
      scan_candidates (nb_text_get_paragraph (text, i), i, candidates);
      /* From the end, since a year in a range is known by the one behind it. */
      for (guint j = candidates->len; j > 0; j--)
        {
          const Candidate *candidate = &g_array_index (candidates, Candidate, j - 1);

          next = is_year (candidate, next) ? candidate : NULL;
          if (next != NULL)
            g_array_append_val (years, next->mention);
        }
      for (guint a = begin, b = years->len; a + 1 < b; a++, b--)
        {
          NbYearMention swapped = g_array_index (years, NbYearMention, a);

          g_array_index (years, NbYearMention, a) = g_array_index (years, NbYearMention, b - 1);
          g_array_index (years, NbYearMention, b - 1) = swapped;
        }
    }
}
