/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-rule-def.h"

G_BEGIN_DECLS

/* What one registry asks beyond the edition: a layer over another one. Immutable. */
typedef struct _NbRegistry NbRegistry;

/* A sentence that a registry prescribes, or offers, for a field. */
typedef struct
{
  const char *id;
  const char *field;     /* the field it is for, or NULL (printed words) */
  const char *text;      /* Chinese; ${year} stands for the report year */
  const char *when;      /* English msgid: the case it is for, or NULL */
  const char *authority; /* never NULL */
} NbPhrase;

/* A paper that the filing needs. */
typedef struct
{
  const char *kind;  /* "balance-sheet" */
  const char *label; /* Chinese */
  gboolean required;
  const char *when; /* English msgid, or NULL: always */
  const char *authority;
} NbPaper;

const char *nb_registry_get_id (const NbRegistry *registry);   /* "national", "370000" */
const char *nb_registry_get_name (const NbRegistry *registry); /* official, Chinese */
const char *
nb_registry_get_base (const NbRegistry *registry); /* id of the layer below, NULL at the bottom */
const char *nb_registry_get_authority (const NbRegistry *registry); /* no wider than its source */

/* The entry that counts, this layer's or the nearest below; NULL where no layer has one. */
const NbRuleDef *nb_registry_lookup_rule (const NbRegistry *registry, const char *rule);
const NbPhrase *nb_registry_lookup_phrase (const NbRegistry *registry, const char *id);
/* The sentence of @phrase with @year for ${year}. Free with g_free(). */
char *nb_phrase_format (const NbPhrase *phrase, const char *year);
/* All that count, sorted by id (phrases) and kind (papers): arrays of borrowed pointers, free with
 * g_ptr_array_unref(). @field NULL: phrases of every field. */
GPtrArray *nb_registry_list_phrases (const NbRegistry *registry, const char *field);
GPtrArray *nb_registry_list_papers (const NbRegistry *registry);
/* The word for "nothing to report" (无). */
const char *nb_registry_get_none_word (const NbRegistry *registry);

G_END_DECLS
