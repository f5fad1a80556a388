/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-page-break.h"

#include <string.h>

#include "nb-text-class.h"

/* So many lines at most are left free for the sake of looks. */
#define MAXIMUM_BACK 8

/* A longer paragraph is no heading. */
#define MAXIMUM_HEADING 40

#define TOGETHER 2

/* How many lines of the paragraph that goes on at @end stand before it, from @from on. */
static guint
count_before (NbPieceGetKind get_kind, gconstpointer pieces, guint from, guint end)
{
  guint at = end - 1;

  while (at > from && end - at < TOGETHER && get_kind (pieces, at) == NB_PIECE_NEXT)
    at--;
  return end - at;
}

static guint
count_behind (NbPieceGetKind get_kind, gconstpointer pieces, guint n, guint end)
{
  guint at = end;

  while (at < n && at - end < TOGETHER && get_kind (pieces, at) == NB_PIECE_NEXT)
    at++;
  return at - end;
}

static gboolean
is_good (NbPieceGetKind get_kind, gconstpointer pieces, guint n, guint from, guint end)
{
  NbPieceKind before = get_kind (pieces, end - 1);

  if (before == NB_PIECE_HEADING || before == NB_PIECE_BOX)
    return FALSE;
  if (get_kind (pieces, end) != NB_PIECE_NEXT)
    return TRUE;
  return count_before (get_kind, pieces, from, end) >= TOGETHER
         && count_behind (get_kind, pieces, n, end) >= TOGETHER;
}

guint
nb_page_break_find (NbPieceGetKind get_kind, gconstpointer pieces, guint n, guint from, guint to)
{
  for (guint end = to; end > from && to - end <= MAXIMUM_BACK; end--)
    if (is_good (get_kind, pieces, n, from, end))
      return end;
  return to - from <= MAXIMUM_BACK ? from : to;
}

static gboolean
begins_with_number (const char *text)
{
  static const char *const open[] = { "（", "(" };
  static const char *const close[] = { "）", ")" };
  static const char *const points[] = { "、", ".", "．" };
  gboolean bracketed = FALSE;
  guint number;
  guint length;
  guint n_digits = 0;

  for (guint i = 0; i < G_N_ELEMENTS (open) && !bracketed; i++)
    if (g_str_has_prefix (text, open[i]))
      {
        text += strlen (open[i]);
        bracketed = TRUE;
      }
  length = nb_text_read_numeral (text, &number);
  text = g_utf8_offset_to_pointer (text, length);
  for (; length == 0 && g_ascii_isdigit (*text); text++)
    n_digits++;
  if (length == 0 && n_digits == 0)
    return FALSE;
  if (bracketed)
    {
      for (guint i = 0; i < G_N_ELEMENTS (close); i++)
        if (g_str_has_prefix (text, close[i]))
          return TRUE;
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    if (g_str_has_prefix (text, points[i]))
      /* 12.79万元 is none. */
      return !g_ascii_isdigit (text[strlen (points[i])]);
  return FALSE;
}

gboolean
nb_page_break_is_heading (const NbParagraph *paragraph)
{
  static const char *const stops[] = { "。", "；", "！", "？", "，" };
  const char *text = paragraph->text;

  if (paragraph->length > MAXIMUM_HEADING)
    return FALSE;
  while (g_unichar_isspace (g_utf8_get_char (text)) && *text != '\0')
    text = g_utf8_next_char (text);
  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    if (g_str_has_suffix (paragraph->text, stops[i]))
      return FALSE;
  return begins_with_number (text);
}
