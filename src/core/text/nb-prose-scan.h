/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-lexicon.h"

G_BEGIN_DECLS

/* A growing array of one kind of facts. As GArray, but added to inline: there is one for every few
 * characters. */
typedef struct
{
  void *data;
  guint len;
  guint capacity;
  guint size; /* of an element in bytes; 0 while there are none */
} NbScanList;

/* The scanner's state while it goes over one paragraph. Its files each take the places that are theirs:
 * nb-prose-scan.c goes on character by character, nb-prose-item.c knows headings and ordinals,
 * nb-prose-figure.c numbers, nb-prose-mark.c what marks make together, nb-prose.c what is kept. */
typedef struct
{
  const NbLexicon *lexicon;
  const char *text;
  const char *end;
  const char *c; /* where it stands */
  guint at;      /* the same in code points */
  /* As nb_scanner_look_back() left them: */
  gunichar previous; /* the character before, spaces too */
  gunichar before;   /* the nearest one before that is no space */
  guint before_at;
  NbScanList marks, items, sentences, figures, words, odds;
  NbScanList half_width, unmatched; /* of guint */
  guint word_kinds;
  NbSentence sentence; /* the one in hand */
  gboolean in_sentence;
  gboolean title_open; /* the last item is a heading whose title goes on */
  gboolean in_figure;  /* the folded hash has its sign already */
} NbScanner;

void nb_scan_list_grow (NbScanList *list, guint size);

#define nb_scan_list_index(list, type, i) (((type *) (list)->data)[i])
#define nb_scan_list_append(list, value)                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if ((list)->len == (list)->capacity)                                                           \
      nb_scan_list_grow ((list), sizeof (value));                                                  \
    ((__typeof__ (value) *) (list)->data)[(list)->len++] = (value);                                \
  }                                                                                                \
  G_STMT_END

/* Goes over the whole paragraph. */
void nb_scanner_run (NbScanner *scanner);

/* Finds out what stands before: only who asks for it pays for it. */
void nb_scanner_look_back (NbScanner *scanner);
/* Goes past @n characters that are no marks. */
void nb_scanner_pass (NbScanner *scanner, guint n);
/* Ends the sentence in hand before where the scanner stands; @stop: by that mark. */
void nb_scanner_end_sentence (NbScanner *scanner, gunichar stop);

/* Take an item, or a number, that begins where the scanner stands; FALSE: there is none. */
gboolean nb_scanner_take_bracketed_item (NbScanner *scanner);
gboolean nb_scanner_take_digit_item (NbScanner *scanner);
gboolean nb_scanner_take_circled_item (NbScanner *scanner);
gboolean nb_scanner_take_numeral (NbScanner *scanner);
void nb_scanner_take_nth (NbScanner *scanner);
void nb_scanner_take_order (NbScanner *scanner, const NbLexeme *lexeme);
void nb_scanner_take_digits (NbScanner *scanner);
gboolean nb_scanner_take_numeral_figure (NbScanner *scanner);

/* After the pass: which marks should be full-width, which have no partner. */
void nb_scanner_match_marks (NbScanner *scanner);

G_END_DECLS
