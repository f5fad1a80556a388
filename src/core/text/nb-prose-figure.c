/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-prose-scan.h"

#include "nb-text-class.h"

#define LONGEST 15     /* digits that a value can have */
#define YU      0x4F59 /* 余 */
#define DUO     0x591A /* 多 */

static gunichar
fold_digit (gunichar c)
{
  return c >= 0xFF10 && c <= 0xFF19 ? c - 0xFEE0 : c;
}

static gboolean
is_digit (gunichar c)
{
  c = fold_digit (c);
  return c >= '0' && c <= '9';
}

static gboolean
is_vague_before (gunichar c)
{
  return c == 0x7EA6 || c == 0x8FD1 || c == 0x8D85 || c == 0x903E; /* 约 近 超 逾 */
}

/* The unit at @behind, past one 余 or 多, ends the figure, whose end is given in @figure so far. */
static void
take_unit (NbScanner *scanner, NbFigure *figure, const char *behind)
{
  const guint kinds = 1u << NB_WORD_UNIT | 1u << NB_WORD_DATE_UNIT;
  gunichar c = nb_text_get_character (behind);
  const NbLexeme *unit;

  figure->behind = c;
  if (c == YU || c == DUO)
    {
      figure->flags |= NB_FIGURE_VAGUE;
      figure->end++;
      behind = g_utf8_next_char (behind);
      c = nb_text_get_character (behind);
    }
  unit = nb_lexicon_find (scanner->lexicon, behind, c, kinds);
  if (unit == NULL)
    return;
  figure->unit = (guint) unit->value;
  figure->end += unit->length;
  if (unit->kind == NB_WORD_DATE_UNIT)
    figure->flags |= NB_FIGURE_DATE;
  if (c == '%' || c == 0xFF05)
    figure->flags |= NB_FIGURE_VAGUE;
}

typedef struct
{
  gint64 value;
  int decimals; /* -1: no point yet */
} Reading;

static void
read_digit (NbFigure *figure, Reading *reading, gunichar c)
{
  figure->n_digits++;
  if (figure->n_digits > LONGEST || reading->decimals >= 2)
    {
      figure->flags |= NB_FIGURE_LONG | NB_FIGURE_VAGUE;
      return;
    }
  reading->value = reading->value * 10 + (fold_digit (c) - '0');
  reading->decimals += reading->decimals >= 0;
}

/* Digits with group commas and decimals, from where the scanner stands. */
void
nb_scanner_take_digits (NbScanner *scanner)
{
  NbFigure figure = { .start = scanner->at,
                      .byte = (guint) (scanner->c - scanner->text),
                      .before = scanner->before };
  Reading reading = { 0, -1 };
  const char *c = scanner->c;
  guint length = 0;

  for (; c < scanner->end; c = g_utf8_next_char (c), length++)
    {
      gunichar character = nb_text_get_character (c);

      if (is_digit (character))
        read_digit (&figure, &reading, character);
      else if (!(character == ',' || (character == '.' && reading.decimals < 0))
               || !g_ascii_isdigit (c[1]))
        break;
      else if (character == '.')
        {
          reading.decimals = 0;
          figure.flags |= NB_FIGURE_DECIMAL;
        }
    }
  figure.value = reading.decimals <= 0   ? reading.value * 100
                 : reading.decimals == 1 ? reading.value * 10
                                         : reading.value;
  figure.digits_end = figure.end = figure.start + length;
  figure.digits_end_byte = (guint) (c - scanner->text);
  if (is_vague_before (scanner->before))
    figure.flags |= NB_FIGURE_VAGUE;
  take_unit (scanner, &figure, c);
  nb_scan_list_append (&scanner->figures, figure);
  nb_scanner_pass (scanner, length);
}

/* 十 百 千 万 亿 as powers of ten, 0 for others. */
static gint64
get_power (gunichar c)
{
  switch (c)
    {
    case 0x5341:
      return 10;
    case 0x767E:
      return 100;
    case 0x5343:
      return 1000;
    case 0x4E07:
      return 10000;
    case 0x4EBF:
      return 100000000;
    default:
      return 0;
    }
}

static gboolean
read_han_digit (gunichar c, gint64 *digit)
{
  *digit = c == 0x4E24 ? 2 : nb_text_get_chinese_digit (c); /* 两 */
  return *digit != 0 || c == 0x3007 || c == 0x96F6;         /* 〇 零 */
}

/* 二〇二二 digit by digit, else 三百二十 by powers. Sixteen characters at most. */
static gint64
read_han_number (const char *at, guint *length, const char **behind)
{
  gint64 total = 0, section = 0, digit = 0, positional = 0, c_digit;
  gboolean by_powers = FALSE;

  for (*length = 0; *length < 16; (*length)++, at = g_utf8_next_char (at))
    {
      gunichar c = nb_text_get_character (at);
      gint64 power = get_power (c);

      if (read_han_digit (c, &c_digit))
        {
          positional = MIN (positional * 10 + c_digit, (gint64) 1000000000000);
          digit = c_digit;
        }
      else if (power == 0)
        break;
      else
        {
          by_powers = TRUE;
          if (power >= 10000)
            {
              total = (total + section + digit) * power % (gint64) 10000000000000;
              section = 0;
            }
          else
            section += MAX (digit, 1) * power;
          digit = 0;
        }
    }
  *behind = at;
  return by_powers ? total + section + digit : positional;
}

/* A Chinese numeral with a unit behind it. Without one it may be part of any word: 统一, 三农. */
gboolean
nb_scanner_take_numeral_figure (NbScanner *scanner)
{
  NbFigure figure = { .start = scanner->at,
                      .byte = (guint) (scanner->c - scanner->text),
                      .flags = NB_FIGURE_HAN,
                      .before = scanner->before };
  const char *behind;
  guint length;

  figure.value = read_han_number (scanner->c, &length, &behind) * 100;
  figure.n_digits = length;
  figure.digits_end = figure.end = figure.start + length;
  figure.digits_end_byte = (guint) (behind - scanner->text);
  if (is_vague_before (scanner->before))
    figure.flags |= NB_FIGURE_VAGUE;
  take_unit (scanner, &figure, behind);
  if (figure.unit == 0)
    return FALSE;
  nb_scan_list_append (&scanner->figures, figure);
  nb_scanner_pass (scanner, length);
  return TRUE;
}
