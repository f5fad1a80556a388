/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-text-break.h"

#include "nb-text-class.h"

/* A place in the paragraph, with the width of the line up to it. Widths are counted in per mille of an
 * em, so that nothing is rounded before the line is done. */
typedef struct
{
  guint offset;
  gsize byte;
  gint64 width;   /* spaces that hang at the end left out */
  gint64 advance; /* all characters */
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
} Breaker;

/* What stays with the figure before it: 5期, 12.79万元, 60余次. */
static gboolean
is_unit (gunichar c)
{
  static const char *const units = "％‰℃万亿元角分年月日号时个人次件项家户名只张本册台套间座栋处所"
                                   "条篇期届亩吨克米里升度倍余枚支批宗起例辆间周";

  return c == '%' || g_utf8_strchr (units, -1, c) != NULL;
}

/* Characters of words, figures, codes and addresses: they hold together. */
static gboolean
is_word (gunichar c)
{
  return c > 0x20 && c < 0x2E80 && c != 0x201C && c != 0x201D && c != 0x2018 && c != 0x2019
         && c != 0x2014 && c != 0x2026 && c != 0x00B7;
}

static gboolean
may_break (const NbMetrics *metrics, gunichar before, gunichar after)
{
  if (nb_metrics_get_advance (metrics, after) == 0 || after == ' ')
    return FALSE;
  if (before == ' ')
    return TRUE;
  if (!nb_metrics_may_start_line (metrics, after) || !nb_metrics_may_end_line (metrics, before))
    return FALSE;
  if (is_word (before) && is_word (after))
    return FALSE;
  if (g_unichar_isdigit (before) && is_unit (after))
    return FALSE;
  return !(before == 0x4E07 && after == 0x5143); /* 万元 is one unit */
}

static void
end_line (Breaker *breaker, Place end)
{
  NbLine line = { breaker->start.offset, end.offset, breaker->start.byte, end.byte,
                  (int) (end.width * breaker->em / 1000) };

  g_array_append_val (breaker->lines, line);
}

/* The next line begins at @place; what was measured behind it stays measured. */
static void
begin_line (Breaker *breaker, Place place, gint64 room)
{
  breaker->at.width -= place.advance;
  breaker->at.advance -= place.advance;
  breaker->at.width = MAX (breaker->at.width, 0);
  breaker->start = place;
  breaker->candidate = place;
  breaker->room = room;
}

static void
add_character (Breaker *breaker, gunichar c, gsize size)
{
  breaker->at.offset++;
  breaker->at.byte += size;
  breaker->at.advance += nb_metrics_get_advance (breaker->metrics, c);
  if (c != ' ')
    breaker->at.width = breaker->at.advance;
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
  Breaker breaker = { .metrics = metrics, .lines = lines, .em = em };
  gunichar before = 0;

  breaker.room = (gint64) (width - indent) * 1000 / em;
  for (const char *c = paragraph->text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      gint64 advance = nb_metrics_get_advance (metrics, character);

      if (before != 0 && may_break (metrics, before, character))
        breaker.candidate = breaker.at;
      /* Where nothing may break, a line is cut before the character that does not fit; a character wider
       * than a line stands alone on one. What moves to the next line can itself be too much for it. */
      while (character != ' ' && breaker.at.advance + advance > breaker.room
             && breaker.at.offset > breaker.start.offset)
        {
          Place end =
              breaker.candidate.offset > breaker.start.offset ? breaker.candidate : breaker.at;

          end_line (&breaker, end);
          begin_line (&breaker, end, full);
        }
      add_character (&breaker, character, (gsize) (g_utf8_next_char (c) - c));
      before = character;
    }
  end_line (&breaker, breaker.at);
}
