/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-text.h"

G_BEGIN_DECLS

/* What one paragraph of Chinese prose holds, found by a single pass from left to right: no rule reads
 * the characters again, except a bounded few round a place that stands here. Places are counted in code
 * points (start, end: half-open; at) and, beside them, in bytes. Everything is in the order of the text. */

/* A punctuation mark. */
typedef struct
{
  gunichar c;
  guint at;
  guint byte;
  gunichar before; /* the nearest character that is no space; 0: none */
  gunichar after;  /* the next one, past one space at most; 0: none */
} NbMark;

/* What counts on: headings, outermost first, and ordinals in running text. */
typedef enum
{
  NB_ITEM_HAN,             /* 一、 */
  NB_ITEM_HAN_BRACKETED,   /* （一） */
  NB_ITEM_DIGIT,           /* 1. 1． 1、 */
  NB_ITEM_DIGIT_BRACKETED, /* （1） 1） */
  NB_ITEM_CIRCLED,         /* ① */
  NB_ITEM_IS,              /* 一是 */
  NB_ITEM_NTH,             /* 第一， */
  NB_ITEM_FIRST,           /* 首先 其次 再次 最后: 1, 2, 3, 9 */
} NbItemKind;
#define NB_ITEM_IS_HEADING(item) ((item)->kind <= NB_ITEM_CIRCLED)

typedef struct
{
  NbItemKind kind;
  guint number;
  guint start, end; /* the marker: 一、 一是 （1） */
  guint byte, end_byte;
  gunichar before; /* the nearest character before that is no space; 0: none */
  guint before_at; /* where that stands */
  gboolean glued;  /* stands where no item can begin: only what follows tells that it is one */
  guint title_end; /* heading: where its title ends, half-open */
  guint title_end_byte;
  gunichar
      title_stop; /* heading: the mark that ends the title (。 ； ： ！ ？), 0: the next item or the end */
} NbItem;

/* What stands between two of 。 ； ！ ？, headings and ordinals. */
typedef struct
{
  guint start, end; /* without its stop */
  guint byte, end_byte;
  guint words; /* where its words begin, behind a heading's or ordinal's marker */
  guint words_byte;
  gunichar stop;  /* the mark that ends it, 0: an item or the end of the paragraph */
  guint64 hash;   /* of its words, without punctuation and spaces */
  guint64 folded; /* the same with every figure made one sign */
} NbSentence;

typedef enum
{
  NB_FIGURE_VAGUE = 1 << 0,   /* 约 近 超 逾 before it, 余 多 behind it, or a per cent */
  NB_FIGURE_HAN = 1 << 1,     /* Chinese numerals */
  NB_FIGURE_DECIMAL = 1 << 2, /* has decimals */
  NB_FIGURE_LONG = 1 << 3, /* more than 15 digits, or more than two decimals: value is not exact */
  NB_FIGURE_DATE = 1 << 4, /* its unit is one of date or time */
} NbFigureFlags;

/* A number with its unit or classifier. */
typedef struct
{
  guint start, digits_end, end; /* end: behind the unit */
  guint byte, digits_end_byte;
  guint n_digits;
  gint64 value; /* in hundredths */
  guint unit;   /* 0: none that we know; equal numbers are equal units */
  guint flags;
  gunichar before, behind; /* the characters at both ends of the digits; 0: none */
} NbFigure;

/* Words that some rule asks for. */
typedef enum
{
  NB_WORD_AMONG, /* 其中 */
  NB_WORD_TOTAL, /* 共 总 合计 */
  NB_WORD_TIME,  /* 今年 去年 …; value: years from the report year, NB_TIME_UNCLEAR */
  NB_WORD_UNTIL, /* 截止 */
  NB_WORD_DE_ADVERB, /* a 的 that should be 地; value: how many characters stand before it in the words */
  NB_WORD_DE_DEGREE, /* a 的 that should be 得; the same */
  NB_WORD_COMPLAINT, /* 投诉 诉求 诉讼 … */
  NB_WORD_AWARD,     /* 荣获 被评为 … */
  NB_WORD_GIFT,      /* 捐赠 捐款 … */
  NB_WORD_CHANGE,    /* 变更 */
  NB_WORD_FACT, /* 公章 地址 …: what people say was changed and is no registered fact by that name */
  NB_WORD_SECRECY,     /* 机密 绝密 … */
  NB_WORD_PLACEHOLDER, /* XX ×× ____ … */
  NB_WORD_ACTIVITY,    /* of headings and of parts: what the four parts of a report are about */
  NB_WORD_BENEFIT,
  NB_WORD_PROBLEM,
  NB_WORD_MEASURE,
  NB_WORD_PLAN,
  NB_N_WORDS,
} NbWordKind;
#define NB_TIME_UNCLEAR 9

typedef struct
{
  NbWordKind kind;
  int value;
  guint start, end;
  guint byte, end_byte;
} NbWord;

/* Characters that have no place in a report. */
typedef enum
{
  NB_ODD_LOST,      /* U+FFFD */
  NB_ODD_CONTROL,   /* tab, C1 controls, line and paragraph separators */
  NB_ODD_PRIVATE,   /* private use */
  NB_ODD_INVISIBLE, /* zero width, soft hyphens, direction marks */
  NB_ODD_SPACE,     /* spaces of other widths, no-break spaces */
  NB_ODD_EMOJI,
  NB_ODD_WIDE,    /* full-width digits and letters */
  NB_ODD_RADICAL, /* look-alikes of the radical blocks */
  NB_N_ODDS,
} NbOddKind;

typedef struct
{
  NbOddKind kind;
  gunichar c;
  guint at;
} NbOdd;

typedef struct
{
  const NbMark *marks;
  const NbItem *items;
  const NbSentence *sentences;
  const NbFigure *figures;
  const NbWord *words;
  const NbOdd *odds;
  const guint *half_width; /* indexes of marks that should be full-width (nb-prose-mark.c) */
  const guint *unmatched;  /* indexes of marks without their partner */
  guint n_marks, n_items, n_sentences, n_figures, n_words, n_odds, n_half_width, n_unmatched;
  guint word_kinds; /* a bit (1 << kind) for each kind of word that stands here */
} NbProse;

/* Scanned at the first call, kept by the paragraph as long as it lives; safe from any thread. */
const NbProse *nb_paragraph_get_prose (const NbParagraph *paragraph);

/* The closing partner of an opening quote, title mark or bracket, half-width or not; 0 for others. */
gunichar nb_mark_get_partner (gunichar c);

G_END_DECLS
