/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to this room: the notation in which the words of a definition file are declared. */

#include <glib.h>

G_BEGIN_DECLS

/* One element of the language. A grammar is an array of these, its root first, ended by a NULL name.
 *
 * @children: the elements inside, in any order, space separated: "name" exactly one, "name?" at most
 * one, "name*" any number, "name+" at least one. Or NB_TEXT: words only, not empty. An element whose
 * shape depends on where it stands is listed as "parent/name", before a plain "name".
 *
 * @attributes: "name=KIND", "name?=KIND" where it may be left out, space separated. KIND is a list of
 * the permitted words (yes|no) or one of
 *   ID       a name (a-z, 0-9, hyphen, and capitals for rules), unique among elements of this name
 *   NAME     the same, not unique
 *   NAMES    one or more names, space separated
 *   FIELD    the id of a field of the edition      (see nb_definition_check_fields())
 *   FIELDS   one or more of these, space separated
 *   NUMBER   0 to 1,000,000,000, digits only
 *   DECIMAL  "-3.20", "0.20"
 *   LENGTH   millimetres with at most 3 decimals: "34mm" "0.15mm"
 *   LENGTHS  one or more of these, space separated
 *   TEXT     any words, not empty */
typedef struct
{
  const char *name;
  const char *children;
  const char *attributes;
} NbElementDef;

#define NB_TEXT "#text"

/* One attribute as its element declares it: pieces of the declaration, not NUL-ended. */
typedef struct
{
  const char *name;
  gsize name_length;
  const char *kind;
  gsize kind_length;
  gboolean optional;
} NbAttributeDef;

/* One child as its element declares it. */
typedef struct
{
  const char *name;
  gsize name_length;
  guint minimum;
  guint maximum;
} NbChildDef;

/* The declaration of @name where it stands in @parent (NULL: as the root), or NULL. */
const NbElementDef *
nb_grammar_lookup (const NbElementDef *grammar, const char *parent, const char *name);

/* Step through a declaration: @at begins as the whole text; FALSE at its end. */
gboolean nb_grammar_next_attribute (const char **at, NbAttributeDef *out);
gboolean nb_grammar_next_child (const char **at, NbChildDef *out);

gboolean
nb_grammar_lookup_attribute (const char *attributes, const char *name, NbAttributeDef *out);
gboolean nb_grammar_lookup_child (const char *children, const char *name, NbChildDef *out);

/* Whether the kind is @name (a word in capitals), or a list of permitted words. */
gboolean nb_attribute_def_is (const NbAttributeDef *attribute, const char *name);
gboolean nb_attribute_def_is_choice (const NbAttributeDef *attribute);
/* Which permitted word @value is, counted from 0; -1 for none. */
int nb_attribute_def_find_choice (const NbAttributeDef *attribute, const char *value);

G_END_DECLS
