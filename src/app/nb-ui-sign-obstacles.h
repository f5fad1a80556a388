/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-ui-document.h"

G_BEGIN_DECLS

/* Something that stands in the way of a signature. */
typedef struct
{
  char *title;
  char *explanation;
  const char *button; /* what can be done about it, with a mnemonic, or NULL */
  const char *action; /* the action of the sign dialog that does it, or NULL */
} NbUiSignObstacle;

/* What keeps @document from being signed as @role, the worst first: array of NbUiSignObstacle, empty where nothing
 * does. Free with g_ptr_array_unref(). */
GPtrArray *nb_ui_sign_obstacles_list (NbUiDocument *document, NbRole role);

/* As whom to sign @document: as @last, in which this person signed last, where it is that one's turn, else as the first
 * whose turn it is. */
NbRole nb_ui_sign_find_role (NbUiDocument *document, const char *last);

/* What is said first of a signature that could not be made, by the @reason of its error (NULL: none): the trouble with
 * the key where it is one. Static, translated. */
const char *nb_ui_sign_problem_get_title (const char *reason);

G_END_DECLS
