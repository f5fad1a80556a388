/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where new parts go into the bytes of a report file, without touching a byte that is there. */
typedef struct
{
  gsize signatures; /* where the start tag of the last child of the root begins, if it has one */
  gsize signatures_end; /* where the end tag of that child begins; 0: it is an empty-element tag */
  gsize root_end;       /* where the end tag of the root begins */
} NbSplice;

/* Finds the places in @bytes, which nb_package_parse() has accepted: well-formed, in UTF-8, without
 * DOCTYPE, comment or processing instruction. One pass. FALSE where the root has no child. */
gboolean nb_splice_find (GBytes *bytes, NbSplice *splice);

/* @bytes with @text at @offset. */
GBytes *nb_splice_insert (GBytes *bytes, gsize offset, const char *text);

G_END_DECLS
