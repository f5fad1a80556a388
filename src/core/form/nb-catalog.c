/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-catalog-check.h"

NbCatalog *
nb_catalog_new (void)
{
  NbCatalog *catalog = g_new0 (NbCatalog, 1);

  g_atomic_ref_count_init (&catalog->references);
  catalog->forms =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) nb_form_unref);
  catalog->registries =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) nb_registry_free);
  catalog->definitions =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) nb_definition_close);
  return catalog;
}

NbCatalog *
nb_catalog_ref (NbCatalog *catalog)
{
  g_atomic_ref_count_inc (&catalog->references);
  return catalog;
}

void
nb_catalog_unref (NbCatalog *catalog)
{
  if (!g_atomic_ref_count_dec (&catalog->references))
    return;

  g_hash_table_unref (catalog->definitions);
  g_hash_table_unref (catalog->registries);
  g_hash_table_unref (catalog->forms);
  g_free (catalog);
}

gboolean
nb_catalog_add_form (NbCatalog *catalog, NbForm *form, GError **error)
{
  const char *edition = nb_form_get_edition (form);

  if (g_hash_table_contains (catalog->forms, edition))
    {
      nb_error_set (error, NB_ERROR_DEFINITION, (NbPlace){ 0, 0 },
                    _ ("fields.xml: the edition “%s” is installed twice"), edition);
      return FALSE;
    }
  g_hash_table_insert (catalog->forms, (gpointer) edition, nb_form_ref (form));
  return TRUE;
}

gboolean
nb_catalog_add_registry (NbCatalog *catalog, const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (NbRegistry) registry = NULL;
  g_autoptr (NbDefinition) definition = NULL; /* closed first */
  const char *id;

  registry = nb_registry_load (name, bytes, &definition, error);
  if (registry == NULL)
    return FALSE;
  id = registry->id;
  if (g_hash_table_contains (catalog->registries, id))
    return nb_definition_fail (definition, definition->root, error,
                               _ ("the registry “%s” is installed twice"), id);
  g_hash_table_insert (catalog->definitions, (gpointer) id, g_steal_pointer (&definition));
  g_hash_table_insert (catalog->registries, (gpointer) id, g_steal_pointer (&registry));
  return TRUE;
}

gboolean
nb_catalog_close (NbCatalog *catalog, const char *const *checks, GError **error)
{
  if (!nb_catalog_join_layers (catalog, error) || !nb_catalog_check_entries (catalog, checks, error)
      || !nb_catalog_check_papers (catalog, error))
    return FALSE;
  g_hash_table_remove_all (catalog->definitions);
  return TRUE;
}

NbForm *
nb_catalog_lookup_form (NbCatalog *catalog, const char *edition)
{
  return g_hash_table_lookup (catalog->forms, edition);
}

const NbRegistry *
nb_catalog_lookup_registry (NbCatalog *catalog, const char *id)
{
  return g_hash_table_lookup (catalog->registries, id);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The keys of @table in order, so that nothing depends on how a hash table is filled. */
static char **
list_keys (GHashTable *table)
{
  GPtrArray *keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, g_strdup (key));
  g_ptr_array_sort (keys, compare_strings);
  g_ptr_array_add (keys, NULL);
  return (char **) g_ptr_array_free (keys, FALSE);
}

char **
nb_catalog_list_editions (NbCatalog *catalog)
{
  return list_keys (catalog->forms);
}

char **
nb_catalog_list_registries (NbCatalog *catalog)
{
  return list_keys (catalog->registries);
}

NbForm *
nb_catalog_get_default_form (NbCatalog *catalog)
{
  g_auto (GStrv) editions = nb_catalog_list_editions (catalog);
  guint n_editions = g_strv_length (editions);

  return n_editions > 0 ? nb_catalog_lookup_form (catalog, editions[n_editions - 1]) : NULL;
}
