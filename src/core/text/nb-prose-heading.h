/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-prose.h"

G_BEGIN_DECLS

/* A heading and where it stands. */
typedef struct
{
  guint paragraph;
  const NbProse *prose;
  const NbItem *item;
} NbHeading;
/* The headings of @text in order: an array of NbHeading, free with g_array_unref(). */
GArray *nb_text_list_headings (const NbText *text);

G_END_DECLS
