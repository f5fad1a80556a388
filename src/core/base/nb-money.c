/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-money.h"

#include <string.h>

#include "nb-money-numeral.h"
#include "nb-width.h"

/* Amounts are counted in the smallest step that the form knows: 0.01 wan yuan. */
#define FEN_PER_STEP (NB_FEN_PER_WAN / 100)
#define STEPS_LIMIT  (NB_MONEY_LIMIT_YUAN * NB_FEN_PER_YUAN / FEN_PER_STEP)
/* No amount within the limit has more places before the point; a text with more is nonsense or far too
 * long to be worth reading. */
#define PLACES 64

/* A number taken apart: its decimal digits, and where the point stands. */
typedef struct
{
  char digits[PLACES * 2];
  guint n_digits;
  guint n_whole; /* how many of them stand before the point */
  int exponent;  /* the unit is 10^exponent yuan */
} Decimal;

static gboolean
add_digit (Decimal *decimal, int digit)
{
  if (decimal->n_digits >= G_N_ELEMENTS (decimal->digits))
    return FALSE;
  decimal->digits[decimal->n_digits++] = (char) digit;
  return TRUE;
}

static gboolean
take_suffix (char *text, const char *suffix)
{
  if (!g_str_has_suffix (text, suffix))
    return FALSE;
  text[strlen (text) - strlen (suffix)] = '\0';
  g_strchomp (text);
  return TRUE;
}

/* Takes the unit off the end of @text. */
static void
take_unit (char *text, Decimal *decimal, NbMoneySpelling *spelling)
{
  static const struct
  {
    const char *words;
    int exponent;
  } units[] = { { "亿元", 8 }, { "亿", 8 }, { "万元", 4 }, { "万圆", 4 },
                { "万", 4 },   { "元", 0 }, { "圆", 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (take_suffix (text, units[i].words))
      {
        decimal->exponent = units[i].exponent;
        *spelling |= NB_MONEY_HAS_UNIT | (units[i].exponent == 0 ? NB_MONEY_IN_YUAN : 0);
        return;
      }
}

/* Digits, in groups of three or in one run, and decimals: to the end of @at. */
static gboolean
read_arabic (const char *at, Decimal *decimal, NbMoneySpelling *spelling)
{
  guint in_group = 0;
  gboolean grouped = FALSE;

  for (; g_ascii_isdigit (*at) || *at == ','; at++)
    if (*at == ',')
      {
        if (in_group == 0 || in_group > 3 || (grouped && in_group != 3))
          return FALSE;
        grouped = TRUE;
        in_group = 0;
      }
    else if (!add_digit (decimal, *at - '0'))
      return FALSE;
    else
      in_group++;
  if (in_group == 0 || (grouped && in_group != 3))
    return FALSE;
  *spelling |= grouped ? NB_MONEY_HAS_GROUPS : 0;

  decimal->n_whole = decimal->n_digits;
  if (*at == '.')
    {
      at++;
      if (!g_ascii_isdigit (*at))
        return FALSE;
      for (; g_ascii_isdigit (*at); at++)
        if (!add_digit (decimal, *at - '0'))
          return FALSE;
    }
  return *at == '\0';
}

static gboolean
add_number (Decimal *decimal, gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  for (const char *c = digits; *c != '\0'; c++)
    if (!add_digit (decimal, *c - '0'))
      return FALSE;
  decimal->n_whole = decimal->n_digits;
  return TRUE;
}

/* 三角四分, 零四分, 三角 behind the yuan. */
static gboolean
read_jiao_and_fen (const char *at, Decimal *decimal)
{
  static const char *const names[] = { "角", "分" };
  const char *next;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      int digit = nb_money_numeral_parse_digit (at, &next);

      if (digit < 0 || !(g_str_has_prefix (next, names[i]) || (i == 0 && digit == 0)))
        {
          if (!add_digit (decimal, 0))
            return FALSE;
          continue;
        }
      if (!add_digit (decimal, digit))
        return FALSE;
      at = g_str_has_prefix (next, names[i]) ? next + strlen (names[i]) : next;
    }
  return *at == '\0';
}

/* 十二点七九 with its unit taken off already. */
static gboolean
read_chinese_decimals (const char *text, const char *point, Decimal *decimal)
{
  g_autofree char *whole = g_strndup (text, (gsize) (point - text));
  const char *at = point + strlen ("点");
  gint64 number;

  if (*at == '\0' || !nb_money_numeral_parse (whole, &number) || !add_number (decimal, number))
    return FALSE;
  while (*at != '\0')
    {
      int digit = nb_money_numeral_parse_digit (at, &at);

      if (digit < 0 || !add_digit (decimal, digit))
        return FALSE;
    }
  return TRUE;
}

/* Numerals that name their ten thousands, or end in yuan, count yuan; 一百七十 counts the cell's unit. */
static gboolean
read_chinese (char *text, Decimal *decimal, NbMoneySpelling *spelling)
{
  const char *yuan;
  const char *point = strstr (text, "点");
  gint64 number;

  *spelling |= NB_MONEY_CHINESE;
  if (point != NULL)
    {
      take_unit (text, decimal, spelling);
      return read_chinese_decimals (text, point, decimal);
    }

  yuan = strstr (text, "元");
  if (yuan == NULL)
    yuan = strstr (text, "圆");
  if (yuan != NULL || strstr (text, "万") != NULL || strstr (text, "萬") != NULL
      || strstr (text, "亿") != NULL)
    {
      decimal->exponent = 0;
      *spelling |= NB_MONEY_HAS_UNIT;
    }
  if (yuan == NULL)
    return nb_money_numeral_parse (text, &number) && add_number (decimal, number);

  *(char *) yuan = '\0';
  if (!nb_money_numeral_parse (text, &number) || !add_number (decimal, number))
    return FALSE;
  yuan += strlen ("元");
  return *yuan == '\0' || read_jiao_and_fen (yuan, decimal);
}

/* Steps, halves away from zero; FALSE beyond the limit. */
static gboolean
count_steps (const Decimal *decimal, gint64 *steps, gboolean *rounded)
{
  /* 10^exponent yuan is 10^(exponent - 2) steps: the point moves by so many places. */
  int point = (int) decimal->n_whole + decimal->exponent - 2;

  *steps = 0;
  *rounded = FALSE;
  for (int i = 0; i < MAX (point, (int) decimal->n_digits); i++)
    {
      int digit = i < (int) decimal->n_digits ? decimal->digits[i] : 0;

      if (i < point)
        {
          *steps = *steps * 10 + digit;
          if (*steps > STEPS_LIMIT)
            return FALSE;
        }
      else if (digit != 0)
        *rounded = TRUE;
    }
  if (point >= 0 && point < (int) decimal->n_digits && decimal->digits[point] >= 5)
    ++*steps;
  return *steps <= STEPS_LIMIT;
}

/* Takes sign, brackets and currency off; TRUE where they make the amount negative. */
static gboolean
take_sign (char **text, NbMoneySpelling *spelling)
{
  static const char *const signs[] = { "-", "−", "﹣", "负" };
  static const char *const currencies[] = { "人民币", "¥", "￥" };
  gsize length = strlen (*text);
  gboolean negative = FALSE;

  if (length > 2 && (*text)[0] == '(' && (*text)[length - 1] == ')')
    {
      (*text)[length - 1] = '\0';
      *text = g_strstrip (*text + 1);
      *spelling |= NB_MONEY_PARENTHESES;
      negative = TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
    if (g_str_has_prefix (*text, currencies[i]))
      {
        *text = g_strchug (*text + strlen (currencies[i]));
        *spelling |= NB_MONEY_HAS_UNIT;
        break;
      }
  for (gsize i = 0; i < G_N_ELEMENTS (signs) && !negative; i++)
    if (g_str_has_prefix (*text, signs[i]))
      {
        *text = g_strchug (*text + strlen (signs[i]));
        negative = TRUE;
      }
  return negative;
}

/* Digits or marks that folding changed: a full-width figure, point, comma or bracket. */
static gboolean
has_full_width (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character >= 0xFF01 && character <= 0xFF5E)
        return TRUE;
    }
  return FALSE;
}

gboolean
nb_money_parse (const char *text, NbMoneyUnit unit, gboolean negative, NbMoney *out)
{
  g_autofree char *folded = g_strstrip (nb_width_fold (text));
  NbMoneySpelling spelling = has_full_width (text) ? NB_MONEY_FULL_WIDTH : NB_MONEY_PLAIN;
  Decimal decimal = { .exponent = unit == NB_MONEY_WAN ? 4 : 0 };
  char *at = folded;
  gboolean below_zero, read, rounded;
  gint64 steps;

  if (strlen (folded) > PLACES * 4)
    return FALSE;
  below_zero = take_sign (&at, &spelling);
  if (take_suffix (at, "整") || take_suffix (at, "正"))
    spelling |= NB_MONEY_CHINESE;

  if (g_ascii_isdigit (*at))
    {
      take_unit (at, &decimal, &spelling);
      read = read_arabic (at, &decimal, &spelling);
    }
  else
    read = read_chinese (at, &decimal, &spelling);
  if (!read || !count_steps (&decimal, &steps, &rounded) || (below_zero && steps != 0 && !negative))
    return FALSE;

  if (decimal.n_digits - decimal.n_whole > 2)
    spelling |= NB_MONEY_MORE_DECIMALS;
  if (rounded)
    spelling |= NB_MONEY_ROUNDED;
  out->fen = (below_zero ? -steps : steps) * FEN_PER_STEP;
  out->spelling = spelling;
  return TRUE;
}

char *
nb_money_format (gint64 fen)
{
  gint64 steps = ABS (fen) / FEN_PER_STEP;

  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%02d", fen < 0 ? "-" : "", steps / 100,
                          (int) (steps % 100));
}

char *
nb_money_format_yuan (gint64 fen)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, ABS (fen) / NB_FEN_PER_YUAN);
  GString *string = g_string_new (fen < 0 ? "-" : "");
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (string, ',');
      g_string_append_c (string, digits[i]);
    }
  g_string_append (string, " 元");
  return g_string_free (string, FALSE);
}
