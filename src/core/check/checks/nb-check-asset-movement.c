/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-checks.h"

static gboolean
holds_any (const char *text, char **words)
{
  for (; *words != NULL; words++)
    if (strstr (text, *words) != NULL)
      return TRUE;
  return FALSE;
}

/* A paragraph in which a word of each kind stands: what moved, that it moved, and why. */
static gboolean
is_explained (const NbCheck *check, const char *field)
{
  const NbText *text = nb_report_data_get_text (check->data, field);
  g_auto (GStrv) what = nb_check_dup_words (check, "what");
  g_auto (GStrv) moved = nb_check_dup_words (check, "moved");
  g_auto (GStrv) why = nb_check_dup_words (check, "why");

  for (guint i = 0; i < nb_text_get_n_paragraphs (text); i++)
    {
      g_auto (GStrv) sentences = g_strsplit (nb_text_get_paragraph (text, i)->text, "。", -1);

      for (char **sentence = sentences; *sentence != NULL; sentence++)
        if (holds_any (*sentence, what) && holds_any (*sentence, moved)
            && holds_any (*sentence, why))
          return TRUE;
    }
  return FALSE;
}

/* The first field moved far from the first one that the rule reads, and the second one that it reads does
 * not say why (R15). */
void
nb_check_asset_movement (NbCheck *check)
{
  const char *field = check->rule->fields[0];
  const char *from = check->rule->reads[0];
  const char *narrative = from != NULL ? check->rule->reads[1] : NULL;
  gint64 limit = nb_check_get_hundredths (check, "limit", 30);
  const NbValue *closing, *opening;
  gint64 change;

  if (field == NULL || narrative == NULL)
    return;
  closing = nb_report_data_get_value (check->data, field);
  opening = nb_report_data_get_value (check->data, from);
  if (closing->state != NB_VALUE_READ || opening->state != NB_VALUE_READ || opening->number == 0
      || ABS (closing->number - opening->number) * 100 <= ABS (opening->number) * limit
      || is_explained (check, narrative))
    return;

  /* In hundredths of a per cent; amounts are at most 10^14 fen, so nothing overflows. */
  change = (closing->number - opening->number) * 10000 / ABS (opening->number);
  nb_check_add_whole (
      check, field,
      g_strdup_printf (_ ("“%s” differs from “%s” by %s%d.%02d %%, and “%s” does not "
                          "say why. A sentence about the reason saves a question."),
                       nb_check_get_label (check, field), nb_check_get_label (check, from),
                       change < 0 ? "−" : "+", (int) (ABS (change) / 100),
                       (int) (ABS (change) % 100), nb_check_get_label (check, narrative)));
}
