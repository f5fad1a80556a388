/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "nb-checks.h"

typedef struct
{
  const char *name;
  NbCheckFunc function; /* NULL: of running text, see prose */
  gboolean has_fix;
  const NbProseCheck *prose;
} Row;

/* Sorted by name. */
static const Row table[] = {
  { "address", nb_check_address, FALSE },
  { "amount-spelling", nb_check_amount_spelling, TRUE },
  { "asset-movement", nb_check_asset_movement, FALSE },
  { "body-name", nb_check_body_name, FALSE },
  { "change-claim", nb_check_change_claim, FALSE },
  { "change-sentence", NULL, FALSE, &nb_check_change_sentence },
  { "changed-facts", NULL, FALSE, &nb_check_changed_facts },
  { "characters", NULL, TRUE, &nb_check_characters },
  { "credit-code", nb_check_credit_code, TRUE },
  { "edition-digest", nb_check_edition_digest, FALSE },
  { "entrustment", nb_check_entrustment, FALSE },
  { "figures", NULL, FALSE, &nb_check_figures },
  { "glued-item", NULL, TRUE, &nb_check_glued_item },
  { "half-width", NULL, TRUE, &nb_check_half_width },
  { "heading-order", NULL, FALSE, &nb_check_heading_order },
  { "image-size", nb_check_image_size, FALSE },
  { "import-repairs", nb_check_import_repairs, FALSE },
  { "licence-dates", nb_check_licence_dates, FALSE },
  { "list-separators", NULL, TRUE, &nb_check_list_separators },
  { "long-sentence", NULL, FALSE, &nb_check_long_sentence },
  { "mixed-row", NULL, TRUE, &nb_check_mixed_row },
  { "narrative-length", NULL, FALSE, &nb_check_narrative_length },
  { "odd-remainder", NULL, FALSE, &nb_check_odd_remainder },
  { "online-label", nb_check_online_label, FALSE },
  { "online-name", nb_check_online_name, TRUE },
  { "ordinal-run", NULL, TRUE, &nb_check_ordinal_run },
  { "pairs", NULL, TRUE, &nb_check_pairs },
  { "papers", nb_check_paper_set, FALSE },
  { "paragraphs", NULL, TRUE, &nb_check_paragraphs },
  { "particles", NULL, TRUE, &nb_check_particles },
  { "parts", NULL, FALSE, &nb_check_parts },
  { "person-name", nb_check_person_name, TRUE },
  { "personal-award", nb_check_personal_award, FALSE },
  { "placeholders", NULL, FALSE, &nb_check_placeholders },
  { "plan-year", NULL, TRUE, &nb_check_plan_year },
  { "privacy", NULL, FALSE, &nb_check_privacy },
  { "problems", NULL, FALSE, &nb_check_problems },
  { "quoted-list", NULL, TRUE, &nb_check_quoted_list },
  { "relative-time", NULL, TRUE, &nb_check_relative_time },
  { "repeats", NULL, FALSE, &nb_check_repeats },
  { "report-year", nb_check_report_year, FALSE },
  { "same-as-last-year", NULL, FALSE, &nb_check_same_as_last_year },
  { "secrecy", NULL, FALSE, &nb_check_secrecy },
  { "sibling-headings", NULL, FALSE, &nb_check_sibling_headings },
  { "signed-text", nb_check_signed_text, FALSE },
  { "sponsor-opinion", nb_check_sponsor_opinion, FALSE },
  { "sums", NULL, FALSE, &nb_check_sums },
  { "term-of-office", nb_check_term_of_office, FALSE },
  { "unreported", NULL, FALSE, &nb_check_unreported },
  { "until", NULL, TRUE, &nb_check_until },
  { "vocabulary", nb_check_vocabulary, FALSE },
  { "year-mention", NULL, FALSE, &nb_check_year_mention },
  { "year-stop", NULL, TRUE, &nb_check_year_stop },
  { "yuan-amount", nb_check_yuan_amount, TRUE },
};

static int
compare_name (const void *name, const void *row)
{
  return strcmp (name, ((const Row *) row)->name);
}

static const Row *
find_row (const char *name)
{
  return bsearch (name, table, G_N_ELEMENTS (table), sizeof (Row), compare_name);
}

NbCheckFunc
nb_check_lookup_function (const char *name, const NbProseCheck **prose)
{
  const Row *row = find_row (name);

  *prose = row->prose;
  return row->function;
}

gboolean
nb_check_rule_has_fix (const NbRuleDef *rule)
{
  if (rule->kind == NB_RULE_NAMED)
    return find_row (rule->check)->has_fix;
  return rule->kind == NB_RULE_NONE_WORD || rule->kind == NB_RULE_INTEGER
         || rule->kind == NB_RULE_REQUIRED
         || (rule->kind == NB_RULE_EQUALS
             && g_strcmp0 (nb_rule_def_get_parameter (rule, "with"), "certificate") == 0);
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
