/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-date.h"
#include "nb-field-def.h"
#include "nb-money.h"
#include "nb-text.h"

G_BEGIN_DECLS

typedef enum
{
  NB_VALUE_EMPTY,
  NB_VALUE_READ,
  NB_VALUE_UNREADABLE, /* kept as typed; a finding */
} NbValueState;

/* What a field's text was read as. */
typedef struct
{
  NbValueState state;
  char *
      canonical; /* "" unless READ; for line, long, code and choice: NULL, the text itself counts */
  gint64 number; /* money: fen; count, year: the number */
  NbDate date;   /* type date */
  guint spelling; /* money: NbMoneySpelling; other types: 1 where the spelling is not canonical */
} NbValue;

/* Reads @text for a field of @def. Count: digits only (full-width too); year: 1900-2999, also
 * 2022年 and Chinese digits; date: as nb_date_parse(). Clear with nb_value_clear(). */
void nb_value_parse (const NbFieldDef *def, const char *text, NbValue *out);
/* The same for a whole text. A long one is its own value and is not copied. */
void nb_value_read (const NbFieldDef *def, const NbText *text, NbValue *out);
void nb_value_clear (NbValue *value);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NbValue, nb_value_clear)

G_END_DECLS
