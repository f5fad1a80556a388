/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-problem.h"

gboolean
nb_problem_set (NbProblem *problem, const char *code, const char *format, ...)
{
  va_list arguments;

  if (problem->code != NULL)
    return FALSE;

  va_start (arguments, format);
  problem->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  problem->code = code;
  return FALSE;
}

void
nb_problem_clear (NbProblem *problem)
{
  problem->code = NULL;
  g_clear_pointer (&problem->message, g_free);
}
