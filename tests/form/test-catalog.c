/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Layers of registries, on three of this room's own (tests/form/registries): 990100 over 990000 over
 * national. What a catalog refuses lies under tests/form/errors. */

#include <string.h>

#include "edition-files.h"

static const char *const checks[] = { "ordinal-run", NULL };
static const char *const folders[] = { "data/forms/9999", NULL };
static const char *const registries[] = { "form/registries", NULL };

static NbCatalog *
open_catalog (void)
{
  NbCatalog *catalog = test_load_catalog (folders, registries);
  g_autoptr (GError) error = NULL;

  nb_catalog_close (catalog, checks, &error);
  g_assert_no_error (error);
  return catalog;
}

static void
test_lists (void)
{
  g_autoptr (NbCatalog) catalog = open_catalog ();
  g_auto (GStrv) editions = nb_catalog_list_editions (catalog);
  g_auto (GStrv) ids = nb_catalog_list_registries (catalog);
  g_autofree char *joined = g_strjoinv (" ", ids);

  g_assert_cmpuint (g_strv_length (editions), ==, 1);
  g_assert_true (nb_catalog_get_default_form (catalog)
                 == nb_catalog_lookup_form (catalog, editions[0]));
  g_assert_cmpstr (joined, ==, "990000 990100 national");
  g_assert_null (nb_catalog_lookup_form (catalog, "1999"));
  g_assert_null (nb_catalog_lookup_registry (catalog, "110000"));
}

static void
test_facts (void)
{
  g_autoptr (NbCatalog) catalog = open_catalog ();
  const NbRegistry *city = nb_catalog_lookup_registry (catalog, "990100");
  const NbRegistry *national = nb_catalog_lookup_registry (catalog, "national");

  g_assert_cmpstr (nb_registry_get_id (city), ==, "990100");
  g_assert_cmpstr (nb_registry_get_name (city), ==, "测试市登记机关");
  g_assert_cmpstr (nb_registry_get_base (city), ==, "990000");
  g_assert_cmpstr (nb_registry_get_authority (city), ==, "测试市规定");
  g_assert_null (nb_registry_get_base (national));
  /* The nearest layer that has one. */
  g_assert_cmpstr (nb_registry_get_none_word (city), ==, "没有");
  g_assert_cmpstr (nb_registry_get_none_word (national), ==, "无");
}

static void
test_rules (void)
{
  g_autoptr (NbCatalog) catalog = open_catalog ();
  const NbRegistry *city = nb_catalog_lookup_registry (catalog, "990100");
  const NbRegistry *province = nb_catalog_lookup_registry (catalog, "990000");
  const NbRegistry *national = nb_catalog_lookup_registry (catalog, "national");
  const NbRuleDef *rule = nb_registry_lookup_rule (city, "X06");

  /* The whole entry is replaced: no parameter, field or authority of the one below shines through. */
  g_assert_cmpint (rule->severity, ==, NB_SEVERITY_ERROR);
  g_assert_cmpstr (nb_rule_def_get_parameter (rule, "min"), ==, "5");
  g_assert_null (nb_rule_def_get_parameter (rule, "max"));
  g_assert_cmpstr (rule->fields[1], ==, "name");
  g_assert_cmpstr (rule->authority, ==, "测试市第一号规定");

  rule = nb_registry_lookup_rule (province, "X06");
  g_assert_cmpint (rule->severity, ==, NB_SEVERITY_ADVICE);
  g_assert_cmpstr (nb_rule_def_get_parameter (rule, "max"), ==, "200");
  g_assert_cmpstr (rule->authority, ==, "测试省规定");
  g_assert_null (nb_registry_lookup_rule (national, "X06"));

  /* Switched off in the middle, and so above it too. */
  g_assert_cmpint (nb_registry_lookup_rule (city, "X01")->severity, ==, NB_SEVERITY_OFF);
  g_assert_cmpint (nb_registry_lookup_rule (national, "X01")->severity, ==, NB_SEVERITY_ERROR);
  g_assert_null (nb_registry_lookup_rule (city, "X02"));
}

static void
test_phrases (void)
{
  g_autoptr (NbCatalog) catalog = open_catalog ();
  const NbRegistry *city = nb_catalog_lookup_registry (catalog, "990100");
  const NbRegistry *national = nb_catalog_lookup_registry (catalog, "national");
  g_autoptr (GPtrArray) all = nb_registry_list_phrases (city, NULL);
  g_autoptr (GPtrArray) story = nb_registry_list_phrases (city, "story");
  g_autoptr (GPtrArray) below = nb_registry_list_phrases (national, "story");
  const NbPhrase *phrase = nb_registry_lookup_phrase (city, "calm");

  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpstr (((NbPhrase *) all->pdata[0])->id, ==, "busy");
  g_assert_cmpstr (((NbPhrase *) all->pdata[1])->id, ==, "calm");
  g_assert_cmpstr (((NbPhrase *) all->pdata[2])->id, ==, "test-words");
  g_assert_true (all->pdata[1] == phrase);

  /* Replaced by one for no field: it is no longer offered for the field. */
  g_assert_cmpstr (phrase->text, ==, "平安。");
  g_assert_null (phrase->field);
  g_assert_cmpstr (phrase->when, ==, "Nothing happened");
  g_assert_cmpstr (phrase->authority, ==, "测试市规定");
  g_assert_cmpuint (story->len, ==, 1);
  g_assert_cmpstr (((NbPhrase *) story->pdata[0])->authority, ==, "测试省第二号规定");
  g_assert_cmpuint (below->len, ==, 1);
  g_assert_cmpstr (((NbPhrase *) below->pdata[0])->text, ==, "${year}年度，一切正常。");
  g_assert_null (nb_registry_lookup_phrase (national, "busy"));
}

static void
test_papers (void)
{
  g_autoptr (NbCatalog) catalog = open_catalog ();
  const NbRegistry *city = nb_catalog_lookup_registry (catalog, "990100");
  g_autoptr (GPtrArray) papers = nb_registry_list_papers (city);
  const NbPaper *letter = papers->pdata[0];
  const NbPaper *sheet = papers->pdata[1];

  g_assert_cmpuint (papers->len, ==, 2);
  g_assert_cmpstr (letter->kind, ==, "letter");
  g_assert_false (letter->required);
  g_assert_cmpstr (letter->when, ==, "The name changed");
  g_assert_cmpstr (letter->authority, ==, "测试省规定");
  g_assert_cmpstr (sheet->kind, ==, "sheet");
  g_assert_cmpstr (sheet->label, ==, "市表");
  g_assert_false (sheet->required);
  g_assert_null (sheet->when);
}

static void
assert_refused (const GError *error, const char *message)
{
  g_autofree char *shown = NULL;

  g_assert_nonnull (error);
  shown = test_format_error (error);
  if (!g_pattern_match_simple (message, shown))
    g_assert_cmpstr (shown, ==, message);
}

static void
test_edition_twice (void)
{
  g_autoptr (NbCatalog) catalog = open_catalog ();
  g_autoptr (NbForm) form = test_load_edition ("data/forms/9999");
  g_autoptr (GError) error = NULL;

  g_assert_false (nb_catalog_add_form (catalog, form, &error));
  assert_refused (error, "fields.xml:0:0: the edition “9999” is installed twice");
}

static void
test_registry_twice (void)
{
  g_autoptr (NbCatalog) catalog = test_load_catalog (folders, registries);
  g_autoptr (GBytes) bytes = test_read ("form/registries/990100.xml");
  g_autoptr (GError) error = NULL;

  g_assert_false (nb_catalog_add_registry (catalog, "990100.xml", bytes, &error));
  assert_refused (error, "990100.xml:3:1: the registry “990100” is installed twice");
}

/* A phrase that nobody has is a slip of the pen. */
static void
test_printed_phrase (void)
{
  static const char bare[] = "<registry xmlns='urn:nianbao:form:1' engine='1' id='national'>"
                             "<name>甲</name><authority>乙</authority><none-word>无</none-word>"
                             "</registry>";
  g_autoptr (NbCatalog) catalog = nb_catalog_new ();
  g_autoptr (NbForm) form = test_load_edition ("data/forms/9999");
  g_autoptr (GBytes) bytes = g_bytes_new_static (bare, strlen (bare));
  g_autoptr (GError) error = NULL;

  g_assert_true (nb_catalog_add_form (catalog, form, NULL));
  g_assert_true (nb_catalog_add_registry (catalog, "national.xml", bytes, NULL));
  g_assert_false (nb_catalog_close (catalog, checks, &error));
  assert_refused (error,
                  "page.xml:*: edition 9999 prints the phrase “test-words”, which no registry has");
}

static void
test_empty (void)
{
  g_autoptr (NbCatalog) catalog = nb_catalog_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (nb_catalog_close (catalog, checks, &error));
  g_assert_no_error (error);
  g_assert_null (nb_catalog_get_default_form (catalog));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalog/lists", test_lists);
  g_test_add_func ("/catalog/facts", test_facts);
  g_test_add_func ("/catalog/rules", test_rules);
  g_test_add_func ("/catalog/phrases", test_phrases);
  g_test_add_func ("/catalog/papers", test_papers);
  g_test_add_func ("/catalog/edition-twice", test_edition_twice);
  g_test_add_func ("/catalog/registry-twice", test_registry_twice);
  g_test_add_func ("/catalog/printed-phrase", test_printed_phrase);
  g_test_add_func ("/catalog/empty", test_empty);
  return g_test_run ();
}
