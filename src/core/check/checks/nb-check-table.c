/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "nb-checks.h"

static const struct
{
  const char *name;
  NbCheckFunc function; /* NULL: of running text, see prose */
  gboolean has_fix;
  const NbProseCheck *prose;
} table[] = {
  { "amount-spelling", nb_check_amount_spelling, TRUE },
  { "change-claim", nb_check_change_claim, FALSE },
  { "characters", NULL, TRUE, &nb_check_characters },
  { "credit-code", nb_check_credit_code, FALSE },
  { "edition-digest", nb_check_edition_digest, FALSE },
  { "half-width", NULL, TRUE, &nb_check_half_width },
  { "import-repairs", nb_check_import_repairs, FALSE },
  { "ordinal-run", NULL, TRUE, &nb_check_ordinal_run },
  { "report-year", nb_check_report_year, FALSE },
  { "sums", NULL, FALSE, &nb_check_sums },
};

NbCheckFunc
nb_check_lookup_function (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (strcmp (table[i].name, name) == 0)
      return table[i].function;
  return NULL;
}

const NbProseCheck *
nb_check_lookup_prose (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (strcmp (table[i].name, name) == 0)
      return table[i].prose;
  return NULL;
}

gboolean
nb_check_rule_has_fix (const NbRuleDef *rule)
{
  if (rule->kind != NB_RULE_NAMED)
    return rule->kind == NB_RULE_NONE_WORD || rule->kind == NB_RULE_INTEGER;
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (strcmp (table[i].name, rule->check) == 0)
      return table[i].has_fix;
  return FALSE;
}

const char *const *
nb_check_list_names (void)
{
  static const char *names[G_N_ELEMENTS (table) + 1];
  static gsize filled;

  if (g_once_init_enter (&filled))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
        names[i] = table[i].name;
      g_once_init_leave (&filled, 1);
    }
  return names;
}
