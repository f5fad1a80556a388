/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to this room: how all four kinds of definition files are read. Each kind declares its
 * words in one table (a grammar); a file is compared with the table before anything is built from
 * it, so that the loaders meet only well-shaped trees and check what a table cannot say. */

#include "nb-grammar.h"
#include "nb-xml.h"

G_BEGIN_DECLS

/* A definition file that agrees with its grammar. */
typedef struct
{
  const char *file; /* its name, for messages */
  const NbElementDef *grammar;
  xmlDoc *doc;
  xmlNode *root;
  GStringChunk *strings; /* keeps what the getters return; belongs to the NbForm or NbRegistry */
} NbDefinition;

/* Parses @bytes and compares every element, attribute and value with @grammar. Every error is
 * NB_ERROR_DEFINITION with a place and a message that begins with @file. @file, @grammar and
 * @strings must live until nb_definition_close(). */
NbDefinition *nb_definition_open (const char *file,
                                  GBytes *bytes,
                                  const NbElementDef *grammar,
                                  GStringChunk *strings,
                                  GError **error);
void nb_definition_close (NbDefinition *definition);

/* Compares every value of kind FIELD and FIELDS at @node and inside it with the keys of @fields. */
gboolean nb_definition_check_fields (const NbDefinition *definition,
                                     const xmlNode *node,
                                     GHashTable *fields,
                                     GError **error);

/* Sets an error at @node and returns FALSE. */
gboolean nb_definition_fail (const NbDefinition *definition,
                             const xmlNode *node,
                             GError **error,
                             const char *format,
                             ...) G_GNUC_PRINTF (4, 5);

/* An attribute's value, NULL where it does not stand. */
const char *
nb_definition_get (const NbDefinition *definition, const xmlNode *node, const char *name);
/* Its words (NAMES, FIELDS …), NULL-ended, empty where it does not stand; as long-lived as the
 * strings are the texts, the array is g_free()d by the caller. */
const char **
nb_definition_dup_list (const NbDefinition *definition, const xmlNode *node, const char *name);
/* TRUE for "yes"; FALSE where it does not stand. */
gboolean nb_definition_get_flag (const xmlNode *node, const char *name);
/* A NUMBER; @otherwise where it does not stand. */
guint nb_definition_get_number (const xmlNode *node, const char *name, guint otherwise);
/* A LENGTH in µm; @otherwise where it does not stand. */
int nb_definition_get_length (const xmlNode *node, const char *name, int otherwise);
/* LENGTHS in µm: a GArray of int, empty where it does not stand. */
GArray *nb_definition_dup_lengths (const xmlNode *node, const char *name);
/* Which of the words that the grammar lists stands there, counted from 0; @otherwise where none. */
guint nb_definition_get_choice (const NbDefinition *definition,
                                const xmlNode *node,
                                const char *name,
                                guint otherwise);
/* The words of an NB_TEXT element, white space at the ends dropped and inside made one space. */
const char *nb_definition_get_text (const NbDefinition *definition, const xmlNode *node);
/* The same, every character kept. */
const char *nb_definition_get_raw_text (const NbDefinition *definition, const xmlNode *node);
/* nb_definition_get_text() of the first child called @name, NULL where there is none. */
const char *nb_definition_get_child_text (const NbDefinition *definition,
                                          const xmlNode *node,
                                          const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NbDefinition, nb_definition_close)

G_END_DECLS
