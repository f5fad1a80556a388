/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-prose.h"
#include "nb-text-edit.h"

G_BEGIN_DECLS

/* A section: a heading (一、 （一） 1. （1） ①) and what stands under it, until the next heading of its level or
 * of one above. */
typedef struct
{
  NbItemKind kind;
  guint number;
  guint paragraph; /* of the heading */
  guint start;     /* of its marker in the paragraph */
  guint from, to;  /* the whole section, offsets in the text */
} NbTextSection;

/* The innermost section that holds the place; FALSE where it stands before the first heading. */
gboolean
nb_text_find_section (const NbText *text, guint paragraph, guint offset, NbTextSection *section);
/* The section of @text whose heading says, but for its number, what the one of @section in @other says; FALSE:
 * there is none. */
gboolean nb_text_find_same_section (const NbText *text,
                                    const NbText *other,
                                    const NbTextSection *section,
                                    NbTextSection *found);

/* @text with the section at the place before the one of its level before it (@down: behind the one after it),
 * and all headings of that level under the same heading counted on. @moved (optional) receives where it is then.
 * NULL where there is no place for it to go. Free with nb_text_unref(). */
NbText *nb_text_move_section (
    const NbText *text, guint paragraph, guint offset, gboolean down, NbTextSection *moved);

/* What makes the run at the place count on from its first item: the 一是 二是 or 第一 第二 that the place stands in,
 * else the headings of the section's level under the same heading. Edits, empty where it counts on already;
 * NULL where the place stands in no run. Free with g_ptr_array_unref(). */
GPtrArray *nb_text_renumber_run (const NbText *text, guint paragraph, guint offset);

/* @marker (一、 （2） 第三 ④) with another number, written as it is written there; NULL where that cannot be.
 * Free with g_free(). */
char *nb_text_format_marker (const char *marker, guint number);

G_END_DECLS
