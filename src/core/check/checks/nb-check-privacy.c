/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"
#include <string.h>

#define LONGEST 20

typedef enum
{
  PRIVATE_NOTHING,
  PRIVATE_ID,
  PRIVATE_MOBILE,
  PRIVATE_CARD,
  PRIVATE_LANDLINE,
} Private;

/* The digits of @figure in ASCII; FALSE where there are too many, or other characters among them. */
static gboolean
get_digits (const NbFigure *figure, const char *text, char digits[LONGEST + 1])
{
  guint n = 0;

  if (figure->n_digits > LONGEST || figure->digits_end - figure->start != figure->n_digits
      || (figure->flags & NB_FIGURE_HAN) != 0)
    return FALSE;
  for (const char *c = text + figure->byte; n < figure->n_digits; c = g_utf8_next_char (c))
    digits[n++] = (char) ('0' + g_unichar_digit_value (g_utf8_get_char (c)));
  digits[n] = '\0';
  return TRUE;
}

/* GB 11643-1999: weights 2^i mod 11. @check: 0 to 10, X being 10. */
static gboolean
is_id (const char digits[], guint check)
{
  static const guint weights[] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
  static const guint checks[] = { 1, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2 };
  guint year = 0, month, day, sum = 0;

  for (guint i = 6; i < 10; i++)
    year = year * 10 + (guint) (digits[i] - '0');
  month = (guint) (digits[10] - '0') * 10 + (guint) (digits[11] - '0');
  day = (guint) (digits[12] - '0') * 10 + (guint) (digits[13] - '0');
  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    sum += weights[i] * (guint) (digits[i] - '0');
  return digits[0] != '0' && year >= 1900 && year < 2100
         && g_date_valid_dmy ((GDateDay) day, month, (GDateYear) year) && checks[sum % 11] == check;
}

/* ISO/IEC 7812: Luhn's sum, and the first digits of cards in use. */
static gboolean
is_card (const char digits[], guint n)
{
  guint sum = 0;

  if (n < 16 || n > 19
      || !(g_str_has_prefix (digits, "62") || (n == 16 && (digits[0] == '4' || digits[0] == '5'))))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      guint digit = (guint) (digits[n - 1 - i] - '0');

      digit *= 1 + i % 2;
      sum += digit > 9 ? digit - 9 : digit;
    }
  return sum % 10 == 0;
}

static gboolean
is_alphanumeric (gunichar c)
{
  return c < 0x2E80 && c != 0 && (g_unichar_isalnum (c) || c == '_');
}

/* 编号, 文号, 条码 in the few characters before: what follows is the number of a thing. */
static gboolean
is_number_of_thing (const char *text, const NbFigure *figure)
{
  const char *from = text + figure->byte;
  static const char *const words[] = { "编号", "文号", "条码", "单号", "档号", "批号", "代码" };

  for (int i = 0; i < 6 && from > text; i++)
    from = g_utf8_prev_char (from);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (memmem (from, (gsize) (text + figure->byte - from), words[i], strlen (words[i])) != NULL)
      return TRUE;
  return FALSE;
}

/* 0917-5542222, (0917)5542222: two figures. */
static gboolean
is_landline (const NbFigure *figure, const NbFigure *next, const char *text)
{
  gunichar sign;

  if (next == NULL || figure->n_digits < 3 || figure->n_digits > 4 || next->n_digits < 7
      || next->n_digits > 8 || next->start != figure->digits_end + 1
      || next->digits_end - next->start != next->n_digits || text[figure->byte] != '0'
      || next->unit != 0)
    return FALSE;
  sign = figure->behind;
  return sign == '-' || sign == 0xFF0D || sign == 0x2014 || sign == 0x2010 || sign == ')'
         || sign == 0xFF09;
}

static Private
classify (const NbFigure *figure, const NbFigure *next, const char *text, guint *end)
{
  char digits[LONGEST + 1];

  *end = figure->digits_end;
  if (is_alphanumeric (figure->before))
    return PRIVATE_NOTHING;
  if (is_landline (figure, next, text))
    {
      *end = next->digits_end;
      return PRIVATE_LANDLINE;
    }
  if (figure->n_digits < 11 || figure->unit != 0 || !get_digits (figure, text, digits))
    return PRIVATE_NOTHING;
  if (figure->n_digits == 17 && (figure->behind == 'X' || figure->behind == 'x')
      && is_id (digits, 10))
    {
      (*end)++;
      return PRIVATE_ID;
    }
  if (is_alphanumeric (figure->behind))
    return PRIVATE_NOTHING;
  if (figure->n_digits == 11)
    return digits[0] == '1' && digits[1] >= '3' ? PRIVATE_MOBILE : PRIVATE_NOTHING;
  if (figure->n_digits == 18 && is_id (digits, (guint) (digits[17] - '0')))
    return PRIVATE_ID;
  return is_card (digits, figure->n_digits) && !is_number_of_thing (text, figure) ? PRIVATE_CARD
                                                                                  : PRIVATE_NOTHING;
}

/* ID numbers, telephone numbers and bank cards of persons (R53). */
static void
look (NbCheck *check, const char *field, guint index)
{
  const NbProse *prose = nb_check_get_prose (check, field, index);
  const char *text = nb_text_get_paragraph (nb_check_get_text (check, field), index)->text;

  for (guint i = 0; i < prose->n_figures; i++)
    {
      const NbFigure *figure = &prose->figures[i];
      guint end;
      Private kind;

      if (figure->n_digits < 3 || (figure->flags & (NB_FIGURE_HAN | NB_FIGURE_DECIMAL)) != 0)
        continue;
      kind = classify (figure, i + 1 < prose->n_figures ? figure + 1 : NULL, text, &end);
      if (kind != PRIVATE_NOTHING)
        {
          NbSpan span = { index, figure->start, end };

          nb_check_add_fault (check, field, &span, 1, kind, 0);
        }
    }
}

static char *
describe (NbFinding *finding)
{
  switch ((Private) nb_finding_get_a (finding))
    {
    case PRIVATE_ID:
      return g_strdup (_ ("This is the number of an identity card. Take it out."));
    case PRIVATE_MOBILE:
      return g_strdup (
          _ ("This is a mobile telephone number. Take it out, or answer that it is public on "
             "purpose."));
    case PRIVATE_CARD:
      return g_strdup (
          _ ("This is the number of a bank card. Take it out, or answer that it is public on "
             "purpose."));
    default:
      return g_strdup (_ ("This is a telephone number. Take it out, or answer that it is public on "
                          "purpose."));
    }
}

const NbProseCheck nb_check_privacy = { .paragraph = look, .describe = describe };
