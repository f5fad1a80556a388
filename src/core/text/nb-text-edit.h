/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-text.h"

G_BEGIN_DECLS

/* A replacement that could be made in a text. */
typedef struct
{
  NbSpan span;
  char *text;
} NbTextEdit;

/* Edits in the order of a text, none over another: array of NbTextEdit, free with g_ptr_array_unref(). */
GPtrArray *nb_text_edits_new (void);
void nb_text_edits_add (GPtrArray *edits, NbSpan span, const char *text);
/* @text with @edits made. Free with nb_text_unref(). */
NbText *nb_text_make_edits (const NbText *text, const GPtrArray *edits);

/* What a replacement does, as it is shown before it is made. */
typedef struct
{
  char *lead; /* the characters in front of it, in its paragraph */
  char *removed;
  char *inserted;
  char *trail; /* the characters behind it */
} NbEditPreview;
/* Array of NbEditPreview, free with g_ptr_array_unref(). @around: how many characters are told on each side. */
GPtrArray *nb_edit_previews_new (void);
void nb_edit_previews_add (
    GPtrArray *previews, const NbText *text, NbSpan span, const char *inserted, guint around);

G_END_DECLS
