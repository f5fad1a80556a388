/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A family of fonts that are installed and draw Chinese in the shapes of the mainland. */
typedef struct
{
  char *name;  /* the same in every language of the interface */
  char *title; /* as it is called in the language of the interface */
} NbFontFamily;

/* All of them (NbFontFamily), by their titles. Slow the first time a program asks. Unref. */
GPtrArray *nb_font_list_families (void);
/* The name of the family that @name, in any language and in capitals or not, is one of the names of; NULL: there
 * is none. Free with g_free(). */
char *nb_font_list_find (const char *name);

G_END_DECLS
