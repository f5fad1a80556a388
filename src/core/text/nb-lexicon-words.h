/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-lexicon.h"

G_BEGIN_DECLS

/* Words of one kind and value, divided by spaces. */
typedef struct
{
  guint kind;
  int value;
  const char *words;
} NbWordList;

extern const NbWordList nb_lexicon_words[];
extern const guint nb_lexicon_n_words;
extern const char *const nb_lexicon_marks;

G_END_DECLS
