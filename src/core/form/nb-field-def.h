/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NB_FIELD_LINE,
  NB_FIELD_LONG,
  NB_FIELD_MONEY,
  NB_FIELD_COUNT,
  NB_FIELD_YEAR,
  NB_FIELD_DATE,
  NB_FIELD_CODE,
  NB_FIELD_CHOICE,
} NbFieldType;

/* One field of an edition. Immutable, owned by its NbForm; every string is borrowed. */
typedef struct
{
  const char *id;
  NbFieldType type;
  guint index;                /* in the edition's order */
  const char *section;        /* id of its section */
  const char *label;          /* official, Chinese, never translated */
  const char *const *aliases; /* other labels seen in published tables; NULL-ended */
  const char *help;           /* English msgid, or NULL */
  const char *source;         /* on whose authority the help stands, or NULL */
  const char *unit;           /* printed after the value ("万元"), or NULL */
  gboolean published;         /* stands in the publication copy, the table and the portal copy */
  gboolean certificate;       /* registered fact: stands on the certificate too */
  gboolean negative;          /* money: may be below zero */
  const char *const *choices; /* type choice: the permitted texts; NULL-ended, else NULL */
} NbFieldDef;

G_END_DECLS
