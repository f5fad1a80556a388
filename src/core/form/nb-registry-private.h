/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-definition.h"
#include "nb-registry.h"

G_BEGIN_DECLS

struct _NbRegistry
{
  GStringChunk *strings; /* every text of this layer */
  const char *id;
  const char *name;
  const char *base;
  const char *authority;
  const char *none_word;   /* NULL: as below */
  GHashTable *rules;       /* id -> NbRuleDef, of this layer alone */
  GHashTable *phrases;     /* id -> NbPhrase */
  GHashTable *papers;      /* kind -> NbPaper */
  const NbRegistry *below; /* set when the catalog is closed */
};

extern const NbElementDef nb_registry_grammar[];

/* Reads one layer from the file @name ("370000.xml"). @definition receives the open file, which the
 * catalog needs once more when it compares the layer with the editions; close it before the
 * registry is freed. */
NbRegistry *
nb_registry_load (const char *name, GBytes *bytes, NbDefinition **definition, GError **error);
void nb_registry_free (NbRegistry *registry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbRegistry, nb_registry_free)

G_END_DECLS
