/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition.h"

#include <string.h>

static NbCatalog *catalog;

static const NbRegistry *
get_registry (const char *id)
{
  return nb_catalog_lookup_registry (catalog, id);
}

/* Whoever asks what a rule wants is told so, on whose authority, with an example. */
static void
test_every_rule (void)
{
  NbForm *form = nb_catalog_lookup_form (catalog, "2014");

  for (guint i = 0; i < nb_form_get_n_rules (form); i++)
    {
      const NbRuleDef *rule = nb_form_get_rule (form, i);
      g_autofree char *text = nb_check_explain (form, get_registry ("national"), rule->id);

      g_test_message ("%s", text);
      g_assert_true (g_str_has_prefix (text, rule->id));
      g_assert_nonnull (strstr (text, rule->title));
      g_assert_nonnull (strstr (text, "\nSeverity: "));
      g_assert_nonnull (strstr (text, "\nAuthority: "));
      g_assert_nonnull (strstr (text, "\nExample: "));
      g_assert_cmpint (strstr (text, "\nFix: ") != NULL, ==, nb_check_rule_has_fix (rule));
      g_assert_cmpint (strstr (text, "Stage: before handing in") != NULL, ==,
                       rule->stage == NB_STAGE_FILING);
    }
  g_assert_null (nb_check_explain (form, get_registry ("national"), "R99"));
}

/* A registry's entry speaks for itself; the examples are the form's where it has none. */
static void
test_registry (void)
{
  NbForm *form = nb_catalog_lookup_form (catalog, "2014");
  g_autofree char *national = nb_check_explain (form, get_registry ("national"), "R61");
  g_autofree char *county = nb_check_explain (form, get_registry ("130434"), "R61");
  g_autofree char *word = nb_check_explain (form, get_registry ("520302"), "R28");

  g_assert_null (strstr (national, "魏县事业单位登记管理局"));
  g_assert_nonnull (strstr (county, "魏县事业单位登记管理局"));
  g_assert_nonnull (strstr (county, "Example: 同意 → "));
  g_assert_nonnull (strstr (word, "Severity: warning"));
  g_assert_nonnull (strstr (word, "Example: 2022年度没有涉及变更登记的事项 → 无\n"));
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  catalog = load_catalog ();
  g_test_add_func ("/explain/every-rule", test_every_rule);
  g_test_add_func ("/explain/registry", test_registry);
  result = g_test_run ();
  nb_catalog_unref (catalog);
  return result;
}
