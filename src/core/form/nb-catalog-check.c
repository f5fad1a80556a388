/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-catalog-check.h"

#include <glib/gi18n-lib.h>

#include "nb-rule-loader.h"

#define LAYERS_MAXIMUM 3

/* Follows the bases down from @registry. */
static gboolean
check_layers (NbCatalog *catalog,
              const NbDefinition *definition,
              const NbRegistry *registry,
              GError **error)
{
  const char *none_word = registry->none_word;
  const NbRegistry *layer = registry;

  for (guint n_layers = 1; layer->base != NULL; n_layers++)
    {
      const NbRegistry *below = nb_catalog_lookup_registry (catalog, layer->base);

      if (below == NULL)
        return nb_definition_fail (definition, definition->root, error,
                                   _ ("the base “%s” is not installed"), layer->base);
      if (below == registry)
        return nb_definition_fail (definition, definition->root, error,
                                   _ ("the registry “%s” is its own base: the layers run in a "
                                      "circle"),
                                   registry->id);
      if (n_layers == LAYERS_MAXIMUM)
        return nb_definition_fail (definition, definition->root, error,
                                   _ ("the registry “%s” has more than three layers"),
                                   registry->id);
      if (none_word == NULL)
        none_word = below->none_word;
      layer = below;
    }
  if (none_word == NULL)
    return nb_definition_fail (definition, definition->root, error,
                               _ ("neither the registry “%s” nor its base has a “none-word”"),
                               registry->id);
  return TRUE;
}

gboolean
nb_catalog_join_layers (NbCatalog *catalog, GError **error)
{
  g_auto (GStrv) ids = nb_catalog_list_registries (catalog);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      NbRegistry *registry = g_hash_table_lookup (catalog->registries, ids[i]);
      const NbDefinition *definition = g_hash_table_lookup (catalog->definitions, ids[i]);

      if (!check_layers (catalog, definition, registry, error))
        return FALSE;
      registry->below =
          registry->base != NULL ? nb_catalog_lookup_registry (catalog, registry->base) : NULL;
    }
  return TRUE;
}

static gboolean
check_rule (NbCatalog *catalog,
            const NbDefinition *definition,
            const xmlNode *node,
            const NbRegistry *registry,
            const char *const *checks,
            GError **error)
{
  const char *id = nb_definition_get (definition, node, "id");
  const NbRuleDef *rule = g_hash_table_lookup (registry->rules, id);
  g_auto (GStrv) editions = nb_catalog_list_editions (catalog);
  gboolean known = FALSE;

  for (guint i = 0; editions[i] != NULL; i++)
    {
      NbForm *form = nb_catalog_lookup_form (catalog, editions[i]);

      if (nb_form_lookup_rule (form, id) == NULL)
        continue;
      known = TRUE;
      if (!nb_definition_check_fields (definition, node, form->fields_by_id, error)
          || !nb_rule_def_check (definition, node, rule, form->fields_by_id, checks, error))
        return FALSE;
    }
  return known
         || nb_definition_fail (definition, node, error, _ ("no edition has the rule “%s”"), id);
}

static gboolean
check_phrase (NbCatalog *catalog,
              const NbDefinition *definition,
              const xmlNode *node,
              GError **error)
{
  const char *field = nb_definition_get (definition, node, "field");
  g_auto (GStrv) editions = nb_catalog_list_editions (catalog);

  if (field == NULL)
    return TRUE;
  for (guint i = 0; editions[i] != NULL; i++)
    if (nb_form_lookup_field (nb_catalog_lookup_form (catalog, editions[i]), field) != NULL)
      return TRUE;
  return nb_definition_fail (definition, node, error, _ ("no edition has the field “%s”"), field);
}

static gboolean
check_registry (NbCatalog *catalog,
                const NbDefinition *definition,
                const NbRegistry *registry,
                const char *const *checks,
                GError **error)
{
  for (const xmlNode *node = nb_xml_get_first (definition->root); node != NULL;
       node = nb_xml_get_next (node))
    {
      if (nb_xml_is (node, NB_XML_FORM, "rule")
          && !check_rule (catalog, definition, node, registry, checks, error))
        return FALSE;
      if (nb_xml_is (node, NB_XML_FORM, "phrase")
          && !check_phrase (catalog, definition, node, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
nb_catalog_check_entries (NbCatalog *catalog, const char *const *checks, GError **error)
{
  g_auto (GStrv) ids = nb_catalog_list_registries (catalog);

  for (guint i = 0; ids[i] != NULL; i++)
    if (!check_registry (catalog, g_hash_table_lookup (catalog->definitions, ids[i]),
                         nb_catalog_lookup_registry (catalog, ids[i]), checks, error))
      return FALSE;
  return TRUE;
}

static gboolean
has_phrase (NbCatalog *catalog, const char *id)
{
  GHashTableIter iter;
  gpointer registry;

  g_hash_table_iter_init (&iter, catalog->registries);
  while (g_hash_table_iter_next (&iter, NULL, &registry))
    if (nb_registry_lookup_phrase (registry, id) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
check_box (NbCatalog *catalog, const NbForm *form, const NbBoxDef *box, GError **error)
{
  if (box->phrase != NULL && !has_phrase (catalog, box->phrase))
    {
      nb_error_set (error, NB_ERROR_DEFINITION, (NbPlace){ box->line, 0 },
                    _ ("page.xml: edition %s prints the phrase “%s”, which no registry has"),
                    nb_form_get_edition (form), box->phrase);
      return FALSE;
    }
  for (guint i = 0; i < box->children->len; i++)
    if (!check_box (catalog, form, g_ptr_array_index (box->children, i), error))
      return FALSE;
  return TRUE;
}

gboolean
nb_catalog_check_papers (NbCatalog *catalog, GError **error)
{
  g_auto (GStrv) editions = nb_catalog_list_editions (catalog);

  for (guint i = 0; editions[i] != NULL; i++)
    {
      const NbForm *form = nb_catalog_lookup_form (catalog, editions[i]);
      const GPtrArray *pages = nb_form_get_pages (form)->pages;

      for (guint j = 0; j < pages->len; j++)
        if (!check_box (catalog, form, g_ptr_array_index (pages, j), error))
          return FALSE;
    }
  return TRUE;
}
