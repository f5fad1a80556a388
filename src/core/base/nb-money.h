/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Amounts are 64-bit counts of fen (0.01 yuan); 0.01 wan yuan, the form's unit of account, is
 * 10,000 fen. No floating point anywhere. */
#define NB_FEN_PER_YUAN     100
#define NB_FEN_PER_WAN      1000000
#define NB_MONEY_LIMIT_YUAN G_GINT64_CONSTANT (1000000000000)

typedef enum
{
  NB_MONEY_YUAN,
  NB_MONEY_WAN
} NbMoneyUnit;

/* How an amount was written, beyond a plain number with at most two decimals. */
typedef enum
{
  NB_MONEY_PLAIN = 0,
  NB_MONEY_HAS_UNIT = 1 << 0,      /* 170万元 */
  NB_MONEY_HAS_GROUPS = 1 << 1,    /* 1,700,000 */
  NB_MONEY_FULL_WIDTH = 1 << 2,    /* １７０．００ */
  NB_MONEY_CHINESE = 1 << 3,       /* 一百七十万, 壹佰柒拾万元整 */
  NB_MONEY_IN_YUAN = 1 << 4,       /* 元 where the cell is in 万元 */
  NB_MONEY_MORE_DECIMALS = 1 << 5, /* more than two decimals of the cell's unit */
  NB_MONEY_ROUNDED = 1 << 6,       /* the value differs from what was written */
  NB_MONEY_PARENTHESES = 1 << 7,   /* (3.20) for a negative amount */
} NbMoneySpelling;

typedef struct
{
  gint64 fen; /* rounded to a whole 10,000 fen (0.01 wan yuan), halves away from zero */
  NbMoneySpelling spelling;
} NbMoney;

/* Reads @text (UTF-8, one line) as an amount; a number without a unit counts in @unit.
 * Returns FALSE, leaving @out alone, for nonsense, a negative amount unless @negative, and
 * anything beyond ±10^12 yuan. */
gboolean nb_money_parse (const char *text, NbMoneyUnit unit, gboolean negative, NbMoney *out);

/* The canonical spelling in wan yuan: "170.00", "-3.20". Free with g_free(). */
char *nb_money_format (gint64 fen);

/* The amount in whole yuan as a reader checks it: "1,700,000 元". Free with g_free(). */
char *nb_money_format_yuan (gint64 fen);

G_END_DECLS
