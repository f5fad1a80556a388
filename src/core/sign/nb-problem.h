/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why a signature is not in order: a reason code that scripts may rely on (README.md lists them) and
 * a sentence for a clerk. The first problem found stays: later ones follow from it. */
typedef struct
{
  const char *code; /* static, or NULL: no problem */
  char *message;
} NbProblem;

/* Always returns FALSE, so that a check can end with it. */
gboolean nb_problem_set (NbProblem *problem, const char *code, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
void nb_problem_clear (NbProblem *problem);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NbProblem, nb_problem_clear)

G_END_DECLS
