/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Half-open [start, end) in code points inside one paragraph. A fault over several paragraphs has
 * one span in each. */
typedef struct
{
  guint paragraph;
  guint start;
  guint end;
} NbSpan;

/* An immutable paragraph: UTF-8 without LF, its length in code points counted once. Shared between
 * texts and threads (atomic reference count). */
typedef struct
{
  gatomicrefcount references; /* private */
  void *prose;                /* private: what nb_paragraph_get_prose() found, or NULL */
  guint length;               /* code points */
  gsize size;                 /* bytes, without the closing NUL */
  char text[];                /* NUL-ended */
} NbParagraph;

NbParagraph *nb_paragraph_new (const char *text, gssize size);
NbParagraph *nb_paragraph_ref (NbParagraph *paragraph);
void nb_paragraph_unref (NbParagraph *paragraph);

/* An immutable sequence of at least one paragraph. */
typedef struct _NbText NbText;

/* @text is valid UTF-8; LF, and nothing else, divides paragraphs. */
NbText *nb_text_new (const char *text);
NbText *nb_text_ref (NbText *text);
void nb_text_unref (NbText *text);

guint nb_text_get_n_paragraphs (const NbText *text);
/* Borrowed, NULL beyond the end. */
const NbParagraph *nb_text_get_paragraph (const NbText *text, guint index);

/* Code points, each paragraph break counting as one. */
guint nb_text_get_length (const NbText *text);
/* One paragraph without a character. */
gboolean nb_text_is_empty (const NbText *text);
gboolean nb_text_equal (const NbText *a, const NbText *b);
/* The paragraphs joined by LF. Free with g_free(). */
char *nb_text_dup_string (const NbText *text);
/* The characters of @span. Free with g_free(). */
char *nb_text_dup_span (const NbText *text, NbSpan span);

/* The characters from one place to another, paragraph breaks as LF. Free with g_free(). */
char *nb_text_dup_range (const NbText *text,
                         guint from_paragraph,
                         guint from_offset,
                         guint to_paragraph,
                         guint to_offset);

/* A new text in which the characters from (@from_paragraph, @from_offset) to (@to_paragraph,
 * @to_offset) are replaced by @replacement, where LF divides paragraphs. Untouched paragraphs are
 * shared. The positions must lie inside @text, from not after to. */
NbText *nb_text_splice (const NbText *text,
                        guint from_paragraph,
                        guint from_offset,
                        guint to_paragraph,
                        guint to_offset,
                        const char *replacement);

/* Offset of a place in the whole text (a paragraph break counts as one), and back. */
guint nb_text_get_offset (const NbText *text, guint paragraph, guint offset);
void nb_text_get_position (const NbText *text, guint offset, guint *paragraph, guint *in_paragraph);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbParagraph, nb_paragraph_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbText, nb_text_unref)

G_END_DECLS
