/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-grid-words.h"

#include <string.h>

struct _NbGridWords
{
  GString *text;
  gboolean space;      /* white space is due before the next character */
  gboolean line_ended; /* a line of the source ended in it */
  guint n_breaks;      /* paragraph breaks are due */
};

NbGridWords *
nb_grid_words_new (void)
{
  NbGridWords *words = g_new0 (NbGridWords, 1);

  words->text = g_string_new (NULL);
  return words;
}

void
nb_grid_words_free (NbGridWords *words)
{
  g_string_free (words->text, TRUE);
  g_free (words);
}

/* Beside a character of these no line end of the source means a blank. */
static gboolean
is_wide (gunichar c)
{
  return g_unichar_iswide (c) || (c >= 0x2018 && c <= 0x201D) || c == 0x2026 || c == 0x2014;
}

static gunichar
get_last (const GString *text)
{
  if (text->len == 0)
    return 0;
  return g_utf8_get_char (g_utf8_prev_char (text->str + text->len));
}

static void
append (NbGridWords *words, const char *at, gsize size)
{
  GString *text = words->text;

  if (words->n_breaks > 0 && text->len > 0)
    for (guint i = 0; i < words->n_breaks; i++)
      g_string_append_c (text, '\n');
  else if (words->space && text->len > 0
           && !(words->line_ended && (is_wide (get_last (text)) || is_wide (g_utf8_get_char (at)))))
    g_string_append_c (text, ' ');
  words->n_breaks = 0;
  words->space = words->line_ended = FALSE;
  g_string_append_len (text, at, (gssize) size);
}

void
nb_grid_words_add (NbGridWords *words, const char *text, gsize size)
{
  const char *end = text + size;

  for (const char *at = text; at < end;)
    {
      const char *next = g_utf8_next_char (at);

      if (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r' || *at == '\f')
        {
          words->space = TRUE;
          words->line_ended |= *at == '\n' || *at == '\r';
        }
      else
        append (words, at, (gsize) (MIN (next, end) - at));
      at = next;
    }
}

void
nb_grid_words_break (NbGridWords *words, gboolean forced)
{
  words->space = words->line_ended = FALSE;
  /* More than two empty lines say nothing more; they could be millions. */
  if (forced)
    words->n_breaks = MIN (words->n_breaks + 1, 3);
  else
    words->n_breaks = MAX (words->n_breaks, 1);
}

char *
nb_grid_words_take (NbGridWords *words)
{
  char *text = g_strdup (words->text->str);

  g_string_set_size (words->text, 0);
  words->n_breaks = 0;
  words->space = words->line_ended = FALSE;
  return text;
}
