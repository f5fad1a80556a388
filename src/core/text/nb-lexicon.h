/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-prose.h"

G_BEGIN_DECLS

/* What the scanner knows of characters and words. Made once, at the first use, and never changed. */

typedef enum
{
  NB_CLASS_PLAIN,
  NB_CLASS_WORD, /* begins a word that is looked for in running text */
  NB_CLASS_MARK,
  NB_CLASS_SPACE,
  NB_CLASS_DIGIT,   /* 0-9 and their full-width twins */
  NB_CLASS_NUMERAL, /* 一 to 九, 十, 两 */
  NB_CLASS_CIRCLED, /* ① to ⑳ */
  NB_CLASS_NTH,     /* 第 */
  NB_CLASS_DE,      /* 的 */
  NB_CLASS_ODD,
} NbCharacterClass;

/* Kinds of words that are only looked for where a word of their kind can stand; the rest is NbWordKind. */
enum
{
  NB_WORD_UNIT = NB_N_WORDS, /* value: its number */
  NB_WORD_DATE_UNIT,         /* the same for 年 月 日 … */
  NB_WORD_ADVERB,            /* 更好, before 的 */
  NB_WORD_VERB,              /* 服务于, behind 的 */
  NB_WORD_DOING,             /* 做, before 的 */
  NB_WORD_DEGREE,            /* 不到位, behind 的 */
  NB_WORD_ORDER,             /* 首先 …; value: its number */
};
#define NB_WORDS_IN_TEXT (((1u << NB_N_WORDS) - 1) | 1u << NB_WORD_ORDER)

typedef struct
{
  const char *text;
  guint kind;
  int value;
  guint size;   /* bytes */
  guint length; /* code points */
} NbLexeme;

typedef struct
{
  guint8 classes[0x10000];
  guint8 buckets[0x10000]; /* of first characters; 0: no word begins with it */
  const NbLexeme *firsts[256];
  guint counts[256];
} NbLexicon;

const NbLexicon *nb_lexicon_get (void);

/* The class of a character beyond the tables' range. */
NbCharacterClass nb_lexicon_classify_beyond (gunichar c);
/* What is odd about a character of class ODD. */
NbOddKind nb_lexicon_get_odd_kind (gunichar c);
/* The longest word at @at (which begins with @first) of one of @kinds (bits), NULL for none. */
const NbLexeme *
nb_lexicon_find (const NbLexicon *lexicon, const char *at, gunichar first, guint kinds);
/* How many characters the word of @kind has (four at most) that ends right before @end and does not begin
 * before @begin; 0: there is none. */
guint nb_lexicon_measure_before (const char *begin, const char *end, guint kind);

G_END_DECLS
