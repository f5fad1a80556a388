/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "nb-problem.h"

G_BEGIN_DECLS

/* A cursor that accepts a subtree only in one exact shape: it is told what must come next, and
 * everything else is a problem: another element, a missing or an unknown attribute, text between
 * elements other than the one line feed that our writer puts there. After the first problem every
 * call does nothing and returns FALSE, NULL, so that a reader is a plain list of what must be there. */
typedef struct
{
  xmlNode *parent;
  xmlNode *next; /* not read yet */
  guint depth;   /* elements entered and not left */
  NbProblem *problem;
} NbShape;

/* Starts before @node, which is read by the first nb_shape_enter(). */
void nb_shape_init (NbShape *shape, xmlNode *node, NbProblem *problem);

/* Steps into the element @name of namespace @ns, which must be next, and reads its attributes: pairs
 * of a name and a char ** (owned copy), ended by NULL; a name that ends in "?" may be absent (NULL is
 * stored), every other must be there, and no other may be. */
gboolean
nb_shape_enter (NbShape *shape, const char *ns, const char *name, ...) G_GNUC_NULL_TERMINATED;
/* Whether the element @name is next. */
gboolean nb_shape_is_next (NbShape *shape, const char *ns, const char *name);
/* Steps out of an element whose children were all read. */
gboolean nb_shape_leave (NbShape *shape);

/* Enter and leave an element with one attribute, whose value must be @value, and nothing inside. */
gboolean nb_shape_constant (
    NbShape *shape, const char *ns, const char *name, const char *attribute, const char *value);
/* Enter and leave an element without attributes that holds only text: owned copy. */
char *nb_shape_text (NbShape *shape, const char *ns, const char *name);
/* All text of the element that was entered, which must hold nothing else; leaves it. */
char *nb_shape_leave_text (NbShape *shape);
/* The same as base64, strictly read. */
GBytes *nb_shape_leave_base64 (NbShape *shape);
GBytes *nb_shape_base64 (NbShape *shape, const char *ns, const char *name);

/* A value that must be what its place says; code "id". */
gboolean nb_shape_expect (NbShape *shape, const char *value, const char *expected);

G_END_DECLS
