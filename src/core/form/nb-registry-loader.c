/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-registry-private.h"
#include "nb-rule-loader.h"

#define BOTTOM       "national"
#define PLACE_DIGITS 6 /* GB/T 2260 */

const NbElementDef nb_registry_grammar[] = {
  { "registry", "name authority none-word? rule* phrase* paper*", "engine=1 id=NAME base?=NAME" },
  { "name", NB_TEXT, "" },
  { "authority", NB_TEXT, "" },
  { "none-word", NB_TEXT, "" },

  { "rule", "title parameter* authority? example*", NB_RULE_ATTRIBUTES },
  { "title", NB_TEXT, "" },
  { "parameter", NB_TEXT, "name=NAME" },
  { "example", "bad good?", "" },
  { "bad", NB_TEXT, "" },
  { "good", NB_TEXT, "" },

  { "phrase", "text when? authority?", "id=ID field?=FIELD" },
  { "text", NB_TEXT, "" },
  { "when", NB_TEXT, "" },

  { "paper", "label when? authority?", "kind=ID required=yes|no" },
  { "label", NB_TEXT, "" },
  { NULL },
};

static NbRegistry *
registry_new (void)
{
  NbRegistry *registry = g_new0 (NbRegistry, 1);

  registry->strings = g_string_chunk_new (1024);
  registry->rules =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) nb_rule_def_free);
  registry->phrases = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  registry->papers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  return registry;
}

void
nb_registry_free (NbRegistry *registry)
{
  g_hash_table_unref (registry->rules);
  g_hash_table_unref (registry->phrases);
  g_hash_table_unref (registry->papers);
  g_string_chunk_free (registry->strings);
  g_free (registry);
}

/* An entry's own authority, else the registry's. */
static const char *
get_authority (const NbDefinition *definition, const xmlNode *node, const NbRegistry *registry)
{
  const char *own = nb_definition_get_child_text (definition, node, "authority");

  return own != NULL ? own : registry->authority;
}

static gboolean
load_rule (const NbDefinition *definition,
           const xmlNode *node,
           NbRegistry *registry,
           GError **error)
{
  NbRuleDef *rule =
      nb_rule_def_load (definition, node, get_authority (definition, node, registry), error);

  if (rule == NULL)
    return FALSE;
  g_hash_table_insert (registry->rules, (gpointer) rule->id, rule);
  return TRUE;
}

/* ${year} is the only thing that a sentence may leave open. */
static gboolean
check_places (const NbDefinition *definition, const xmlNode *node, const char *text, GError **error)
{
  for (const char *at = strstr (text, "${"); at != NULL; at = strstr (at + 1, "${"))
    if (!g_str_has_prefix (at, "${year}"))
      return nb_definition_fail (definition, node, error,
                                 _ ("a phrase may leave open “${year}” and nothing else"));
  return TRUE;
}

static gboolean
load_phrase (const NbDefinition *definition,
             const xmlNode *node,
             NbRegistry *registry,
             GError **error)
{
  NbPhrase *phrase = g_new0 (NbPhrase, 1);

  phrase->id = nb_definition_get (definition, node, "id");
  phrase->field = nb_definition_get (definition, node, "field");
  phrase->text = nb_definition_get_child_text (definition, node, "text");
  phrase->when = nb_definition_get_child_text (definition, node, "when");
  phrase->authority = get_authority (definition, node, registry);
  g_hash_table_insert (registry->phrases, (gpointer) phrase->id, phrase);
  return check_places (definition, node, phrase->text, error);
}

static void
load_paper (const NbDefinition *definition, const xmlNode *node, NbRegistry *registry)
{
  NbPaper *paper = g_new0 (NbPaper, 1);

  paper->kind = nb_definition_get (definition, node, "kind");
  paper->label = nb_definition_get_child_text (definition, node, "label");
  paper->required = nb_definition_get_flag (node, "required");
  paper->when = nb_definition_get_child_text (definition, node, "when");
  paper->authority = get_authority (definition, node, registry);
  g_hash_table_insert (registry->papers, (gpointer) paper->kind, paper);
}

static gboolean
check_id (const NbDefinition *definition, const NbRegistry *registry, GError **error)
{
  g_autofree char *file = g_strconcat (registry->id, ".xml", NULL);

  if (strcmp (registry->id, BOTTOM) != 0
      && (strlen (registry->id) != PLACE_DIGITS
          || strspn (registry->id, "0123456789") != PLACE_DIGITS))
    return nb_definition_fail (definition, definition->root, error,
                               _ ("a registry’s id is “national” or the six digits of a place in "
                                  "GB/T 2260, not “%s”"),
                               registry->id);
  if (strcmp (definition->file, file) != 0)
    return nb_definition_fail (definition, definition->root, error,
                               _ ("the registry “%s” belongs in the file %s"), registry->id, file);
  return TRUE;
}

static gboolean
load_entries (const NbDefinition *definition, NbRegistry *registry, GError **error)
{
  for (const xmlNode *node = nb_xml_get_first (definition->root); node != NULL;
       node = nb_xml_get_next (node))
    {
      if (nb_xml_is (node, NB_XML_FORM, "rule") && !load_rule (definition, node, registry, error))
        return FALSE;
      if (nb_xml_is (node, NB_XML_FORM, "phrase")
          && !load_phrase (definition, node, registry, error))
        return FALSE;
      if (nb_xml_is (node, NB_XML_FORM, "paper"))
        load_paper (definition, node, registry);
    }
  return TRUE;
}

NbRegistry *
nb_registry_load (const char *name, GBytes *bytes, NbDefinition **definition, GError **error)
{
  g_autoptr (NbRegistry) registry = registry_new ();
  g_autoptr (NbDefinition) opened =
      nb_definition_open (g_string_chunk_insert (registry->strings, name), bytes,
                          nb_registry_grammar, registry->strings, error);

  if (opened == NULL)
    return NULL;
  registry->id = nb_definition_get (opened, opened->root, "id");
  registry->base = nb_definition_get (opened, opened->root, "base");
  registry->name = nb_definition_get_child_text (opened, opened->root, "name");
  registry->authority = nb_definition_get_child_text (opened, opened->root, "authority");
  registry->none_word = nb_definition_get_child_text (opened, opened->root, "none-word");
  if (!check_id (opened, registry, error) || !load_entries (opened, registry, error))
    return NULL;
  *definition = g_steal_pointer (&opened);
  return g_steal_pointer (&registry);
}
