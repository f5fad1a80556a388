/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-form-private.h"
#include "nb-registry-private.h"

G_BEGIN_DECLS

struct _NbCatalog
{
  gatomicrefcount references;
  GHashTable *forms;       /* edition -> NbForm */
  GHashTable *registries;  /* id -> NbRegistry */
  GHashTable *definitions; /* id -> NbDefinition of that registry; empty once closed */
};

/* Sets the layer below of every registry. */
gboolean nb_catalog_join_layers (NbCatalog *catalog, GError **error);

/* Compares rules and phrases of every registry with the editions: some edition must have the rule or
 * the field, and an edition that has the rule must have all its fields. */
gboolean nb_catalog_check_entries (NbCatalog *catalog, const char *const *checks, GError **error);

/* Compares the phrases that the editions print with the registries: one of them must have each. Where
 * a registry has none, its paper leaves room for the pen. */
gboolean nb_catalog_check_papers (NbCatalog *catalog, GError **error);

G_END_DECLS
