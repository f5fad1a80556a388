/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What word processors and web pages put into copied text that a report does not want. */
typedef enum
{
  NB_CLEAN_LINE_ENDS,    /* CR LF, CR, line and page breaks: a paragraph break now */
  NB_CLEAN_TABS,         /* a space now */
  NB_CLEAN_SPACES,       /* no-break and other odd spaces: a space now */
  NB_CLEAN_SOFT_HYPHENS, /* gone */
  NB_CLEAN_INVISIBLE,    /* zero-width spaces, byte order marks: gone */
  NB_CLEAN_LIST_NUMBERS, /* bullets, and the blanks behind the numbers of lists: gone */
  NB_CLEAN_INDENTS,      /* blanks, U+3000 too, at the beginning and end of a paragraph: gone */
  NB_CLEAN_CHARACTERS,   /* what XML cannot hold: U+FFFD now */
} NbCleanKind;
#define NB_N_CLEAN_KINDS (NB_CLEAN_CHARACTERS + 1)

/* How much of each was cleaned. */
typedef struct
{
  guint counts[NB_N_CLEAN_KINDS];
} NbTextCleaned;

/* Cleans @text (valid UTF-8) that was pasted or taken from an office document; linear. LF divides the
 * paragraphs of what is returned. @cleaned (optional) receives what was done, added to what stands in
 * it. Free with g_free(). */
char *nb_text_clean (const char *text, NbTextCleaned *cleaned);

gboolean nb_text_cleaned_is_empty (const NbTextCleaned *cleaned);
/* For a person: "3 tabs, 1 soft hyphen". Free with g_free(). */
char *nb_text_cleaned_describe (const NbTextCleaned *cleaned);

/* "tabs", in the language of the interface. */
const char *nb_clean_kind_get_name (NbCleanKind kind);

/* "tabs": the word for a kind in files, and back; FALSE for none. */
const char *nb_clean_kind_get_nick (NbCleanKind kind);
gboolean nb_clean_kind_parse (const char *nick, NbCleanKind *kind);

G_END_DECLS
