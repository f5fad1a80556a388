/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"
#include "nb-text-divide.h"

/* A long account in one block (R48). */
static void
look (NbCheck *check, const char *field)
{
  const NbText *text = nb_check_get_text (check, field);
  guint length = nb_text_get_length (text);

  if (nb_text_get_n_paragraphs (text) == 1 && length > nb_check_get_number (check, "max", 500))
    nb_check_add_fault (check, field, NULL, 0, length, 0);
}

static char *
describe (NbFinding *finding)
{
  guint length = (guint) nb_finding_get_a (finding);

  return g_strdup_printf (
      ngettext ("“%s” is one block of %u character. Divide it into paragraphs.",
                "“%s” is one block of %u characters. Divide it into paragraphs.", length),
      nb_finding_get_label (finding), length);
}

/* A paragraph begins at each 一、 and （一）. */
static void
fix (NbFinding *finding)
{
  g_autoptr (GArray) divisions = nb_text_list_divisions (nb_finding_get_text (finding));

  for (guint i = 0; i < divisions->len; i++)
    nb_finding_add_edit (finding, g_array_index (divisions, NbSpan, i), "\n");
}

const NbProseCheck nb_check_paragraphs = { .text = look, .describe = describe, .fix = fix };
