/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nb-checker.h"
#include "nb-finding-private.h"

static gboolean
is_same_text (NbFinding *finding, NbReport *report, const NbEdit *edit)
{
  const NbText *checked = nb_report_data_get_text (nb_finding_get_data (finding), edit->field);

  return nb_text_equal (checked, nb_field_get_text (nb_report_lookup_field (report, edit->field)));
}

gboolean
nb_finding_apply_fix (NbFinding *finding, NbReport *report, GError **error)
{
  const GPtrArray *fix = nb_finding_get_fix (finding);
  gboolean done = TRUE;

  if (fix == NULL || !is_same_text (finding, report, g_ptr_array_index (fix, 0)))
    {
      nb_error_set (error, NB_ERROR_ARGUMENT, (NbPlace){ 0, 0 },
                    _ ("The text was changed after it was checked. Check it again first."));
      return FALSE;
    }

  nb_report_begin_group (report);
  /* From the end, so that the places before stay true. */
  for (guint i = fix->len; i > 0 && done; i--)
    {
      const NbEdit *edit = g_ptr_array_index (fix, i - 1);

      done = nb_report_splice (
          report, edit->field, (NbPosition){ edit->span.paragraph, edit->span.start },
          (NbPosition){ edit->span.paragraph, edit->span.end }, edit->text, error);
    }
  nb_report_end_group (report);
  return done;
}
