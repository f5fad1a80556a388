/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"

#define FAR   10 /* paragraphs that a quotation may go over */
#define DEPTH 32 /* as in nb-prose-mark.c: beyond it nothing is looked for */

typedef enum
{
  FAULT_OPEN,   /* never closed */
  FAULT_CLOSED, /* never opened */
  FAULT_TWINS,  /* opened twice, where the second one should close */
} Fault;

typedef struct
{
  guint paragraph;
  const NbMark *mark;
} Lonely;

static gboolean
is_quote (gunichar c)
{
  return c == 0x201C || c == 0x2018;
}

/* Takes the partner of a closing mark off the end of @open, where it stands not too far before. */
static gboolean
close_across (GArray *open, const Lonely *close)
{
  for (guint i = open->len; i > 0 && i + DEPTH > open->len; i--)
    {
      const Lonely *one = &g_array_index (open, Lonely, i - 1);

      if (close->paragraph - one->paragraph > FAR)
        return FALSE;
      if (close->paragraph > one->paragraph && nb_mark_get_partner (one->mark->c) == close->mark->c)
        {
          g_array_remove_index (open, i - 1);
          return TRUE;
        }
    }
  return FALSE;
}

/* A quotation of several paragraphs opens each of them and closes only the last. */
static gboolean
goes_on (NbCheck *check, const char *field, const Lonely *lonely)
{
  const NbProse *next = nb_check_get_prose (check, field, lonely->paragraph + 1);

  return is_quote (lonely->mark->c) && next != NULL && next->n_marks > 0
         && next->marks[0].c == lonely->mark->c && next->marks[0].before == 0;
}

static void
add_fault (NbCheck *check, const char *field, const Lonely *lonely, const Lonely *twin, Fault fault)
{
  NbSpan spans[] = { { lonely->paragraph, lonely->mark->at, lonely->mark->at + 1 }, { 0, 0, 0 } };

  if (twin != NULL)
    spans[1] = (NbSpan){ twin->paragraph, twin->mark->at, twin->mark->at + 1 };
  nb_check_add_fault (check, field, spans, twin != NULL ? 2 : 1, fault, 0);
}

/* Whether the paragraph's only lonely marks are these two, and both the same opening quote. */
static gboolean
are_twins (const NbProse *prose, const Lonely *one, const Lonely *other)
{
  return prose->n_unmatched == 2 && one->paragraph == other->paragraph && is_quote (one->mark->c)
         && one->mark->c == other->mark->c;
}

static void
report_open (NbCheck *check, const char *field, const GArray *open)
{
  for (guint i = 0; i < open->len; i++)
    {
      const Lonely *one = &g_array_index (open, Lonely, i);
      const Lonely *next = i + 1 < open->len ? &g_array_index (open, Lonely, i + 1) : NULL;

      if (next != NULL && are_twins (nb_check_get_prose (check, field, one->paragraph), one, next))
        {
          add_fault (check, field, one, next, FAULT_TWINS);
          i++;
        }
      else if (!goes_on (check, field, one))
        add_fault (check, field, one, NULL, FAULT_OPEN);
    }
}

/* Quotes, title marks and brackets come in pairs (R41). */
static void
look (NbCheck *check, const char *field)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Lonely));
  const NbProse *prose;

  for (guint i = 0; (prose = nb_check_get_prose (check, field, i)) != NULL; i++)
    for (guint j = 0; j < prose->n_unmatched; j++)
      {
        Lonely lonely = { i, &prose->marks[prose->unmatched[j]] };

        if (nb_mark_get_partner (lonely.mark->c) != 0)
          g_array_append_val (open, lonely);
        else if (!close_across (open, &lonely))
          add_fault (check, field, &lonely, NULL, FAULT_CLOSED);
      }
  report_open (check, field, open);
}

static char *
describe (NbFinding *finding)
{
  g_autofree char *mark = nb_finding_dup_words (finding, 0);

  switch ((Fault) nb_finding_get_a (finding))
    {
    case FAULT_OPEN:
      return g_strdup_printf (_ ("The mark %s is opened here and never closed."), mark);
    case FAULT_CLOSED:
      return g_strdup_printf (_ ("The mark %s is closed here and was never opened."), mark);
    default:
      return g_strdup_printf (_ ("The mark %s is opened twice; the second one should close."),
                              mark);
    }
}

static void
fix (NbFinding *finding)
{
  g_autofree char *mark = nb_finding_dup_words (finding, 0);
  char partner[7] = "";

  if (nb_finding_get_a (finding) != FAULT_TWINS)
    return;
  g_unichar_to_utf8 (nb_mark_get_partner (g_utf8_get_char (mark)), partner);
  nb_finding_add_edit (finding, nb_finding_get_spans (finding)[1], partner);
}

const NbProseCheck nb_check_pairs = { .text = look, .describe = describe, .fix = fix };
