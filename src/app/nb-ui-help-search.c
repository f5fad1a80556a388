/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-help-search.h"

#include <string.h>

#include "nb-width.h"

/* How much of a line is shown before what was found, and in all, in characters. */
#define EXCERPT_BEFORE 12
#define EXCERPT_LENGTH 60

/* What a word is worth: by where, and how, it was found. */
enum
{
  SCORE_NONE = 0,
  SCORE_PIECES = 1,
  SCORE_TEXT = 10,
  SCORE_TITLE_PIECES = 30,
  SCORE_TITLE = 100,
};

static void
hit_free (void *data)
{
  NbUiHelpHit *hit = data;

  g_free (hit->excerpt);
  g_free (hit);
}

/* Full-width forms stand for their twins, letters lose their case; each character stays one. */
static char *
fold (const char *text)
{
  g_autofree char *narrow = nb_width_fold (text);
  GString *folded = g_string_sized_new (strlen (narrow));

  for (const char *at = narrow; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_unichar (folded, g_unichar_tolower (g_utf8_get_char (at)));
  return g_string_free (folded, FALSE);
}

static void
fold_page (NbUiHelpBook *book, NbUiHelpPage *page)
{
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (page->folded_title != NULL)
    return;
  title = g_strjoin ("\n", page->title, page->keywords, NULL);
  text = nb_ui_help_book_dup_text (book, page);
  page->folded_title = fold (title);
  page->folded_text = fold (text);
}

/* Whether every two characters of @word that are side by side, none of them of an alphabet, stand side by
 * side in @text somewhere. */
static gboolean
has_pieces (const char *text, const char *word)
{
  if (g_utf8_strlen (word, -1) < 3)
    return FALSE;
  for (const char *at = word; *g_utf8_next_char (at) != '\0'; at = g_utf8_next_char (at))
    {
      const char *second = g_utf8_next_char (at);
      g_autofree char *pair = g_strndup (at, (gsize) (g_utf8_next_char (second) - at));

      if (!g_unichar_iswide (g_utf8_get_char (at)) || !g_unichar_iswide (g_utf8_get_char (second)))
        return FALSE;
      if (strstr (text, pair) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* The same for words that stand together only in part: all pairs but the ones where one word ends. */
static gboolean
has_words (const char *text, const char *word)
{
  const glong length = g_utf8_strlen (word, -1);

  for (glong cut = 2; cut <= length - 2; cut++)
    {
      const char *middle = g_utf8_offset_to_pointer (word, cut);
      g_autofree char *first = g_strndup (word, (gsize) (middle - word));

      if (g_unichar_iswide (g_utf8_get_char (word)) && strstr (text, first) != NULL
          && strstr (text, middle) != NULL)
        return TRUE;
    }
  return FALSE;
}

static guint
score_word (const NbUiHelpPage *page, const char *word)
{
  if (strstr (page->folded_title, word) != NULL)
    return SCORE_TITLE;
  if (has_words (page->folded_title, word))
    return SCORE_TITLE_PIECES;
  if (strstr (page->folded_text, word) != NULL)
    return SCORE_TEXT;
  if (has_words (page->folded_text, word) || has_pieces (page->folded_text, word))
    return SCORE_PIECES;
  return SCORE_NONE;
}

static guint
score_page (const NbUiHelpPage *page, char **words)
{
  guint sum = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint score = *words[i] != '\0' ? score_word (page, words[i]) : 0;

      if (*words[i] != '\0' && score == SCORE_NONE)
        return SCORE_NONE;
      sum += score;
    }
  return sum;
}

static void
append_escaped (GString *markup, const char *from, const char *to)
{
  g_autofree char *part = g_strndup (from, (gsize) (to - from));
  g_autofree char *escaped = g_markup_escape_text (part, -1);

  g_string_append (markup, escaped);
}

/* The line of @text round the place in its folded twin @folded at which @word stands. */
static char *
format_excerpt (const char *text, const char *folded, const char *word)
{
  const char *found = strstr (folded, word);
  const char *from, *to, *end;
  GString *markup;

  if (found == NULL)
    return NULL;
  from = g_utf8_offset_to_pointer (text, g_utf8_pointer_to_offset (folded, found));
  to = g_utf8_offset_to_pointer (from, g_utf8_strlen (word, -1));
  markup = g_string_new (NULL);
  found = from;
  for (guint i = 0; i < EXCERPT_BEFORE && found > text && found[-1] != '\n'; i++)
    found = g_utf8_prev_char (found);
  if (found > text && found[-1] != '\n')
    g_string_append (markup, "…");
  append_escaped (markup, found, from);
  g_string_append (markup, "<b>");
  append_escaped (markup, from, to);
  g_string_append (markup, "</b>");
  for (end = to, from = to;
       *end != '\0' && *end != '\n' && g_utf8_pointer_to_offset (from, end) < EXCERPT_LENGTH;)
    end = g_utf8_next_char (end);
  append_escaped (markup, to, end);
  if (*end != '\0' && *end != '\n')
    g_string_append (markup, "…");
  return g_string_free (markup, FALSE);
}

static int
compare (const void *a, const void *b)
{
  const NbUiHelpHit *first = *(NbUiHelpHit *const *) a;
  const NbUiHelpHit *second = *(NbUiHelpHit *const *) b;

  return first->score == second->score ? 0 : first->score > second->score ? -1 : 1;
}

GPtrArray *
nb_ui_help_search (NbUiHelpBook *book, const char *words)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func (hit_free);
  g_autofree char *folded = fold (words);
  g_auto (GStrv) each = g_strsplit_set (folded, " \t", -1);

  for (guint i = 0; i < nb_ui_help_book_get_n_pages (book); i++)
    {
      NbUiHelpPage *page = nb_ui_help_book_get_page (book, i);
      guint score;

      fold_page (book, page);
      score = score_page (page, each);
      if (score > SCORE_NONE)
        {
          g_autofree char *text = nb_ui_help_book_dup_text (book, page);
          NbUiHelpHit *hit = g_new0 (NbUiHelpHit, 1);

          hit->page = page;
          hit->score = score;
          for (guint j = 0; each[j] != NULL && hit->excerpt == NULL; j++)
            if (*each[j] != '\0')
              hit->excerpt = format_excerpt (text, page->folded_text, each[j]);
          g_ptr_array_add (hits, hit);
        }
    }
  /* A stable order: pages worth the same stay as in the contents. */
  g_ptr_array_sort (hits, compare);
  return hits;
}
