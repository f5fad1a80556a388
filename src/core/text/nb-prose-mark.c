/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-prose-scan.h"

#include <stdlib.h>

#include "nb-text-class.h"

gunichar
nb_mark_get_partner (gunichar c)
{
  switch (c)
    {
    case '(':
    case 0xFF08:
      return 0xFF09; /* width is another matter */
    case '[':
    case 0xFF3B:
      return 0xFF3D;
    case '{':
    case 0xFF5B:
      return 0xFF5D;
    case 0x201C:
      return 0x201D;
    case 0x2018:
      return 0x2019;
    case 0x300A:
      return 0x300B;
    case 0x3008:
      return 0x3009;
    case 0x300C:
      return 0x300D;
    case 0x300E:
      return 0x300F;
    case 0x3010:
      return 0x3011;
    case 0x3014:
      return 0x3015;
    case 0x3016:
      return 0x3017;
    default:
      return 0;
    }
}

/* What a closing mark is compared as; 0 for others. */
static gunichar
get_closing (gunichar c)
{
  switch (c)
    {
    case ')':
      return 0xFF09;
    case ']':
      return 0xFF3D;
    case '}':
      return 0xFF5D;
    case 0xFF09:
    case 0xFF3D:
    case 0xFF5D:
    case 0x201D:
    case 0x2019:
    case 0x300B:
    case 0x3009:
    case 0x300D:
    case 0x300F:
    case 0x3011:
    case 0x3015:
    case 0x3017:
      return c;
    default:
      return 0;
    }
}

static gboolean
is_chinese (gunichar c)
{
  return nb_text_is_han (c) || nb_text_is_cjk_mark (c);
}

static gboolean
touches_han (const NbMark *mark)
{
  return nb_text_is_han (mark->before) || nb_text_is_han (mark->after);
}

/* A mark between two figures belongs to a number or a time, one before a slash to an address. */
static gboolean
belongs_to_latin (const NbMark *mark)
{
  return mark->after == '/'
         || (g_unichar_isdigit (mark->before) && g_unichar_isdigit (mark->after));
}

static gboolean
is_separator (const NbMark *mark)
{
  return mark->c < 0x80 && mark->c != '(' && mark->c != ')' && nb_text_get_full_width (mark->c) != 0
         && !belongs_to_latin (mark);
}

/* Whether only spaces stand between the mark at @index and the next one, and both are separators. */
static gboolean
goes_on (const NbScanner *scanner, guint index)
{
  const NbMark *mark = &nb_scan_list_index (&scanner->marks, NbMark, index);
  const char *c = scanner->text + mark->byte + 1;

  if (index + 1 >= scanner->marks.len || !is_separator (mark + 1))
    return FALSE;
  while (*c == ' ' || g_str_has_prefix (c, "　"))
    c = g_utf8_next_char (c);
  return c == scanner->text + mark[1].byte;
}

/* Takes the separators side by side that begin at @index, all or none: one of them that touches Chinese text
 * decides, since the others touch it once that one is wide. Returns the last one. */
static guint
take_half_width_separators (NbScanner *scanner, guint index)
{
  gboolean touches = FALSE;
  guint last = index;

  for (;; last++)
    {
      const NbMark *mark = &nb_scan_list_index (&scanner->marks, NbMark, last);

      touches = touches || is_chinese (mark->before) || is_chinese (mark->after);
      if (!goes_on (scanner, last))
        break;
    }
  for (guint i = index; touches && i <= last; i++)
    nb_scan_list_append (&scanner->half_width, i);
  return last;
}

/* Half-width brackets are taken in pairs, both or none: Han beside one of the four sides decides, since
 * a full stop behind says nothing about what a bracket belongs to. */
static void
take_half_width_pair (NbScanner *scanner, guint open, guint close)
{
  const NbMark *one = &nb_scan_list_index (&scanner->marks, NbMark, open);
  const NbMark *other = &nb_scan_list_index (&scanner->marks, NbMark, close);

  if ((one->c != '(' && other->c != ')') || (!touches_han (one) && !touches_han (other)))
    return;
  if (one->c == '(')
    nb_scan_list_append (&scanner->half_width, open);
  if (other->c == ')')
    nb_scan_list_append (&scanner->half_width, close);
}

/* An apostrophe of Latin words, and the 1） or （1 that marks an item, have no partner and need none. */
static gboolean
needs_no_partner (const NbMark *mark)
{
  if (mark->c == 0x2019)
    return g_unichar_isalpha (mark->before) && mark->before < 0x2E80;
  return (mark->c == ')' || mark->c == 0xFF09)
         && (g_unichar_isalnum (mark->before)
             && (mark->before < 0x250 || nb_text_get_chinese_digit (mark->before) != 0));
}

/* Deeper than this nothing is nested, and nothing is looked for: marks by the thousand stay linear. */
#define DEPTH 32

/* Closes the nearest mark that is open and of that kind; those opened since are without a partner. A mark
 * that closes nothing is one itself. */
static void
close_mark (NbScanner *scanner, NbScanList *open, guint index, gunichar closing)
{
  const NbMark *mark = &nb_scan_list_index (&scanner->marks, NbMark, index);

  for (guint i = open->len; i > 0 && i + DEPTH > open->len; i--)
    {
      guint opened = nb_scan_list_index (open, guint, i - 1);

      if (nb_mark_get_partner (nb_scan_list_index (&scanner->marks, NbMark, opened).c) != closing)
        continue;
      for (guint j = i; j < open->len; j++)
        nb_scan_list_append (&scanner->unmatched, nb_scan_list_index (open, guint, j));
      take_half_width_pair (scanner, opened, index);
      open->len = i - 1;
      return;
    }
  if (!needs_no_partner (mark))
    nb_scan_list_append (&scanner->unmatched, index);
}

static int
compare_indexes (const void *a, const void *b)
{
  guint one = *(const guint *) a, other = *(const guint *) b;

  return one < other ? -1 : one > other;
}

static void
sort_indexes (NbScanList *indexes)
{
  if (indexes->len > 1)
    qsort (indexes->data, indexes->len, sizeof (guint), compare_indexes);
}

void
nb_scanner_match_marks (NbScanner *scanner)
{
  NbScanList open = { NULL };

  for (guint i = 0; i < scanner->marks.len; i++)
    {
      const NbMark *mark = &nb_scan_list_index (&scanner->marks, NbMark, i);
      gunichar closing = get_closing (mark->c);

      if (nb_mark_get_partner (mark->c) != 0)
        nb_scan_list_append (&open, i);
      else if (closing != 0)
        close_mark (scanner, &open, i, closing);
      else if (is_separator (mark))
        i = take_half_width_separators (scanner, i);
    }
  for (guint i = 0; i < open.len; i++)
    nb_scan_list_append (&scanner->unmatched, nb_scan_list_index (&open, guint, i));
  g_free (open.data);
  sort_indexes (&scanner->half_width);
  sort_indexes (&scanner->unmatched);
}
