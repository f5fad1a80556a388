/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-break.h"

/* A figure has hardly more units than this one behind the other: 60余万人次. */
#define MAXIMUM_UNITS 5

/* A place in the paragraph, with the width of the line up to it. Widths are counted in per mille of an
 * em, so that nothing is rounded before the line is done. */
typedef struct
{
  guint offset;
  gsize byte;
  gint64 width;   /* spaces that hang at the end left out */
  gint64 advance; /* all characters */
  gint64 overlap; /* that the character behind the place has with the one before */
} Place;

typedef struct
{
  const NbMetrics *metrics;
  GArray *lines;
  int em;
  gint64 room; /* of the line in hand, in per mille of an em */
  Place start;
  Place candidate; /* the last place where the line may break */
  Place at;
  gunichar before;   /* the character before @at, 0 for none */
  const char *glued; /* how far the units of the last figure go */
} Breaker;

/* Characters of words, figures, codes and addresses: they hold together. */
static gboolean
is_word (gunichar c)
{
  if (c >= 0xFF0E)
    return c == 0xFF0E || (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A)
           || (c >= 0xFF41 && c <= 0xFF5A);
  return c > 0x20 && c < 0x2E80 && c != 0x201C && c != 0x201D && c != 0x2018 && c != 0x2019
         && c != 0x2014 && c != 0x2026 && c != 0x00B7;
}

static gboolean
may_break (const Breaker *breaker, const char *at, gunichar after)
{
  const NbMetrics *metrics = breaker->metrics;

  if (nb_metrics_get_advance (metrics, after) == 0 || after == ' '
      || !nb_metrics_may_start_line (metrics, after))
    return FALSE;
  if (breaker->before == ' ')
    return TRUE;
  return nb_metrics_may_end_line (metrics, breaker->before) && at >= breaker->glued
         && !(is_word (breaker->before) && is_word (after));
}

static void
end_line (Breaker *breaker, Place end)
{
  NbLine line = { breaker->start.offset, end.offset, breaker->start.byte, end.byte,
                  (int) (MIN (end.width, breaker->room) * breaker->em / 1000) };

  g_array_append_val (breaker->lines, line);
}

/* The next line begins at @place; what was measured behind it stays measured. */
static void
begin_line (Breaker *breaker, Place place, gint64 room)
{
  gint64 before = place.advance - place.overlap;

  breaker->at.advance -= before;
  breaker->at.width = MAX (breaker->at.width - before, 0);
  breaker->start = place;
  breaker->candidate = place;
  breaker->room = room;
}

static gint64
get_overlap (const Breaker *breaker, gunichar c)
{
  if (breaker->before == 0 || breaker->at.offset == breaker->start.offset)
    return 0;
  return nb_metrics_get_overlap (breaker->metrics, breaker->before, c);
}

/* Where nothing may break, a line is cut before the character that does not fit; a character wider than
 * a line stands alone on one. What moves to the next line can itself be too much for it. */
static void
make_room (Breaker *breaker, gunichar c, gint64 full)
{
  gint64 needed = nb_metrics_get_advance (breaker->metrics, c)
                  - nb_metrics_get_blank_after (breaker->metrics, c);

  while (breaker->at.offset > breaker->start.offset
         && breaker->at.advance - get_overlap (breaker, c) + needed > breaker->room)
    {
      Place end =
          breaker->candidate.offset > breaker->start.offset ? breaker->candidate : breaker->at;

      end_line (breaker, end);
      begin_line (breaker, end, full);
    }
}

static void
add_character (Breaker *breaker, gunichar c, gsize size)
{
  gint64 overlap = get_overlap (breaker, c);

  if (breaker->candidate.offset == breaker->at.offset)
    breaker->candidate.overlap = overlap;
  breaker->at.offset++;
  breaker->at.byte += size;
  breaker->at.advance += nb_metrics_get_advance (breaker->metrics, c) - overlap;
  if (c != ' ')
    breaker->at.width = breaker->at.advance;
  breaker->before = c;
}

/* The units behind a figure that ends before @at stay with it. */
static void
glue_units (Breaker *breaker, const char *at, gunichar c)
{
  if (!g_unichar_isdigit (breaker->before) || g_unichar_isdigit (c))
    return;
  for (guint i = 0; i < MAXIMUM_UNITS; i++)
    {
      const char *end = nb_metrics_skip_unit (breaker->metrics, at);

      if (end == at)
        return;
      breaker->glued = at = end;
    }
}

void
nb_text_break_lines (const NbParagraph *paragraph,
                     const NbMetrics *metrics,
                     int em,
                     int width,
                     int indent,
                     GArray *lines)
{
  gint64 full = (gint64) width * 1000 / em;
  Breaker breaker = { .metrics = metrics, .lines = lines, .em = em, .glued = paragraph->text };

  breaker.room = (gint64) (width - indent) * 1000 / em;
  for (const char *at = paragraph->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      glue_units (&breaker, at, c);
      if (breaker.before != 0 && may_break (&breaker, at, c))
        breaker.candidate = breaker.at;
      if (c != ' ')
        make_room (&breaker, c, full);
      add_character (&breaker, c, (gsize) (g_utf8_next_char (at) - at));
    }
  end_line (&breaker, breaker.at);
}
