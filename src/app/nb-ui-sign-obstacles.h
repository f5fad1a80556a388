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

G_END_DECLS
