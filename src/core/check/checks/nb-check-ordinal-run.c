/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"
#include "nb-text-ordinal.h"

static char *
make_ordinal (guint number)
{
  g_autofree char *numeral = nb_text_format_ordinal (MIN (number, 99));

  return g_strconcat (numeral, "是", NULL);
}

/* The fix counts on from the item before to the end of the run: mending one item alone would only move the
 * break. */
static void
add_fix (NbFinding *finding, const GArray *ordinals, guint index, guint expected)
{
  guint run = g_array_index (ordinals, NbOrdinal, index).run;

  for (guint i = index; i < ordinals->len; i++)
    {
      const NbOrdinal *ordinal = &g_array_index (ordinals, NbOrdinal, i);
      g_autofree char *words = make_ordinal (expected + (i - index));

      if (ordinal->run != run)
        break;
      nb_finding_add_edit (finding, ordinal->span, words);
    }
}

/* 一是 二是 三是 五是: items that do not count on (R35). */
void
nb_check_ordinal_run (NbCheck *check)
{
  for (const char *const *field = check->rule->fields; *field != NULL; field++)
    {
      g_autoptr (GArray) ordinals = g_array_new (FALSE, FALSE, sizeof (NbOrdinal));

      nb_text_scan_ordinals (nb_report_data_get_text (check->data, *field), ordinals);
      for (guint i = 1; i < ordinals->len; i++)
        {
          const NbOrdinal *before = &g_array_index (ordinals, NbOrdinal, i - 1);
          const NbOrdinal *ordinal = &g_array_index (ordinals, NbOrdinal, i);
          g_autofree char *found = make_ordinal (ordinal->number);
          g_autofree char *last = make_ordinal (before->number);
          g_autofree char *expected = make_ordinal (before->number + 1);
          NbFinding *finding;

          if (ordinal->run != before->run || ordinal->number == before->number + 1)
            continue;
          finding = nb_check_add (check, *field,
                                  g_strdup_printf (_ ("After “%s” comes “%s”; “%s” stands here."),
                                                   last, expected, found));
          nb_finding_add_span (finding, ordinal->span);
          add_fix (finding, ordinals, i, before->number + 1);
        }
    }
}
