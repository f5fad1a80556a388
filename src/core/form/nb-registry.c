/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-registry.h"

#include <string.h>

#include "nb-registry-private.h"

const char *
nb_registry_get_id (const NbRegistry *registry)
{
  return registry->id;
}

const char *
nb_registry_get_name (const NbRegistry *registry)
{
  return registry->name;
}

const char *
nb_registry_get_base (const NbRegistry *registry)
{
  return registry->base;
}

const char *
nb_registry_get_authority (const NbRegistry *registry)
{
  return registry->authority;
}

const char *
nb_registry_get_none_word (const NbRegistry *registry)
{
  while (registry->none_word == NULL && registry->below != NULL)
    registry = registry->below;
  return registry->none_word;
}

const NbRuleDef *
nb_registry_lookup_rule (const NbRegistry *registry, const char *rule)
{
  const NbRuleDef *entry = NULL;

  for (; registry != NULL && entry == NULL; registry = registry->below)
    entry = g_hash_table_lookup (registry->rules, rule);
  return entry;
}

const NbPhrase *
nb_registry_lookup_phrase (const NbRegistry *registry, const char *id)
{
  const NbPhrase *entry = NULL;

  for (; registry != NULL && entry == NULL; registry = registry->below)
    entry = g_hash_table_lookup (registry->phrases, id);
  return entry;
}

char *
nb_phrase_format (const NbPhrase *phrase, const char *year)
{
  GString *text = g_string_new (phrase->text);

  g_string_replace (text, "${year}", year, 0);
  return g_string_free (text, FALSE);
}

/* Adds the entries of one layer that no layer above has replaced. */
static void
add_layer (GHashTable *layer, GHashTable *counting)
{
  GHashTableIter iter;
  gpointer key, entry;

  g_hash_table_iter_init (&iter, layer);
  while (g_hash_table_iter_next (&iter, &key, &entry))
    if (!g_hash_table_contains (counting, key))
      g_hash_table_insert (counting, key, entry);
}

static int
compare_phrases (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(NbPhrase *const *) a)->id, (*(NbPhrase *const *) b)->id);
}

GPtrArray *
nb_registry_list_phrases (const NbRegistry *registry, const char *field)
{
  g_autoptr (GHashTable) counting = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *phrases = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer entry;

  for (; registry != NULL; registry = registry->below)
    add_layer (registry->phrases, counting);
  g_hash_table_iter_init (&iter, counting);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    if (field == NULL || g_strcmp0 (((NbPhrase *) entry)->field, field) == 0)
      g_ptr_array_add (phrases, entry);
  g_ptr_array_sort (phrases, compare_phrases);
  return phrases;
}

static int
compare_papers (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(NbPaper *const *) a)->kind, (*(NbPaper *const *) b)->kind);
}

GPtrArray *
nb_registry_list_papers (const NbRegistry *registry)
{
  g_autoptr (GHashTable) counting = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *papers = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer entry;

  for (; registry != NULL; registry = registry->below)
    add_layer (registry->papers, counting);
  g_hash_table_iter_init (&iter, counting);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    g_ptr_array_add (papers, entry);
  g_ptr_array_sort (papers, compare_papers);
  return papers;
}
