/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checks.h"

/* Too short to be an account of the year, or longer than it needs to be, which is advice (R30). */
static void
look (NbCheck *check, const char *field)
{
  const NbText *text = nb_check_get_text (check, field);
  guint length = nb_text_get_length (text) - (nb_text_get_n_paragraphs (text) - 1);
  guint minimum = nb_check_get_number (check, "min", 0);
  guint maximum = nb_check_get_number (check, "max", G_MAXUINT);

  if (length > 0 && length < minimum)
    nb_check_add_fault (check, field, NULL, 0, length, minimum);
  else if (length > maximum)
    nb_finding_set_severity (nb_check_add_fault (check, field, NULL, 0, length, maximum),
                             NB_SEVERITY_ADVICE);
}

static char *
describe (NbFinding *finding)
{
  const char *label = nb_finding_get_label (finding);
  guint length = (guint) nb_finding_get_a (finding);
  guint limit = (guint) nb_finding_get_b (finding);

  if (length < limit)
    return g_strdup_printf (
        ngettext ("“%s” has %u character; fewer than %u say too little of a year.",
                  "“%s” has %u characters; fewer than %u say too little of a year.", length),
        label, length, limit);
  return g_strdup_printf (ngettext ("“%s” has %u character; more than %u are hard to read.",
                                    "“%s” has %u characters; more than %u are hard to read.",
                                    length),
                          label, length, limit);
}

const NbProseCheck nb_check_narrative_length = { .text = look, .describe = describe };
