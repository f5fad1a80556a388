/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "nb-checks.h"

static const struct
{
  const char *name;
  NbCheckFunc function;
} table[] = {
  { "amount-spelling", nb_check_amount_spelling },
  { "change-claim", nb_check_change_claim },
  { "credit-code", nb_check_credit_code },
  { "edition-digest", nb_check_edition_digest },
  { "half-width", nb_check_half_width },
  { "import-repairs", nb_check_import_repairs },
  { "ordinal-run", nb_check_ordinal_run },
  { "replacement-character", nb_check_replacement_character },
  { "report-year", nb_check_report_year },
  { "sums", nb_check_sums },
};

NbCheckFunc
nb_check_lookup_function (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (strcmp (table[i].name, name) == 0)
      return table[i].function;
  return NULL;
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
