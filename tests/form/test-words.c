/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The language is closed: the test-only edition uses every word that the loader knows, so that no
 * word exists without a case, and README.md of data/forms names every one. */

#include <string.h>

#include "edition-files.h"
#include "nb-definition-check.h"
#include "nb-form-private.h"
#include "nb-registry-private.h"
#include "nb-rule-loader.h"

typedef struct
{
  const char *name;
  const NbElementDef *grammar;
  const char *files[3];
} Part;

static const Part parts[] = {
  { "fields", nb_fields_grammar, { "data/forms/9999/fields.xml" } },
  { "rules", nb_rules_grammar, { "data/forms/9999/rules.xml" } },
  { "page", nb_page_grammar, { "data/forms/9999/page.xml" } },
  { "registry",
    nb_registry_grammar,
    { "data/registries/990000.xml", "data/registries/990100.xml" } },
};

/* Choices count once for an attribute, whatever elements carry it. */
static void
add_choices (GHashTable *words, const NbAttributeDef *attribute)
{
  g_autofree char *kind = g_strndup (attribute->kind, attribute->kind_length);
  g_auto (GStrv) choices = g_strsplit (kind, "|", -1);

  if (!nb_attribute_def_is_choice (attribute))
    return;
  for (guint i = 0; choices[i] != NULL; i++)
    g_hash_table_add (words, g_strdup_printf ("@%.*s=%s", (int) attribute->name_length,
                                              attribute->name, choices[i]));
}

/* "cell", "cell@columns", "@split=yes" for all that @grammar declares. */
static GHashTable *
list_known (const NbElementDef *grammar)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const NbElementDef *element = grammar; element->name != NULL; element++)
    {
      const char *at = element->attributes;
      NbAttributeDef attribute;

      g_hash_table_add (words, g_strdup (element->name));
      while (nb_grammar_next_attribute (&at, &attribute))
        {
          g_hash_table_add (words, g_strdup_printf ("%s@%.*s", element->name,
                                                    (int) attribute.name_length, attribute.name));
          add_choices (words, &attribute);
        }
    }
  return words;
}

static void
collect_used (const NbDefinition *definition, const xmlNode *node, GHashTable *words)
{
  const NbElementDef *element = nb_definition_lookup (definition, node);

  g_hash_table_add (words, g_strdup (element->name));
  for (const xmlAttr *property = node->properties; property != NULL; property = property->next)
    {
      const char *name = (const char *) property->name;
      g_autofree char *value = nb_xml_dup_attribute (node, name);
      NbAttributeDef attribute;

      g_assert_true (nb_grammar_lookup_attribute (element->attributes, name, &attribute));
      g_hash_table_add (words, g_strdup_printf ("%s@%s", element->name, name));
      if (nb_attribute_def_is_choice (&attribute))
        g_hash_table_add (words, g_strdup_printf ("@%s=%s", name, value));
    }
  for (const xmlNode *child = nb_xml_get_first (node); child != NULL;
       child = nb_xml_get_next (child))
    collect_used (definition, child, words);
}

static void
assert_contains_all (GHashTable *words, GHashTable *wanted, const char *complaint)
{
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    if (!g_hash_table_contains (words, word))
      {
        g_test_message ("%s: %s", (const char *) word, complaint);
        g_test_fail ();
      }
}

static void
test_used (gconstpointer data)
{
  const Part *part = data;
  g_autoptr (GHashTable) known = list_known (part->grammar);
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; part->files[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = test_read (part->files[i]);
      g_autoptr (GError) error = NULL;
      GStringChunk *strings = g_string_chunk_new (1024);
      NbDefinition *definition =
          nb_definition_open (part->files[i], bytes, part->grammar, strings, &error);

      g_assert_no_error (error);
      collect_used (definition, definition->root, used);
      nb_definition_close (definition);
      g_string_chunk_free (strings);
    }
  assert_contains_all (used, known, "the test-only edition does not use this word");
  assert_contains_all (known, used, "the grammar does not declare this word");
}

/* Every element of a grammar can be reached, and every child it names is declared. */
static void
test_grammar (gconstpointer data)
{
  const Part *part = data;

  for (const NbElementDef *element = part->grammar; element->name != NULL; element++)
    {
      const char *at = element->children;
      NbChildDef child;

      while (strcmp (element->children, NB_TEXT) != 0 && nb_grammar_next_child (&at, &child))
        {
          g_autofree char *name = g_strndup (child.name, child.name_length);

          g_assert_nonnull (nb_grammar_lookup (part->grammar, element->name, name));
        }
    }
}

static void
test_parameters (void)
{
  g_autoptr (NbForm) form = test_load_edition ("data/forms/9999");

  for (NbRuleKind kind = NB_RULE_REQUIRED; kind < NB_RULE_NAMED; kind++)
    {
      const char *at = nb_rule_parameters_get_declaration (kind);
      NbAttributeDef parameter;

      while (nb_grammar_next_attribute (&at, &parameter))
        {
          g_autofree char *name = g_strndup (parameter.name, parameter.name_length);
          gboolean used = FALSE;

          for (guint i = 0; i < nb_form_get_n_rules (form); i++)
            used |= nb_form_get_rule (form, i)->kind == kind
                    && nb_rule_def_get_parameter (nb_form_get_rule (form, i), name) != NULL;
          g_test_message ("kind %d, parameter %s", kind, name);
          g_assert_true (used);
        }
    }
}

static gboolean
is_word_character (char c)
{
  return g_ascii_isalnum (c) || c == '-';
}

/* Whether @word stands in @text by itself, not as a piece of another one. */
static gboolean
contains_word (const char *text, const char *word)
{
  gsize length = strlen (word);

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    if ((at == text || !is_word_character (at[-1])) && !is_word_character (at[length]))
      return TRUE;
  return FALSE;
}

/* A word that the language's own page does not explain does not exist for a newcomer. */
static void
test_documented (gconstpointer data)
{
  const Part *part = data;
  g_autoptr (GBytes) bytes = test_read ("../data/forms/README.md");
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GHashTable) known = list_known (part->grammar);
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    {
      const char *last = strrchr (word, '=');

      last = last != NULL ? last : strrchr (word, '@');
      last = last != NULL ? last : strrchr (word, '/');
      last = last != NULL ? last + 1 : word;
      if (!contains_word (text, last))
        {
          g_test_message ("data/forms/README.md does not say what “%s” means", (char *) word);
          g_test_fail ();
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *used = g_strconcat ("/words/used/", parts[i].name, NULL);
      g_autofree char *grammar = g_strconcat ("/words/grammar/", parts[i].name, NULL);
      g_autofree char *documented = g_strconcat ("/words/documented/", parts[i].name, NULL);

      g_test_add_data_func (used, &parts[i], test_used);
      g_test_add_data_func (grammar, &parts[i], test_grammar);
      g_test_add_data_func (documented, &parts[i], test_documented);
    }
  g_test_add_func ("/words/parameters", test_parameters);
  return g_test_run ();
}
