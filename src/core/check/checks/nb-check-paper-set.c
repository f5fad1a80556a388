/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-check-papers.h"
#include "nb-checks.h"

/* The papers that this case needs are attached (R64). Each stands on the authority that asks for it. */
void
nb_check_paper_set (NbCheck *check)
{
  g_autoptr (GPtrArray) states = nb_check_list_papers (check->data, check->context);

  for (guint i = 0; i < states->len; i++)
    {
      const NbPaperState *state = g_ptr_array_index (states, i);
      NbFinding *finding;

      if (state->need != NB_PAPER_NEEDED || state->attachments->len > 0)
        continue;
      finding = nb_check_add_about (
          check, state->kind,
          g_strdup_printf (_ ("This paper is not attached: %s."), state->paper->label));
      nb_finding_set_authority (finding, state->paper->authority);
    }
}
